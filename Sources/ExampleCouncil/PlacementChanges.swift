import Units

/// Changes within a placement: a match as the long-term one, a few nights away, a home's registration.
extension Life {
  /// Splits foster placements where the same carers become the long-term ones (U3 to U1, U6 to U4).
  mutating func matchedLongTerm(_ child: Child, _ period: Period, _ stays: [Placement]) -> [Placement] {
    var result: [Placement] = []
    for (index, stay) in stays.enumerated() {
      result.append(stay)
      guard stay.place == "U3" || stay.place == "U6", period.adoption == nil else { continue }
      let end = index + 1 < stays.count ? stays[index + 1].from : period.end
      let day = stay.from + draws.days(PlacementParameters.matching)
      guard draws.chance(PlacementParameters.matchingChance), day + 20 < end, period.ending == .eighteen
      else { continue }
      var match = stay
      (match.from, match.sameCarer, match.reason) = (day, true, "PLACE")
      match.place = stay.place == "U3" ? "U1" : "U4"
      result.append(match)
    }
    return result
  }

  /// Splits some placements round a short time away, after which the child returns to the same carers.
  mutating func withTemporary(_ child: Child, _ period: Period, _ stays: [Placement]) -> [Placement] {
    guard !child.isAsylumSeeking else { return stays }
    var result: [Placement] = []
    for (index, stay) in stays.enumerated() {
      result.append(stay)
      let end = index + 1 < stays.count ? stays[index + 1].from : period.end
      let length = stay.from.nights(to: end)
      guard length > 60, stay.kind.isFoster || stay.kind.isHome else { continue }
      guard draws.chance(PlacementParameters.temporaryChance) else { continue }
      let (code, longest) = draws.pick(PlacementParameters.temporary)
      let day = stay.from + draws.whole(20...length - 30)
      let back = day + draws.whole(2...longest)
      // A change of status while away would break the rule that the child comes back unchanged.
      guard !period.legal.contains(where: { day <= $0.from && $0.from <= back }) else { continue }
      let away = Placement(
        from: day, kind: stay.kind, place: code, provider: "",
        postcode: Postcodes.carer(draws.whole(0...9999), inside: true), urn: "")
      var again = stay
      (again.from, again.sameCarer) = (back, false)
      result += [away, again]
    }
    return result
  }

  /// Supported accommodation was first registered on 28 October 2023: every such stay then under way goes on
  /// with the same carer as a new episode, with a reference number and no longer as independent living.
  func registered(_ stays: [Placement], until end: CivilDay) -> [Placement] {
    let day = CodeYears.supportedRegistered
    var result: [Placement] = []
    for (index, stay) in stays.enumerated() {
      result.append(stay)
      let last = index + 1 < stays.count ? stays[index + 1].from : end
      guard stay.kind == .supported, stay.from < day, day < last else { continue }
      var after = stay
      (after.from, after.place, after.sameCarer, after.reason) = (day, "H5", true, "PLACE")
      after.urn = Providers.urn(of: .supported, provider: stay.provider, number: Int(stay.from.number))
      result.append(after)
    }
    return result
  }
}

/// Days on which codes came into use or went out of it.
enum CodeYears {
  /// Registration of supported accommodation with Ofsted, 28 October 2023.
  static let supportedRegistered = CollectionYear(startYear: 2023).firstDay + 210
  /// From here nobody new is recorded as living independently (P2), which could not outlast October 2023.
  static let independentLivingFades = CollectionYear(startYear: 2022).firstDay + 180
}
