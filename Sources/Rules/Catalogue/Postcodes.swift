import Returns
import Units

/// Postcodes and distance.
extension RuleBook {
  static let postcodes: [Rule] = [
    Rule(
      "392b", .error, "The postcode of the home or of the placement is missing.",
      action: "Enter HOME_POST and PL_POST; only children who are or were UASC may lack them.",
      reads: [.now(.episodes, "HOME_POST", "PL_POST")],
      check: .each(\.episodes) { e, year in
        !e.isRespite && (e.home.isEmpty || e.post.isEmpty) && !year.isOrWasUASC(e.child)
      }),
    Rule(
      "392c", .error, "The postcode of the home or of the placement is not a postcode.",
      action: "Correct HOME_POST or PL_POST.", reads: [.now(.episodes, "HOME_POST", "PL_POST")],
      check: .each(\.episodes) { e, year in
        !(e.home.isEmpty || year.isPostcode(e.home, known: e.whereabouts.isHomeKnown))
          || !(e.post.isEmpty || year.isPostcode(e.post, known: e.whereabouts.isPlacementKnown))
      }),
    Rule(
      "392d", .query,
      "The home and the placement have the same postcode, but the placement is not with parents.",
      action: "Check HOME_POST, PL_POST and PLACE.",
      reads: [.now(.episodes, "HOME_POST", "PL_POST", "PLACE")],
      check: .each(\.episodes) { e, _ in e.placement != "P1" && !e.home.isEmpty && e.home == e.post }),
  ]
}

extension Collection {
  /// Whether a postcode is one: by the directory; where there is none, by its form and area.
  fileprivate func isPostcode(_ postcode: Code, known: Bool) -> Bool {
    hasDirectory ? known : Postcode.isPossible(postcode)
  }
}
