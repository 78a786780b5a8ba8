import Returns
import Units

/// Children and tables: a child in a table must stand in the header, once where one row is all there can be, and
/// with the same date of birth and sex.
extension RuleBook {
  static let identity: [Rule] =
    [
      notInHeader("INT01", .ad1, \.ad1),
      notInHeader("INT02", .placedForAdoption, \.placed),
      notInHeader("INT03", .episodes, \.episodes, effect: .age),
      notInHeader("INT04", .missing, \.missing),
      notInHeader("INT05", .oc2, \.oc2),
      notInHeader("INT06", .oc3, \.oc3),
      notInHeader("INT07", .previousPermanence, \.permanence),
      notInHeader("INT08", .reviews, \.reviews),
      notInHeader("INT09", .uasc, \.uasc),
      otherBirth("INT11", .ad1, \.ad1, \.dob),
      otherBirth("INT12", .placedForAdoption, \.placed, \.dob),
      otherBirth("INT13", .missing, \.missing, \.dob),
      otherBirth("INT14", .oc2, \.oc2, \.dob),
      otherBirth("INT15", .oc3, \.oc3, \.dob),
      otherBirth("INT16", .previousPermanence, \.permanence, \.dob),
      otherBirth("INT17", .reviews, \.reviews, \.dob),
      otherBirth("INT18", .uasc, \.uasc, \.dob),
    ] + [otherSex] + [
      moreThanOnce("INT31", .ad1, \.ad1),
      moreThanOnce("INT32", .header, \.header, effect: .child),
      moreThanOnce("INT33", .oc2, \.oc2),
      moreThanOnce("INT34", .oc3, \.oc3),
      moreThanOnce("INT35", .previousPermanence, \.permanence),
      moreThanOnce("INT36", .uasc, \.uasc),
    ] + withoutEpisodes

  /// A child of a table that the header does not have.
  private static func notInHeader<Row>(
    _ code: String, _ name: TableName, _ table: any KeyPath<YearTables, ChildTable<Row>> & Sendable,
    effect: Rule.Effect = .none
  ) -> Rule {
    Rule(
      code, .error, "The child is in \(name.rawValue) but not in the header.",
      action: "Add the child to the header, or correct CHILD.", reads: [.now(.header), .now(name)],
      fields: ["CHILD"], effect: effect,
      check: .each(table) { row, year in !year.now.header.has(row.child) })
  }

  /// A date of birth other than the header's.
  private static func otherBirth<Row>(
    _ code: String, _ name: TableName, _ table: any KeyPath<YearTables, ChildTable<Row>> & Sendable,
    _ dob: any KeyPath<Row, Day> & Sendable
  ) -> Rule {
    Rule(
      code, .error, "The date of birth in \(name.rawValue) is not the one in the header.",
      action: "Find out which is right and correct the other.",
      reads: [.now(.header, "DOB"), .now(name, "DOB")],
      check: .each(table) { row, year in
        year.now.header[row.child].contains { $0.dob.differs(from: row[keyPath: dob]) }
      })
  }

  /// A child with more than one row where there can be one.
  private static func moreThanOnce<Row>(
    _ code: String, _ name: TableName, _ table: any KeyPath<YearTables, ChildTable<Row>> & Sendable,
    effect: Rule.Effect = .none
  ) -> Rule {
    Rule(
      code, .error, "The child has more than one row in \(name.rawValue).",
      action: "Keep the row that is right.", reads: [.now(name)], fields: ["CHILD"], effect: effect,
      check: .byChild(table) { rows, _, flags in if rows.count > 1 { flags.add(rows) } })
  }

  private static let otherSex = Rule(
    "INT21", .error, "The sex in UASC is not the one in the header.",
    action: "Find out which is right and correct the other.",
    reads: [.now(.header, "SEX"), .now(.uasc, "SEX")],
    check: .each(\.uasc) { row, year in
      !row.sex.isEmpty && year.now.header[row.child].contains { !$0.sex.isEmpty && $0.sex != row.sex }
    })

  private static let withoutEpisodes = [
    Rule(
      "EPI", .query, "The child is in the header but has neither episodes nor care leaver data.",
      action: "Add the child's episodes, or take the child out of the header.", reads: [.now(.header)],
      fields: ["CHILD"], effect: .nights,
      check: .each(\.header) { row, year in !year.now.episodes.has(row.child) && !year.now.oc3.has(row.child)
      }
    ),
    Rule(
      "1012", .error, "The child has no episode in the year, so nothing but care leaver data is due.",
      action: "Add the child's episodes, or take this row out.", reads: [.now(.episodes)],
      fields: ["CHILD"], effect: .nights,
      check: .whole { year, flags in
        func mark<Row>(_ table: ChildTable<Row>) {
          flags.add(table.rows.filter { !year.now.episodes.has($0.child) })
        }
        mark(year.now.placed)
        mark(year.now.missing)
        mark(year.now.reviews)
        mark(year.now.ad1)
        mark(year.now.permanence)
        mark(year.now.oc2)
      }),
  ]
}
