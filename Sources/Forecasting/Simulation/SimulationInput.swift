import Units

/// All that a simulation is a function of, apart from the seed and the future's number.
public struct SimulationInput: Sendable {
  /// The rates.
  public var rates: RateModel
  /// The children in care on the as-of date.
  public var starters: [Starter]
  /// Times in care from which unknown starts are drawn.
  public var durations: KnownDurations
  /// The months to simulate.
  public var months: ForecastMonths
  /// Prices.
  public var prices: PricePlan
  /// Changes to the rates.
  public var changes: RateAdjustments
  /// Initiatives that act; none for a baseline.
  public var initiatives: [Initiative] = []
  /// Correlation of how well initiatives work: 0 for none, below 1.
  public var rho = 0.3
  /// Whether rates are their estimate in every future, instead of drawn for each: for tests and for taking an
  /// interval apart, never for a forecast.
  public var isRateCertain = false

  /// Everything for a simulation.
  public init(
    rates: RateModel, starters: [Starter], durations: KnownDurations, months: ForecastMonths,
    prices: PricePlan, changes: RateAdjustments = .none
  ) {
    self.rates = rates
    self.starters = starters
    self.durations = durations
    self.months = months
    self.prices = prices
    self.changes = changes
  }
}

extension SimulationInput {
  /// The same for today's children alone: nobody comes. On the same draws each of them has the same future, so that what
  /// two runs differ by is the children to come.
  public var todaysChildren: SimulationInput {
    var input = self
    input.changes.entries = Array(repeating: .init(multiply: 0), count: rates.entries.alphas.count)
    return input
  }

  /// Whether rates, prices and assumptions are those of another input made from the same returns.
  public func isSame(as other: SimulationInput) -> Bool {
    changes == other.changes && prices == other.prices
  }
}

/// Changes to rates, resolved to cells: what a scenario's assumptions come to. Applied in the order multiply, then
/// add; a replaced rate is multiplied by nought first. Nothing falls below nought, and no hazard exceeds one a day.
public struct RateAdjustments: Sendable, Equatable {
  /// A factor, a summand and the least that may come out.
  public struct Line: Sendable, Equatable {
    /// Factor, 1 for no change.
    public private(set) var multiply: Double
    /// Added after multiplying: per child-day for hazards, children per day for entries.
    public private(set) var add: Double
    /// The least that may come out: what is left of a rate that an earlier change took to nought.
    private var least = 0.0

    /// A change.
    public init(multiply: Double = 1, add: Double = 0) {
      self.multiply = multiply
      self.add = add
    }

    /// Multiplies what came out so far by a factor of 0 or more.
    mutating func times(_ factor: Double) {
      multiply *= factor
      add *= factor
      least *= factor
    }

    /// Adds to what came out so far; below nought it stops.
    mutating func plus(_ summand: Double) {
      add += summand
      least = max(0, least + summand)
    }

    /// All that makes it.
    var parts: [Double] { [multiply, add, least] }

    /// The rate that comes of one.
    func apply(_ value: Double) -> Double { max(least, value * multiply + add) }
  }

  /// Exits by kind, then cell; empty for no change.
  public var exits: [[Line]]
  /// Changes of placement by cell; empty for no change.
  public var changes: [Line]
  /// Shares of destinations by row, then destination, multiplied before they are brought to 1; empty for no change.
  public var destinations: [[Double]]
  /// Entries by kind of entrant; empty for no change.
  public var entries: [Line]

  /// Changes.
  public init(
    exits: [[Line]] = [], changes: [Line] = [], destinations: [[Double]] = [], entries: [Line] = []
  ) {
    self.exits = exits
    self.changes = changes
    self.destinations = destinations
    self.entries = entries
  }

  /// No change.
  public static let none = RateAdjustments()
}
