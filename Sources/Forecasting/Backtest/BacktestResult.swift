public import Units

/// How a method did on one measure at one horizon, over all origins.
public struct BacktestScore: Sendable {
  /// Months ahead.
  public let months: Int
  /// Positions of the measure and the method in the result.
  public let measure: Int, method: Int
  /// Origins judged.
  public let origins: Int
  /// The mean size of the error, in children or pence.
  public let absoluteError: Double
  /// The mean of forecast less what happened: above nought where it said too many.
  public let bias: Double
  /// The mean score.
  public let crps: Double
  /// Outcomes inside the 50, 80 and 95 % intervals.
  public let inside: [Int]
}

/// A day in the past from which something was judged.
public struct BacktestOrigin: Sendable {
  /// The day, and whether it lies inside a year.
  public let day: CivilDay, isPseudo: Bool
  /// Children in care on it, as the returns of the time have it.
  public let childrenThen: Int
  /// The same by the latest returns; nil where they don't tell.
  public let childrenNow: Int?
}

/// All forecasts of a back-test, and what they come to.
public struct BacktestResult: Sendable {
  /// The shares of outcomes that intervals should hold.
  public static let shares = [0.5, 0.8, 0.95]

  /// A method's names.
  public struct Method: Sendable {
    /// In files.
    public let id: String
    /// In a sentence.
    public let label: String
  }

  /// The methods, rivals and the one judged.
  public let methods: [Method]
  /// The origins from which something was judged, in order.
  public let origins: [BacktestOrigin]
  /// What was judged.
  public let measures: [BacktestMeasure]
  /// Months ahead asked for.
  public let horizons: [Int]
  /// Every forecast.
  public let forecasts: [JudgedForecast]

  /// The forecasts of one method, measure and horizon, in order of origin.
  public func forecasts(months: Int, measure: Int, method: Int) -> [JudgedForecast] {
    forecasts.filter { $0.months == months && $0.measure == measure && $0.method == method }
  }

  /// The score of one method on one measure at one horizon; nil where it was never asked.
  public func score(months: Int, measure: Int, method: Int) -> BacktestScore? {
    let own = forecasts(months: months, measure: measure, method: method)
    guard !own.isEmpty else { return nil }
    let count = Double(own.count)
    return BacktestScore(
      months: months, measure: measure, method: method, origins: own.count,
      absoluteError: own.reduce(0) { $0 + abs($1.error) } / count,
      bias: own.reduce(0) { $0 + $1.error } / count, crps: own.reduce(0) { $0 + $1.crps } / count,
      inside: BacktestResult.shares.map { share in own.count { $0.covers(share) } })
  }

  /// Compares two methods on the origins that both answered, by their scores.
  public func compare(
    _ first: Int, with second: Int, months: Int, measure: Int
  ) -> PairedComparison {
    let ours = forecasts(months: months, measure: measure, method: first)
    let theirs = forecasts(months: months, measure: measure, method: second)
    let pairs = ours.compactMap { own in
      theirs.first { $0.origin == own.origin }.map { (own, $0) }
    }
    return PairedComparison(
      pairs.map(\.0.crps), pairs.map(\.1.crps),
      overlap: BacktestResult.overlap(pairs.map(\.0.origin), months: months))
  }

  /// How many origins' stretches of time cover a day on average: forecasts 12 months ahead from origins three months
  /// apart are four looks at much the same year.
  static func overlap(_ origins: [CivilDay], months: Int) -> Double {
    guard !origins.isEmpty else { return 1 }
    let shared = origins.reduce(0) { sum, origin in
      sum
        + origins.count { other in
          other <= origin && MonthSeries.months(from: other, to: origin) < months
        }
    }
    return Double(shared) / Double(origins.count)
  }
}
