import Returns
import Units

/// Mothers.
extension RuleBook {
  static let mothers: [Rule] = motherStatus + mothersChildren

  private static let motherStatus: [Rule] = [
    Rule(
      "165", .error,
      "The mother status is not a code, is given for a male, or does not fit the year's episodes.",
      action: "Enter 1 for a mother and 0 for another female in care in the year, otherwise leave it blank.",
      reads: [.now(.header, "SEX", "MOTHER"), .now(.episodes, "DECOM", "DEC", "LS")],
      fields: ["MOTHER", "SEX", "ACTIV", "ACCOM", "IN_TOUCH", "DECOM"],
      check: .whole { year, flags in
        for row in year.now.header.rows where year.hasWrongMotherStatus(row) {
          flags.add(row)
          flags.add(year.now.oc3[row.child])
        }
      }),
    Rule(
      "207", .error, "The child was a mother by last year's return, yet is not by this year's.",
      action: "Enter 1 for mother status, or have last year's return corrected.",
      reads: [.now(.header, "MOTHER"), .now(.episodes), .last(.header, "MOTHER")],
      check: .each(\.header) { row, year in
        row.mother != "1" && year.now.episodes.has(row.child)
          && (year.last?.header[row.child].contains { $0.mother == "1" } ?? false)
      }),
    Rule(
      "393", .error, "The child is female and looked after, yet has no mother status.",
      action: "Enter 1 for a mother, otherwise 0.",
      reads: [.now(.header, "SEX", "MOTHER"), .now(.episodes, "LS")], fields: ["MOTHER"],
      check: .each(\.header) { row, year in
        row.isFemale && row.mother.isEmpty && year.now.episodes[row.child].contains { !$0.isRespite }
      }),
    Rule(
      "607", .error, "The child is female and left care in the year, yet has no mother status.",
      action: "Enter 1 for a mother, otherwise 0.",
      reads: [.now(.header, "SEX", "MOTHER"), .now(.episodes, "LS", "DEC", "REC")],
      check: .whole { year, flags in
        for row in year.now.header.rows where row.isFemale && row.mother.isEmpty {
          let ends = year.now.episodes[row.child].filter {
            year.isInYear($0.dec) && !$0.rec.isEmpty && $0.rec != "X1" && !$0.isRespite
          }
          flags.add(ends)
          if !ends.isEmpty { flags.add(row) }
        }
      }),
    Rule(
      "628", .error, "The care leaver was not looked after in the year, yet has a mother status.",
      action: "Leave MOTHER blank, or add the year's episodes.",
      reads: [.now(.header, "MOTHER"), .now(.episodes), .now(.oc3)],
      check: .each(\.header) { row, year in
        !row.mother.isEmpty && !year.now.episodes.has(row.child)
          && year.now.oc3[row.child].contains(where: \.isFilledIn)
      }),
  ]

  private static let mothersChildren: [Rule] = [
    Rule(
      "171", .error, "The date of birth of the mother's child is not a date.",
      action: "Enter MC_DOB as dd/mm/yyyy.", reads: [.now(.header, "MC_DOB")],
      check: .each(\.header) { row, year in
        row.motherChildDOB.isUnreadable || year.isMisread(row, "MC_DOB")
      }),
    Rule(
      "174", .error, "The child is male, yet the date of birth of a mother's child is given.",
      action: "Correct SEX, or remove MC_DOB.", reads: [.now(.header, "SEX", "MC_DOB")],
      check: .each(\.header) { row, _ in row.isMale && row.motherChildDOB.isWritten }),
    Rule(
      "611", .error, "The child is a mother, yet the date of birth of her child is missing.",
      action: "Enter MC_DOB, or correct MOTHER.", reads: [.now(.header, "MOTHER", "MC_DOB")],
      check: .each(\.header) { row, _ in row.mother == "1" && row.motherChildDOB.isBlank }),
    Rule(
      "612", .error, "The child is not a mother, yet the date of birth of her child is given.",
      action: "Enter 1 for MOTHER, or remove MC_DOB.", reads: [.now(.header, "SEX", "MOTHER", "MC_DOB")],
      check: .each(\.header) { row, _ in
        row.isFemale && (row.mother.isEmpty || row.mother == "0") && row.motherChildDOB.isWritten
      }),
    Rule(
      "620", .query, "The child is a mother and was under 11 when the year began.",
      action: "Check DOB and MOTHER.", reads: [.now(.header, "DOB", "MOTHER")], effect: .age,
      check: .each(\.header) { row, year in row.mother == "1" && row.dob.adding(years: 11) > year.start }),
    Rule(
      "621", .error, "The mother is no older than her child.",
      action: "Correct DOB or MC_DOB.", reads: [.now(.header, "DOB", "MC_DOB")], effect: .age,
      check: .each(\.header) { row, _ in row.motherChildDOB <= row.dob }),
    Rule(
      "624", .error, "The date of birth of the mother's first child is not the one of last year's return.",
      action: "Enter the first child's date of birth, or have last year's return corrected.",
      reads: [.now(.header, "MC_DOB"), .last(.header, "MC_DOB")],
      check: .each(\.header) { row, year in
        let before = year.last?.header[row.child].map(\.motherChildDOB).filter(\.isWritten) ?? []
        return before.contains {
          $0.differs(from: row.motherChildDOB) || $0.isKnown != row.motherChildDOB.isKnown
            || row.motherChildDOB.isBlank
        }
      }),
    Rule(
      "625", .error, "The mother's first child was born after the year or after she left care.",
      action: "Correct MC_DOB or DEC.", reads: [.now(.header, "MC_DOB"), .now(.episodes, "DEC")],
      check: .byChild(\.episodes) { episodes, year, flags in
        guard let child = episodes.first?.child else { return }
        let last = episodes.filter(\.dec.isKnown).max { $0.dec < $1.dec }
        // A mother still in care has not left it, whatever episode ended before.
        let leftCare = episodes.contains(where: \.isOpen) ? Day.blank : last?.dec ?? .blank
        let late = year.now.header[child].filter {
          $0.motherChildDOB > year.end || $0.motherChildDOB > leftCare
        }
        flags.add(late)
        if !late.isEmpty { flags.add(last) }
      }),
    Rule(
      "626", .error,
      "The mother's first child was born before the year, yet last year's return has her as no mother.",
      action: "Correct MC_DOB, or have last year's return corrected.",
      reads: [.now(.header, "MOTHER", "MC_DOB"), .last(.header, "MOTHER")],
      check: .each(\.header) { row, year in
        row.mother == "1" && row.motherChildDOB < year.start
          && (year.last?.header[row.child].contains { $0.mother == "0" || $0.mother == "0.0" } ?? false)
      }),
  ]
}

extension Collection {
  /// Whether a child with episodes other than short breaks has a mother status that can't be right.
  fileprivate func hasWrongMotherStatus(_ row: HeaderRow) -> Bool {
    let episodes = now.episodes[row.child].filter { !$0.isRespite }
    guard !episodes.isEmpty else { return false }
    let wasInCare = episodes.contains(where: fallsInYear)
    if row.mother.isEmpty { return row.isFemale && wasInCare }
    return !isValid(row.mother, "MOTHER") || row.isMale
      || (row.isFemale && !wasInCare && now.oc3[row.child].contains(where: \.isFilledIn))
  }
}
