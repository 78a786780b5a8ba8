import Units

/// Where the spread of a method without an interval comes from.
public enum SpreadSource: Sendable, Equatable {
  /// The method gave its own interval.
  case given
  /// Its own errors at this horizon before the origin, and how many.
  case ownErrors(count: Int)
  /// Its own errors at a shorter horizon, widened by the square root of the ratio: too few were known at this one.
  case shorterHorizon(months: Int, count: Int)
  /// The last value's errors: the method has too few of its own at every horizon.
  case lastValue
  /// Nothing: too little was known for any error.
  case none
}

/// A rule's forecasts from an origin and from earlier days, and so its errors known at the origin.
struct OwnErrors {
  /// Fewest errors that make a spread.
  static let fewest = 6

  private let known: KnownAtOrigin
  private let paths: [(day: Int, months: [MonthOfCare])]
  /// The forecast from the origin.
  let path: [MonthOfCare]

  /// Runs a rule from the origin for `months`, and from earlier days as far as the origin. Nil where too little is
  /// known at the origin for the rule.
  init?(_ rule: PointRule, _ known: KnownAtOrigin, months: Int) {
    let count = known.series.months.count
    guard count >= rule.leastMonths, known.series.position(of: known.origin) == count - 1 else { return nil }
    self.known = known
    path = rule.path(known, known.origin, months)
    guard path.count == months else { return nil }
    var paths: [(day: Int, months: [MonthOfCare])] = []
    var day = count - 1 - rule.step
    while day >= 0, day + 1 >= rule.leastMonths {
      let ahead = min(months, count - 1 - day)
      paths.append((day, rule.path(known, known.series.months[day].lastDay, ahead)))
      day -= rule.step
    }
    self.paths = paths
  }

  /// The root mean square of the errors at a horizon that were known at the origin, and how many they are: how far off
  /// the rule would have been, its bias included.
  private func rootMeanSquare(
    _ measure: BacktestMeasure, months: Int, prices: [Double]
  ) -> (size: Double, count: Int) {
    var sum = 0.0
    var count = 0
    for path in paths where path.months.count >= months {
      let actual = measure.value(known.series.months[path.day + months], prices: prices)
      let error = max(0, measure.value(path.months[months - 1], prices: prices)) - actual
      sum += error * error
      count += 1
    }
    return (count > 0 ? (sum / Double(count)).squareRoot() : 0, count)
  }

  /// The spread at a horizon; nil where even shorter horizons have too few errors.
  func spread(_ measure: BacktestMeasure, months: Int, prices: [Double]) -> (sd: Double, SpreadSource)? {
    for shorter in stride(from: months, through: 1, by: -1) {
      let found = rootMeanSquare(measure, months: shorter, prices: prices)
      guard found.count >= OwnErrors.fewest else { continue }
      guard shorter < months else { return (found.size, .ownErrors(count: found.count)) }
      let wider = (Double(months) / Double(shorter)).squareRoot()
      return (found.size * wider, .shorterHorizon(months: shorter, count: found.count))
    }
    return nil
  }
}
