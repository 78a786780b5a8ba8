/// Hazards of one family of competing events, exits or changes of placement, cell by cell, each leaning on what
/// ages and times have in common and on the level of its category (forecast.md's partial pooling:
/// docs/methods/0009-simulated-forecast.md).
///
/// A cell's parent is m = r(event, age, time) × theta(event, category) × theta(event, UASC). All kinds of a family
/// share the prior's strength, so a cell's total is Gamma(k Σm + Σn, k + T) and, independent of it, the kinds' shares
/// are Dirichlet(k m + n).
public struct HazardFamily: Sendable {
  /// The cells.
  public let space: CellSpace
  /// Events by kind and cell.
  public let events: [[Int]]
  /// Child-days by cell.
  public let days: [Int]
  /// Rates per child-day by kind and pair of age and time band, categories taken together.
  public internal(set) var parents: [[GammaPosterior]]
  /// How far the rates by age and time may be off together, by kind.
  public internal(set) var margins: [HazardMargins]
  /// Levels of categories against the parents, by kind: 1 is no different.
  public internal(set) var categoryLevels: [[GammaPosterior]]
  /// Levels of unaccompanied children against others, by kind.
  public internal(set) var uascLevels: [GammaPosterior]
  /// Strength of a cell's prior in child-days.
  public internal(set) var strength: Double = 0

  /// Rounds of fitting ages, times and categories to each other.
  private static let rounds = 4

  /// Estimates a family from events by kind and cell and child-days by cell.
  public init(space: CellSpace, events: [[Int]], days: [Int]) {
    self.space = space
    self.events = events
    self.days = days
    let even = GammaPosterior(shape: 1, rate: 1)
    parents = Array(repeating: Array(repeating: even, count: space.pairs), count: events.count)
    margins = Array(
      repeating: HazardMargins(ages: space.ages, pairs: space.pairs, categories: space.categories),
      count: events.count)
    categoryLevels = Array(repeating: Array(repeating: even, count: space.categories), count: events.count)
    uascLevels = Array(repeating: even, count: events.count)
    for kind in events.indices {
      for _ in 0..<HazardFamily.rounds {
        fitParents(kind)
        fitCategories(kind)
        fitUASC(kind)
      }
    }
    let counts = (0..<space.count).map { cell in
      Shrinkage.Count(
        events: Double(total(events, cell)), expected: parentMean(cell) * Double(days[cell]),
        exposure: Double(days[cell]))
    }
    strength = Shrinkage.gammaStrength(counts, within: 20...1e7)
  }

  /// Hazards that are known: per child-day, by kind and cell, each as if seen for so long that nothing is left to draw.
  public init(space: CellSpace, perDay: [[Double]]) {
    self.space = space
    let seen = 1_000_000_000
    events = perDay.map { $0.map { Int(($0 * Double(seen)).rounded()) } }
    days = Array(repeating: seen, count: space.count)
    let none = GammaPosterior(shape: 0, rate: 1)
    parents = perDay.map { _ in Array(repeating: none, count: space.pairs) }
    margins = perDay.map { _ in
      HazardMargins(ages: space.ages, pairs: space.pairs, categories: space.categories)
    }
    categoryLevels = perDay.map { _ in Array(repeating: none, count: space.categories) }
    uascLevels = perDay.map { _ in none }
  }

  private func total(_ events: [[Int]], _ cell: Int) -> Int { events.reduce(0) { $0 + $1[cell] } }

  /// Events per child-day that a cell's parent expects, of one kind.
  public func parentMean(_ kind: Int, _ cell: Int) -> Double {
    parents[kind][space.pair(of: cell)].mean * level(kind, cell)
  }

  /// Events per child-day that a cell's parent expects, of all kinds.
  public func parentMean(_ cell: Int) -> Double {
    events.indices.reduce(0) { $0 + parentMean($1, cell) }
  }

  /// The mean of a cell's posterior, in events per child-day, of one kind.
  public func mean(_ kind: Int, _ cell: Int) -> Double {
    (strength * parentMean(kind, cell) + Double(events[kind][cell])) / (strength + Double(days[cell]))
  }

  private func level(_ kind: Int, _ cell: Int) -> Double {
    categoryLevels[kind][space.category(of: cell)].mean
      * (space.uasc(of: cell) == 1 ? uascLevels[kind].mean : 1)
  }

  /// Rates by age and time: they lean on the product of an age's and a time's own level.
  private mutating func fitParents(_ kind: Int) {
    var events = Array(repeating: 0.0, count: space.pairs)
    var weight = events
    for cell in 0..<space.count {
      events[space.pair(of: cell)] += Double(self.events[kind][cell])
      weight[space.pair(of: cell)] += Double(days[cell]) * level(kind, cell)
    }
    let base = HazardFamily.product(events, weight, ages: space.ages)
    let counts = (0..<space.pairs).map {
      Shrinkage.Count(events: events[$0], expected: base[$0] * weight[$0], exposure: weight[$0])
    }
    let k = Shrinkage.gammaStrength(counts, within: 100...1e7)
    parents[kind] = (0..<space.pairs).map {
      GammaPosterior(shape: k * base[$0] + events[$0], rate: k + weight[$0])
    }
    margins[kind].set(
      priors: base.map { $0 * k }, events: events, expected: zip(base, weight).map { $0 * $1 },
      lean: HazardFamily.lean)
  }

