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
      "103", .error, "The ethnicity is missing or not a code.",
      action: "Enter the child's ethnicity, or REFU or NOBT where it is not known.",
      reads: [.now(.header, "ETHNIC")],
      check: .each(\.header) { row, year in !year.isValid(row.ethnic, "ETHNIC") }),
    Rule(
      "143", .error, "The reason for the new episode is not a code.",
      action: "Enter S, P, L, T, U or B.", reads: [.now(.episodes, "RNE")], effect: .entries,
      check: .each(\.episodes) { e, year in !e.rne.isEmpty && !year.isValid(e.rne, "RNE") }),
    Rule(
      "144", .error, "The legal status is not a code.",
      action: "Enter the code of the legal status.", reads: [.now(.episodes, "LS")], effect: .respite,
      check: .each(\.episodes) { e, year in !e.ls.isEmpty && !year.isValid(e.ls, "LS") }),
    Rule(
      "145", .error, "The category of need is not a code.",
      action: "Enter N1 to N8.", reads: [.now(.episodes, "CIN")],
      check: .each(\.episodes) { e, year in !e.cin.isEmpty && !year.isValid(e.cin, "CIN") }),
    Rule(
      "146", .error, "The placement is not one of the year's codes.",
      action: "Enter a placement code of the collection year.", reads: [.now(.episodes, "PLACE")],
      effect: .category,
      check: .each(\.episodes) { e, year in
        guard !e.placement.isEmpty, !year.isValid(e.placement, "PLACE") else { return false }
        // The year in which H5 and P2 were replaced still took them for placements begun before.
        return !(year.rulesYear.startYear == 2024 && (e.placement == "H5" || e.placement == "P2"))
      }),
    Rule(
      "149", .error, "The reason the episode ceased is not a code.",
      action: "Enter X1 where care goes on, else the code of the reason care ended.",
      reads: [.now(.episodes, "REC")], effect: .exits,
      check: .each(\.episodes) { e, year in !e.rec.isEmpty && !year.isValid(e.rec, "REC") }),
    Rule(
      "1009", .error, "The reason for the placement change is not a code.",
      action: "Enter the code of the reason, or leave it blank where the placement did not change.",
      reads: [.now(.episodes, "REASON_PLACE_CHANGE")],
      check: .each(\.episodes) { e, year in
        !e.reasonChange.isEmpty && !year.isValid(e.reasonChange, "REASON_PLACE_CHANGE")
      }),
  ]
}
