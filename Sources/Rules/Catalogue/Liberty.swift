import Returns
import Units

/// Deprivation of liberty orders, returned since 2026/27.
extension RuleBook {
  static let liberty: [Rule] = orders + ordersInCare

  private static let orders: [Rule] = [
    Rule(
      "700", .error, "The day the order started is missing or not a date.",
      action: "Enter DOLO_START as dd/mm/yyyy.", reads: [.now(.deprivationOfLiberty, "DOLO_START")],
      years: from(2026),
      check: .each(\.dolo) { row, year in !row.start.isKnown || year.isMisread(row, "DOLO_START") }),
    Rule(
      "701", .error, "The day the order ended is not a date.",
      action: "Enter DOLO_END as dd/mm/yyyy, or leave it blank.",
      reads: [.now(.deprivationOfLiberty, "DOLO_END")], years: from(2026),
      check: .each(\.dolo) { row, year in row.end.isUnreadable || year.isMisread(row, "DOLO_END") }),
    Rule(
      "702", .error, "The order ends on or before the day it starts.",
      action: "Correct DOLO_START or DOLO_END.",
      reads: [.now(.deprivationOfLiberty, "DOLO_START", "DOLO_END")], years: from(2026),
      check: .each(\.dolo) { row, _ in row.end <= row.start }),
    Rule(
      "703", .error, "The order starts after the collection year.",
      action: "Correct DOLO_START, or report the order in its own year.",
      reads: [.now(.deprivationOfLiberty, "DOLO_START")], years: from(2026),
      check: .each(\.dolo) { row, year in row.start > year.end }),
    Rule(
      "704", .error, "The order ends outside the collection year.",
      action: "Correct DOLO_END, or report the order in its own year.",
      reads: [.now(.deprivationOfLiberty, "DOLO_END")], years: from(2026),
      check: .each(\.dolo) { row, year in row.end < year.start || row.end > year.end }),
    Rule(
      "705", .error, "The order starts before the one before it is known to have ended.",
      action: "Enter or correct DOLO_END of the earlier order, or DOLO_START of this one.",
      reads: [.now(.deprivationOfLiberty, "DOLO_START", "DOLO_END")], years: from(2026),
      check: .byChild(\.dolo) { rows, _, flags in
        let rows = rows.sorted { ($0.reach.order, $0.start.order) < ($1.reach.order, $1.start.order) }
        for (before, row) in zip(rows, rows.dropFirst())
        where !before.end.isKnown || row.start < before.end { flags.add(row) }
      }),
    Rule(
      "706", .error,
      "The order was open at the end of last year, and this year's return has no order of that start.",
      action: "Repeat the order with the same DOLO_START, with DOLO_END if it has ended.",
      reads: [
        .now(.deprivationOfLiberty, "DOLO_START"), .last(.deprivationOfLiberty, "DOLO_START", "DOLO_END"),
      ], years: from(2026),
      check: .whole { year, flags in
        for row in year.last?.dolo.rows ?? [] where row.end.isBlank && row.start.isKnown {
          if !year.now.dolo[row.child].contains(where: { $0.start == row.start }) { flags.add(row) }
        }
      }),
    Rule(
      "708", .error, "The order starts on or before the date of birth.", action: "Correct DOLO_START or DOB.",
      reads: [.now(.deprivationOfLiberty, "DOB", "DOLO_START")], years: from(2026),
      check: .each(\.dolo) { row, _ in row.start <= row.dob }),
  ]

  private static let ordersInCare: [Rule] = [
    Rule(
      "707", .error, "The order lies in no period of care, or is still open after care has ended.",
      action: "Enter or correct DOLO_END, or correct the episodes.",
      reads: [.now(.deprivationOfLiberty, "DOLO_START", "DOLO_END"), .now(.episodes, "DECOM", "DEC")],
      fields: ["DOLO_END"], years: from(2026),
      check: .each(\.dolo) { row, year in
        year.now.isOutsideCare(row.child, from: row.start, to: row.end)
      }),
    Rule(
      "709", .query, "During the order the child is in a kind of placement in which none is expected.",
      action: "Check the order's dates and the placement: K2, Z12 or Z13 are expected.",
      reads: [
        .now(.deprivationOfLiberty, "DOLO_START", "DOLO_END"), .now(.episodes, "DECOM", "DEC", "PLACE"),
      ],
      fields: ["DOLO_START", "PLACE"], effect: .category, years: from(2026),
      check: during { !["K2", "Z12", "Z13"].contains($0) }),
    Rule(
      "710", .error, "During the order the child is in a kind of placement in which there can be none.",
      action: "Correct the order's dates or the placement: it can't be K1, K3, P1 or R5.",
      reads: [
        .now(.deprivationOfLiberty, "DOLO_START", "DOLO_END"), .now(.episodes, "DECOM", "DEC", "PLACE"),
      ],
      fields: ["DOLO_START", "PLACE"], effect: .category, years: from(2026),
      check: during { ["K1", "K3", "P1", "R5"].contains($0) }),
  ]

  /// Ended orders and the child's episodes that touch them, where the placement fails.
  private static func during(_ fails: @escaping @Sendable (_ placement: Code) -> Bool) -> Check {
    .whole { year, flags in
      for order in year.now.dolo.rows where order.start.isKnown {
        for e in year.now.episodes[order.child]
        where e.decom <= order.end && (e.isOpen || order.start <= e.dec) && fails(e.placement) {
          flags.add(order)
          flags.add(e)
        }
      }
    }
  }
}

extension DoLoRow {
  /// The day up to which the order is known to reach.
  fileprivate var reach: Day { end.isKnown ? end : start }
}
