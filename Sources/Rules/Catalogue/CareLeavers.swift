import Returns
import Units

private let foyers: Set<Code> = ["T", "T1", "T2"]

/// Care leavers.
extension RuleBook {
  static let careLeavers: [Rule] = careLeaverAnswers + careLeaverHistories

  private static let careLeaverAnswers: [Rule] = [
    Rule(
      "131", .error, "Whether the council is in touch with the care leaver is missing or not a code.",
      action: "Enter a code of IN_TOUCH.", reads: [.now(.oc3, "IN_TOUCH")],
      check: .each(\.oc3) { row, year in !year.isValid(row.inTouch, "IN_TOUCH") }),
    Rule(
      "132", .error, "The care leaver's activity is missing or not a code.",
      action: "Enter a code of ACTIV, 0 where there is none to give.", reads: [.now(.oc3, "ACTIV")],
      check: .each(\.oc3) { row, year in !year.isValid(row.activity, "ACTIV") }),
    Rule(
      "133", .error, "The care leaver's accommodation is missing or not a code.",
      action: "Enter a code of ACCOM, 0 where there is none to give.", reads: [.now(.oc3, "ACCOM")],
      check: .each(\.oc3) { row, year in !year.isValid(row.accommodation, "ACCOM") }),
    Rule(
      "153", .error, "Some of the care leaver's three items are filled in and some are blank.",
      action: "Fill in all three, or leave all three blank.",
      reads: [.now(.oc3, "IN_TOUCH", "ACTIV", "ACCOM")],
      check: .each(\.oc3) { row, _ in
        row.isFilledIn && [row.inTouch, row.activity, row.accommodation].contains(where: \.isEmpty)
      }),
    Rule(
      "344", .error,
      "The young person died or went home to stay, yet activity or accommodation is something other than 0.",
      action: "Enter 0 for activity and accommodation, or correct IN_TOUCH.",
      reads: [.now(.oc3, "IN_TOUCH", "ACTIV", "ACCOM")],
      check: .each(\.oc3) { row, _ in
        (row.inTouch == "DIED" || row.inTouch == "RHOM") && !(row.activity == "0" && row.accommodation == "0")
      }),
    Rule(
      "345", .error, "The council is in touch with the young person, yet activity or accommodation is 0.",
      action: "Enter activity and accommodation, or correct IN_TOUCH.",
      reads: [.now(.oc3, "IN_TOUCH", "ACTIV", "ACCOM")],
      check: .each(\.oc3) { row, _ in
        row.inTouch == "YES" && (row.activity == "0" || row.accommodation == "0")
      }),
    Rule(
      "347", .error, "The care leaver was under 18 when the year began, yet lives in a foyer.",
      action: "Correct the accommodation or DOB.", reads: [.now(.oc3, "DOB", "ACCOM")], years: from(2023),
      check: .each(\.oc3) { row, year in
        foyers.contains(row.accommodation) && row.dob.adding(years: 18) > year.start
      }),
    Rule(
      "348", .error, "Last year's return says that the care leaver had died.",
      action: "Enter DIED, or have last year's return corrected.",
      reads: [.now(.oc3, "IN_TOUCH"), .last(.oc3, "IN_TOUCH")], years: from(2025),
      check: .each(\.oc3) { row, year in
        row.inTouch != "DIED" && (year.last?.oc3[row.child].contains { $0.inTouch == "DIED" } ?? false)
      }),
    Rule(
      "391", .error, "The young person is under 17 on 31 March, yet is returned as a care leaver.",
      action: "Remove the care leaver items, or correct DOB.", reads: [.now(.oc3, "DOB")],
      fields: ["DOB"] + OC3Row.itemColumns,
      check: .each(\.oc3) { row, year in row.isFilledIn && row.dob.adding(years: 17) > year.end }),
    Rule(
      "3001", .error,
      "The young person turned 17 in the year, yet is said to live with former foster carers.",
      action: "Correct the accommodation or DOB.", reads: [.now(.header, "DOB"), .now(.oc3, "ACCOM")],
      fields: ["ACCOM"],
      check: .each(\.oc3) { row, year in
        (row.accommodation == "Z1" || row.accommodation == "Z2")
          && year.isInYear(year.dob(row).adding(years: 17))
      }),
  ]

