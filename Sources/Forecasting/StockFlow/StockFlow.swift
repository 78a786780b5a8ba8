public import Care
public import Units

/// The sector's established stock-and-flow model, reproduced with its quirks (cs-demand-model 0.5.1): the yardstick
/// that Homeward's own methods are held against. What it does and where it errs: docs/methods/0002-stock-flow.md.
public enum StockFlow {
  /// A mean daily rate and the counts it was made of.
  public struct MeanRate: Sendable {
    /// The state left.
    public let from: Int
    /// The state entered.
    public let to: Int
    /// The mean over all days of the window of (transitions on the day ÷ children the day before), 0 ÷ 0 taken as 0.
    public let perDay: Double
    /// Transitions in the window.
    public let events: Int
    /// Days of the window.
    public let days: Int
    /// Days on which no child was in the state the day before.
    public let emptyDays: Int
    /// Child-days in the state on the days before.
    public let childDays: Int
  }

  /// What the model finds in a window.
  public struct Estimate: Sendable {
    /// The mean daily rates, in order of state, before ageing.
    public let rates: [MeanRate]
    /// Entrants seen in the window, by state.
    public let entrants: [Int]
    /// Transitions left out because no child was in the state the day before; the sector's model gives them an
    /// infinite rate, and loses the children.
    public let impossible: Int
    /// The model, rates with ageing.
    public let model: FlowModel
  }

  /// An episode as the sector's model cleans it.
  public struct CleanEpisode: Sendable {
    /// Position of the child in `CareHistories.children`.
    public let child: Int32
    /// First night.
    public let start: CivilDay
    /// Day after the last night; nil while open.
    public let end: CivilDay?
    /// Age band at the start, which it keeps, and category.
    public let state: Int
    /// The category of the episode that ends on the day this one starts; nil if none does.
    public let before: Int?
    /// The category of the episode that starts on the day this one ends; nil if none does.
    public let after: Int?
    /// Position in `CareHistories.asReturned`.
    public let source: Int
  }

  /// Cleans episodes as the sector's model does: of a child's episodes with the same end (open ones among them) the
  /// first is kept, and an end after the next start, or none, becomes the next start.
  public static func clean(_ histories: CareHistories) -> [CleanEpisode] {
    let episodes = histories.asReturned
    let space = StateSpace(categories: histories.book.entries.count)
    var clean: [CleanEpisode] = []
    clean.reserveCapacity(episodes.count)
    var first = 0
    while first < episodes.count {
      var last = first + 1
      while last < episodes.count, episodes[last].child == episodes[first].child { last += 1 }
      cleanChild(first..<last, episodes, histories.children[Int(episodes[first].child)].birth, space, &clean)
      first = last
    }
    return clean
  }

  /// The care histories as the sector's model sees them: its cleaned episodes, respite among them.
  public static func histories(_ histories: CareHistories) -> CareHistories {
    let episodes = clean(histories).map { clean in
      var episode = histories.asReturned[clean.source]
      episode.end = clean.end
      return episode
    }
    return CareHistories(
      children: histories.children, episodes: episodes, respite: [], asReturned: histories.asReturned,
      asOf: histories.asOf, book: histories.book)
  }

  private static func cleanChild(
    _ range: Range<Int>, _ episodes: [Episode], _ birth: CivilDay, _ space: StateSpace,
    _ clean: inout [CleanEpisode]
  ) {
    var kept: [Int] = []
    for index in range where !kept.contains(where: { episodes[$0].end == episodes[index].end }) {
      kept.append(index)
    }
    var previousEnd: CivilDay?
    for (place, index) in kept.enumerated() {
      let episode = episodes[index]
      let next = place + 1 < kept.count ? episodes[kept[place + 1]] : nil
      var end = episode.end
      if let next, (end ?? .distantFuture) > next.start { end = next.start }
      let previous =
        place > 0 && previousEnd == episode.start ? episodes[kept[place - 1]].category.index : nil
      clean.append(
        CleanEpisode(
          child: episode.child, start: episode.start, end: end,
          state: space.state(band: band(birth, episode.start), category: episode.category.index),
          before: previous, after: next.flatMap { $0.start == end ? $0.category.index : nil }, source: index))
      previousEnd = end
    }
  }

  /// The sector's age band: days ÷ 365.24.
  private static func band(_ birth: CivilDay, _ day: CivilDay) -> Int {
    let age = Double(birth.nights(to: day)) / 365.24
    return AgeBand.all.lastIndex { Double($0.from) <= age } ?? 0
  }

