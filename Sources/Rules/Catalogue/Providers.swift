import Returns
import Units

/// Who provides the placement, and its Ofsted unique reference number (URN).
extension RuleBook {
  static let providers: [Rule] = whoProvides + providersByPlacement + referenceNumbers

  private static let whoProvides = [
    Rule(
      "178", .error, "The placement provider is not a code, or given for a placement that has none.",
      action: "Enter PR0 to PR5, or leave it blank for a temporary or unlisted placement.",
      reads: [.now(.episodes, "PLACE_PROVIDER")], effect: .category,
      check: .each(\.episodes) { e, year in
        guard !e.provider.isEmpty else { return false }
        // From 2025/26 T4 is left to rule 213.
        let hasNone = e.hasNoProvider(in: year.rulesYear) && !(year.isFrom(2025) && e.placement == "T4")
        return hasNone || !year.isValid(e.provider, "PLACE_PROVIDER")
      }),
    Rule(
      "213", .error, "A placement provider is given for a placement that has none.",
      action: "Leave PLACE_PROVIDER blank.", reads: [.now(.episodes, "PLACE", "PLACE_PROVIDER")],
      fields: ["PLACE_PROVIDER"],
      check: .each(\.episodes) { e, year in
        !e.provider.isEmpty && (e.isTemporary || year.isFrom(2025) && e.isUnlisted(in: year.rulesYear))
      }),
    Rule(
      "526", .error, "The placement provider is missing.",
      action: "Enter PLACE_PROVIDER.", reads: [.now(.episodes, "PLACE", "PLACE_PROVIDER")],
      effect: .category,
      check: .each(\.episodes) { e, year in e.provider.isEmpty && !e.hasNoProvider(in: year.rulesYear) }),
  ]

  private static let providersByPlacement = [
    provider("527", "PR1", "Own provision", cannotProvide: ["P1", "R2", "R5"]),
    provider("528", "PR2", "Another authority", cannotProvide: ["P1", "R2", "R5"]),
    provider(
      "529", "PR3", "Another public organisation",
      cannotProvide: ["A3", "A4", "A5", "A6", "K1", "K2", "P1", "U1", "U2", "U3", "U4", "U5", "U6"]),
    provider("530", "PR4", "A private provider", cannotProvide: ["P1"]),
    provider("531", "PR5", "A voluntary provider", cannotProvide: ["P1"]),
    Rule(
      "550", .error, "Parents are given as the provider of a placement that is not with them.",
      action: "Correct PLACE or PLACE_PROVIDER: PR0 goes with P1 only.",
      reads: [.now(.episodes, "PLACE", "PLACE_PROVIDER")], effect: .category,
      check: .each(\.episodes) { e, _ in e.provider == "PR0" && e.placement != "P1" }),
  ]

  /// A provider that can't provide some placements.
  private static func provider(
    _ code: String, _ provider: Code, _ words: String, cannotProvide placements: Set<Code>
  ) -> Rule {
    Rule(
      code, .error, "\(words) is given as the provider of a placement of a kind it can't provide.",
      action: "Correct PLACE or PLACE_PROVIDER.", reads: [.now(.episodes, "PLACE", "PLACE_PROVIDER")],
      effect: .category,
      check: .each(\.episodes) { e, _ in e.provider == provider && placements.contains(e.placement) })
  }

  private static let referenceNumbers = [
    Rule(
      "214", .error, "A placement postcode or URN is given for a series of short breaks.",
      action: "Leave PL_POST and URN blank.", reads: [.now(.episodes, "LS")], fields: ["PL_POST", "URN"],
      check: .each(\.episodes) { e, _ in e.isRespite && !(e.post.isEmpty && e.urn.isEmpty) }),
    Rule(
      "218", .error, "The URN of the placement is missing.",
      action: "Enter the URN that Ofsted gave the home or agency.",
      reads: [.now(.episodes, "PLACE", "URN")], fields: ["URN"],
      check: .each(\.episodes) { e, year in
        e.urn.isEmpty && (e.dec.isBlank || e.dec >= year.start) && !e.hasNoURN(in: year.rulesYear)
          && !year.isOutsideEngland(e)
      }),
    Rule(
      "222", .error, "A URN is given for a placement that has none.",
      action: "Take out the URN, or correct PLACE.", reads: [.now(.episodes, "PLACE", "URN")],
      fields: ["URN"],
      check: .each(\.episodes) { e, year in
        // In 2023/24 supported accommodation could have a number and need not have one.
        let couldHaveOne = year.rulesYear.startYear == 2023 && e.placement == "H5"
        return e.hasWrittenURN && e.hasNoURN(in: year.rulesYear) && !couldHaveOne
      }),
    Rule(
      "230", .error, "The URN of supported accommodation is missing.",
      action: "Enter the URN: every placement H5 in England has one from 28 October 2023.",
      reads: [.now(.episodes, "PLACE", "URN")], fields: ["PLACE", "DEC", "URN"], years: 2023...2023,
      check: .each(\.episodes) { e, year in
        e.placement == "H5" && !(e.dec < supportedAccommodationInspected) && !e.hasWrittenURN
          && !year.isOutsideEngland(e)
      }),
    Rule(
      "242", .error, "The URN is that for regional adoption agencies, but the placement is of another kind.",
      action: "Enter the provider's own URN; XXXXXXX goes with A3 to A6 and U1 to U6 only.",
      reads: [.now(.episodes, "URN", "PLACE")], years: from(2025),
      check: .each(\.episodes) { e, _ in e.urn == "XXXXXXX" && !e.isFostered && !e.isPlacedForAdoption }),
  ]

  /// Episodes of supported accommodation that end on this day or later need a URN.
  private static let supportedAccommodationInspected = Day(year: 2023, month: 10, day: 29)
}

extension EpisodeRow {
  /// Whether the placement is one that no other code describes: Z1, from 2025/26 Z11 to Z14.
  fileprivate func isUnlisted(in year: CollectionYear) -> Bool {
    year.startYear < 2025
      ? placement == "Z1"
      : placement == "Z11" || placement == "Z12" || placement == "Z13" || placement == "Z14"
  }

  /// Whether the placement has no provider: a temporary or unlisted one.
  fileprivate func hasNoProvider(in year: CollectionYear) -> Bool { isTemporary || isUnlisted(in: year) }

  /// Whether the placement is of a kind that Ofsted gives no number to.
  fileprivate func hasNoURN(in year: CollectionYear) -> Bool {
    switch placement {
    case "P1", "P3", "R1", "R2", "R5": true
    case "H5", "P2": year.startYear < 2024
    default: isTemporary || isUnlisted(in: year)
    }
  }

  /// Whether a URN stands there, and not the seven X that say there is none.
  fileprivate var hasWrittenURN: Bool { !urn.isEmpty && urn != "XXXXXXX" }
}
