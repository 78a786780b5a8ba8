import Plans
import Support
import Testing
import Units

/// Status comes from evidence: what is typed in a plan stands beside it and never makes it blue.
struct PlanStatusTests {
  static let year = FinancialYear(startYear: 2026)
  static let day = FinancialYear(startYear: 2026).firstDay + 200

  static func saving(_ id: String = "s", owner: String = "Head of care") -> SavingLine {
    var line = SavingLine(id: id, name: "Saving \(id)")
    line.owner = owner
    line.kind = .cashableRecurring
    line.basis = .cumulative
    line.years = [(year, Money(pence: 10_000_000))]
    return line
  }

  static func entry(
    by role: String = "Finance partner", pence: Int = 10_000_000, reference: String = "Journal 4711"
  ) -> PlanEvidence.LedgerEntry {
    PlanEvidence.LedgerEntry(
      saving: "s", year: year, amount: Money(pence: pence), on: day - 10, reference: reference,
      confirmedBy: role)
  }

  static func status(
    _ line: SavingLine, ledger: [PlanEvidence.LedgerEntry] = [],
    _ change: (inout Plan, inout PlanEvidence) -> Void = { _, _ in }
  ) throws -> SavingStatus {
    var plan = Plan(name: "Nearer home")
    plan.savings = [line]
    var evidence = PlanEvidence(asOf: day)
    evidence.ledger = ledger
    change(&plan, &evidence)
    return try #require(PlanStatus(plan, evidence).savings.first)
  }

  @Test func `a saving is blue where the ledger shows all of it and somebody else confirms it`() throws {
    let one = try Self.status(Self.saving(), ledger: [Self.entry()])
    #expect(one.status == .blue && one.confirmed == Money(pence: 10_000_000))
    #expect(one.effect == .confirmed(Money(pence: 10_000_000)))
  }

  @Test func `it is not where the owner confirms it, however the role is written, or nobody does`() throws {
    for role in ["Head of care", " head of CARE.", "Head of Care (interim)", ""] {
      let one = try Self.status(Self.saving(), ledger: [Self.entry(by: role)])
      #expect(one.status == .green && one.confirmed == .zero, "\(role)")
    }
    #expect(try Self.status(Self.saving(owner: ""), ledger: [Self.entry()]).status == .green)
    #expect(try Self.status(Self.saving(), ledger: [Self.entry(reference: "")]).status == .green)
  }

  @Test func `nor where the one who confirms owns its stream or its initiative`() throws {
    var line = Self.saving()
    (line.stream, line.initiative) = ("a", "i")
    let one = try Self.status(line, ledger: [Self.entry(by: "Finance partner")]) { plan, _ in
      var stream = Stream(id: "a", name: "A")
      stream.owner = "Finance partner"
      plan.streams = [stream]
    }
    #expect(one.status == .green)
    let two = try Self.status(line, ledger: [Self.entry(by: "Finance partner")]) { plan, _ in
      var initiative = Initiative(id: "i", name: "I")
      initiative.owner = "Finance partner"
      plan.initiatives = [initiative]
    }
    #expect(two.status == .green)
  }

  @Test func `a part in the ledger is not all, and a posting after the day is none`() throws {
    #expect(try Self.status(Self.saving(), ledger: [Self.entry(pence: 9_999_999)]).status == .unknown)
    var late = Self.entry()
    late.on = Self.day + 1
    #expect(try Self.status(Self.saving(), ledger: [late]).effect == .notSeen)
  }