  /// The product of a level for each age and one for each time that fits the counts. Each level leans, with the weight
  /// of half an expected event, on its neighbours': what few have been seen to do after five years in care says more
  /// about the years before than what all do in their first weeks.
  private static func product(_ events: [Double], _ weight: [Double], ages: Int) -> [Double] {
    // Half an event in 500 days more than was seen, so that next to nothing seen does not make a hazard beyond belief.
    let overall = (events.reduce(0, +) + 0.5) / (500 + weight.reduce(0, +))
    var byAge = Array(repeating: 1.0, count: ages)
    var byTime = Array(repeating: 1.0, count: TimeBand.count)
    for _ in 0..<12 {
      byAge = levels(byAge) { age in
        let times = (0..<TimeBand.count).map { age * TimeBand.count + $0 }
        return (
          times.reduce(0) { $0 + events[$1] },
          times.reduce(0) { $0 + weight[$1] * overall * byTime[$1 % TimeBand.count] }
        )
      }
      byTime = levels(byTime) { time in
        let pairs = (0..<ages).map { $0 * TimeBand.count + time }
        return (
          pairs.reduce(0) { $0 + events[$1] },
          pairs.reduce(0) { $0 + weight[$1] * overall * byAge[$1 / TimeBand.count] }
        )
      }
    }
    return events.indices.map { overall * byAge[$0 / TimeBand.count] * byTime[$0 % TimeBand.count] }
  }

  /// Expected events with which a level leans on its neighbours.
  private static let lean = 0.5

  /// One round of fitting levels in a row to events seen and expected, each leaning on its neighbours as far as those
  /// are known themselves.
  private static func levels(
    _ before: [Double], _ counts: (Int) -> (seen: Double, expected: Double)
  ) -> [Double] {
    let rows = before.indices.map(counts)
    return before.indices.map { index in
      var sum = 0.02
      var weights = 0.02
      for neighbour in [index - 1, index + 1] where before.indices.contains(neighbour) {
        let weight = 0.01 + rows[neighbour].expected
        sum += weight * before[neighbour]
        weights += weight
      }
      return (rows[index].seen + lean * sum / weights) / (rows[index].expected + lean)
    }
  }

  /// Levels of categories by indirect standardisation: events over those expected from the parents, shrunk to 1 with
  /// the weight of two events at most. Common categories are much alike and would have rare ones, a secure home or a
  /// placement for adoption, taken for like them.
  private mutating func fitCategories(_ kind: Int) {
    var seen = Array(repeating: 0.0, count: space.categories)
    var expected = seen
    for cell in 0..<space.count {
      let others = space.uasc(of: cell) == 1 ? uascLevels[kind].mean : 1
      seen[space.category(of: cell)] += Double(events[kind][cell])
      expected[space.category(of: cell)] +=
        Double(days[cell]) * parents[kind][space.pair(of: cell)].mean * others
    }
    categoryLevels[kind] = HazardFamily.levels(seen, expected)
    margins[kind].categoryWeights = expected
  }

  private mutating func fitUASC(_ kind: Int) {
    var seen = 0.0
    var expected = 0.0
    for cell in 0..<space.count where space.uasc(of: cell) == 1 {
      seen += Double(events[kind][cell])
      expected +=
        Double(days[cell]) * parents[kind][space.pair(of: cell)].mean
        * categoryLevels[kind][space.category(of: cell)].mean
    }
    // One level alone can't tell how far levels spread: it leans on 1 with the weight of one event.
    uascLevels[kind] = GammaPosterior(shape: 1 + seen, rate: 1 + expected)
  }

  private static func levels(_ seen: [Double], _ expected: [Double]) -> [GammaPosterior] {
    let counts = zip(seen, expected).map { Shrinkage.Count(events: $0, expected: $1, exposure: $1) }
    let strength = Shrinkage.gammaStrength(counts, within: 0.5...2)
    return zip(seen, expected).map { GammaPosterior(shape: strength + $0, rate: strength + $1) }
  }
}

/// What is not known of the rates of a kind by age and time beyond each one's own: how far all of them, those of an age
/// and those of a time may be off together. Each is a Gamma factor of mean 1 whose shape is the events it was seen in;
/// the factors of ages, of times and the levels of categories are brought to a mean of 1 over the events expected, so
/// that the total is as well known as its own events make it, and no worse.
public struct HazardMargins: Sendable {
  /// The prior's part of the shape of each rate by age and time, which the factors multiply.
  public internal(set) var priors: [Double]
  /// The shape of the factor of all rates.
  public internal(set) var total: Double
  /// Shapes of the factors of ages, and of times.
  public internal(set) var ages: [Double], times: [Double]
  /// Events expected of ages, of times and of categories before their levels: the weights of their means.
  public internal(set) var ageWeights: [Double], timeWeights: [Double], categoryWeights: [Double]

  init(ages: Int, pairs: Int, categories: Int) {
    priors = Array(repeating: 0, count: pairs)
    total = 1
    self.ages = Array(repeating: 1, count: ages)
    times = Array(repeating: 1, count: TimeBand.count)
    ageWeights = Array(repeating: 0, count: ages)
    timeWeights = Array(repeating: 0, count: TimeBand.count)
    categoryWeights = Array(repeating: 0, count: categories)
  }

  /// Sets all but the categories from events seen and expected by pair of age and time.
  mutating func set(priors: [Double], events: [Double], expected: [Double], lean: Double) {
    self.priors = priors
    total = events.reduce(0, +) + 0.5
    for age in ages.indices {
      let pairs = (age * TimeBand.count)..<((age + 1) * TimeBand.count)
      ages[age] = pairs.reduce(lean) { $0 + events[$1] }
      ageWeights[age] = pairs.reduce(0) { $0 + expected[$1] }
    }
    for time in times.indices {
      let pairs = ages.indices.map { $0 * TimeBand.count + time }
      times[time] = pairs.reduce(lean) { $0 + events[$1] }
      timeWeights[time] = pairs.reduce(0) { $0 + expected[$1] }
    }
  }
}