  private static let careLeaverHistories: [Rule] = [
    Rule(
      "134", .error, "The child is returned both as adopted and as a care leaver.",
      action: "Remove the adoption items or the care leaver items.", reads: [.now(.ad1), .now(.oc3)],
      fields: OC3Row.itemColumns + AD1Row.itemColumns,
      check: .each(\.ad1) { row, year in
        row.isFilledIn && year.now.oc3[row.child].contains(where: \.isFilledIn)
      }),
    Rule(
      "1000", .error, "The child died in care, yet is returned as a care leaver.",
      action: "Remove the care leaver items, or correct REC.", reads: [.now(.episodes, "REC"), .now(.oc3)],
      fields: OC3Row.itemColumns,
      check: .each(\.oc3) { row, year in
        [year.now, year.last].contains { $0?.episodes[row.child].contains { $0.rec == "E2" } ?? false }
      }),
    Rule(
      "1001", .query,
      "The episodes read do not show enough time in care from 14 and 16, or show an adoption, yet the young person "
        + "is returned as a care leaver.",
      action: "Check earlier episodes; remove the care leaver items if the young person is not entitled.",
      reads: [
        .now(.header, "DOB"), .now(.episodes, "DECOM", "DEC", "LS", "REC"), .now(.oc3),
        .last(.episodes, "DECOM", "DEC", "LS", "REC"),
      ], fields: OC3Row.itemColumns,
      check: .each(\.oc3) { row, year in year.speaksAgainstRelevantChild(row.child) }),
    Rule(
      "1002", .query, "The young person has no episode in any return read, yet is returned as a care leaver.",
      action: "Check that earlier returns have episodes; otherwise remove the care leaver items.",
      reads: [.now(.episodes), .now(.oc3), .last(.episodes)], fields: OC3Row.itemColumns,
      check: .each(\.oc3) { row, year in
        !year.now.episodes.has(row.child) && year.last?.episodes.has(row.child) == false
          && !year.earlier.has(row.child)
      }),
    Rule(
      "1007", .error,
      "The young person was still looked after on the birthday in the year, the 17th or 18th, yet is returned as a care "
        + "leaver.",
      action: "Remove the care leaver items, or correct the episodes.",
      reads: [.now(.episodes, "DECOM", "DEC"), .now(.oc3, "DOB")], fields: OC3Row.itemColumns,
      check: .each(\.oc3) { row, year in
        guard row.isFilledIn, let birthday = year.birthdayAt17Or18(row.dob) else { return false }
        return year.now.episodes[row.child].contains {
          $0.decom <= birthday && ($0.dec > birthday || $0.isOpen)
        }
      }),
    Rule(
      "1010", .error,
      "The young person was still in care when last year ended and has no episode this year, yet is returned as a care "
        + "leaver.",
      action: "Add this year's episodes, or the end of care.",
      reads: [.now(.episodes), .now(.oc3), .last(.episodes, "DECOM", "DEC")], fields: OC3Row.itemColumns,
      check: .each(\.oc3) { row, year in
        guard !year.now.episodes.has(row.child) else { return false }
        return year.last?.episodes[row.child].last(where: \.decom.isKnown)?.isOpen ?? false
      }),
    Rule(
      "1011", .error,
      "Care passed to another council at the last, yet the young person is returned as a care leaver.",
      action: "Remove the care leaver items, or correct REC.",
      reads: [.now(.episodes, "DECOM", "REC"), .now(.oc3)], fields: OC3Row.itemColumns,
      check: .each(\.oc3) { row, year in
        row.isFilledIn && year.now.episodes[row.child].last(where: \.decom.isKnown)?.rec == "E3"
      }),
    Rule(
      "1016", .error,
      "The young person left care on or after the birthday in the year, the 17th or 18th, yet is returned as a care "
        + "leaver.",
      action: "Remove the care leaver items, or correct DEC.",
      reads: [.now(.episodes, "DEC"), .now(.oc3, "DOB")],
      fields: OC3Row.itemColumns, years: from(2023),
      check: .each(\.oc3) { row, year in
        guard row.isFilledIn, let birthday = year.birthdayAt17Or18(row.dob) else { return false }
        return year.now.episodes[row.child].contains { $0.dec >= birthday }
      }),
  ]
}

extension Collection {
  /// The 17th or 18th birthday of one who is 17 or 18 at the end of the year.
  fileprivate func birthdayAt17Or18(_ birth: Day) -> Day? {
    [17, 18].map(birth.adding).first { $0 <= end && $0 > lastEnd }
  }
}
