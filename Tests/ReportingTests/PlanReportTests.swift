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

  @Test func `status is never told by colour alone`() {
    #expect(Set(Status.allCases.map(\.words)).count == 5)
    #expect(Status.allCases.allSatisfy { $0.words.contains(" ") })
  }
}
