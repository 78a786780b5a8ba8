import Returns
import Units

/// Temporary placements.
extension RuleBook {
  static let temporary: [Rule] = [
    Rule(
      "380", .error, "A period of care can't start with a temporary placement.",
      action: "Correct PLACE, or enter P or B for RNE and add the episode before it.",
      reads: [.now(.episodes, "PLACE", "RNE")], effect: .entries,
      check: .each(\.episodes) { e, _ in e.isTemporary && e.rne != "P" && e.rne != "B" }),
    Rule(
      "381", .error, "A period of care can't end with a temporary placement.",
      action: "Correct PLACE, or enter X1 for REC and add the episode that follows.",
      reads: [.now(.episodes, "PLACE", "REC")], effect: .exits,
      check: .each(\.episodes) { e, _ in e.isTemporary && !e.rec.isEmpty && e.rec != "X1" }),
    Rule(
      "383", .error, "After a temporary placement the child does not return to the placement before it.",
      action:
        "Enter P for RNE and the placement before the temporary one, or correct the temporary one's PLACE.",
      reads: [.now(.episodes, "DECOM", "PLACE", "RNE")], fields: ["PLACE", "PL_POST", "RNE"],
      effect: .category,
      check: .byChild(\.episodes) { episodes, year, flags in
        for (usual, rest) in zip(episodes, zip(episodes.dropFirst(), episodes.dropFirst(2))) {
          let (stay, back) = rest
          guard stay.isTemporary else { continue }
          // Two blanks don't show that it is the same placement.
          let hasReturned =
            back.placement == usual.placement && !back.placement.isEmpty
            && (!year.isFrom(2025) || back.post == usual.post)
          if back.rne != "P" || !hasReturned { flags.add(back) }
        }
      }),
    limit("375", "T1", "A temporary placement in hospital lasted longer than six weeks.", days: 42),
    limit(
      "376", "T3", "A temporary placement for the carers' holiday lasted longer than three weeks.", days: 21),
    limit(
      "379", "T4", "A temporary placement for an unstated reason lasted longer than seven days.", days: 7),
    Rule(
      "377", .error,
      "More than two temporary placements for the carers' holiday are given for the child in the year.",
      action: "Correct PLACE.", reads: [.now(.episodes, "PLACE")], effect: .category,
      check: .byChild(\.episodes) { episodes, _, flags in
        let holidays = episodes.filter { $0.placement == "T3" }
        if holidays.count > 2 { flags.add(holidays) }
      }),
  ]

  /// A rule of how long a temporary placement that has ended may have lasted.
  private static func limit(_ code: String, _ placement: Code, _ message: String, days: Int32) -> Rule {
    Rule(
      code, .error, message, action: "Correct PLACE, DECOM or DEC.",
      reads: [.now(.episodes, "DECOM", "DEC", "PLACE")], fields: ["DECOM", "PLACE"], effect: .category,
      check: .each(\.episodes) { e, _ in e.placement == placement && e.dec > e.decom + days })
  }
}
