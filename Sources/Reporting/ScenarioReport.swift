public import Care
public import Forecasting
import Units

/// A scenario beside the baseline, future by future on the same draws: what changes, and what each initiative saves
/// alone, with the others, and of the joint saving.
public struct ScenarioReport: Sendable {
  /// The council or folder.
  public let council: String
  /// The scenario.
  public let scenario: Scenario
  /// The categories.
  public let book: CategoryBook
  /// The months forecast.
  public let months: ForecastMonths
  /// The futures without the scenario.
  public let baseline: Futures
  /// The futures with its changed assumptions and no initiative; the baseline's where it changes none.
  public let assumptions: Futures
  /// The futures with all of it.
  public let with: Futures
  /// What the initiatives did; nil where there are none.
  public let actions: Actions?
  /// Savings alone and together; nil where there are no initiatives.
  public let overlap: Overlap?
  /// How the futures were made.
  public let method: MethodSummary
  /// The key of the draws.
  public let seed: UInt64

  /// A report.
  public init(
    council: String, scenario: Scenario, book: CategoryBook, months: ForecastMonths, baseline: Futures,
    assumptions: Futures, with: Futures, actions: Actions?, overlap: Overlap?, method: MethodSummary,
    seed: UInt64
  ) {
    self.council = council
    self.scenario = scenario
    self.book = book
    self.months = months
    self.baseline = baseline
    self.assumptions = assumptions
    self.with = with
    self.actions = actions
    self.overlap = overlap
    self.method = method
    self.seed = seed
  }

  /// A stretch of the forecast within one financial year: its months, and whether they are the whole of it.
  struct Year {
    let year: FinancialYear
    let months: Range<Int>
    let isWhole: Bool

    var label: String { year.description + (isWhole ? "" : " (part)") }
  }

  /// The financial years that the forecast reaches.
  var years: [Year] {
    let all = Set(months.lastDays.map { FinancialYear(containing: $0) }).sorted()
    return all.compactMap { year in
      let own = months.lastDays.indices.filter { FinancialYear(containing: months.lastDays[$0]) == year }
      guard let first = own.first, let last = own.last else { return nil }
      let days = own.reduce(0) { $0 + months.days(of: $1) }
      return Year(year: year, months: first..<(last + 1), isWhole: days == year.days.nights)
    }
  }

  private var categories: [Int] { Array(0..<book.entries.count) }

  /// What care costs in some months without the scenario, by future, in pence.
  func baselineCost(_ months: Range<Int>) -> [Int] { baseline.costs(months: months, categories: categories) }

  /// What care costs with it.
  func careCost(_ months: Range<Int>) -> [Int] { with.costs(months: months, categories: categories) }

  /// What care would cost under the changed assumptions alone.
  func assumedCost(_ months: Range<Int>) -> [Int] {
    assumptions.costs(months: months, categories: categories)
  }

  /// What the initiatives cost to run, less what they earn.
  func runningCost(_ months: Range<Int>) -> [Int] {
    guard let actions else { return with.range.map { _ in 0 } }
    return with.range.map { future in
      months.reduce(0) { sum, month in
        sum
          + actions.initiatives.indices.reduce(0) { $0 + actions.cost($1, future: future, month: month) }
      }
    }
  }

  /// What the scenario saves, its running costs taken off; negative where it costs more. Initiatives are held against
  /// the changed assumptions alone, so that neither is praised nor blamed for the other.
  func saving(_ months: Range<Int>) -> [Int] {
    guard actions != nil else { return zip(baselineCost(months), careCost(months)).map { $0 - $1 } }
    let with = zip(careCost(months), runningCost(months)).map { $0 + $1 }
    return zip(assumedCost(months), with).map { $0 - $1 }
  }

  /// Children in care at the end of a month, without and with the scenario, by future.
  func children(_ month: Int) -> (without: [Int], with: [Int]) {
    (
      baseline.counts(.children, month: month, categories: categories),
      with.counts(.children, month: month, categories: categories)
    )
  }

  /// Whether the scenario changes assumptions beside what its initiatives do.
  var changesAssumptions: Bool { !scenario.rateChanges.isEmpty || scenario.uplift != nil }

  /// The answer in a few sentences.
  public var headline: String {
    guard let last = years.last(where: \.isWhole) ?? years.last else { return "" }
    let saving = saving(last.months)
    guard let spread = Spread(saving), let before = Spread(baselineCost(last.months)) else { return "" }
    let net = Int(spread.mean.rounded())
    let then = children(last.months.upperBound - 1)
    guard let without = Spread(then.without), let with = Spread(then.with),
      let assumed = Spread(assumedCost(last.months))
    else { return "" }
    let saves = saving.count { $0 > 0 }
    let range = spread.interval(80)
    let base = Int((actions == nil ? before : assumed).mean.rounded())
    var sentences: [String] = []
    if changesAssumptions, actions != nil {
      sentences.append(
        "The assumptions of “\(scenario.name)” alone would bring care to about \(Words.about(Money(pence: base))) in \(last.label), against \(Words.about(Money(pence: Int(before.mean.rounded())))) without them. With its initiatives, and what they cost to run, it would be about \(Words.about(Money(pence: base - net))): \(ScenarioReport.difference(net, nothing: "no difference"))."
      )
    } else {
      let what = actions == nil ? "care" : "care and what the initiatives cost to run"
      sentences.append(
        "With “\(scenario.name)” \(what) would come to about \(Words.about(Money(pence: base - net))) in \(last.label), against \(Words.about(Money(pence: base))) without: \(ScenarioReport.difference(net, nothing: "no difference"))."
      )
    }
    sentences.append(
      "In eight futures of ten the difference lies between \(ScenarioReport.difference(range.low)) and \(ScenarioReport.difference(range.high)); it saves something in \(ScenarioReport.share(saves, of: saving.count)) of the futures."
    )
    sentences.append(
      "On \(months.lastDays[last.months.upperBound - 1].spoken) about \(Words.count(Int(with.mean.rounded()), "child", "children")) would be in care, against \(Words.number(Int(without.mean.rounded())))."
    )
    return sentences.joined(separator: " ")
  }

  /// "£1.2m less" or "£0.3m more"; `nothing` where there is no difference.
  static func difference(_ pence: Int, nothing: String = "nothing") -> String {
    guard pence != 0 else { return nothing }
    let size = Words.about(Money(pence: abs(pence)))
    return "\(size == "£0" ? "less than £1,000" : size) \(pence > 0 ? "less" : "more")"
  }

  /// "91 %".
  static func share(_ count: Int, of all: Int) -> String {
    all == 0 ? "none" : "\((count * 100 + all / 2) / all) %"
  }
}
