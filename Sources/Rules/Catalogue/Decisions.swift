import Returns
import Units

/// Decisions that a child should be placed for adoption.
extension RuleBook {
  static let decisions: [Rule] = decisionItems + decisionsAndEpisodes + decisionsLastYear

  /// What is written about a decision, by itself and against the child's other decisions.
  private static let decisionItems: [Rule] = [
    Rule(
      "115", .error, "The date of the decision to place the child for adoption is not a date.",
      action: "Enter DATE_PLACED as dd/mm/yyyy.", reads: [.now(.placedForAdoption, "DATE_PLACED")],
      check: .each(\.placed) { row, year in year.isMisread(row, "DATE_PLACED") }),
    Rule(
      "116", .error,
      "The date on which the decision to place the child for adoption was reversed is not a date.",
      action: "Enter DATE_PLACED_CEASED as dd/mm/yyyy.",
      reads: [.now(.placedForAdoption, "DATE_PLACED_CEASED")],
      check: .each(\.placed) { row, year in year.isMisread(row, "DATE_PLACED_CEASED") }),
    Rule(
      "119", .error, "The reversal of a decision has a date without a reason, or a reason without a date.",
      action: "Enter both DATE_PLACED_CEASED and REASON_PLACED_CEASED, or neither.",
      reads: [.now(.placedForAdoption, "DATE_PLACED_CEASED", "REASON_PLACED_CEASED")],
      check: .each(\.placed) { row, _ in row.ceased.isBlank != row.reason.isEmpty }),
    Rule(
      "120", .error, "The reason for reversing the decision is not one of the codes.",
      action: "Enter RD1, RD2, RD3 or RD4.", reads: [.now(.placedForAdoption, "REASON_PLACED_CEASED")],
      check: .each(\.placed) { row, year in
        !row.reason.isEmpty && !year.isValid(row.reason, "REASON_PLACED_CEASED")
      }),
    Rule(
      "522", .error, "The decision to place the child for adoption was reversed before it was taken.",
      action: "Correct DATE_PLACED or DATE_PLACED_CEASED.",
      reads: [.now(.placedForAdoption, "DATE_PLACED", "DATE_PLACED_CEASED")],
      check: .each(\.placed) { row, _ in row.ceased < row.placed }),
    Rule(
      "563", .error, "A decision was reversed, but the date on which it was taken is missing.",
      action: "Enter DATE_PLACED.",
      reads: [.now(.placedForAdoption, "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED")],
      check: .each(\.placed) { row, _ in
        row.placed.isBlank && row.ceased.isWritten && !row.reason.isEmpty
      }),
    Rule(
      "579", .error, "A new decision was taken while the one before still stood.",
      action: "Enter DATE_PLACED_CEASED of the earlier decision, or correct the dates.",
      reads: [.now(.placedForAdoption, "DATE_PLACED", "DATE_PLACED_CEASED")],
      check: .byChild(\.placed) { rows, _, flags in
        let rows = rows.sorted(by: PlacedRow.precedes)
        for (before, row) in zip(rows, rows.dropFirst())
        where !before.ceased.isKnown || row.placed < before.ceased { flags.add(row) }
      }),
    Rule(
      "583", .query,
      "There is a later decision to place the child for adoption, but this one was never reversed.",
      action: "Check that both decisions were taken, and enter DATE_PLACED_CEASED of the earlier one.",
      reads: [.now(.placedForAdoption, "DATE_PLACED", "DATE_PLACED_CEASED")], years: from(2022),
      check: .byChild(\.placed) { rows, _, flags in
        let rows = rows.sorted(by: PlacedRow.precedes)
        guard let last = rows.last(where: \.placed.isKnown) ?? rows.first else { return }
        // Of the same decision written twice, the first stands.
        let latest = rows.firstIndex { !PlacedRow.isEarlier($0, last) }
        for index in rows.indices where index != latest && rows[index].ceased.isBlank {
          flags.add(rows[index])
        }
      }),
  ]

  /// Decisions against those of last year's return.
  private static let decisionsLastYear: [Rule] = [
    Rule(
      "559", .error, "The decision was taken before the year, but last year's return has no date for it.",
      action: "Correct DATE_PLACED, or report the decision for last year too.", reads: bothYears,
      check: .each(\.placed) { row, year in
        let earlier = year.lastDecisions(row)
        return row.placed < year.start && (earlier.isEmpty || earlier.contains { !$0.placed.isKnown })
      }),
    Rule(
      "560", .error, "Last year's decision still stood, but its date has changed.",
      action: "Enter the DATE_PLACED of last year's return, or correct it there.",
      reads: bothYears + [.last(.placedForAdoption, "DATE_PLACED_CEASED")],
      fields: ["DATE_PLACED", "DATE_PLACED_CEASED"],
      check: .each(\.placed) { row, year in
        year.lastDecisions(row).contains {
          $0.placed.isKnown && $0.ceased.isBlank && !(row.placed == $0.placed)
        }
      }),
    Rule(
      "561", .error, "The decision is dated as last year's, but that was reversed last year.",
      action: "Enter the date of the new decision in DATE_PLACED, or take the decision out.",
      reads: bothYears + [.last(.placedForAdoption, "DATE_PLACED_CEASED", "REASON_PLACED_CEASED")],
      check: .each(\.placed) { row, year in
        year.lastDecisions(row).contains { $0.isReversed && row.placed == $0.placed }
      }),
    Rule(
      "584", .error, "The decision has no date later than the one that was reversed last year.",
      action: "Enter the date of the new decision in DATE_PLACED, or take the decision out.",
      reads: bothYears + [.last(.placedForAdoption, "DATE_PLACED_CEASED", "REASON_PLACED_CEASED")],
      check: .each(\.placed) { row, year in
        year.lastDecisions(row).contains {
          $0.isReversed && (row.placed.isBlank || row.placed <= $0.placed)
        }
      }),
  ]

  private static let bothYears: [Rule.Reads] = [
    .now(.placedForAdoption, "DATE_PLACED"), .last(.placedForAdoption, "DATE_PLACED"),
  ]
}

extension Collection {
  /// The child's decisions in last year's return.
  fileprivate func lastDecisions(_ row: PlacedRow) -> ArraySlice<PlacedRow> { last?.placed[row.child] ?? [] }
}

extension PlacedRow {
  /// Date or reason of the reversal is written.
  var isReversed: Bool { ceased.isWritten || !reason.isEmpty }

  /// Order of a child's decisions: the date taken, then the date reversed, dates not known last, then the row.
  fileprivate static func precedes(_ a: PlacedRow, _ b: PlacedRow) -> Bool {
    isEarlier(a, b) || !isEarlier(b, a) && a.place < b.place
  }

  /// Whether a decision comes before another by its dates.
  fileprivate static func isEarlier(_ a: PlacedRow, _ b: PlacedRow) -> Bool {
    (a.placed.order, a.ceased.order) < (b.placed.order, b.ceased.order)
  }
}