  /// The sector's ageing, per day: one over the days from a band's first age to its last, on which a child leaves
  /// it; the oldest band is taken to last to age 30.
  public static let ageingDays = [365, 1460, 1825, 2190, 5110]

  /// Estimates the model from the days of a window.
  public static func estimate(_ histories: CareHistories, window: ReferenceWindow) -> Estimate {
    let space = StateSpace(categories: histories.book.entries.count)
    let episodes = clean(histories)
    let days = window.days
    let stock = dailyStock(episodes, window, space)
    var sums = [Double](repeating: 0, count: space.inCare * (space.categories + 1))
    var events = [Int](repeating: 0, count: sums.count)
    var entrants = [Int](repeating: 0, count: space.count)
    var initial = [Double](repeating: 0, count: space.count)
    var impossible = 0
    for episode in episodes {
      if episode.before == nil, window.contains(episode.start) { entrants[episode.state] += 1 }
      if episode.start <= histories.asOf, (episode.end ?? .distantFuture) > histories.asOf {
        initial[episode.state] += 1
      }
      guard let end = episode.end, window.contains(end) else { continue }
      let pair = episode.state * (space.categories + 1) + (episode.after ?? space.categories)
      events[pair] += 1
      let dayBefore = max(0, window.first.nights(to: end) - 1)
      let prior = stock[episode.state * days + dayBefore]
      if prior > 0 { sums[pair] += 1 / Double(prior) } else { impossible += 1 }
    }
    let rates = meanRates(sums, events, stock, window, space)
    // The sector divides by the days between the window's ends, one fewer than the days it counts entrants on.
    let period = Double(days - 1)
    return Estimate(
      rates: rates, entrants: entrants, impossible: impossible,
      model: FlowModel(
        space: space, asOf: histories.asOf, initial: initial, rates: withAgeing(rates, space),
        entrantsPerDay: entrants.map { Double($0) / period }))
  }

  /// Children in each state on each day of the window, by state then day.
  private static func dailyStock(
    _ episodes: [CleanEpisode], _ window: ReferenceWindow, _ space: StateSpace
  ) -> [Int32] {
    let days = window.days
    var stock = [Int32](repeating: 0, count: space.inCare * days + 1)
    for episode in episodes {
      let from = max(0, window.first.nights(to: episode.start))
      let to = min(days, episode.end.map { window.first.nights(to: $0) } ?? days)
      guard from < to else { continue }
      stock[episode.state * days + from] += 1
      if to < days { stock[episode.state * days + to] -= 1 }
    }
    for state in 0..<space.inCare {
      for day in 1..<days { stock[state * days + day] += stock[state * days + day - 1] }
    }
    return stock
  }

  private static func meanRates(
    _ sums: [Double], _ events: [Int], _ stock: [Int32], _ window: ReferenceWindow, _ space: StateSpace
  ) -> [MeanRate] {
    let days = window.days
    var rates: [MeanRate] = []
    for state in 0..<space.inCare {
      // The first day is set against its own stock, having no day before it in the window.
      let prior = [stock[state * days]] + stock[(state * days)..<(state * days + days - 1)]
      for after in 0...space.categories {
        let pair = state * (space.categories + 1) + after
        guard events[pair] > 0 else { continue }
        let band = space.band(of: state)
        rates.append(
          MeanRate(
            from: state,
            to: after == space.categories
              ? space.outside(band: band) : space.state(band: band, category: after),
            perDay: sums[pair] / Double(days), events: events[pair], days: days,
            emptyDays: prior.count { $0 == 0 }, childDays: prior.reduce(0) { $0 + Int($1) }))
      }
    }
    return rates
  }

  /// Rates with the sector's ageing added: every state to the next band, the oldest out of the model.
  private static func withAgeing(_ rates: [MeanRate], _ space: StateSpace) -> [FlowRate] {
    // A passage from a state to itself may be no more than a new legal status, so it is not called a move.
    var all = rates.map { rate in
      let isMove = rate.from != rate.to && space.category(of: rate.to) != nil
      return FlowRate(from: rate.from, to: rate.to, perDay: rate.perDay, moves: isMove ? 1 : 0)
    }
    for band in 0..<space.bands {
      let perDay = 1 / Double(ageingDays[band])
      let isLast = band + 1 == space.bands
      for category in 0..<space.categories {
        all.append(
          FlowRate(
            from: space.state(band: band, category: category),
            to: isLast ? nil : space.state(band: band + 1, category: category), perDay: perDay))
      }
      all.append(
        FlowRate(
          from: space.outside(band: band), to: isLast ? nil : space.outside(band: band + 1), perDay: perDay))
    }
    return all
  }
}
