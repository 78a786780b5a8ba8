import Costing
import Testing
import Units

@Suite struct EndDateSlippageTests {
  private let record = EndDateSlippage(days: [-20, -10, 0, 0, 10, 20, 30, 40, 60, 100])

  @Test func `a planned end to come is moved by the mean of those that can still be`() throws {
    // All ten are still possible: their mean is 23.
    let end = record.expectedEnd(planned: try day("2025-09-01"), asOf: try day("2025-06-01"))
    #expect(end == (try day("2025-09-24")))
  }

  @Test func `a planned end that has passed goes by those that were as late`() throws {
    // Thirty-five days late: only 40, 60 and 100 are later, 67 on the mean.
    let end = record.expectedEnd(planned: try day("2025-06-01"), asOf: try day("2025-07-06"))
    #expect(end == (try day("2025-06-01")) + 67)
  }

  @Test func `without a record a plan to come stands, and one that has passed gets four weeks`() throws {
    let none = EndDateSlippage(days: [5, 5])
    #expect(none.mean == nil)
    #expect(
      none.expectedEnd(planned: try day("2025-09-01"), asOf: try day("2025-06-01")) == (try day("2025-09-01"))
    )
    #expect(
      none.expectedEnd(planned: try day("2025-05-01"), asOf: try day("2025-06-01")) == (try day("2025-06-29"))
    )
  }
}
