import Returns
import Units

/// Unique pupil numbers.
extension RuleBook {
  static let pupilNumbers: [Rule] = [
    Rule(
      "168", .error, "The unique pupil number has not the form of one.",
      action:
        "Enter a letter other than I, O or S and twelve digits, the last of which may be a letter; or UN1 to UN5.",
      reads: [.now(.header, "UPN")],
      check: .each(\.header) { row, _ in
        !row.upn.isEmpty && !unknownPupilNumbers.contains(row.upn) && !isPupilNumber(row.upn)
      }),
    Rule(
      "208", .query, "The unique pupil number is not last year's.",
      action: "Check which of the two numbers is the child's.",
      reads: [.now(.header, "UPN"), .last(.header, "UPN")],
      check: .each(\.header) { row, year in
        year.last?.header[row.child].contains { !follows(row.upn, $0.upn) } ?? false
      }),
    Rule(
      "209", .error, "The child is of school age, but the unique pupil number says not yet (UN1).",
      action: "Enter the child's unique pupil number, or the reason why it is not known.",
      reads: [.now(.header, "DOB", "UPN")],
      check: .each(\.header) { row, year in
        let before = CivilDay(year: year.year.startYear - 1, month: 8, day: 31).map(Day.init) ?? .blank
        return row.upn == "UN1" && row.dob.adding(years: 4) <= before
      }),
    Rule(
      "210", .query, "The unique pupil number is UN4, and an episode starts in the last week of the year.",
      action: "Enter the unique pupil number; if the child has only just come into care, confirm UN4.",
      reads: [.now(.header, "UPN"), .now(.episodes, "DECOM")],
      check: .byChild(\.header) { rows, year, flags in
        let unknown = rows.filter { $0.upn == "UN4" }
        guard let child = unknown.first?.child else { return }
        let started = year.now.episodes[child].filter { $0.decom >= year.end + -7 }
        if !started.isEmpty { flags.add(unknown) }
        flags.add(started)
      }),
    Rule(
      "442", .error, "The unique pupil number is blank.",
      action: "Enter the child's unique pupil number, or one of UN1 to UN5.",
      reads: [.now(.header, "UPN"), .now(.episodes, "LS")], fields: ["UPN"],
      check: .each(\.header) { row, year in
        row.upn.isEmpty && year.now.episodes[row.child].contains { !$0.isRespite }
      }),
    Rule(
      "444", .error, "Another row has the same unique pupil number.",
      action: "Correct the number of one of the children, or remove the row that is there twice.",
      reads: [.now(.header, "UPN")], years: from(2025),
      check: .whole { year, flags in
        let known = year.now.header.rows.filter { !$0.upn.isEmpty && !unknownPupilNumbers.contains($0.upn) }
        for rows in Dictionary(grouping: known, by: \.upn).values where rows.count > 1 { flags.add(rows) }
      }),
  ]

  /// What may stand for a number that is not known: UN1 not yet of school age, UN2 to UN5 for other reasons.
  private static let unknownPupilNumbers: Set<String> = ["UN1", "UN2", "UN3", "UN4", "UN5"]

  /// Whether letters and digits stand where a unique pupil number has them.
  private static func isPupilNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 13, isLetter(bytes[0]), !"IOS".utf8.contains(bytes[0]) else { return false }
    return bytes[1..<12].allSatisfy(isDigit) && (isDigit(bytes[12]) || isLetter(bytes[12]))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte }
  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  /// Whether a number may follow last year's: it is the same, or a number was not known and now is, or another reason
  /// for not knowing it follows none or that of not being of school age.
  private static func follows(_ now: String, _ last: String) -> Bool {
    if now == last { return true }
    if now.isEmpty || now == "UN1" { return false }
    return unknownPupilNumbers.contains(now)
      ? last.isEmpty || last == "UN1" : last.isEmpty || unknownPupilNumbers.contains(last)
  }
}
