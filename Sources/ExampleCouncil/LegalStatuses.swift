import Units

/// Legal statuses over a period of care.
///
/// First statuses follow DfE, "Children looked after in England including adoptions", 2025 release,
/// starters by legal status; waits for final and placement orders are set to give the mix at 31 March.
extension Life {
  /// First status by band of age on starting.
  private static let first: [[(String, Double)]] = [
    [("V2", 0.19), ("C1", 0.69), ("L1", 0.09), ("L2", 0.03)],
    [("V2", 0.29), ("C1", 0.51), ("L1", 0.17), ("L2", 0.03)],
    [("V2", 0.33), ("C1", 0.46), ("L1", 0.19), ("L2", 0.02)],
    [("V2", 0.66), ("C1", 0.23), ("L1", 0.10), ("L2", 0.01)],
    [("V2", 0.9), ("C1", 0.04), ("L1", 0.06)],
  ]
  /// Chance that an agreed placement becomes a court case, by band, for children who stay and who go home.
  private static let courtIfStaying = [0.96, 0.95, 0.93, 0.8, 0.08]
  private static let courtIfHome = [0.4, 0.35, 0.3, 0.12, 0.02]
  private static let waitForCourt = Quantiles((0, 10), (0.5, 75), (1, 320))
  private static let waitForOrder = Quantiles((0, 140), (0.5, 310), (0.9, 560), (1, 800))

  mutating func legalStatuses(_ child: Child, _ period: Period) -> [LegalSpell] {
    if child.isAsylumSeeking { return [LegalSpell(from: period.start, status: "V2")] }
    if period.ending == .custody || period.ending == .remandEnded, period.start > child.birthday(10) {
      return [LegalSpell(from: period.start, status: "J1")]
    }
    let band = Life.band(child.age(on: period.start))
    let stays = period.ending != .home && period.ending != .relatives && period.ending != .anyOther
    var spells = firstStatuses(child, period, band: band, stays: stays)
    let court = (stays ? Life.courtIfStaying : Life.courtIfHome)[band]
    if spells.last?.status == "V2", period.adoption != nil || draws.chance(court) {
      add("C1", after: draws.days(Life.waitForCourt), to: &spells, of: period)
    }
    // A young person of 17 is not brought before the court for a care order.
    if let last = spells.last, last.status == "C1", child.age(on: last.from) < 17 {
      add("C2", after: draws.days(Life.waitForOrder), to: &spells, of: period)
    }
    return withPlacementOrder(spells, period)
  }

  /// The status on starting, and the one that follows a few days of police or emergency protection.
  private mutating func firstStatuses(
    _ child: Child, _ period: Period, band: Int, stays: Bool
  ) -> [LegalSpell] {
    var status = draws.pick(Life.first[band])
    // Children known from before come in by an order of the court, not by way of an emergency.
    if !child.periods.isEmpty, status.hasPrefix("L") { status = "C1" }
    var spells = [LegalSpell(from: period.start, status: status)]
    guard status.hasPrefix("L") else { return spells }
    let agreed = draws.chance(stays ? 0.15 : 0.6)
    let days = status == "L1" ? draws.whole(1...3) : draws.whole(5...14)
    add(agreed ? "V2" : "C1", after: days, to: &spells, of: period)
    return spells.count > 1 ? spells : [LegalSpell(from: period.start, status: "V2")]
  }

  /// Adds a status some days after the last, unless care is over by then.
  private func add(_ status: String, after days: Int, to spells: inout [LegalSpell], of period: Period) {
    let day = spells[spells.count - 1].from + days
    if day < period.end - 1 { spells.append(LegalSpell(from: day, status: status)) }
  }

  /// Puts the placement order into the statuses of a child with a plan of adoption.
  private mutating func withPlacementOrder(_ spells: [LegalSpell], _ period: Period) -> [LegalSpell] {
    guard let plan = period.adoption else { return spells }
    // By the day of the decision the child is under an order of the court.
    var before = spells.filter { $0.from < plan.decided }
    if before[before.count - 1].status == "V2" {
      before[before.count - 1] = LegalSpell(from: before[before.count - 1].from, status: "C1")
    }
    let consent = plan.place == "A3" || plan.place == "A4"
    let order = plan.decided + draws.whole(14...45)
    before.append(LegalSpell(from: order, status: consent ? "C2" : "E1"))
    if let reversed = plan.reversed { before.append(LegalSpell(from: reversed, status: "C2")) }
    return before.enumerated().filter { $0 == 0 || before[$0 - 1].status != $1.status }.map(\.element)
  }
}

extension Period {
  /// The legal status on a day of the period.
  func legalStatus(on day: CivilDay) -> String {
    legal.last { $0.from <= day }?.status ?? "V2"
  }
}
