/// How well a way of forecasting did on outcomes it could not know.
public struct OutlookScore: Sendable, Equatable {
  /// Years from the last count known to the outcome.
  public let ahead: Int
  /// How many outcomes it is judged by.
  public let cases: Int
  /// Mean and median of |centre - outcome| / outcome, in per cent.
  public let meanError: Double, medianError: Double
  /// Mean of (centre - outcome) / outcome, in per cent: above 0 where too many children were forecast.
  public let bias: Double
  /// Mean continuous ranked probability score over the outcome, in per cent: the error of the whole range.
  public let score: Double
  /// Per cent of outcomes inside the intervals of 50, 80 and 95 per cent.
  public let covered: [Double]
  /// The mean error by origin, in per cent.
  public let errorByOrigin: [Int: Double]
}

/// One outcome with the forecast that was made before it.
public struct OutlookTrial: Sendable, Equatable {
  /// The council.
  public let council: String
  /// The last year known.
  public let origin: Int
  /// What was forecast.
  public let forecast: OutlookYear
  /// What came.
  public let outcome: Int
  /// Continuous ranked probability score in children.
  let score: Double
}

/// Forecasts made as they would have been at every 31 March of the past, set beside what came.
///
/// At each origin nothing later is known: not to the rule, not to its choice, not to the intervals.
public struct OutlookBacktest: Sendable {
  /// What is compared: the outlook itself, and simpler rules with intervals from their own errors.
  public enum Method: String, Sendable, CaseIterable {
    /// The rule chosen at each origin.
    case outlook
    /// The last count.
    case lastValue
    /// The mean yearly rise or fall since the first count goes on.
    case drift

    var rule: OutlookRule? {
      switch self {
      case .outlook: nil
      case .lastValue: .lastValue
      case .drift: .drift
      }
    }
  }

  /// Years ahead that are tested.
  public static let yearsTested = 3
  /// A council is tested where it has so many counts in a row up to the origin, the last of at least so many children.
  public static let countsInARow = 5, childrenAtLeast = 50

  /// The origins; nil where there are too few years for one.
  public let origins: ClosedRange<Int>?
  /// The rule chosen at each origin, from the first.
  public let rules: [OutlookRule]
  /// The trials of each method.
  public let trials: [Method: [OutlookTrial]]

  /// Back-tests outlooks on a panel.
  public init(_ panel: CountPanel) {
    let first = panel.years.lowerBound + OutlookBacktest.countsInARow - 1
    let last = panel.years.upperBound - 1
    origins = first <= last ? first...last : nil
    var rules: [OutlookRule] = []
    var trials: [Method: [OutlookTrial]] = [:]
    for origin in origins.map(Array.init) ?? [] {
      let known = panel.upTo(origin)
      for method in Method.allCases {
        let outlooks =
          method.rule.map { Outlooks(known, rule: $0, years: OutlookBacktest.yearsTested) }
          ?? Outlooks(known, years: OutlookBacktest.yearsTested)
        if method == .outlook { rules.append(outlooks.rule) }
        trials[method, default: []] += OutlookBacktest.trials(outlooks, panel)
      }
    }
    self.rules = rules
    self.trials = trials
  }

  private static func trials(_ outlooks: Outlooks, _ panel: CountPanel) -> [OutlookTrial] {
    let origin = outlooks.origin
    var trials: [OutlookTrial] = []
    for (place, council) in panel.councils.enumerated() {
      let known = (origin - countsInARow + 1...origin).compactMap { panel.count(place, $0) }
      guard known.count == countsInARow, let last = known.last, last >= childrenAtLeast else { continue }
      for ahead in (1...yearsTested).reversed() {
        // Years for which too few errors are known have no outlook.
        guard let years = try? outlooks.outlook(council.id, years: ahead) else { continue }
        for year in years {
          guard let outcome = panel.count(place, year.year), outcome > 0 else { continue }
          trials.append(
            OutlookTrial(
              council: council.id, origin: origin, forecast: year, outcome: outcome,
              score: outlooks.score(year, count: last, outcome: outcome)))
        }
        break
      }
    }
    return trials
  }

  /// How a method did so many years ahead; nil where there is no trial.
  public func score(_ method: Method, ahead: Int) -> OutlookScore? {
    let trials = (trials[method] ?? []).filter { $0.forecast.year - $0.origin == ahead }
    guard !trials.isEmpty else { return nil }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let sizes = trials.map(\.percentError).map(abs)
    return OutlookScore(
      ahead: ahead, cases: trials.count, meanError: mean(sizes),
      medianError: PooledErrors.quantile(0.5, sizes.sorted()), bias: mean(trials.map(\.percentError)),
      score: mean(trials.map { 100 * $0.score / Double($0.outcome) }),
      covered: Outlooks.percents.map { percent in
        100 * Double(trials.count { $0.isInside(percent) }) / Double(trials.count)
      },
      errorByOrigin: Dictionary(grouping: trials, by: \.origin).mapValues { trials in
        mean(trials.map { abs($0.percentError) })
      })
  }
}

extension OutlookTrial {
  /// (centre - outcome) / outcome in per cent.
  var percentError: Double { 100 * (forecast.centre - Double(outcome)) / Double(outcome) }

  /// Whether the outcome lies in the interval of so many per cent.
  public func isInside(_ percent: Int) -> Bool {
    forecast.interval(percent).map { ($0.low...$0.high).contains(Double(outcome)) } ?? false
  }
}

extension OutlookBacktest {
  /// How much a rival's mean error is above the outlook's, in percentage points, averaged over origins, with its
  /// standard error: origins are few, since one year's events touch all councils. Nil with fewer than two origins.
  public func lead(over rival: Method, ahead: Int) -> (points: Double, standardError: Double)? {
    guard let ours = score(.outlook, ahead: ahead), let theirs = score(rival, ahead: ahead) else {
      return nil
    }
    let leads = ours.errorByOrigin.sorted { $0.key < $1.key }.compactMap { origin, error in
      theirs.errorByOrigin[origin].map { $0 - error }
    }
    guard leads.count > 1 else { return nil }
    let count = Double(leads.count)
    let mean = leads.reduce(0, +) / count
    let square = leads.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return (mean, (square / count).squareRoot())
  }
}
