import Units

/// Placements over a period of care: one follows another until care ends, except where the outcome fixes one.
extension Life {
  mutating func placements(_ child: Child, _ period: Period) -> [Placement] {
    let fixed = fixedPlacements(child, period)
    var stays: [Placement] = []
    var day = period.start
    for (index, step) in fixed.enumerated() {
      wander(child, period, from: day, to: step.day, &stays)
      day = index + 1 < fixed.count ? fixed[index + 1].day : period.end
      let last = stays.last
      // Foster carers stay the same until the adopters are found.
      if let last, last.kind == step.kind || step.kind.isUnrelatedFoster && last.kind.isUnrelatedFoster {
        continue
      }
      var stay = placement(child, period, step.kind, on: step.day, after: last)
      if step.kind == .adoption { adopt(&stay, place: step.place, after: last) }
      stays.append(stay)
    }
    if fixed.isEmpty { wander(child, period, from: day, to: period.end, &stays) }
    let matched = matchedLongTerm(child, period, stays)
    return registered(withTemporary(child, period, matched), until: period.end)
  }

  /// Placements that follow one another, each lasting as long as it happens to, until a day.
  private mutating func wander(
    _ child: Child, _ period: Period, from first: CivilDay, to limit: CivilDay, _ stays: inout [Placement]
  ) {
    var day = first
    while day < limit {
      let kind = choose(child, period, on: day, after: stays.last?.kind)
      stays.append(placement(child, period, kind, on: day, after: stays.last))
      let share = PlacementParameters.position(draws.uniform(), unsettled: child.unsettled)
      day = day + PlacementParameters.length(kind, isFirst: stays.count == 1).days(at: share)
      // Nobody moves in the last days before a move already arranged.
      if day + 5 > limit { day = limit }
    }
  }

  /// Placements the outcome requires, with the day each begins.
  private mutating func fixedPlacements(
    _ child: Child, _ period: Period
  ) -> [(day: CivilDay, kind: Kind, place: String)] {
    let length = period.start.nights(to: period.end)
    func before(_ days: Int) -> CivilDay { period.end - days }
    if let plan = period.adoption, plan.reversed == nil {
      let foster: Kind = draws.chance(0.75) ? .inHouseFoster : .agencyFoster
      let ready = plan.placed - draws.whole(60...200)
      return [(max(ready, period.start), foster, ""), (plan.placed, .adoption, plan.place)]
    }
    switch period.ending {
    case .home where length > 90 && ["C1", "C2"].contains(period.legalStatus(on: before(length / 2))):
      return draws.chance(0.85) ? [(before(min(length / 2, draws.whole(50...420))), .parents, "")] : []
    case .guardianship where length > 120, .arrangementsOrder where length > 120:
      return draws.chance(0.6) ? [(before(length * draws.whole(35...85) / 100), .kinship, "")] : []
    case .independence where before(60) >= child.birthday(16) && length > 90:
      return [(before(draws.whole(20...60)), .supported, "")]
    default: return []
    }
  }

  private mutating func choose(_ child: Child, _ period: Period, on day: CivilDay, after last: Kind?) -> Kind
  {
    let age = child.age(on: day)
    let status = period.legalStatus(on: day)
    let band = [1, 5, 10, 14, 16].filter { age >= $0 }.count
    var weights = (last == nil ? PlacementParameters.first : PlacementParameters.later)[band]
    if let last, last.isHome, age < 16 { weights = PlacementParameters.afterHome }
    if status == "J1" { weights = PlacementParameters.onRemand }
    if child.isAsylumSeeking {
      weights = age < 16 ? PlacementParameters.asylumYounger : PlacementParameters.asylumOlder
    }
    weights = weights.filter { kind, _ in
      switch kind {
      case .parents: (status == "C1" || status == "C2") && last != .parents && period.adoption == nil
      case .supported: age >= 16
      case .hospital, .familyCentre, .other, .careHome, .secure, .youthCustody: last != kind
      default: true
      }
    }
    let kind = draws.pick(weights)
    let year = CollectionYear(containing: day).startYear
    switch kind {
    case .inHouseFoster where draws.chance(PlacementParameters.agencyShare(year)): return .agencyFoster
    case .externalHome where !draws.chance(PlacementParameters.externalShare(year)): return .inHouseHome
    default: return kind
    }
  }

  /// A new placement of a kind, with a carer other than the one before.
  private mutating func placement(
    _ child: Child, _ period: Period, _ kind: Kind, on day: CivilDay, after last: Placement?
  ) -> Placement {
    var provider = Providers.provider(of: kind, &draws)
    // The council's own few places are not given to unaccompanied children.
    if child.isAsylumSeeking, provider == "PR1" { provider = "PR4" }
    var urn = ""
    var postcode = ""
    repeat {
      let number = draws.whole(0...9999)
      urn = Providers.urn(of: kind, provider: provider, number: number)
      let building = Providers.building(of: kind, urn: urn, number: number)
      let inside = provider == "PR1" && (kind != .kinship || building % 3 > 0) || building % 5 < 2
      postcode = Postcodes.carer(building, inside: inside)
    } while !child.isAsylumSeeking && last?.postcode == postcode
      || kind == .agencyFoster && child.isAsylumSeeking && last?.urn == urn
    if kind == .supported, day < CodeYears.supportedRegistered { urn = "" }
    if kind == .parents, draws.chance(0.7) { postcode = child.homePostcode }
    return Placement(
      from: day, kind: kind, place: place(kind, period, on: day), provider: provider,
      postcode: postcode, urn: urn,
      reason: kind == .youthCustody ? "CUSTOD" : draws.pick(PlacementParameters.reasons))
  }

  private mutating func place(_ kind: Kind, _ period: Period, on day: CivilDay) -> String {
    switch kind {
    case .kinship: "U3"
    case .inHouseFoster, .agencyFoster: period.adoption != nil && draws.chance(0.07) ? "U5" : "U6"
    case .inHouseHome, .externalHome: "K2"
    case .secure: "K1"
    case .residentialSchool: "S1"
    case .supported: day < CodeYears.independentLivingFades && draws.chance(0.17) ? "P2" : "H5"
    case .parents: "P1"
    case .adoption: "A6"
    case .familyCentre: "R3"
    case .hospital: "R2"
    case .careHome: "R1"
    case .youthCustody: "R5"
    case .other: draws.pick([("Z11", 0.6), ("Z12", 0.2), ("Z13", 0.1), ("Z14", 0.1)])
    }
  }

  /// Makes a placement one for adoption, with the same carers where the code says so.
  private func adopt(_ stay: inout Placement, place: String, after last: Placement?) {
    stay.place = place
    stay.reason = "CARPL"
    guard let last, place == "A3" || place == "A5" else { return }
    stay = Placement(
      from: stay.from, kind: .adoption, place: place, provider: last.provider, postcode: last.postcode,
      urn: stay.urn, sameCarer: true, reason: "PLACE")
  }
}