  @Test func `nothing that is typed in a plan reaches blue`() {
    var draws = Draws { Seed(61).words($0, 0, 0, 0) }
    for _ in 0..<2_000 {
      var plan = Plan(name: "Typed")
      plan.savings = (0..<3).map { number in
        var line = Self.saving(
          "s\(number)", owner: ["", "Head of care", "Anyone"].randomElement(using: &draws) ?? "")
        line.kind = SavingKind.allCases.randomElement(using: &draws)
        line.isVolatile = Bool.random(using: &draws)
        line.driver = ["", "children_in_care"].randomElement(using: &draws) ?? ""
        line.delivered = [
          SavingLine.Delivery(
            year: Self.year, amount: Money(pence: Int.random(in: 0...20_000_000, using: &draws)),
            confirmation: Confirmation(on: Self.day - 5, by: "Finance partner", evidence: "Journal 1"))
        ]
        line.progress = [ProgressNote(on: Self.day - 1, by: "Finance partner", note: "Done", stated: .blue)]
        return line
      }
      var target = Target(id: "t", name: "Children")
      target.measure = "children_in_care"
      target.trajectory = [.init(by: Self.day + Int.random(in: -100...100, using: &draws), value: 300)]
      target.actuals = [.init(by: Self.day - 20, value: Double.random(in: 200...400, using: &draws))]
      plan.targets = [target]
      plan.thresholds.green = Double.random(in: 0...1, using: &draws)
      var evidence = PlanEvidence(asOf: Self.day)
      var own = PlanEvidence.OfTarget()
      own.chance = Double.random(in: 0...1, using: &draws)
      own.actuals = target.actuals.map { .init(on: $0.by, value: $0.value, source: .stated) }
      evidence.targets["t"] = own
      let status = PlanStatus(plan, evidence)
      #expect(
        !status.savings.contains { $0.status == .blue } && !status.targets.contains { $0.status == .blue })
    }
  }

  @Test func `what somebody states stands beside what is computed`() throws {
    var line = Self.saving()
    line.progress = [
      ProgressNote(on: Self.day - 30, by: "Sponsor", note: "Early days", stated: .amber),
      ProgressNote(on: Self.day - 3, by: "Sponsor", note: "It feels done", stated: .blue),
      ProgressNote(on: Self.day + 3, by: "Sponsor", note: "Later", stated: .red),
    ]
    let one = try Self.status(line)
    #expect(one.status == .unknown)
    let stated = try #require(one.stated)
    #expect(stated.status == .blue && stated.by == "Sponsor" && stated.on == Self.day - 3)
    #expect(stated.why == "It feels done")
  }

  @Test func `a harm that grows stops green and blue, and an old one does not`() throws {
    func harm(_ before: Double, _ now: Double) -> (inout Plan, inout PlanEvidence) -> Void {
      { plan, evidence in
        var indicator = Indicator(id: "h", name: "Back in care")
        indicator.isHarm = true
        plan.indicators = [indicator]
        evidence.harm["h"] = PlanEvidence.Harm(
          before: .init(on: Self.day - 400, value: before, source: .returns),
          now: .init(on: Self.day - 30, value: now, source: .returns), isHigherBetter: false)
      }
    }
    #expect(try Self.status(Self.saving(), ledger: [Self.entry()], harm(6, 9)).status == .amber)
    #expect(try Self.status(Self.saving(), ledger: [Self.entry()], harm(9, 9)).status == .blue)
  }

  @Test func `volatile spending stands apart and is never green`() throws {
    var line = Self.saving()
    line.isVolatile = true
    #expect(try Self.status(line, ledger: [Self.entry()]).status == .amber)
    var plan = Plan(name: "P")
    plan.savings = [line]
    let status = PlanStatus(plan, PlanEvidence(asOf: Self.day))
    #expect(status.counted.isEmpty && status.apart.isEmpty && status.volatile.count == 1)
  }

  @Test func `money that closes no gap takes nothing out of a budget`() throws {
    var line = Self.saving()
    line.kind = .avoided
    let one = try Self.status(line, ledger: [Self.entry()])
    #expect(one.effect == .none(.avoided) && one.status != .blue && one.confirmed == .zero)
  }

  @Test func `a late milestone lowers a saving by one`() throws {
    var line = Self.saving()
    line.after = ["m"]
    let chance = { (plan: inout Plan, evidence: inout PlanEvidence) in
      var milestone = Milestone(id: "m", name: "Team in post")
      milestone.due = Self.day - 1
      plan.milestones = [milestone]
      evidence.savings["s"] = [Self.year: .init(expected: Money(pence: 1), chance: 0.9)]
    }
    #expect(try Self.status(line, chance).status == .amber)
  }

  @Test func `an action is delivered where somebody else than its owner says so`() {
    var plan = Plan(name: "P")
    func action(_ id: String, done: String?, due: CivilDay?) -> Action {
      var action = Action(id: id, name: id)
      action.owner = "Team manager"
      action.due = due
      action.done = done.map { Confirmation(on: Self.day - 9, by: $0, evidence: "Minutes") }
      return action
    }
    plan.actions = [
      action("a", done: "Head of care", due: nil), action("b", done: "Team manager", due: nil),
      action("c", done: nil, due: Self.day - 7), action("d", done: nil, due: Self.day + 7),
      action("e", done: nil, due: nil),
    ]
    let actions = PlanStatus(plan, PlanEvidence(asOf: Self.day)).actions
    #expect(actions.map(\.isDelivered) == [true, false, false, false, false])
    #expect(actions.map(\.daysLate) == [nil, nil, 7, nil, nil])
    #expect(actions[4].delivery == .undated(""))
  }
}
