import Returns
import Units

/// Where children are placed: distance from home and local authority, as the collection derives them from postcodes.
extension RuleBook {
  static let places: [Rule] = [
    Rule(
      "164", .error, "The distance between home and placement is impossible.",
      action: "Check both postcodes.", reads: [.now(.episodes, "HOME_POST", "PL_POST")], needs: [.postcodes],
      check: .each(\.episodes) { e, year in
        (e.whereabouts.distance ?? 0) > 9999 && !year.isOrWasUASC(e.child)
      }),
    Rule(
      "169", .error, "The local authority of the placement can't be told from its postcode.",
      action: "Check the placement's postcode.", reads: [.now(.episodes, "PL_POST")], needs: [.postcodes],
      check: .each(\.episodes) { e, _ in !e.isRespite && e.whereabouts.area == nil }),
    Rule(
      "179", .error, "Whether the placement is inside the council's area can't be told from its postcode.",
      action: "Check the placement's postcode.", reads: [.now(.episodes, "PL_POST")], needs: [.postcodes],
      check: .each(\.episodes) { e, _ in !e.isRespite && e.whereabouts.area == nil }),
    Rule(
      "243", .error, "A placement outside England has a URN.",
      action: "Remove the URN, or correct the placement's postcode.",
      reads: [.now(.episodes, "PL_POST", "URN")], needs: [.postcodes], years: from(2025),
      check: .each(\.episodes) { e, year in year.isOutsideEngland(e) && !e.urn.isEmpty }),
    Rule(
      "392a", .error, "The distance between home and placement can't be worked out.",
      action: "Enter and check both postcodes.", reads: [.now(.episodes, "HOME_POST", "PL_POST")],
      needs: [.postcodes],
      check: .each(\.episodes) { e, year in
        !e.isRespite && e.whereabouts.distance == nil && !year.isOrWasUASC(e.child)
      }),
    Rule(
      "398", .error, "A short break has postcodes, which are not asked for.",
      action: "Leave HOME_POST and PL_POST empty for V3 and V4.",
      reads: [.now(.episodes, "LS")], fields: ["LS", "HOME_POST", "PL_POST"],
      check: .each(\.episodes) { e, _ in e.isRespite && !(e.home.isEmpty && e.post.isEmpty) }),
    Rule(
      "406", .error, "A child who is or was an unaccompanied asylum seeker has a distance.",
      action: "Leave HOME_POST empty: there is no home to measure from.",
      reads: [.now(.episodes, "HOME_POST", "PL_POST")], needs: [.postcodes],
      check: .each(\.episodes) { e, year in
        e.whereabouts.distance != nil && year.isOrWasUASC(e.child)
      }),
    Rule(
      "420", .error, "A short break has a local authority of placement, which is not asked for.",
      action: "Leave PL_POST empty for V3 and V4.", reads: [.now(.episodes, "LS", "PL_POST")],
      needs: [.postcodes],
      check: .each(\.episodes) { e, _ in e.isRespite && e.whereabouts.area != nil }),
    Rule(
      "452", .error,
      "The first episode's local authority of placement is not that of last year's open episode.",
      action: "Correct the placement's postcode in the return that has it wrong.",
      reads: [.now(.episodes, "PL_POST"), .last(.episodes, "DEC", "PL_POST")], needs: [.postcodes],
      fields: ["PL_POST"],
      check: .againstOpenEpisode { e, before, _ in
        e.rne == before.rne && e.whereabouts.area != before.whereabouts.area
      }),
    Rule(
      "453", .error, "The first episode's distance from home is not that of last year's open episode.",
      action: "Correct the postcode in the return that has it wrong.",
      reads: [.now(.episodes, "PL_POST"), .last(.episodes, "DEC", "PL_POST")], needs: [.postcodes],
      fields: ["HOME_POST", "PL_POST"],
      check: .againstOpenEpisode { e, before, _ in e.rne == before.rne && e.hasOtherDistance(than: before) }),
    Rule(
      "454", .query, "The placement is over 350 miles from home.",
      action: "Check both postcodes.", reads: [.now(.episodes, "HOME_POST", "PL_POST")], needs: [.postcodes],
      years: from(2025),
      check: .each(\.episodes) { e, _ in
        (e.whereabouts.distance ?? 0) > 3500 && e.whereabouts.distance != 9999
      }),
    Rule(
      "503G", .error, "The first episode's distance from home is not that of the episode open last year.",
      action: "Correct the postcode in the return that has it wrong.",
      reads: [.now(.episodes, "PL_POST"), .last(.episodes, "DEC", "PL_POST")], needs: [.postcodes],
      fields: ["HOME_POST", "PL_POST"],
      check: .againstOpenEpisode { e, before, _ in e.hasOtherDistance(than: before) }),
    Rule(
      "503H", .error, "The first episode's local authority is not that of the episode open last year.",
      action: "Correct the placement's postcode in the return that has it wrong.",
      reads: [.now(.episodes, "PL_POST"), .last(.episodes, "DEC", "PL_POST")], needs: [.postcodes],
      fields: ["PL_POST"],
      check: .againstOpenEpisode { e, before, _ in e.whereabouts.area != before.whereabouts.area }),
    Rule(
      "503J", .error,
      "The first episode is inside the council's area and last year's open one was not, or the reverse.",
      action: "Correct the placement's postcode in the return that has it wrong.",
      reads: [.now(.episodes, "PL_POST"), .last(.episodes, "DEC", "PL_POST")],
      needs: [.postcodes, .authority],
      fields: ["PL_POST"],
      check: .againstOpenEpisode { e, before, year in year.isInOwnArea(e) != year.isInOwnArea(before) }),
    Rule(
      "1015", .error, "Provided by the council itself, but not placed in its area.",
      action: "Check PLACE_PROVIDER and the placement's postcode.",
      reads: [.now(.episodes, "LS", "PLACE", "PLACE_PROVIDER", "PL_POST")], needs: [.postcodes, .authority],
      effect: .category,
      check: .each(\.episodes) { e, year in
        e.provider == "PR1" && !e.isRespite && !e.ls.isEmpty && !e.placement.isEmpty
          && !e.isFostered && !e.isPlacedForAdoption
          && !(year.isFrom(2025) && e.placement == "K3")
          && year.isInOwnArea(e) != true
      }),
  ]
}

extension EpisodeRow {
  /// Whether the distance from home differs from another episode's by a fifth of a mile or more, or only this is known.
  fileprivate func hasOtherDistance(than other: EpisodeRow) -> Bool {
    guard let own = whereabouts.distance else { return false }
    return other.whereabouts.distance.map { abs(own - $0) >= 2 } ?? true
  }
}

extension Collection {
  /// Whether a placement is known to lie outside England: by its area, else by its postcode.
  func isOutsideEngland(_ episode: EpisodeRow) -> Bool {
    episode.whereabouts.area.map { !areas[$0].hasPrefix("E") } ?? Postcode.isOutsideEngland(episode.post)
  }

  /// Whether a placement is in the council's own area; nil where its area is not known.
  fileprivate func isInOwnArea(_ episode: EpisodeRow) -> Bool? {
    episode.whereabouts.isInside ?? episode.whereabouts.area.map { $0 == ownArea }
  }
}
