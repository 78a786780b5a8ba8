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
      "141", .error, "The date the episode began is not a date written dd/mm/yyyy.",
      action: "Enter DECOM as dd/mm/yyyy.", reads: [.now(.episodes, "DECOM")], effect: .nights,
      check: .each(\.episodes) { e, year in year.isMisread(e, "DECOM") }),
    Rule(
      "147", .error, "The date the episode ceased is not a date written dd/mm/yyyy.",
      action: "Enter DEC as dd/mm/yyyy.", reads: [.now(.episodes, "DEC")], effect: .nights,
      check: .each(\.episodes) { e, year in year.isMisread(e, "DEC") }),
    Rule(
      "148", .error, "The episode has a date it ceased without a reason, or a reason without a date.",
      action: "Enter both DEC and REC, or neither where the episode goes on.",
      reads: [.now(.episodes, "DEC", "REC")], effect: .exits,
      check: .each(\.episodes) { e, _ in e.dec.isBlank != e.rec.isEmpty }),
    Rule(
      "301", .error, "The child was born after the end of the collection year.",
      action: "Correct DOB.", reads: [.now(.header, "DOB")], effect: .age,
      check: .each(\.header) { row, year in row.dob > year.end }),
    Rule(
      "302", .error, "The child's first episode starts before the date of birth.",
      action: "Correct DOB in the header or DECOM.",
      reads: [.now(.header, "DOB"), .now(.episodes, "DECOM")], effect: .age,
      check: .byChild(\.episodes) { episodes, year, flags in
        guard let first = episodes.first else { return }
        let header = year.now.header[first.child].filter { first.decom < $0.dob }
        if !header.isEmpty { flags.add(first) }
        flags.add(header)
      }),
    Rule(
      "351", .error, "The person was over 25 when the collection year began.",
      action: "Correct DOB, or take the person out of the return.", reads: [.now(.header, "DOB")],
      effect: .age,
      check: .each(\.header) { row, year in year.start > row.dob.adding(years: 25) }),
    Rule(
      "352", .error, "Care started on or after the 18th birthday.",
      action: "Correct DECOM, or DOB in the header.",
      reads: [.now(.header, "DOB"), .now(.episodes, "DECOM", "RNE")], fields: ["DECOM", "RNE"],
      effect: .age,
      check: .each(\.episodes) { e, year in
        e.rne == "S" && year.now.header[e.child].contains { e.decom >= $0.dob.adding(years: 18) }
      }),
    Rule(
      "353", .error, "The episode starts before 14 October 1991, when the Children Act 1989 came into force.",
      action: "Correct DECOM.", reads: [.now(.episodes, "DECOM")], effect: .nights,
      check: .each(\.episodes) { e, _ in e.decom < childrenActInForce }),
    Rule(
      "354", .error, "The episode starts after the end of the collection year.",
      action: "Correct DECOM, or leave the episode to next year's return.",
      reads: [.now(.episodes, "DECOM")], effect: .nights,
      check: .each(\.episodes) { e, year in e.decom > year.end }),
    Rule(
      "355", .query, "The episode starts and ends on the same day.",
      action: "Check DECOM and DEC; an episode covers at least one night.",
      reads: [.now(.episodes, "DECOM", "DEC")], effect: .nights,
      check: .each(\.episodes) { e, _ in e.decom == e.dec }),
    Rule(
      "356", .error, "The episode ends before it starts.",
      action: "Correct DECOM or DEC.", reads: [.now(.episodes, "DECOM", "DEC")], effect: .nights,
      check: .each(\.episodes) { e, _ in e.dec < e.decom }),
    Rule(
      "385", .error, "The episode ends after the end of the collection year.",
      action: "Correct DEC, or leave DEC and REC blank if the episode went on beyond 31 March.",
      reads: [.now(.episodes, "DEC")], effect: .exits,
      check: .each(\.episodes) { e, year in e.dec > year.end }),
    Rule(
      "501", .error, "An episode starts before the one before it has ended.",
      action: "Correct DEC of the earlier episode or DECOM of this one.",
      reads: [.now(.episodes, "DECOM", "DEC")], effect: .nights,
      check: .pairs(\.episodes) { e, before, _ in e.decom < before.dec }),
  ]

  /// The day the Children Act 1989 came into force, before which there is no episode.
  private static let childrenActInForce = Day(year: 1991, month: 10, day: 14)
}
