import Returns
import Units

/// The URN that stands for a regional adoption agency.
extension RuleBook {
  static let reservedURN: [Rule] = [
    Rule(
      "242", .error, "The URN is that for regional adoption agencies, but the placement is of another kind.",
      action: "Enter the provider's own URN; XXXXXXX goes with A3 to A6 and U1 to U6 only.",
      reads: [.now(.episodes, "URN", "PLACE")], years: 2025...2026,
      check: .each(\.episodes) { e, _ in e.urn == "XXXXXXX" && !agencyPlacements.contains(e.placement) })
  ]

  private static let agencyPlacements: Set<Code> = [
    "A3", "A4", "A5", "A6", "U1", "U2", "U3", "U4", "U5", "U6",
  ]
}
