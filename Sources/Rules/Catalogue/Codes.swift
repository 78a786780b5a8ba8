import Returns
import Units

/// Values that are not among the codes of the collection year.
extension RuleBook {
  static let codes: [Rule] = [
    Rule(
      "101", .error, "The sex is not one of the year's codes.",
      action: "Enter M, F or U (1 or 2 up to 2023/24).", reads: [.now(.header, "SEX")],
      check: .each(\.header) { row, year in !year.isValid(row.sex, "SEX") }),
    Rule(
      "143", .error, "The reason for the new episode is not a code.",
      action: "Enter S, P, L, T, U or B.", reads: [.now(.episodes, "RNE")], effect: .entries,
      check: .each(\.episodes) { e, year in !e.rne.isEmpty && !year.isValid(e.rne, "RNE") }),
    Rule(
      "146", .error, "The placement is not one of the year's codes.",
      action: "Enter a placement code of the collection year.", reads: [.now(.episodes, "PLACE")],
      effect: .category,
      check: .each(\.episodes) { e, year in
        guard !e.placement.isEmpty, !year.isValid(e.placement, "PLACE") else { return false }
        // The year in which H5 and P2 were replaced still took them for placements begun before.
        return !(year.rulesYear.startYear == 2024 && (e.placement == "H5" || e.placement == "P2"))
      }),
  ]
}
