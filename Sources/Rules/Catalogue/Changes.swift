import Returns
import Units

/// What the header says of a child against what last year's said, and a sex that is not known.
extension RuleBook {
  static let changes: [Rule] = [
    Rule(
      "202", .query, "The child's sex is not last year's.", action: "Check which of the two is right.",
      reads: [.now(.header, "SEX"), .last(.header, "SEX")],
      check: againstLast { row, last in row.presentSex != last.presentSex }),
    Rule(
      "203", .query, "The date of birth is not last year's.", action: "Check which of the two is right.",
      reads: [.now(.header, "DOB"), .last(.header, "DOB")], effect: .age,
      check: againstLast { row, last in
        row.dob.differs(from: last.dob) || (row.dob.isBlank && last.dob.isKnown)
          || (row.dob.isKnown && last.dob.isBlank)
      }),
    Rule(
      "204", .query, "The child's ethnic origin is not last year's.",
      action: "Check which of the two is right.",
      reads: [.now(.header, "ETHNIC"), .last(.header, "ETHNIC")],
      check: againstLast { row, last in row.ethnic != last.ethnic }),
    Rule(
      "232", .query, "The child's sex is given as unknown.", action: "Enter M or F if it is known.",
      reads: [.now(.header, "SEX")], years: from(2024),
      check: .each(\.header) { row, _ in row.sex == "U" }),
  ]

  /// Rows of the header that differ from a row of last year's for the same child.
  private static func againstLast(
    _ differs: @escaping @Sendable (_ row: HeaderRow, _ last: HeaderRow) -> Bool
  ) -> Check {
    .each(\.header) { row, year in year.last?.header[row.child].contains { differs(row, $0) } ?? false }
  }
}
