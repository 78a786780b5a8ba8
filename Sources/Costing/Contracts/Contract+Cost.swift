public import Units

/// Nights bought under a contract on days that follow one another.
public struct BoughtNights: Sendable, Equatable {
  /// The days.
  public let days: DayRange
  /// Nights of all children on these days together.
  public let nights: Int

  /// Nights on some days.
  public init(days: DayRange, nights: Int) {
    self.days = days
    self.nights = nights
  }
}

extension Contract {
  /// What the nights of one contract year cost, to the nearest penny, rounded once. Nil for a contract without a price
  /// of its own: the ledger's fee is what a night costs.
  ///
  /// A slab's nights fill the tiers in the order in which they are slept; the whole volume has the price of the tier
  /// that the year's nights reach. A block costs its places for all the days given, whoever sleeps there.
  public func cost(ofYear bought: [BoughtNights]) -> Money? {
    let bought = bought.sorted { $0.days.start < $1.days.start }
    let total = bought.reduce(0) { $0 + $1.nights }
    switch terms {
    case .spot: return nil
    case .framework(let listed):
      guard let listed else { return nil }
      return Contract.money(sevenths: bought.reduce(0) { $0 + sevenths($1, at: listed) })
    case .block(let places, let weekly):
      let paid = bought.map { BoughtNights(days: $0.days, nights: $0.days.nights * places) }
      return Contract.money(sevenths: paid.reduce(0) { $0 + sevenths($1, at: weekly) })
    case .volume(let tiers):
      switch tiers.kind {
      case .wholeVolume:
        let weekly = tiers.tier(ofYear: total).weekly
        return Contract.money(sevenths: bought.reduce(0) { $0 + sevenths($1, at: weekly) })
      case .slab:
        var slept = 0
        var sum = 0
        for part in bought {
          sum += slabSevenths(part, after: slept, tiers)
          slept += part.nights
        }
        return Contract.money(sevenths: sum)
      }
    }
  }

  /// What one more night on a day costs the council after so many of its contract year: what is saved when a child
  /// doesn't sleep there. Nought for a block, whose places are paid for in any case. Nil where the ledger's fee tells.
  public func costOfNextNight(after nights: Int, on day: CivilDay) -> Money? {
    switch terms {
    case .spot: return nil
    case .framework(let listed): return listed.map { price($0, on: day).cost(ofNights: 1) }
    case .block: return .zero
    case .volume:
      guard let day = DayRange(from: day, upTo: day + 1) else { return nil }
      guard let less = cost(ofYear: [BoughtNights(days: day, nights: nights)]),
        let more = cost(ofYear: [BoughtNights(days: day, nights: nights + 1)])
      else { return nil }
      return more - less
    }
  }

  /// What the nights of a contract year would cost bought singly, less what they cost under the contract: negative
  /// where the contract is dearer. Nil where no spot price is stated or the contract has no price of its own.
  public func savingAgainstSpot(ofYear bought: [BoughtNights]) -> Money? {
    guard let spot, let cost = cost(ofYear: bought) else { return nil }
    return Contract.money(sevenths: bought.reduce(0) { $0 + sevenths($1, at: spot) }) - cost
  }

  /// Places of a block that nobody slept in, in nights; nil for other contracts.
  public func voidNights(_ bought: [BoughtNights]) -> Int? {
    guard case .block(let places, _) = terms else { return nil }
    return bought.reduce(0) { $0 + max(0, $1.days.nights * places - $1.nights) }
  }

  /// Pence-weeks of nights spread evenly over days, with every uplift on its date.
  private func sevenths(_ bought: BoughtNights, at agreed: WeeklyRate) -> Int {
    stretches(bought).reduce(0) { $0 + $1.nights * price(agreed, on: $1.days.start).pencePerWeek }
  }

  private func slabSevenths(_ bought: BoughtNights, after slept: Int, _ tiers: Tiers) -> Int {
    var slept = slept
    var sum = 0
    for stretch in stretches(bought) {
      var left = stretch.nights
      while left > 0 {
        let tier = tiers.tier(after: slept)
        let room = tiers.tiers.first { $0.after > slept }.map { $0.after - slept } ?? left
        let nights = min(left, room)
        sum += nights * price(tier.weekly, on: stretch.days.start).pencePerWeek
        slept += nights
        left -= nights
      }
    }
    return sum
  }

  /// Nights between one uplift and the next, each stretch's share of the nights by its days.
  private func stretches(_ bought: BoughtNights) -> [BoughtNights] {
    let cuts = uplift?.dates(after: start, through: bought.days.end - 1).filter(bought.days.contains) ?? []
    let edges = [bought.days.start] + cuts.filter { $0 > bought.days.start } + [bought.days.end]
    let days = zip(edges, edges.dropFirst()).compactMap { DayRange(from: $0, upTo: $1) }
    guard days.count > 1 else { return [bought] }
    let even = Double(bought.nights) / Double(bought.days.nights)
    let nights = Apportion.wholeNumbers(days.map { Double($0.nights) * even }, total: bought.nights)
    return zip(days, nights).map(BoughtNights.init)
  }

  private static func money(sevenths: Int) -> Money {
    WeeklyRate(pencePerWeek: sevenths).cost(ofNights: 1)
  }
}
