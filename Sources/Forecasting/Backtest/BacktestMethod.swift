import Care
public import Units

/// What a method is asked at an origin.
public struct BacktestQuestion: Sendable {
  /// What was known: the histories, with `origin` their last day.
  public let known: KnownAtOrigin
  /// The days from which rates are to be taken.
  public let window: ReferenceWindow
  /// The days to forecast, each a month's last.
  public let targets: [CivilDay]
  /// Pence per night by category in the month that ends on each target, at list price.
  public let prices: [[Double]]

  /// Nights from the origin to each target.
  public var horizons: [Int] { targets.map { known.origin.nights(to: $0) } }
}

/// What a method that simulates says of one target: futures, the same ones in the same order for every number, so that
/// categories can be added.
public struct FutureSample: Sendable {
  /// Children in care at the end of the target day, by category, then future.
  public let children: [[Double]]
  /// Cost of the calendar month that ends on the target day, in pence, by future.
  public let cost: [Double]

  /// A sample of futures.
  public init(children: [[Double]], cost: [Double]) {
    self.children = children
    self.cost = cost
  }

  func prediction(_ kind: BacktestMeasure.Kind) -> Prediction {
    switch kind {
    case .cost: Prediction(values: cost)
    case .children(let categories):
      Prediction(
        values: cost.indices.map { future in categories.reduce(0) { $0 + children[$1.index][future] } })
    }
  }
}

/// Forecasts from what was known: one sample for each target, in their order.
public typealias BacktestForecaster = @Sendable (BacktestQuestion) -> [FutureSample]

/// A method that forecasts one path of expected months and no interval. A back-test gives it one from its own errors
/// before the origin.
public struct PointRule: Sendable {
  /// Fewest whole months that must be known for it to forecast.
  let leastMonths: Int
  /// Months between the earlier days from which it forecasts to learn its errors: 1, or 3 for one that takes long.
  let step: Int
  /// The months after a day, as many as asked for, from what was known then. The day is the origin or earlier.
  let path: @Sendable (_ known: KnownAtOrigin, _ day: CivilDay, _ months: Int) -> [MonthOfCare]
}

/// A method that takes part in a back-test.
public struct BacktestMethod: Sendable {
  enum Way: Sendable {
    case rule(PointRule)
    case futures(BacktestForecaster)
  }

  /// Its identifier in files: `last-value`.
  public let id: String
  /// Its words for people, to stand in a sentence: "last value".
  public let label: String
  let way: Way

  init(id: String, label: String, rule: PointRule) {
    self.id = id
    self.label = label
    way = .rule(rule)
  }

  /// A method that simulates futures.
  public init(id: String, label: String, forecaster: @escaping BacktestForecaster) {
    self.id = id
    self.label = label
    way = .futures(forecaster)
  }
}
