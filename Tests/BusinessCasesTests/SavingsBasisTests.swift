import BusinessCases
import Testing
import Units

/// Savings by year on two bases, and what is at risk.
struct SavingsBasisTests {
  private func savings(_ basis: SavingsBasis, _ thousands: [Int], _ name: String = "x") -> YearlySavings {
    YearlySavings(
      name: name, basis: basis, first: FinancialYear(startYear: 2011),
      amounts: thousands.map { Money(pence: $0 * 100_000) })
  }

  private func thousands(_ amounts: [Money]) -> [Int] { amounts.map { $0.pence / 100_000 } }

  @Test func `a plan of 760, 1,280 and 2,400 ties to 2,400 only if it is cumulative`() throws {
    let rows = [
      [400, 750, 1500], [0, 100, 400], [180, 180, 180], [50, 50, 50], [130, 130, 130], [0, 70, 140],
    ].map { savings(.cumulative, $0) }
    let all = try #require(try YearlySavings.total(rows))
    #expect(thousands(all.cumulative) == [760, 1280, 2400])
    #expect(thousands(all.incremental) == [760, 520, 1120])
    #expect(all.readAsIncremental == Money(pence: 4_440 * 100_000))
  }

  @Test func `one basis turned into the other and back is the same`() {
    let stated = savings(.cumulative, [760, 1280, 2400])
    let new = YearlySavings(
      name: "x", basis: .incremental, first: stated.first, amounts: stated.incremental)
    #expect(new.cumulative == stated.cumulative && new.incremental == stated.incremental)
  }

  @Test func `rows on two bases are not added, and the refusal names them`() {
    let mixed = [savings(.cumulative, [1, 2], "fees"), savings(.incremental, [1, 1], "staff")]
    #expect(throws: CaseFault.mixedBases(incremental: ["staff"], cumulative: ["fees"])) {
      try YearlySavings.total(mixed)
    }
    let words = CaseFault.mixedBases(incremental: ["staff"], cumulative: ["fees"]).description
    #expect(words.contains("“staff” new in each year (incremental), “fees” all that is saved"))
  }

  @Test(arguments: [
    (approved: 2674, achieved: 2637, pressure: 1781, net: 1818),
    (approved: 10509, achieved: 9490, pressure: 3709, net: 4728),
  ])
  func `what is at risk is what was approved, less what was achieved, plus the year's pressures`(
    _ line: (approved: Int, achieved: Int, pressure: Int, net: Int)
  ) {
    func money(_ thousands: Int) -> Money { Money(pence: thousands * 100_000) }
    let risk = NetAtRisk(
      approved: money(line.approved), achieved: money(line.achieved), pressure: money(line.pressure))
    #expect(risk.net == money(line.net))
    #expect((risk + risk).net == money(2 * line.net))
  }
}
