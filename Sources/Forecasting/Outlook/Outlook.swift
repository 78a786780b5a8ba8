/// A range that a share of outcomes falls in.
public struct OutlookInterval: Sendable, Equatable {
  /// How many outcomes of a hundred are to fall inside.
  public let percent: Int
  /// The lowest and highest number of children in it; 0 at least.
  public let low: Double, high: Double
}

/// How many children may be looked after on one 31 March to come.
public struct OutlookYear: Sendable, Equatable {
  /// The year of the 31 March.
  public let year: Int
  /// As many outcomes lie above as below.
  public let centre: Double
  /// 50, 80 and 95 per cent, each inside the next.
  public let intervals: [OutlookInterval]

  /// The interval of so many per cent.
  public func interval(_ percent: Int) -> OutlookInterval? { intervals.first { $0.percent == percent } }
}

/// Why a council can have no outlook.
public enum OutlookError: Error, Equatable {
  /// No council is called so.
  case unknown(String)
  /// The council has no count in the panel's last year; the year of its last count, nil where it has none.
  case noCount(year: Int, last: Int?)
  /// The council looks after fewer children than any whose errors are known.
  case tooSmall(count: Int)
  /// The panel has too few councils or years to know how far forecasts so far ahead miss.
  case tooFewYears(ahead: Int)
}

/// Forecasts of children looked after at 31 March from counts alone.
///
/// The centre is by the rule of `OutlookRule.choices` that missed least on the outcomes known at the origin; the
/// interval is as wide as that rule's forecasts for all councils missed by, up to the origin
/// (docs/methods/0006-outlook.md).
public struct Outlooks: Sendable {
  /// The percentages of the intervals.
  public static let percents = [50, 80, 95]
  /// The most years ahead.
  public static let mostYears = 5
  /// The fewest children for which an outlook is made, and whose errors are pooled.
  public static let fewestChildren = 20
  /// The years ahead by which rules are chosen.
  static let yearsJudged = 1...3

  /// What is known.
  public let panel: CountPanel
  /// The rule of the centre.
  public let rule: OutlookRule
  private let changes: YearlyChanges
  private let errors: [PooledErrors]
  private let places: [String: Int]

  /// The last year known, from which the years ahead are counted.
  public var origin: Int { panel.years.upperBound }

  /// How many errors the intervals of each year ahead rest on.
  public var errorCounts: [Int] { errors.map(\.count) }

  /// Outlooks from what a panel holds, up to some years ahead; as many years as there are enough errors for.
  public init(_ panel: CountPanel, years: Int = mostYears) {
    let changes = YearlyChanges(panel)
    self.init(panel, rule: Outlooks.chosen(panel, changes), years: years, changes)
  }

  /// Outlooks by a given rule.
  init(_ panel: CountPanel, rule: OutlookRule, years: Int = mostYears) {
    self.init(panel, rule: rule, years: years, YearlyChanges(panel))
  }

  private init(_ panel: CountPanel, rule: OutlookRule, years: Int, _ changes: YearlyChanges) {
    self.panel = panel
    self.rule = rule
    self.changes = changes
    places = Dictionary(panel.councils.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var errors: [PooledErrors] = []
    for ahead in 1...max(1, min(years, Outlooks.mostYears)) {
      let pooled = Outlooks.cases(panel, rule, ahead, changes)
        .map { (error: $0.centre > 0 ? $0.outcome / $0.centre - 1 : 0, count: $0.count) }
      guard let pooled = PooledErrors(pooled) else { break }
      errors.append(pooled)
    }
    self.errors = errors
  }

  /// The outlook of a council, for each of some years after the origin.
  ///
  /// - Throws: `OutlookError` where the council or its counts are missing, or too few for so many years.
  public func outlook(_ id: String, years: Int) throws(OutlookError) -> [OutlookYear] {
    guard let council = places[id] else { throw .unknown(id) }
    guard let last = panel.count(council, origin) else {
      throw .noCount(year: origin, last: panel.years.last { panel.count(council, $0) != nil })
    }
    guard last >= Outlooks.fewestChildren else { throw .tooSmall(count: last) }
    guard years <= errors.count else { throw .tooFewYears(ahead: errors.count + 1) }
    var widest = [(below: Double, above: Double)](repeating: (0, 0), count: Outlooks.percents.count)
    return (0..<years).map { place in
      let centre = panel.centre(rule, council, origin: origin, ahead: place + 1, changes) ?? 0
      let intervals = Outlooks.percents.enumerated().map { index, percent in
        let tail = (1 - Double(percent) / 100) / 2
        // An outcome further ahead is never surer.
        widest[index].below = max(
          widest[index].below, -centre * errors[place].error(tail, count: Double(last)))
        widest[index].above = max(
          widest[index].above, centre * errors[place].error(1 - tail, count: Double(last)))
        return OutlookInterval(
          percent: percent, low: max(0, centre - widest[index].below), high: centre + widest[index].above)
      }
      return OutlookYear(year: origin + place + 1, centre: centre, intervals: intervals)
    }
  }

  /// The score of a council's outlook some years ahead (see `PooledErrors.score`).
  func score(_ year: OutlookYear, count: Int, outcome: Int) -> Double {
    errors[year.year - origin - 1].score(
      outcome: Double(outcome), centre: year.centre, count: Double(count))
  }
}

extension Outlooks {
  /// A forecast of the past with what came.
  private struct Case {
    let centre: Double, outcome: Double, count: Double
  }

  private static func cases(
    _ panel: CountPanel, _ rule: OutlookRule, _ ahead: Int, _ changes: YearlyChanges
  ) -> [Case] {
    guard panel.years.count > ahead else { return [] }
    return panel.councils.indices.flatMap { council in
      (panel.years.lowerBound...panel.years.upperBound - ahead).compactMap { origin -> Case? in
        guard let count = panel.count(council, origin), count >= fewestChildren,
          let outcome = panel.count(council, origin + ahead), outcome > 0,
          let centre = panel.centre(rule, council, origin: origin, ahead: ahead, changes)
        else { return nil }
        return Case(centre: centre, outcome: Double(outcome), count: Double(count))
      }
    }
  }

  /// The rule with the least mean absolute percentage error, over that of the last value, averaged over the years
  /// ahead that are judged; the last value where there is nothing to judge by, or on a tie.
  private static func chosen(_ panel: CountPanel, _ changes: YearlyChanges) -> OutlookRule {
    func errors(_ rule: OutlookRule) -> [Double] {
      yearsJudged.compactMap { ahead in
        let cases = cases(panel, rule, ahead, changes)
        guard !cases.isEmpty else { return nil }
        return cases.reduce(0) { $0 + abs($1.centre - $1.outcome) / $1.outcome } / Double(cases.count)
      }
    }
    let last = errors(.lastValue)
    guard !last.isEmpty, last.allSatisfy({ $0 > 0 }) else { return .lastValue }
    var best = (rule: OutlookRule.lastValue, ratio: 1.0)
    for rule in OutlookRule.choices {
      let ratio = zip(errors(rule), last).reduce(0) { $0 + $1.0 / $1.1 } / Double(last.count)
      if ratio < best.ratio { best = (rule, ratio) }
    }
    return best.rule
  }
}
