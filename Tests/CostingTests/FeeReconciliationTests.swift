import Care
import Costing
import Support
import Testing
import Units

@Suite struct FeeReconciliationTests {
  private func reconciled(
    _ stays: [(child: String, from: String, to: String)],
    fees: [(child: String, from: String, to: String, pounds: Int, planned: String)]
  ) throws -> FeeReconciliation {
    let council = try SmallCouncil(asOf: "2025-03-31", stays, fees: fees)
    let days = try #require(DayRange(from: try day("2024-04-01"), upTo: try day("2025-04-01")))
    let match = FeeMatch(council.ledger, council.histories, days: days)
    return FeeReconciliation(match, council.histories, prices: council.prices)
  }

  private func told(_ found: FeeReconciliation) -> [String] {
    found.findings.map {
      "\($0.kind.rawValue): \($0.days.start) \($0.nights) nights £\($0.gross.plainPounds)"
    }
  }

  @Test func `a ledger that covers its stays has nothing to find`() throws {
    let found = try reconciled(
      [("A", "2024-01-01", "2024-07-01"), ("B", "2024-06-01", "")],
      fees: [
        ("A", "2024-01-01", "2024-04-01", 690, ""), ("A", "2024-04-01", "2024-07-01", 700, ""),
        ("B", "2024-06-01", "", 700, ""),
      ])
    #expect(told(found) == [])
    #expect(found.fees == found.matched && found.fees.nights == 91 + 304)
    #expect(found.fees.gross == Money(pence: (91 + 304) * 10_000))
    #expect(found.nightsInCare == found.matched.nights && found.staysByDefault == 0 && found.stays == 2)
  }

  @Test func `nights without a fee are priced from the list`() throws {
    let found = try reconciled(
      [("A", "2024-05-01", "2024-07-01"), ("B", "2024-06-01", "2024-06-08")],
      fees: [("A", "2024-05-04", "2024-06-30", 800, "")])
    #expect(
      told(found) == [
        "nights without a fee: 2024-05-01 3 nights £300.00",
        "nights without a fee: 2024-06-30 1 nights £100.00",
        "nights without a fee: 2024-06-01 7 nights £700.00",
      ])
    #expect(found.staysByDefault == 1)
  }

  @Test func `fees without a stay are told apart by what the child did`() throws {
    let found = try reconciled(
      [("A", "2024-05-01", "2024-06-01"), ("A", "2024-09-01", "2024-10-01")],
      fees: [
        ("A", "2024-04-29", "2024-06-03", 700, ""), ("A", "2024-07-01", "2024-07-08", 700, ""),
        ("A", "2024-09-01", "2024-10-01", 700, ""), ("Z", "2024-05-01", "2024-05-03", 700, ""),
      ])
    #expect(
      told(found) == [
        "fee for a child not in the returns: 2024-05-01 2 nights £200.00",
        "paid after leaving: 2024-06-01 2 nights £200.00",
        "paid before the start: 2024-04-29 2 nights £200.00",
        "fee without a stay: 2024-07-01 7 nights £700.00",
      ])
  }

  @Test func `two fees for a night are one fee and one finding`() throws {
    let found = try reconciled(
      [("A", "2024-05-01", "2024-06-01")],
      fees: [("A", "2024-05-01", "2024-05-12", 700, ""), ("A", "2024-05-10", "2024-06-01", 1400, "")])
    #expect(told(found) == ["overlapping fees: 2024-05-10 2 nights £200.00"])
    #expect(found.matched.nights == 31)
  }

  @Test func `a jump is one without a move, on no uplift date`() throws {
    let found = try reconciled(
      [("A", "2024-01-01", "")],
      fees: [
        ("A", "2024-01-01", "2024-04-01", 700, ""), ("A", "2024-04-01", "2024-05-01", 1400, ""),
        ("A", "2024-05-01", "2024-06-01", 1890, ""), ("A", "2024-06-01", "2024-06-08", 2800, ""),
        ("A", "2024-06-08", "", 1680, ""),
      ])
    #expect(told(found) == ["implausible jump: 2024-06-01 7 nights £910.00"])
  }

  @Test(arguments: 0..<60)
  func `fees are matched or not, to the penny, whatever the ledger`(run: Int) throws {
    var draws = Draws { Seed(UInt64(run)).words($0, 7, 0, 0) }
    func date() -> String {
      (CivilDay(year: 2024, month: 3, day: 1)! + Int.random(in: 0..<420, using: &draws)).description
    }
    var stays: [(child: String, from: String, to: String)] = []
    var fees: [(child: String, from: String, to: String, pounds: Int, planned: String)] = []
    for child in ["A", "B", "C", "D"] {
      let days = Set((0..<4).map { _ in date() }).sorted()
      for (from, to) in zip(days, days.dropFirst()) where Bool.random(using: &draws) {
        stays.append((child, from, to))
      }
      for _ in 0..<Int.random(in: 0..<7, using: &draws) {
        let pair = [date(), date()].sorted()
        fees.append(
          (
            child, pair[0], Bool.random(using: &draws) ? pair[1] : "",
            Int.random(in: 0..<9000, using: &draws), ""
          ))
      }
    }
    guard !stays.isEmpty else { return }
    let council = try SmallCouncil(asOf: "2025-03-31", stays, fees: fees)
    let days = try #require(DayRange(from: try day("2024-04-01"), upTo: try day("2025-04-01")))
    let match = FeeMatch(council.ledger, council.histories, days: days)
    let found = FeeReconciliation(match, council.histories, prices: council.prices)
    let all = council.ledger.lines.reduce(Money.zero) { $0 + $1.weekly.cost(ofNights: $1.nights(in: days)) }
    #expect(found.fees.gross == all && found.fees.council == all)
    #expect(found.matched.gross + found.overlapping.gross + found.withoutStay.gross == all)
    #expect(found.fees.nights == council.ledger.lines.reduce(0) { $0 + $1.nights(in: days) })
    let without = [FeeFinding.Kind.unknownChild, .afterLeaving, .beforeStart, .noStay].map(found.total)
    #expect(without.reduce(Money.zero) { $0 + $1.gross } == found.withoutStay.gross)
    #expect(found.total(.overlap) == found.overlapping)
    #expect(found.nightsInCare == found.matched.nights + found.total(.noFee).nights)
    for (index, stay) in council.histories.stays.enumerated() {
      for piece in match.pieces(ofStay: index) {
        #expect(stay.start <= piece.days.start && piece.days.end <= stay.end ?? .distantFuture)
        #expect(
          match.fee(ofStay: index, on: piece.days.start)?.place == council.ledger.lines[piece.line].place)
      }
    }
  }

  @Test func `a stay's fee at today's prices is its last, uplifted as the list`() throws {
    let council = try SmallCouncil(
      asOf: "2025-09-30",
      [("A", "2023-05-01", "2023-07-01"), ("B", "2024-06-01", ""), ("C", "2025-05-01", "")],
      fees: [
        ("A", "2023-05-01", "2023-06-01", 500, ""), ("A", "2023-06-01", "2023-07-01", 600, ""),
        ("B", "2024-06-01", "", 900, ""),
      ],
      uplift: 1000)
    let pence = FeeMatch(council.ledger, council.histories).weeklyPence(
      council.histories, prices: council.prices)
    // Two uplifts of a tenth since July 2023.
    #expect(pence == [72_600, 90_000, nil])
  }
}
