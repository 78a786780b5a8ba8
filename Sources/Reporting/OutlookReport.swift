import Care
public import Forecasting

/// A council's outlook from published counts with all that a reader needs to judge it: what every output is made from.
public struct OutlookReport: Sendable {
  /// A council with its counts and its outlook.
  public struct Council: Sendable {
    /// Its name in the national statistics.
    public let name: String
    /// Its three-digit code, or its nine-character one where it has none.
    public let code: String
    /// Children looked after at 31 March by year.
    public let counts: [Int: Int]
    /// The years ahead; empty where there can be no outlook.
    public let outlook: [OutlookYear]

    /// A council.
    public init(name: String, code: String, counts: [Int: Int], outlook: [OutlookYear]) {
      self.name = name
      self.code = code
      self.counts = counts
      self.outlook = outlook
    }
  }

  /// The council asked for.
  public let council: Council
  /// Its statistical neighbours, nearest first; empty where none are known.
  public let neighbours: [Council]
  /// All councils' counts.
  public let panel: CountPanel
  /// The rule of the centre.
  public let rule: OutlookRule
  /// How many forecasts of the past the interval of each year ahead rests on.
  public let errors: [Int]
  /// How the same way of forecasting did in the past.
  public let backtest: OutlookBacktest

  /// A report.
  public init(
    council: Council, neighbours: [Council], panel: CountPanel, rule: OutlookRule, errors: [Int],
    backtest: OutlookBacktest
  ) {
    self.council = council
    self.neighbours = neighbours
    self.panel = panel
    self.rule = rule
    self.errors = errors
    self.backtest = backtest
  }

  /// The year of the last counts.
  var origin: Int { panel.years.upperBound }

  /// What the report is of.
  var title: String { "\(council.name): outlook for children looked after, from published counts alone" }

  static let attribution =
    "Published figures: Department for Education, Children looked after in England including adoptions. "
    + PublishedComparison.licence

  /// The answer in a few sentences.
  public var headline: String {
    guard let last = council.counts[origin], let end = council.outlook.last, let range = end.interval(80)
    else { return "" }
    let years = end.year - origin
    return
      "\(council.name) had \(Words.count(last, "child", "children")) looked after on 31 March \(origin). In \(OutlookReport.span(years)), on 31 March \(end.year), expect \(OutlookReport.range(range)) (8 times in 10), with \(OutlookReport.whole(end.centre)) in the middle."
  }

  /// A number of children as people read it.
  static func whole(_ value: Double) -> String { Words.number(Int(value.rounded())) }

  /// A range of children.
  static func range(_ interval: OutlookInterval?) -> String {
    interval.map { "\(whole($0.low)) to \(whole($0.high))" } ?? ""
  }

  /// Years as a word: one year, two years.
  static func span(_ years: Int) -> String {
    let words = ["no years", "one year", "two years", "three years", "four years", "five years"]
    return words.indices.contains(years) ? words[years] : "\(years) years"
  }

  /// Per cent to a tenth: 5.7%.
  static func percent(_ value: Double) -> String { Words.tenths(Int((10 * value).rounded())) + "%" }

  /// How the centre was made, and why so.
  var ruleSentence: String {
    switch rule {
    case .lastValue, .drift:
      "The middle is the last number: over the years known, no change carried on came nearer to what happened."
    case .change(let source, let keptPercent):
      "The middle is the last number with \(OutlookReport.whose(source)) over the last three years carried on, at \(keptPercent)% of its pace in the first year, \(keptPercent)% of that in the second and so on: over the years known, of seven ways tried, this came nearest to what happened."
    }
  }

  private static func whose(_ source: ChangeSource) -> String {
    switch source {
    case .council: "the council's own yearly change"
    case .region: "the yearly change of all councils of its region together"
    case .country: "the yearly change of all English councils together"
    }
  }

  /// How the intervals were made.
  var intervalSentence: String {
    "The ranges are as wide as the same way of forecasting missed by for all councils, at every 31 March since \(panel.years.lowerBound) whose outcome is known (\(errors.map(Words.number).joined(separator: ", ")) forecasts for \(errors.count == 1 ? "the year" : "each year") ahead), wider for a smaller council."
  }

  /// What to bear in mind.
  var cautions: [String] {
    [
      "Counts alone know nothing of plans, practice or prices, nor who the children are. A forecast from the council's own returns does: homeward forecast.",
      "A year's events touch all councils: in some years far fewer than 8 in 10 fall inside the range, in others nearly all.",
      "Each release of the statistics may change earlier years a little.",
    ]
  }
}
