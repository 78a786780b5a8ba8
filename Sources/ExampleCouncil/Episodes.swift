import Units

extension Life {
  /// The code for why care ended: the outcome, in the light of where the child was living.
  mutating func endReason(_ period: Period, _ child: Child) -> String {
    let last = period.placements[period.placements.count - 1].kind
    switch period.ending {
    case .home: return draws.pick([("E4A", 0.85), ("E4B", 0.15)])
    case .relatives: return "E13"
    case .guardianship:
      if last == .kinship { return "E45" }
      if last.isFoster { return draws.pick([("E46", 0.45), ("E47", 0.5), ("E48", 0.05)]) }
      return "E47"
    case .arrangementsOrder: return "E41"
    case .adopted:
      let consent = period.adoption.map { $0.place == "A3" || $0.place == "A4" } ?? false
      return consent ? "E11" : draws.pick([("E12", 0.8), ("E11", 0.2)])
    case .anotherAuthority: return "E3"
    case .anyOther: return draws.pick([("E8", 0.95), ("E16", 0.03), ("E2", 0.02)])
    case .custody: return "E9"
    case .remandEnded: return "E14"
    case .independence: return draws.pick([("E5", 0.75), ("E6", 0.25)])
    case .foundAdult: return "E15"
    case .eighteen: return reasonAtEighteen(last)
    }
  }

  private mutating func reasonAtEighteen(_ last: Kind) -> String {
    switch last {
    case .kinship, .inHouseFoster, .agencyFoster, .adoption:
      draws.pick([("E17", 0.77), ("E5", 0.08), ("E13", 0.05), ("E6", 0.03), ("E8", 0.05), ("E4A", 0.03)])
    case .supported, .other:
      draws.pick([
        ("E5", 0.42), ("E6", 0.11), ("E17", 0.26), ("E8", 0.13), ("E13", 0.03), ("E4A", 0.03), ("E7", 0.02),
      ])
    case .parents: draws.pick([("E4A", 0.55), ("E17", 0.3), ("E8", 0.15)])
    case .residentialSchool, .careHome, .hospital: "E7"
    default:
      draws.pick([
        ("E5", 0.4), ("E7", 0.17), ("E17", 0.17), ("E8", 0.11), ("E6", 0.06), ("E4A", 0.08), ("E13", 0.03),
      ])
    }
  }
}

extension Period {
  /// Episodes: a new one on every day on which the placement or the legal status changes.
  func joined() -> [Episode] {
    let days = Set(placements.map(\.from) + legal.map(\.from)).sorted()
    return days.enumerated().map { index, day in
      let stay = placements.last { $0.from <= day } ?? placements[0]
      let next = index + 1 < days.count ? days[index + 1] : end
      let isLast = index + 1 == days.count
      return Episode(
        start: day, newReason: newReason(on: day), legalStatus: legalStatus(on: day), placement: stay,
        end: next,
        endReason: isLast ? reason : "X1", changeReason: isLast ? "" : changeReason(on: next, from: stay))
    }
  }

  private func newReason(on day: CivilDay) -> String {
    if day == start { return "S" }
    let legalChanges = legal.contains { $0.from == day }
    guard let moved = placements.first(where: { $0.from == day }) else { return "L" }
    if moved.sameCarer { return legalChanges ? "U" : "T" }
    return legalChanges ? "B" : "P"
  }

  private func changeReason(on day: CivilDay, from stay: Placement) -> String {
    guard let moved = placements.first(where: { $0.from == day }), !moved.isTemporary, !stay.isTemporary
    else {
      return ""
    }
    return moved.reason
  }
}
