import Returns
import Units

/// Dates that are missing, unreadable, outside the year or out of order, and ages that they give.
extension RuleBook {
  static let dates: [Rule] = [
    Rule(
      "102", .error, "The date of birth is missing or not a date.",
      action: "Enter the date of birth as dd/mm/yyyy.", reads: [.now(.header, "DOB")], effect: .age,
      check: .each(\.header) { row, year in !row.dob.isKnown || year.isMisread(row, "DOB") }),
    Rule(
      "501", .error, "An episode starts before the one before it has ended.",
      action: "Correct DEC of the earlier episode or DECOM of this one.",
      reads: [.now(.episodes, "DECOM", "DEC")], effect: .nights,
      check: .pairs(\.episodes) { e, before, _ in e.decom < before.dec }),
    Rule(
      "302", .error, "The child's first episode starts before the date of birth.",
      action: "Correct DOB in the header or DECOM.",
      reads: [.now(.header, "DOB"), .now(.episodes, "DECOM")], effect: .age,
      check: .byChild(\.episodes) { episodes, year, flags in
        guard let first = episodes.first, first.decom < year.dob(first) else { return }
        flags.add(first)
        flags.add(year.now.header[first.child])
      }),
  ]
}
