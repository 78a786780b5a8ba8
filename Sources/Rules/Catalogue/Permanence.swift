import Returns
import Units

/// Previous permanence: an adoption or an order that ended in the child's return to care.
extension RuleBook {
  static let permanence: [Rule] = [
    Rule(
      "630", .error,
      "The child started to be looked after, but previous permanence is missing or incomplete.",
      action: "Enter PREV_PERM, and unless it is Z1 also LA_PERM and DATE_PERM.",
      reads: [
        .now(.episodes, "RNE", "DECOM"), .now(.previousPermanence, "PREV_PERM", "LA_PERM", "DATE_PERM"),
      ], fields: ["RNE", "DECOM"],
      check: .each(\.episodes) { e, year in
        guard e.rne == "S", e.decom >= year.start else { return false }
        let given = year.now.permanence[e.child]
        return given.isEmpty || given.contains { !$0.isComplete }
      }),
    Rule(
      "631", .error, "The previous permanence option is not one of the codes.",
      action: "Enter P1, P2, P3, P4 or Z1 in PREV_PERM.", reads: [.now(.previousPermanence, "PREV_PERM")],
      check: .each(\.permanence) { row, year in
        !row.option.isEmpty && !year.isValid(row.option, "PREV_PERM")
      }),
    Rule(
      "632", .error, "The date of previous permanence is not a date, or not before the child came into care.",
      action: "Enter DATE_PERM as dd/mm/yyyy, with zz or zzzz for the parts that are not known.",
      reads: [.now(.previousPermanence, "DATE_PERM"), .now(.episodes, "DECOM")],
      check: .each(\.permanence, with: { $0.first(where: \.decom.isKnown) }) { row, first, _ in
        let latest = latestDay(row.date)
        return latest.isUnreadable || latest >= first?.decom ?? .blank
      }),
    Rule(
      "633", .error, "The authority that arranged the previous permanence is not one of the codes.",
      action: "Enter the three digits of an English authority, or WAL, SCO, NIR or NUK, in LA_PERM.",
      reads: [.now(.previousPermanence, "LA_PERM")],
      check: .each(\.permanence) { row, _ in !row.authority.isEmpty && !isAuthority(row.authority) }),
    Rule(
      "634", .query, "Previous permanence is given for a child none of whose episodes begins in the year.",
      action: "Take the entry out, unless the child came into care during the year.",
      reads: [.now(.previousPermanence), .now(.episodes, "DECOM")],
      fields: ["PREV_PERM", "LA_PERM", "DATE_PERM", "DECOM"],
      check: .byChild(\.permanence) { rows, year, flags in
        let given = rows.filter { !$0.option.isEmpty || !$0.authority.isEmpty || !$0.date.isEmpty }
        let episodes = year.now.episodes[rows[rows.startIndex].child]
        guard !given.isEmpty, let latest = episodes.last(where: \.decom.isKnown), latest.decom < year.start
        else {
          return
        }
        flags.add(given)
        flags.add(episodes)
      }),
    Rule(
      "635", .error, "Authority or date of a previous permanence is given without saying what it was.",
      action: "Enter PREV_PERM, or take out LA_PERM and DATE_PERM.",
      reads: [.now(.previousPermanence, "PREV_PERM", "LA_PERM", "DATE_PERM")],
      check: .each(\.permanence) { row, _ in
        row.option.isEmpty && (!row.authority.isEmpty || !row.date.isEmpty)
      }),
  ]

  /// The latest day that a partly known date can be: the end of the month for `zz/05/2021`, blank without a year,
  /// unreadable if it is no date.
  private static func latestDay(_ written: String) -> Day {
    if written.isEmpty { return .blank }
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return .unreadable }
    func number(_ part: Substring, digits: ClosedRange<Int>) -> Int? {
      digits.contains(part.count) && part.allSatisfy(\.isASCIIDigit) ? Int(part) : nil
    }
    // 2000 is a leap year, in which every day of a year that is not known exists.
    let year = parts[2] == "ZZZZ" ? 2000 : number(parts[2], digits: 4...4)
    let month = parts[1] == "ZZ" ? 12 : number(parts[1], digits: 1...2)
    guard let year, let month, (1...12).contains(month) else { return .unreadable }
    let last = CivilDay.daysInMonth(year: year, month: month)
    guard let day = parts[0] == "ZZ" ? last : number(parts[0], digits: 1...2),
      let civil = CivilDay(year: year, month: month, day: day)
    else { return .unreadable }
    return parts[2] == "ZZZZ" ? .blank : Day(civil)
  }

  /// Whether a code is that of an English authority, present or past, of 999 for one not known, or of a country.
  ///
  /// Codes: Department for Education, local authority codes, with those of authorities reorganised since 2019.
  private static func isAuthority(_ code: Code) -> Bool {
    if ["WAL", "SCO", "NIR", "NUK"].contains(code) { return true }
    guard code.count == 3, let number = Int(code.description) else { return false }
    return authorities.contains { $0.contains(number) }
  }

  private static let authorities: [ClosedRange<Int>] = [
    201...213, 301...320, 330...336, 340...344, 350...359, 370...373, 380...384, 390...394, 420...420,
    800...803, 805...808, 810...813, 815...816, 821...823, 825...826, 830...831, 835...841, 845...846,
    850...852, 855...857, 860...861, 865...874, 876...896, 908...909, 916...916, 919...919, 921...921,
    925...926, 928...929, 931...931, 933...933, 935...938, 940...943, 999...999,
  ]
}

extension PermanenceRow {
  /// All that is asked for is given: with none before (Z1), neither authority nor date is.
  fileprivate var isComplete: Bool {
    !option.isEmpty && (option == "Z1" || !authority.isEmpty && !date.isEmpty)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
