import Costing
import Operations
import Support
import Testing
import Units

@testable import Store

/// A month that is signed off is locked, comes back as it was, and keeps who opened it again and why.
struct OutturnStoreTests {
  private func month(_ asOf: String, committed: Int = 500_000) throws -> ClosedMonth {
    let day = try #require(CivilDay(asOf))
    let row = OutturnSnapshot.Row(
      child: try #require(ChildID("000123")), kind: .directPayment, placement: "PL1",
      weekly: WeeklyRate(pencePerWeek: 12_345),
      incurredByMonth: (0..<12).map { Money(pence: $0 * 100 - 50) }, nightsAhead: 42,
      committed: Money(pence: committed))
    return ClosedMonth(
      council: "Wrenfield",
      snapshot: OutturnSnapshot(
        year: FinancialYear(startYear: 2025), asOf: day, rows: [row], leaversAndMoves: Money(pence: -7),
        newStarts: Money(pence: 9), adjustments: Money(pence: 11), undriven: Money(pence: 13),
        range: 100...200,
        nextMonth: .init(lastDay: day + 31, cost: Money(pence: 70), range: 60...80)),
      closedAt: "2025-10-05T09:30:00Z", closedBy: "Finance partner")
  }

  @Test func `a closed month comes back as it was`() throws {
    let folder = try TemporaryFolder()
    let month = try month("2025-09-30")
    #expect(try StoreFile(at: folder.path + "/s.sqlite").council.outturns.close(month))
    let again = try StoreFile(at: folder.path + "/s.sqlite").council.outturns
    #expect(try again.months(of: "Wrenfield", FinancialYear(startYear: 2025)) == [month])
    #expect(try again.months(of: "Wrenfield", FinancialYear(startYear: 2024)).isEmpty)
    #expect(try again.months(of: "Elsewhere", FinancialYear(startYear: 2025)).isEmpty)
  }

  @Test func `a closed month can't be closed over, only opened again, which is kept`() throws {
    let folder = try TemporaryFolder()
    let outturns = try StoreFile(at: folder.path + "/s.sqlite").council.outturns
    let (first, second) = (try month("2025-09-30"), try month("2025-09-30", committed: 600_000))
    let day = first.snapshot.asOf
    #expect(try outturns.close(first))
    #expect(try !outturns.close(second))
    let reopening = ClosedMonth.Reopening(
      at: "2025-10-06T10:00:00Z", by: "Head of finance", reason: "Invoices")
    #expect(try outturns.reopen("Wrenfield", asOf: day, reopening))
    #expect(try !outturns.reopen("Wrenfield", asOf: day, reopening))
    #expect(try outturns.close(second))
    let months = try outturns.months(of: "Wrenfield", FinancialYear(startYear: 2025))
    #expect(months.map(\.reopening) == [reopening, nil])
    #expect(months.map { $0.snapshot.rows[0].committed } == [Money(pence: 500_000), Money(pence: 600_000)])
  }
}
