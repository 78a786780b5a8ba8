import Plans
import Reporting
import Support
import Testing
import Units

/// A plan's report: its printed figures add.
struct PlanReportTests {
  private static let year = FinancialYear(startYear: 2022)

  private func report(
    _ plan: Plan, _ ledger: [PlanEvidence.LedgerEntry] = [], _ difference: SavingsBridge.Difference? = nil,
    from year: FinancialYear = year
  ) -> PlanReport {
    let day = year.lastDay
    var evidence = PlanEvidence(asOf: day)
    evidence.ledger = ledger
    return PlanReport(
      plan: plan, status: PlanStatus(plan, evidence), effects: nil,
      bridge: SavingsBridge(plan, year: year, ledger: ledger, asOf: day, difference: difference),
      mediumTerm: MediumTerm(plan, from: year), method: [])
  }

  private func saving(_ id: String, _ amounts: [Int], from first: FinancialYear = year) -> SavingLine {
    var line = SavingLine(id: id, name: id)
    (line.owner, line.kind, line.basis) = ("Head of care", .cashableRecurring, .cumulative)
    var year = first
    for pence in amounts {
      line.years.append((year, Money(pence: pence)))
      year = year.next
    }
    return line
  }

  @Test func `the bridge's printed steps add to the effect, to the pound`() throws {
    var draws = Draws { Seed(64).words($0, 0, 0, 0) }
    for _ in 0..<500 {
      var plan = Plan(name: "P")
      plan.savings = (0..<3).map { saving("s\($0)", [Int.random(in: 1...99_999_999, using: &draws)]) }
      func money() -> Money { Money(pence: Int.random(in: -99_999_999...99_999_999, using: &draws)) }
      let ledger = [
        PlanEvidence.LedgerEntry(
          saving: "s1", year: Self.year, amount: Money(pence: Int.random(in: 1...9_999_999, using: &draws)),
          on: Self.year.firstDay, reference: "J", confirmedBy: "Finance")
      ]
      let steps = report(
        plan, ledger, .init(demand: money(), mix: money(), price: money(), other: money())
      ).bridgeSteps
      #expect(steps.dropLast().reduce(0) { $0 + $1.pounds } == steps.last?.pounds)
    }
  }

  @Test func `net at risk is approved less achieved and pressures more`() {
    var plan = Plan(name: "P")
    plan.savings = [saving("s", [267_400_000])]
    var pressure = Pressure(id: "p", name: "In the year")
    pressure.years = [(Self.year, Money(pence: 178_100_000))]
    plan.pressures = [pressure]
    let ledger = [
      PlanEvidence.LedgerEntry(
        saving: "s", year: Self.year, amount: Money(pence: 263_700_000), on: Self.year.firstDay,
        reference: "J", confirmedBy: "Finance")
    ]
    var report = report(plan, ledger)
    report.part = .bridge
    #expect(report.text().contains("Net at risk"))
    #expect(report.text().replacing("\n  ", with: " ").contains("= £1,818,000"))
  }

  @Test func `an efficiency plan shows what counts, what stands apart and its own total`() {
    var plan = Plan(name: "P")
    var secure = saving("secure", [18_000_000, 18_000_000, 18_000_000])
    secure.isVolatile = true
    plan.savings = [
      saving("commissioning", [40_000_000, 75_000_000, 150_000_000]),
      saving("staff", [0, 10_000_000, 40_000_000]), secure,
      saving("others", [18_000_000, 25_000_000, 32_000_000]),
    ]
    let text = report(plan).text()
    let totals = text.split(separator: "\n").first { $0.contains("As the plan states it") }
    for amount in ["£760,000", "£1,280,000", "£2,400,000"] { #expect(totals?.contains(amount) == true) }
    let counted = text.split(separator: "\n").first { $0.contains("Counts towards the budget") }
    #expect(counted?.contains("£580,000") == true)
  }

  @Test func `the headline adds neither years nor money that closes no gap`() {
    var plan = Plan(name: "P")
    var avoided = saving("avoided", [70_000_000])
    avoided.kind = .avoided
    let year = Self.year
    plan.savings = [
      saving("now", [10_000_000]), avoided, saving("later", [20_000_000], from: year.next),
    ]
    let words = report(plan).sentences().joined()
    #expect(words.contains("£100,000 planned for 2022/23") && words.contains("£200,000 planned for 2023/24"))
    #expect(!words.contains("300,000") && !words.contains("700,000") && words.contains("1 stands apart"))
    let totals = report(plan).text().split(separator: "\n").filter { $0.contains("All of") }
    #expect(totals.count == 2 && totals[0].contains("£100,000") && totals[1].contains("£200,000"))
  }

  @Test func `pressures beyond the four years of the table are at risk all the same`() {
    var plan = Plan(name: "P")
    var pressure = Pressure(id: "p", name: "Prices")
    let later = FinancialYear(startYear: 2030)
    pressure.years = [(later, Money(pence: 50_000_000))]
    plan.pressures = [pressure]
    let day = later.lastDay
    let own = PlanReport(
      plan: plan, status: PlanStatus(plan, PlanEvidence(asOf: day)), effects: nil,
      bridge: SavingsBridge(plan, year: later, ledger: [], asOf: day, difference: nil),
      mediumTerm: MediumTerm(plan, from: Self.year), method: [])
    var report = own
    report.part = .bridge
    #expect(report.text().replacing("\n  ", with: " ").contains("pressures £500,000 = £500,000"))
  }

  @Test func `posts of a year that states none are not known to be none`() throws {
    var plan = Plan(name: "P")
    var line = saving("s", [10_000_000, 10_000_000])
    line.posts = [(Self.year, 1)]
    plan.savings = [line]
    let text = report(plan).text()
    let row = try #require(text.split(separator: "\n").first { $0.contains("Posts (full-time)") })
    #expect(row.contains("1.0") && row.contains("–") && !row.contains("0.0"))
  }

  @Test func `the action plan and the status say the same of what is done`() {
    var plan = Plan(name: "P")
    var own = Action(id: "a", name: "Own word")
    (own.owner, own.due) = ("Head of care", Self.year.firstDay)
    own.done = Confirmation(on: Self.year.firstDay, by: "Head of care", evidence: "Mail")
    var nobody = own
    (nobody.id, nobody.owner) = ("b", "")
    plan.actions = [own, nobody]
    let actions = PlanActions(plan, asOf: Self.year.lastDay)
    #expect(actions.text(by: .due).contains("0 done"))
    #expect(actions.csv().contains("confirmed by nobody else"))
  }

  @Test func `status is never told by colour alone`() {
    #expect(Set(Status.allCases.map(\.words)).count == 5)
    #expect(Status.allCases.allSatisfy { $0.words.contains(" ") })
  }
}
