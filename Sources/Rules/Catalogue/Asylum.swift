import Returns
import Units

/// Unaccompanied asylum-seeking children.
extension RuleBook {
  static let uasc: [Rule] =
    [
      Rule(
        "104", .error, "The date UASC status ceased is not a date written dd/mm/yyyy, or before the year.",
        action: "Correct DUC.", reads: [.now(.uasc, "DUC")],
        check: .each(\.uasc) { row, year in year.isMisread(row, "DUC") || row.duc < year.start }),
      Rule(
        "105", .error, "The UASC status is missing or not a code.",
        action: "Enter 1 for a child who was UASC at some time in the year, else 0.",
        reads: [.now(.header, "UASC")],
        check: .each(\.header) { row, year in !year.isValid(row.uasc, "UASC") }),
      Rule(
        "231", .query, "The child is UASC but under 11 at the end of the year.",
        action: "Check DOB; if it is right, be ready to explain it.", reads: [.now(.header, "DOB")],
        fields: ["DOB", "UASC"], effect: .age, years: from(2024),
        check: .each(\.header) { row, year in
          year.now.isUASC(row.child) && row.dob > year.end.adding(years: -11)
        }),
      Rule(
        "303", .error, "A date UASC status ceased is given for a child whose UASC status is not 1.",
        action: "Correct UASC in the header or take out DUC.",
        reads: [.now(.uasc, "DUC"), .now(.header, "UASC")],
        check: .withHeader { row, header, _ in row.duc.isWritten && header.uasc != "1" }),
      Rule(
        "304", .error, "UASC status ceased after the 18th birthday.",
        action: "Correct DUC or DOB; the status ends at 18 at the latest.",
        reads: [.now(.uasc, "DOB", "DUC")], fields: ["DUC"],
        check: .each(\.uasc) { row, _ in row.duc > row.dob.adding(years: 18) }),
      Rule(
        "1014", .error, "The person is a care leaver without an episode in the year, so UASC is not due.",
        action: "Take the person out of UASC, or correct the episodes.",
        reads: [.now(.uasc), .now(.episodes, "DECOM", "DEC"), .now(.oc3)],
        fields: OC3Row.itemColumns + ["DUC"],
        check: .byChild(\.uasc) { rows, year, flags in
          let child = rows[rows.startIndex].child
          // An end that can't be read is judged by its own rule: here the episode counts as going on.
          let isInCare = year.now.episodes[child].contains { $0.decom <= year.end && !($0.dec < year.start) }
          let leaving = year.now.oc3[child].filter(\.isFilledIn)
          guard !isInCare, !leaving.isEmpty else { return }
          flags.add(rows)
          flags.add(leaving)
        }),
    ] + uascSinceLastYear

  /// UASC status of this year against last year's.
  private static let uascSinceLastYear = [
    Rule(
      "205A", .error,
      "The child was UASC last year and is not this year, but the dates do not say it ceased.",
      action: "Correct UASC, or enter the DUC in last year's return at which the status ceased.",
      reads: [.now(.uasc, "DUC"), .last(.uasc, "DUC")], fields: ["CHILD", "UASC"],
      check: .sinceLastYear { now, last, year in
        guard !now.isUASC, let last, last.isUASC else { return false }
        let hasCeased = year.lastStart <= last.row.duc && last.row.duc <= year.lastEnd
        return now.row.duc.isWritten || !hasCeased
      }),
    Rule(
      "205B", .error, "The child is UASC this year and last, but the dates UASC ceased do not fit.",
      action: "Last year's DUC must be the 18th birthday; this year's must be that too, or lie in the year.",
      reads: [.now(.uasc, "DUC"), .last(.uasc, "DUC", "DOB")], fields: ["DUC", "UASC"],
      check: .sinceLastYear { now, last, year in
        guard now.isUASC, let last, last.isUASC else { return false }
        let isDue = year.isInYear(now.row.duc) || now.row.duc == last.row.duc
        return !isDue || !(last.row.duc == last.row.dob.adding(years: 18))
      }),
    Rule(
      "205C", .error, "The child is UASC neither this year nor last, but a date UASC ceased is given.",
      action: "Correct UASC or take out DUC.",
      reads: [.now(.uasc, "DUC"), .last(.uasc, "DUC")], fields: ["DUC", "UASC"],
      check: .sinceLastYear { now, last, _ in
        guard !now.isUASC, last?.isUASC != true else { return false }
        return now.row.duc.isKnown || last?.row.duc.isKnown == true
      }),
    Rule(
      "205D", .error, "The child is UASC this year but was in last year's return and not UASC there.",
      action: "Find out which year's UASC is right and correct this year's, or explain it.",
      reads: [.either(.header, or: .uasc), .either(.header, or: .uasc, isLast: true)],
      fields: ["CHILD", "UASC"],
      check: .whole { year, flags in
        guard let last = year.last else { return }
        func isNew(_ child: Int32) -> Bool {
          let wasThere = last.has(.header) ? last.header.has(child) : last.uasc.has(child)
          return wasThere && year.now.isUASC(child) && !last.isUASC(child)
        }
        if year.now.has(.header) {
          flags.add(year.now.header.rows.filter { isNew($0.child) })
        } else {
          flags.add(year.now.uasc.rows.filter { isNew($0.child) })
        }
      }),
  ]
}

/// A child's row of UASC in a year, and whether the child is UASC in it. Where the year has a header, a child that is
/// not in it is not.
private struct UASCYear {
  let row: UASCRow
  let isUASC: Bool

  init(_ row: UASCRow, in tables: YearTables) {
    self.row = row
    isUASC = tables.isUASC(row.child) && (!tables.has(.header) || tables.header.has(row.child))
  }
}

extension Check {
  /// Each row of UASC with each of the child's in the header: where `fails` is true, both fail.
  fileprivate static func withHeader(
    _ fails: @escaping @Sendable (UASCRow, HeaderRow, Collection) -> Bool
  ) -> Check {
    Check { year, flags in
      for row in year.now.uasc.rows {
        for header in year.now.header[row.child] where fails(row, header, year) {
          flags.add(row)
          flags.add(header)
        }
      }
    }
  }

  /// Each row of UASC with the child's in last year's UASC, if any: where `fails` is true, it fails with the header's.
  fileprivate static func sinceLastYear(
    _ fails: @escaping @Sendable (_ now: UASCYear, _ last: UASCYear?, Collection) -> Bool
  ) -> Check {
    Check { year, flags in
      guard let last = year.last else { return }
      for row in year.now.uasc.rows {
        let now = UASCYear(row, in: year.now)
        let before = last.uasc[row.child].map { UASCYear($0, in: last) }
        let isFailing = before.isEmpty ? fails(now, nil, year) : before.contains { fails(now, $0, year) }
        guard isFailing else { continue }
        flags.add(row)
        flags.add(year.now.header[row.child])
      }
    }
  }
}
