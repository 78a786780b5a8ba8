import Plans
import Testing
import Units

/// The check of parts of a year and the table of years read an incremental line alike.
struct PartYearTests {
  private static let year = FinancialYear(startYear: 2025)

  private func finds(_ amounts: [Int], _ basis: SavingBasis, start: CivilDay?) -> Bool {
    var line = SavingLine(id: "s", name: "S")
    (line.kind, line.basis, line.start) = (.cashableRecurring, basis, start)
    line.years = zip([Self.year, Self.year.next], amounts).map { ($0, Money(pence: $1 * 100)) }
    var plan = Plan(name: "P")
    plan.savings = [line]
    return PlanChecker.findings(in: plan).contains { $0.rule == "part-year-missing" }
  }

  @Test func `an incremental line whose next year brings the rest is none`() {
    #expect(!finds([90_000, 90_000], .incremental, start: Self.year.firstDay + 183))
    #expect(finds([90_000], .incremental, start: Self.year.firstDay + 183))
  }
}
