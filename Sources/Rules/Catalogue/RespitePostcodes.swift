import Returns
import Units

/// Postcodes of short breaks, of which the return takes none.
extension RuleBook {
  static let respitePostcodes: [Rule] = [
    Rule(
      "398", .error, "A series of short breaks has a postcode of the home or of the placement.",
      action: "Remove HOME_POST and PL_POST, or correct the legal status.",
      reads: [.now(.episodes, "LS")], fields: ["LS", "HOME_POST", "PL_POST"], effect: .respite,
      check: .each(\.episodes) { e, _ in e.isRespite && !(e.home.isEmpty && e.post.isEmpty) })
  ]
}
