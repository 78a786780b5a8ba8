import Costing
import Support
import Testing
import Units

@Suite struct MovementTests {
  private typealias Fee = (child: String, from: String, to: String, pounds: Int, planned: String)

  private func movement(_ before: [Fee], _ after: [Fee]) throws -> Movement {
    /// A child's stay goes on while a fee of its does.
    func snapshot(_ asOf: String, _ fees: [Fee]) throws -> OutturnSnapshot {
      let stays = Dictionary(grouping: fees, by: \.child).map { child, fees in
        (child, "2024-01-01", fees.contains { $0.to.isEmpty } ? "" : fees.map(\.to).max() ?? "")
      }
      return try SmallCouncil(asOf: asOf, stays, fees: fees).outturn().snapshot
    }
    return try Movement(from: snapshot("2025-08-31", before), to: snapshot("2025-09-30", after))
  }

  @Test func `a child who starts, leaves, costs more or stays longer is a reason of its own`() throws {
    let moved = try movement(
      [
        ("A", "2024-01-01", "", 700, ""), ("B", "2024-01-01", "", 1400, "2025-12-31"),
      ],
      [
        ("A", "2024-01-01", "2025-09-21", 700, ""), ("B", "2024-01-01", "2025-10-01", 1400, "2025-12-31"),
        ("B", "2025-10-01", "", 2100, "2026-01-10"), ("C", "2025-09-11", "", 700, ""),
      ])
    #expect(moved.after - moved.before == moved.lines.reduce(.zero) { $0 + $1.amount })
    #expect(moved.total(.left) == Money(pence: -(365 - 173) * 10_000))
    #expect(moved.total(.rate) > .zero)
    #expect(moved.total(.endDate) == Money(pence: 10 * 20_000))
  }

  @Test func `nights before the earlier forecast that cost something else are a correction`() throws {
    let moved = try movement(
      [("A", "2024-01-01", "", 700, "")],
      [("A", "2024-01-01", "2025-05-01", 1400, ""), ("A", "2025-05-01", "", 700, "")])
    #expect(moved.lines.map(\.reason) == [.correction])
    #expect(moved.total(.correction) == Money(pence: 30 * 10_000))
  }

  @Test func `the lines add to the whole movement whatever changed`() throws {
    var draws = Draws { Seed(5).words($0, 0, 0, 0) }
    for _ in 0..<60 {
      func fees() -> [Fee] {
        ["A", "B", "C"].flatMap { child -> [Fee] in
          let parts = Int.random(in: 0...2, using: &draws)
          return (0..<parts).map { part in
            let month = Int.random(in: 1...6, using: &draws) + 3
            let ends = Bool.random(using: &draws) && part == 0
            return (
              child, "2025-0\(month)-05", ends ? "2025-09-1\(month % 9)" : "",
              Int.random(in: 1...9, using: &draws) * 70, Bool.random(using: &draws) ? "2025-12-24" : ""
            )
          }
        }
      }
      let moved = try movement(fees(), fees())
      #expect(moved.after - moved.before == moved.lines.reduce(.zero) { $0 + $1.amount })
    }
  }
}
