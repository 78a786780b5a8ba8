import Returns
import Units

/// Missing from care.
extension RuleBook {
  static let missing: [Rule] = [
    Rule(
      "567", .error, "The child was found before going missing.",
      action: "Correct MIS_START or MIS_END.", reads: [.now(.missing, "MIS_START", "MIS_END")],
      check: .each(\.missing) { row, _ in row.start > row.end }),
    Rule(
      "574", .error, "The child went missing before an earlier time away had ended.",
      action: "Enter or correct MIS_END of the earlier time, or MIS_START of this one.",
      reads: [.now(.missing, "MIS_START", "MIS_END")],
      check: .byChild(\.missing) { rows, _, flags in
        let inOrder = rows.sorted { $0.order.lexicographicallyPrecedes($1.order) }
        for (before, row) in zip(inOrder, inOrder.dropFirst())
        where !before.end.isKnown || row.start < before.end {
          flags.add(row)
        }
      }),
    Rule(
      "1006", .error, "The kind of missing episode is not a code.",
      action: "Enter M or A.", reads: [.now(.missing, "MISSING")],
      check: .each(\.missing) { row, year in !row.kind.isEmpty && !year.isValid(row.kind, "MISSING") }),
  ]
}

extension MissingRow {
  /// Order of a child's rows: by the end, where not known the start, then the start, open ones after ended ones.
  fileprivate var order: [Int32] {
    [end.isKnown ? end.order : start.order, start.order, end.order, place.source, place.row]
  }
}
