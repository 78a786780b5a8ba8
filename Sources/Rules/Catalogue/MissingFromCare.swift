import Returns
import Units

/// Missing from care: absences by themselves, against the child's others, and against the episodes of care.
extension RuleBook {
  static let missing: [Rule] = missingRows + missingInCare

  private static let missingRows: [Rule] = [
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
    Rule(
      "564", .error, "The child was missing or away, but the day it started is blank.",
      action: "Enter MIS_START.", reads: [.now(.missing, "MISSING", "MIS_START")],
      check: .each(\.missing) { row, _ in (row.kind == "M" || row.kind == "A") && row.start.isBlank }),
    Rule(
      "565", .error, "There is a day the absence started, but not whether the child was missing or away.",
      action: "Enter M or A in MISSING.", reads: [.now(.missing, "MISSING", "MIS_START")],
      check: .each(\.missing) { row, _ in row.start.isWritten && row.kind.isEmpty }),
    Rule(
      "566", .error, "There is a day the absence ended, but not whether the child was missing or away.",
      action: "Enter M or A in MISSING.", reads: [.now(.missing, "MISSING", "MIS_END")],
      check: .each(\.missing) { row, _ in row.end.isWritten && row.kind.isEmpty }),
    Rule(
      "570", .error, "The absence starts after the collection year.",
      action: "Correct MIS_START, or report the absence in its own year.",
      reads: [.now(.missing, "MIS_START")],
      check: .each(\.missing) { row, year in row.start > year.end }),
    Rule(
      "571", .error, "The absence ends outside the collection year.",
      action: "Correct MIS_END, or report the absence in its own year.", reads: [.now(.missing, "MIS_END")],
      check: .each(\.missing) { row, year in row.end < year.start || row.end > year.end }),
    Rule(
      "576", .error,
      "An absence was open at the end of last year, and this year's first does not continue it.",
      action: "Repeat last year's open absence with the same MIS_START, or correct it.",
      reads: [.now(.missing, "MIS_START"), .last(.missing, "MIS_START", "MIS_END")],
      fields: ["CHILD", "MIS_START"],
      check: .byChild(\.missing) { rows, year, flags in
        guard let first = rows.min(by: { $0.start.order < $1.start.order }), let last = year.last else {
          return
        }
        let open = last.missing[first.child].filter { $0.end.isBlank && $0.start.isKnown }
        if open.contains(where: { !($0.start == first.start) }) { flags.add(first) }
      }),
    Rule(
      "586", .error, "The absence starts on or before the date of birth.",
      action: "Correct MIS_START or DOB.", reads: [.now(.missing, "DOB", "MIS_START")],
      check: .each(\.missing) { row, _ in row.start <= row.dob }),
    Rule(
      "1004", .error, "The day the absence started is missing or not a date.",
      action: "Enter MIS_START as dd/mm/yyyy.", reads: [.now(.missing, "MIS_START")],
      check: .each(\.missing) { row, year in !row.start.isKnown || year.isMisread(row, "MIS_START") }),
    Rule(
      "1005", .error, "The day the absence ended is not a date.",
      action: "Enter MIS_END as dd/mm/yyyy, or leave it blank.", reads: [.now(.missing, "MIS_END")],
      check: .each(\.missing) { row, year in row.end.isUnreadable || year.isMisread(row, "MIS_END") }),
  ]

  private static let missingInCare: [Rule] = [
    Rule(
      "575", .error, "The episode in which the child went missing has ended, but the absence has no end.",
      action: "Enter MIS_END, at the latest the day the episode ended.",
      reads: [.now(.missing, "MIS_START", "MIS_END"), .now(.episodes, "DECOM", "DEC")], fields: ["MIS_END"],
      check: .each(\.missing) { row, year in
        row.end.isBlank
          && year.now.episodes[row.child].contains { $0.decom <= row.start && row.start <= $0.dec }
      }),
    Rule(
      "577", .error, "The absence lies in no period of care, or is still open after care has ended.",
      action: "Enter or correct MIS_END, or correct the episodes.",
      reads: [.now(.missing, "MIS_START", "MIS_END"), .now(.episodes, "DECOM", "DEC")], fields: ["MIS_END"],
      check: .each(\.missing) { row, year in
        year.now.isOutsideCare(row.child, from: row.start, to: row.end)
      }),
    Rule(
      "578", .error, "The absence starts in none of the child's periods of care.",
      action: "Correct MIS_START, or DECOM and DEC of the episodes.",
      reads: [.now(.missing, "MIS_START"), .now(.episodes, "DECOM", "DEC")], fields: ["MIS_START"],
      check: .each(\.missing) { row, year in
        let periods = year.now.carePeriods(of: row.child)
        return !periods.isEmpty && periods.allSatisfy { row.start < $0.start || row.start > $0.end }
      }),
    Rule(
      "580", .error, "Care ends on the 18th birthday, with the child missing, for another reason than E8.",
      action: "Enter E8 in REC, or correct the dates.",
      reads: [.now(.episodes, "DEC", "REC"), .now(.missing, "DOB", "MIS_END")], fields: ["REC"],
      effect: .exits,
      check: .each(\.episodes) { e, year in
        e.rec != "E8"
          && year.now.missing[e.child].contains { $0.end == e.dec && $0.dob.adding(years: 18) == e.dec }
      }),
    Rule(
      "581", .error, "The absence starts when the child is in no episode of care.",
      action: "Correct MIS_START, or DECOM and DEC of the episodes.",
      reads: [.now(.missing, "MIS_START"), .now(.episodes, "DECOM", "DEC")], fields: ["MIS_START"],
      check: .each(\.missing) { row, year in
        let episodes = year.now.episodes[row.child]
        guard !episodes.isEmpty, row.start.isKnown else { return false }
        return !episodes.contains { $0.decom <= row.start && !(row.start > $0.dec) }
      }),
  ]
}

extension MissingRow {
  /// Order of a child's rows: by the end, where not known the start, then the start, open ones after ended ones.
  fileprivate var order: [Int32] {
    [end.isKnown ? end.order : start.order, start.order, end.order, place.source, place.row]
  }
}
