public import Units

/// A figure of the forecast with how far it may be off.
public struct RateEstimate: Sendable, Equatable {
  /// The estimate: what was seen, leaning on children who are alike where little was.
  public let value: Double
  /// The 10th and 90th of a hundred draws: eight draws in ten lie between them.
  public let low: Double, high: Double

  /// An estimate and draws of it.
  init(_ value: Double, draws: [Double]) {
    let sorted = draws.sorted()
    func quantile(_ percent: Int) -> Double {
      sorted.isEmpty ? value : sorted[max(0, (percent * sorted.count + 99) / 100 - 1)]
    }
    self.value = value
    low = quantile(10)
    high = quantile(90)
  }
}

/// One rate of the forecast: what was seen, and what is made of it.
public struct RateLine: Sendable {
  /// What happens. The unit of the figures follows from it.
  public enum Event: Sendable, Equatable {
    /// Leaving care before 18 by a kind of exit, on the time in care: a year for each child.
    case exit(ExitKind)
    /// A change of placement, on the time in the stay: a year for each child.
    case change
    /// Where a change of placement leads: a share of the changes.
    case destination
    /// Coming into care: children a year.
    case entry
  }

  /// Which children the line is of.
  public enum Scope: Sendable, Equatable {
    /// All.
    case all
    /// Those of an age and, but for entries, a time; as they were spread over categories.
    case age
    /// Those of one age, time, category and asylum status: what the simulation draws.
    case cell
    /// Those of a category against others of their age and time: 1 is no different.
    case category
    /// Unaccompanied children against others of their age, time and category: 1 is no different.
    case uasc
  }

  /// What happens.
  public let event: Event
  /// Which children the line is of.
  public let scope: Scope
  /// Position in `AgeBand.all`.
  public internal(set) var age: Int?
  /// Position in `TimeBand.labels`.
  public internal(set) var time: Int?
  /// The category: of changes the one left, of entries the first.
  public internal(set) var category: Int?
  /// Where a change leads (`CellSpace.destinations`).
  public internal(set) var destination: Int?
  /// Whether unaccompanied.
  public internal(set) var isUASC: Bool?
  /// Events seen.
  public internal(set) var events = 0
  /// What they were seen in: child-years; for levels the events that others' rates expect, for destinations the
  /// changes from the same age and category, for entries years.
  public internal(set) var exposure = 0.0
  /// What the forecast takes.
  public internal(set) var estimate = RateEstimate(0, draws: [])
  /// What it takes with a scenario's changes.
  public internal(set) var changed: RateEstimate?

  /// Events over exposure; nil without any.
  public var raw: Double? { exposure > 0 ? Double(events) / exposure : nil }

  /// Whether a scenario makes another rate of it.
  public var isChanged: Bool {
    guard let changed else { return false }
    // What is next to nothing beside the rate is rounding.
    let scale = max(estimate.high, changed.high, estimate.value, changed.value) * 1e-6
    return abs(changed.value - estimate.value) > scale || abs(changed.low - estimate.low) > scale
      || abs(changed.high - estimate.high) > scale
  }

  init(_ event: Event, _ scope: Scope) {
    self.event = event
    self.scope = scope
  }
}

/// Every rate that a forecast draws, with what it rests on and how far it may be off. The intervals come from the rates
/// of many futures, drawn by the simulation's own code.
public struct RateTable: Sendable {
  /// The number of futures whose rates are drawn for the intervals.
  public static let usualFutures = 400

  /// The estimated rates.
  public let rates: RateModel
  /// The lines: exits and changes in all, by age and time, by cell with exposure, and their levels; destinations of
  /// ages and categories from which a change was seen; entries in all, by age and by kind.
  public let lines: [RateLine]
  /// How many rates are left out because no child can be of the age and in care, or in a placement, for the time.
  public let impossible: Int
  /// The yearly step of the log pace of entries, with its interval.
  public let tau: RateEstimate

  /// The table of estimated rates; `changes` are a scenario's, to be shown beside.
  public init(
    _ rates: RateModel, changes: RateAdjustments? = nil, asOf: CivilDay, seed: Seed,
    futures: Int = usualFutures
  ) {
    self.rates = rates
    var layout = RateLayout(rates)
    let drawing = RateTable.input(rates, asOf)
    let values = RateTable.estimates(layout, drawing, seed, futures)
    for (index, value) in values.enumerated() { layout.lines[index].estimate = value }
    if let changes {
      var changed = drawing
      changed.changes = changes
      // Levels are between children as estimated: no scenario speaks of them.
      for (index, value) in RateTable.estimates(layout, changed, seed, futures).enumerated()
      where ![.category, .uasc].contains(layout.lines[index].scope) {
        layout.lines[index].changed = value
      }
    }
    lines = layout.lines
    impossible = layout.impossible
    tau = RateTable.tau(rates.entries)
  }

  /// An input of no children, from which only rates are drawn.
  private static func input(_ rates: RateModel, _ asOf: CivilDay) -> SimulationInput {
    let months = ForecastMonths(after: asOf, until: (asOf + 1).endOfMonth)
    let none = Array(repeating: Int64(0), count: rates.space.categories)
    return SimulationInput(
      rates: rates, starters: [], durations: KnownDurations(days: AgeBand.all.map { _ in [] }),
      months: months,
      prices: .level(none, months: months.count))
  }

  private static func estimates(
    _ layout: RateLayout, _ input: SimulationInput, _ seed: Seed, _ futures: Int
  ) -> [RateEstimate] {
    func values(_ futures: Range<Int>, isCertain: Bool) -> [[Double]] {
      var input = input
      input.isRateCertain = isCertain
      let ground = Ground(input)
      let work = Workspace(ground)
      return futures.map { layout.values(DrawnRates(ground, work, future: $0, seed: seed)) }
    }
    let means = values(0..<1, isCertain: true)
    let draws = values(0..<futures, isCertain: false)
    return layout.lines.indices.map { line in
      RateEstimate(means[0][line], draws: draws.map { $0[line] })
    }
  }

  private static func tau(_ entries: EntryModel) -> RateEstimate {
    // A thousand draws stand for the weights of the few values that are weighed.
    let draws = entries.paces.flatMap { Array(repeating: $0.tau, count: Int(($0.weight * 1000).rounded())) }
    return RateEstimate(entries.paces.reduce(0) { $0 + $1.weight * $1.tau }, draws: draws)
  }
}
