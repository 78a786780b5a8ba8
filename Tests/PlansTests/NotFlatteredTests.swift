import Plans
import Support
import Testing
import Units

/// What would flatter a plan doesn't: reversals, owners under another spelling, fillers, values of its own.
struct NotFlatteredTests {
  private static let year = PlanStatusTests.year
  private static let day = PlanStatusTests.day

  private static func confirmed(
    owner: String, by role: String, sponsor: String = "", reference: String = "Journal 4711"
  ) throws -> Bool {
    let line = PlanStatusTests.saving(owner: owner)
    let entry = PlanStatusTests.entry(by: role, reference: reference)
    return try PlanStatusTests.status(line, ledger: [entry]) { plan, _ in plan.sponsor = sponsor }.status
      == .blue
  }

  @Test func `a posting that was reversed is gone, whoever reversed it`() throws {
    var reversal = PlanStatusTests.entry(by: "", pence: -10_000_000, reference: "")
    reversal.on = Self.day - 5
    let one = try PlanStatusTests.status(
      PlanStatusTests.saving(), ledger: [PlanStatusTests.entry(), reversal])
    #expect(one.status == .unknown && one.confirmed == .zero && one.effect == .notSeen)
    reversal.amount = Money(pence: -1)
    let two = try PlanStatusTests.status(
      PlanStatusTests.saving(), ledger: [PlanStatusTests.entry(), reversal])
    #expect(two.status != .blue && two.confirmed == Money(pence: 9_999_999))
  }

  @Test(arguments: [
    ("Head of fostering and adoption", "Head of fostering & adoption"),
    ("Head of fostering", "Fostering, head of"), ("Head of fostering", "Hd of fostering"),
    ("Head of Children's Services", "Acting head of the childrens service"),
    ("Service manager", "Service Mgr."), ("Assistant director, care", "Asst Dir care"),
    ("DCS", "Director of children’s services"), ("Chief executive", "CE"),
  ])
  func `an owner under another spelling confirms nothing`(owner: String, role: String) throws {
    #expect(try !Self.confirmed(owner: owner, by: role))
    #expect(try !Self.confirmed(owner: role, by: owner))
  }

  @Test func `nor does the sponsor, and letters inside a word make nobody the same`() throws {
    #expect(try !Self.confirmed(owner: "Head of care", by: "Finance partner", sponsor: "Finance Partner"))
    #expect(try Self.confirmed(owner: "CE", by: "Finance officer"))
    #expect(try Self.confirmed(owner: "Lead A", by: "Lead B"))
    #expect(try Self.confirmed(owner: "Head of care", by: "Finance partner", sponsor: "Director"))
  }

  @Test(arguments: [
    "not confirmed", "TBC", "n/a", "N/A", "-", "none", "pending", "no", "?", "to be confirmed",
    "Awaiting finance",
  ])
  func `a filler is nobody and no journal`(filler: String) throws {
    #expect(try !Self.confirmed(owner: "Head of care", by: filler))
    #expect(try !Self.confirmed(owner: "Head of care", by: "Finance partner", reference: filler))
    #expect(try !Self.confirmed(owner: filler, by: "Finance partner"))
  }

  @Test func `money posted years before the plan is none of it`() throws {
    var old = PlanStatusTests.entry()
    old.on = Self.day - 3_000
    let line = PlanStatusTests.saving()
    #expect(try PlanStatusTests.status(line, ledger: [old]).effect == .notSeen)
    old.on = Self.day - 500
    let later = try PlanStatusTests.status(line, ledger: [old]) { plan, _ in
      (plan.written, plan.start) = (Self.day - 100, Self.day - 10)
    }
    #expect(later.effect == .notSeen)
    let within = try PlanStatusTests.status(line, ledger: [old]) { plan, _ in
      (plan.written, plan.start) = (Self.day - 600, Self.day - 10)
    }
    #expect(within.status == .blue)
  }

  @Test func `the plan's own values make neither target nor saving green`() throws {
    var line = PlanStatusTests.saving()
    line.dependsOn = ["t"]
    var plan = Plan(name: "P")
    var target = Target(id: "t", name: "Agency workers")
    target.trajectory = [.init(by: Self.day - 1, value: 5)]
    (plan.savings, plan.targets) = ([line], [target])
    var evidence = PlanEvidence(asOf: Self.day)
    for (source, wanted) in [(PlanEvidence.Source.stated, Status.amber), (.returns, .green)] {
      var own = PlanEvidence.OfTarget()
      own.actuals = [.init(on: Self.day - 2, value: 5, source: source)]
      evidence.targets["t"] = own
      let status = PlanStatus(plan, evidence)
      #expect(status.targets[0].status == wanted && status.savings[0].status == wanted)
      let isSaid = status.savings[0].judgement.reasons.contains { $0.contains("plan's own") }
      #expect(isSaid == (source == .stated))
    }
  }

  @Test func `an action is done where somebody with nothing to gain says so, on something`() {
    var plan = Plan(name: "P")
    plan.sponsor = "Director"
    var stream = Stream(id: "s", name: "S")
    stream.owner = "Head of care"
    plan.streams = [stream]
    let cases = [
      ("", "Finance partner", "Minutes"), ("Officer", "TBC", "Minutes"),
      ("Officer", "Head of care", "Minutes"),
      ("Officer", "Director", "Minutes"), ("Officer", "Finance partner", "-"),
      ("Officer", "Finance partner", "Minutes"),
    ]
    plan.actions = cases.enumerated().map { number, one in
      var action = Action(id: "a\(number)", name: "A")
      (action.owner, action.stream) = (one.0, "s")
      action.done = Confirmation(on: Self.day - 9, by: one.1, evidence: one.2)
      return action
    }
    let status = PlanStatus(plan, PlanEvidence(asOf: Self.day))
    #expect(status.actions.map(\.isDelivered) == [false, false, false, false, false, true])
  }

  @Test func `a milestone that its owner alone calls done, or that is done later, is late`() throws {
    var line = PlanStatusTests.saving()
    line.after = ["m"]
    for (role, on, wanted) in [
      ("Bob", Self.day - 9, Status.amber), ("Finance partner", Self.day + 9, .amber),
      ("Finance partner", Self.day - 9, .green),
    ] {
      let one = try PlanStatusTests.status(line) { plan, evidence in
        var milestone = Milestone(id: "m", name: "Team in post")
        (milestone.due, milestone.owner) = (Self.day - 1, "Bob")
        milestone.done = Confirmation(on: on, by: role, evidence: "Minutes")
        plan.milestones = [milestone]
        evidence.savings["s"] = [Self.year: .init(expected: Money(pence: 1), chance: 0.9)]
      }
      #expect(one.status == wanted, "\(role)")
    }
  }

  @Test func `a kind that nobody said is neither green nor blue`() throws {
    var line = PlanStatusTests.saving()
    line.kind = nil
    #expect(try PlanStatusTests.status(line, ledger: [PlanStatusTests.entry()]).status == .amber)
  }

  @Test func `money said to have come after the day has not come yet`() throws {
    var line = PlanStatusTests.saving()
    line.delivered = [
      SavingLine.Delivery(
        year: Self.year, amount: Money(pence: 5),
        confirmation: Confirmation(on: Self.day + 1, by: "Finance", evidence: "J"))
    ]
    #expect(try PlanStatusTests.status(line).effect == .notSeen)
    line.delivered[0].confirmation?.on = Self.day
    #expect(try PlanStatusTests.status(line).effect == .said(Money(pence: 5)))
  }
}
