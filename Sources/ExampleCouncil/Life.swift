import Units

/// One child's periods of care, each with its outcome drawn first and its days filled in afterwards.
///
/// The outcome comes first because that is what makes lengths of care two-humped, as they are: children who
/// go home do so in weeks or months, and most of those who do not stay until they are 18.
struct Life {
  var draws: Draws

  init(_ draws: Draws) { self.draws = draws }

  /// Adds periods of care from a first day on.
  mutating func live(_ child: inout Child, from first: CivilDay, outcome: Double) {
    var start = first
    var position = outcome
    while start <= Parameters.horizon, start < child.birthday(18) - 10 {
      var period = plan(child, from: start, position: position)
      period.reason = endReason(period, child)
      period.episodes = period.joined()
      child.periods.append(period)
      guard returnsToCare(period, child) else { break }
      start = period.end + draws.days(Parameters.reentryGap)
      position = draws.uniform()
    }
  }

  private mutating func returnsToCare(_ period: Period, _ child: Child) -> Bool {
    (period.ending == .home || period.ending == .relatives) && !child.isAsylumSeeking
      && draws.chance(Parameters.reentryChance)
  }

  private mutating func plan(_ child: Child, from start: CivilDay, position: Double) -> Period {
    let table =
      child.isAsylumSeeking ? Parameters.asylumEndings : Parameters.endings[Life.band(child.age(on: start))]
    var ending = Draws.pick(table, at: position)
    if ending == .adopted, child.age(on: start) > 6 { ending = .guardianship }
    let reversed = ending == .adopted && draws.chance(Parameters.reversedDecision)
    let length = draws.days(Parameters.length(ending))
    let adult = child.birthday(18)
    var end = start + length
    if reversed || end >= adult - 5 {
      end = adult
      // An adoption never runs on to adulthood, so only the plan's reversal reaches this with one.
      ending = .eighteen
    }
    if isOutOfReach(ending, child, end) { ending = .home }
    if end.components.month == 3, end.components.day == 31, ending != .eighteen { end = end + 1 }
    var period = Period(start: start, end: end, ending: ending)
    if ending == .adopted || reversed {
      period.adoption = adoptionPlan(
        start: start, length: ending == .adopted ? start.nights(to: end) : length, reversed)
    }
    period.legal = legalStatuses(child, period)
    period.placements = placements(child, period)
    return period
  }

  /// Outcomes the return allows only from an age.
  private func isOutOfReach(_ ending: Ending, _ child: Child, _ end: CivilDay) -> Bool {
    ending == .independence && end < child.birthday(16)
  }

  private mutating func adoptionPlan(start: CivilDay, length: Int, _ reversed: Bool) -> AdoptionPlan {
    let days = Double(length)
    let decided = start + Int(days * (0.28 + 0.1 * draws.uniform()))
    let placed = start + Int(days * (0.6 + 0.08 * draws.uniform()))
    let matched = placed - draws.whole(12...40)
    let place = draws.pick([("A6", 0.66), ("A5", 0.24), ("A4", 0.06), ("A3", 0.04)])
    return AdoptionPlan(
      decided: decided, matched: matched, placed: placed,
      reversed: reversed ? start + Int(days * 0.85) : nil, place: reversed ? "A6" : place)
  }

  static func band(_ age: Int) -> Int {
    switch age {
    case 0: 0
    case 1...4: 1
    case 5...9: 2
    case 10...15: 3
    default: 4
    }
  }
}
