import Returns
import Units

/// One social worker episode against the child's others.
extension RuleBook {
  static let workerHistories: [Rule] = [
    Rule(
      "SW08STG2", .error, "The social worker episode has no end, but another starts after it.",
      action: "Enter SW_DEC.", reads: [.now(.socialWorker, "SW_DECOM", "SW_DEC")], fields: ["SW_DEC"],
      years: from(2023),
      check: histories { rows, _, flags in
        let started = rows.filter { $0.start.isKnown }
        flags.add(started.dropLast().filter { $0.end.isBlank })
      }),
    Rule(
      "SW10STG2", .query,
      "The social worker episode starts more than a week before or after the one before it ends.",
      action: "Correct SW_DECOM, or SW_DEC of the earlier episode.",
      reads: [.now(.socialWorker, "SW_DECOM", "SW_DEC")], fields: ["SW_DECOM"], years: from(2023),
      check: histories { rows, year, flags in
        for (before, row) in zip(rows, rows.dropFirst()) where row.reason != "FCONTA" || !year.isFrom(2024) {
          if !row.starts(within: 7, ofTheEndOf: before) { flags.add(row) }
        }
      }),
    Rule(
      "SW10bSTG2", .error, "A first contact starts before the social worker episode before it has ended.",
      action: "Correct SW_DECOM or SW_REASON, or SW_DEC of the earlier episode.",
      reads: [.now(.socialWorker, "SW_DECOM", "SW_DEC", "SW_REASON")], fields: ["SW_DECOM", "SW_REASON"],
      years: from(2025),
      check: histories { rows, _, flags in
        for (before, row) in zip(rows, rows.dropFirst())
        where row.reason == "FCONTA" && row.start <= before.end { flags.add(row) }
      }),
    Rule(
      "SW11aSTG2", .query,
      "The social worker episode before ended in the year, and this one does not follow it.",
      action: "Report the social workers between, or correct SW_DECOM or the earlier SW_DEC.",
      reads: [.now(.socialWorker, "SW_DECOM", "SW_DEC")], years: 2023...2023,
      check: histories { rows, year, flags in
        for (before, row) in zip(rows, rows.dropFirst())
        where before.end <= year.end + -5 && !row.starts(within: 5, ofTheEndOf: before) { flags.add(row) }
      }),
    Rule(
      "SW11bSTG2", .query, "The child's last social worker episode ended in the last days of the year.",
      action: "Report the social worker who followed, with SW_DECOM, or correct SW_DEC.",
      reads: [.now(.socialWorker, "SW_DECOM", "SW_DEC")], years: from(2023),
      check: histories { rows, year, flags in
        let lastDays = { (day: Day) in year.end + -5 <= day && day <= year.end }
        for (before, row) in zip(rows, rows.dropFirst())
        where row.start.isBlank && lastDays(before.end) { flags.add(row) }
        let started = rows.filter { $0.start.isKnown }
        guard let last = rows.count == 1 ? rows.first : started.last, lastDays(last.end) else { return }
        if rows.count == 1 || started.dropLast().last.map({ $0.start < last.end }) ?? false {
          flags.add(last)
        }
      }),
    Rule(
      "SW14STG2", .error, "The social worker episode has no end, but is not the child's last.",
      action: "Enter SW_DEC.", reads: [.now(.socialWorker, "SW_DECOM", "SW_DEC")], fields: ["SW_DEC"],
      years: 2023...2023,
      check: histories { rows, _, flags in flags.add(rows.dropLast().filter { $0.end.isBlank }) }),
    Rule(
      "SW17STG2", .error,
      "The child's last social worker episode has ended: none is open at the end of the year.",
      action: "Report the social worker at the end of the year, or remove SW_DEC.",
      reads: [.now(.socialWorker, "SW_DECOM", "SW_DEC")], years: from(2025),
      check: histories { rows, _, flags in
        let last = rows.last { $0.start.isKnown } ?? rows.last
        if let last, last.end.isWritten { flags.add(last) }
      }),
    Rule(
      "SW19STG2", .error, "Two social worker episodes of the child start on one day.",
      action: "Correct SW_DECOM, or remove the row that is there twice.",
      reads: [.now(.socialWorker, "SW_DECOM")], years: from(2025),
      check: histories { rows, _, flags in
        for (before, row) in zip(rows, rows.dropFirst()) where row.start == before.start {
          flags.add(before)
          flags.add(row)
        }
      }),
  ]

  /// A child's rows in order of SW_DECOM, then SW_DEC, blank dates last.
  private static func histories(
    _ mark: @escaping @Sendable ([SocialWorkerRow], Collection, inout Flags) -> Void
  ) -> Check {
    .byChild(\.socialWorkers) { rows, year, flags in
      mark(rows.sorted { ($0.start.order, $0.end.order) < ($1.start.order, $1.end.order) }, year, &flags)
    }
  }
}

extension SocialWorkerRow {
  /// Whether it starts at most so many days before or after another has ended; a blank date never does, one that can't
  /// be read may.
  fileprivate func starts(within days: Int32, ofTheEndOf before: SocialWorkerRow) -> Bool {
    if start.isUnreadable || before.end.isUnreadable { return true }
    return before.end + -days <= start && start <= before.end + days
  }
}
