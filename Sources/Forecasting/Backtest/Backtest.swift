public import Units

/// A forecast of a back-test, beside what happened.
public struct JudgedForecast: Sendable {
  /// The day it was made from, and whether that lies inside a year.
  public let origin: CivilDay, isPseudo: Bool
  /// Months ahead, and the day that makes.
  public let months: Int, target: CivilDay
  /// Positions of the measure and the method in the result.
  public let measure: Int, method: Int
  /// What was said.
  public let prediction: Prediction
  /// Where its spread comes from.
  public let spread: SpreadSource
  /// What happened, by the latest returns.
  public let actual: Double

  /// The score of the whole distribution; 0 is perfect.
  public var crps: Double { prediction.crps(actual) }
  /// Forecast less what happened.
  public var error: Double { prediction.mean - actual }
  /// Whether what happened lies in the middle interval that should hold a share of outcomes.
  public func covers(_ share: Double) -> Bool { prediction.interval(share).contains(actual) }
}

/// Forecasts from days that are past, each made from what was known then, against what happened since.
public struct Backtest: Sendable {
  /// Horizons judged unless others are asked for, in months.
  public static let usualHorizons = [3, 6, 12, 24]
  /// Fewest whole months known at an origin.
  public static let leastMonths = 12

  let origins: [KnownAtOrigin]
  let truth: MonthSeries
  let horizons: [Int]
  let measures: [BacktestMeasure]
  let prices: @Sendable (CivilDay) -> [Double]
  let isTrue: @Sendable (CivilDay) -> Bool

  /// A back-test.
  ///
  /// - Parameters:
  ///   - origins: what was known on each origin, a month's last day.
  ///   - truth: the months of the latest returns.
  ///   - horizons: months ahead.
  ///   - measures: what is judged.
  ///   - prices: pence per night by category in the month that ends on a day. Past and future are priced alike, so that
  ///     only children and their placements are judged, not the price list.
  ///   - isTrue: whether the latest returns tell what happened on a day; not in a year without a return.
  public init(
    origins: [KnownAtOrigin], truth: MonthSeries, horizons: [Int] = Backtest.usualHorizons,
    measures: [BacktestMeasure], prices: @escaping @Sendable (CivilDay) -> [Double],
    isTrue: @escaping @Sendable (CivilDay) -> Bool = { _ in true }
  ) {
    self.origins = origins.sorted { $0.origin < $1.origin }
    self.truth = truth
    self.horizons = horizons.sorted()
    self.measures = measures
    self.prices = prices
    self.isTrue = isTrue
  }

  /// Asks every method at every origin. Origins with fewer than `leastMonths` months known, and horizons whose target
  /// is not known yet, are left out for all methods alike. `progress` is told how many origins are done, of how many.
  public func run(
    _ methods: [BacktestMethod], progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) -> BacktestResult {
    var forecasts: [JudgedForecast] = []
    var judged: [BacktestOrigin] = []
    for (done, known) in origins.enumerated() where known.isEnough {
      progress(done, origins.count)
      let open = horizons.compactMap { months -> Target? in
        let day = known.origin.adding(months: months).endOfMonth
        guard isTrue(day), let month = truth.month(ending: day) else { return nil }
        return Target(months: months, day: day, prices: prices(day), actual: month)
      }
      guard !open.isEmpty else { continue }
      judged.append(origin(known))
      let answers = methods.map { answer($0, known, open) }
      for (number, target) in open.enumerated() {
        for (measure, wanted) in measures.enumerated() {
          for method in methods.indices {
            guard let said = answers[method]?[number][measure] else { continue }
            forecasts.append(
              JudgedForecast(
                origin: known.origin, isPseudo: known.isPseudo, months: target.months, target: target.day,
                measure: measure, method: method, prediction: said.prediction, spread: said.spread,
                actual: wanted.value(target.actual, prices: target.prices)))
          }
        }
      }
    }
    if !origins.isEmpty { progress(origins.count, origins.count) }
    return BacktestResult(
      methods: methods.map { BacktestResult.Method(id: $0.id, label: $0.label) }, origins: judged,
      measures: measures, horizons: horizons, forecasts: forecasts)
  }

  private func origin(_ known: KnownAtOrigin) -> BacktestOrigin {
    let then = known.series.months.last?.children.reduce(0, +) ?? 0
    let now = truth.month(ending: known.origin)?.children.reduce(0, +)
    return BacktestOrigin(
      day: known.origin, isPseudo: known.isPseudo, childrenThen: Int(then), childrenNow: now.map { Int($0) })
  }

  private struct Target {
    let months: Int
    let day: CivilDay
    let prices: [Double]
    let actual: MonthOfCare
  }

  private struct Said {
    let prediction: Prediction
    let spread: SpreadSource
  }

  /// What a method says, by target and measure; nil where too little is known for it.
  private func answer(_ method: BacktestMethod, _ known: KnownAtOrigin, _ targets: [Target]) -> [[Said]]? {
    switch method.way {
    case .futures(let forecaster):
      guard let window = known.window(to: known.origin) else { return nil }
      let samples = forecaster(
        BacktestQuestion(
          known: known, window: window, targets: targets.map(\.day), prices: targets.map(\.prices)))
      guard samples.count == targets.count else { return nil }
      return samples.map { sample in
        measures.map { Said(prediction: sample.prediction($0.kind), spread: .given) }
      }
    case .rule(let rule):
      let furthest = targets.map(\.months).max() ?? 0
      guard let own = OwnErrors(rule, known, months: furthest) else { return nil }
      let plain = Backtest.lastValue.flatMap { OwnErrors($0, known, months: furthest) }
      return targets.map { target in
        measures.map { measure in
          let point = max(0, measure.value(own.path[target.months - 1], prices: target.prices))
          let (sd, source) = spread(measure, target, own, plain)
          return Said(prediction: .normal(mean: point, sd: sd), spread: source)
        }
      }
    }
  }

  private func spread(
    _ measure: BacktestMeasure, _ target: Target, _ own: OwnErrors, _ plain: OwnErrors?
  ) -> (Double, SpreadSource) {
    if let found = own.spread(measure, months: target.months, prices: target.prices) { return found }
    guard let found = plain?.spread(measure, months: target.months, prices: target.prices) else {
      return (0, .none)
    }
    return (found.sd, .lastValue)
  }

  private static var lastValue: PointRule? {
    if case .rule(let rule) = BacktestMethod.lastValue.way { rule } else { nil }
  }
}
