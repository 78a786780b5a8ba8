import Costing
import Foundation
import Units

/// An outturn's snapshot as a run keeps it, so that what is signed off is what was shown.
extension ClosedMonth {
  /// What an application's store calls its one council: the council's own name may change.
  static let council = "the council"
  /// Under which name a run keeps it.
  static let kept = "snapshot"

  private struct Kept: Codable {
    struct Row: Codable {
      let child: String, kind: String, placement: String, weekly: Int, incurred: [Int], nights: Int
      let committed: Int
    }
    struct Next: Codable {
      let lastDay: String, cost: Int, low: Int, high: Int
    }
    let year: Int, asOf: String, rows: [Row], leaversAndMoves: Int, newStarts: Int, adjustments: Int
    let undriven: Int, range: [Int]?, next: Next?
  }

  static func text(of snapshot: OutturnSnapshot) throws -> String {
    let kept = Kept(
      year: snapshot.year.startYear, asOf: snapshot.asOf.description,
      rows: snapshot.rows.map {
        Kept.Row(
          child: $0.child.revealed, kind: $0.kind.rawValue, placement: $0.placement,
          weekly: $0.weekly.pencePerWeek, incurred: $0.incurredByMonth.map(\.pence), nights: $0.nightsAhead,
          committed: $0.committed.pence)
      }, leaversAndMoves: snapshot.leaversAndMoves.pence, newStarts: snapshot.newStarts.pence,
      adjustments: snapshot.adjustments.pence, undriven: snapshot.undriven.pence,
      range: snapshot.range.map { [$0.lowerBound, $0.upperBound] },
      next: snapshot.nextMonth.map {
        Kept.Next(
          lastDay: $0.lastDay.description, cost: $0.cost.pence, low: $0.range.lowerBound,
          high: $0.range.upperBound)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(kept), as: UTF8.self)
  }

  /// The snapshot that a run kept; nil where it kept none.
  static func snapshot(in result: RunResult) -> OutturnSnapshot? {
    guard let text = result.kept?[kept],
      let own = try? JSONDecoder().decode(Kept.self, from: Data(text.utf8)), let asOf = CivilDay(own.asOf)
    else { return nil }
    let rows = own.rows.compactMap { row -> OutturnSnapshot.Row? in
      guard let child = ChildID(row.child), let kind = FeeKind(rawValue: row.kind) else { return nil }
      return OutturnSnapshot.Row(
        child: child, kind: kind, placement: row.placement, weekly: WeeklyRate(pencePerWeek: row.weekly),
        incurredByMonth: row.incurred.map { Money(pence: $0) }, nightsAhead: row.nights,
        committed: Money(pence: row.committed))
    }
    let next = own.next.flatMap { next in
      CivilDay(next.lastDay).map {
        OutturnSnapshot.MonthExpected(
          lastDay: $0, cost: Money(pence: next.cost), range: next.low...max(next.low, next.high))
      }
    }
    guard rows.count == own.rows.count, (next == nil) == (own.next == nil) else { return nil }
    return OutturnSnapshot(
      year: FinancialYear(startYear: own.year), asOf: asOf, rows: rows,
      leaversAndMoves: Money(pence: own.leaversAndMoves), newStarts: Money(pence: own.newStarts),
      adjustments: Money(pence: own.adjustments), undriven: Money(pence: own.undriven),
      range: own.range.flatMap { $0.count == 2 ? $0[0]...max($0[0], $0[1]) : nil }, nextMonth: next)
  }
}
