public import Care
public import Costing
public import Forecasting
import Units

/// What was read and what became of it, in counts: no row, no child.
public struct ReadingSummary: Sendable {
  /// Files used, and all files met.
  public let filesUsed: Int, filesMet: Int
  /// The collection years read, such as "2020/21 to 2025/26".
  public let years: String
  /// Rows read in all files of a return.
  public let rowsRead: Int
  /// Rows used.
  public let rowsUsed: Int
  /// Rows set aside.
  public let rowsSetAside: Int
  /// Rows set aside by reason, most first.
  public let reasons: [(reason: String, rows: Int)]
  /// Repairs made while joining the years, most first.
  public let repairs: [(repair: String, count: Int)]
  /// Children in care at the as-of date whose real start is not in the returns.
  public let unknownStarts: Int
  /// Whether the as-of date was stated rather than taken from the latest event.
  public let isAsOfStated: Bool
  /// Warnings about the files as a whole, each a sentence.
  public let warnings: [String]

  /// A summary.
  public init(
    filesUsed: Int, filesMet: Int, years: String, rowsRead: Int, rowsUsed: Int, rowsSetAside: Int,
    reasons: [(reason: String, rows: Int)], repairs: [(repair: String, count: Int)], unknownStarts: Int,
    isAsOfStated: Bool, warnings: [String]
  ) {
    self.filesUsed = filesUsed
    self.filesMet = filesMet
    self.years = years
    self.rowsRead = rowsRead
    self.rowsUsed = rowsUsed
    self.rowsSetAside = rowsSetAside
    self.reasons = reasons
    self.repairs = repairs
    self.unknownStarts = unknownStarts
    self.isAsOfStated = isAsOfStated
    self.warnings = warnings
  }
}

/// How a forecast was made, in words and settings.
public struct MethodSummary: Sendable {
  /// The method's name on the command line.
  public let name: String
  /// What it does, in a few sentences.
  public let description: String
  /// The days its rates come from.
  public let window: ReferenceWindow
  /// Where the prices come from, in words.
  public let prices: String
  /// What to bear in mind, each a sentence.
  public let cautions: [String]
  /// The futures simulated and the key of their draws; nil for a method without futures.
  public let simulated: (futures: Range<Int>, seed: UInt64)?
  /// Categories from which nobody was seen to leave or move.
  public let unseen: Set<Category>
  /// Children in care without a fee of their own, of how many; nil where no ledger was read.
  public let pricedByDefault: (children: Int, of: Int)?
  /// Homeward's version.
  public let version: String

  /// A summary.
  public init(
    name: String, description: String, window: ReferenceWindow, prices: String, cautions: [String],
    simulated: (futures: Range<Int>, seed: UInt64)? = nil, unseen: Set<Category> = [],
    pricedByDefault: (children: Int, of: Int)? = nil, version: String = ""
  ) {
    self.name = name
    self.description = description
    self.window = window
    self.prices = prices
    self.cautions = cautions
    self.simulated = simulated
    self.unseen = unseen
    self.pricedByDefault = pricedByDefault
    self.version = version
  }
}

/// A costed forecast with all that a reader needs to judge it: what every output is made from.
public struct ForecastReport: Sendable {
  /// The council or folder the returns came from.
  public let council: String
  /// The forecast.
  public let forecast: CostedForecast
  /// How it was made.
  public let method: MethodSummary
  /// What it was made from.
  public let reading: ReadingSummary
  /// How such forecasts did in the past; nil for a method that is a rival in back-tests itself.
  public let past: PastForecasts?

  /// A report.
  public init(
    council: String, forecast: CostedForecast, method: MethodSummary, reading: ReadingSummary,
    past: PastForecasts? = nil
  ) {
    self.council = council
    self.forecast = forecast
    self.method = method
    self.reading = reading
    self.past = past
  }

  /// The answer in two sentences, each with what eight futures of ten hold, and beside it the cost of the first year
  /// forecast.
  public var headline: String { answer(against: firstYear ?? costOfToday, isPublished: false) }

  /// The first year, where it can stand for comparison with the last.
  private var baseYear: CostedForecast.Year? {
    forecast.years.count > 1 ? forecast.years.first.flatMap { $0.isWhole ? $0 : nil } : nil
  }

  private var firstYear: String? {
    baseYear.map { "\(Words.about($0.cost.reduce(Money.zero, +))) in \($0.year), the first year forecast" }
  }

  private var costOfToday: String {
    let now = forecast.fullYearCostOfToday.reduce(Money.zero, +)
    return "\(Words.about(now)) for a year of today's children at today's prices"
  }

  /// The answer for a page that may be published: the same comparison as in the terminal. Where categories are shown
  /// together, their number and the cost of exactly today's children would give each of them away, prices being known:
  /// a forecast of one year alone is then compared with nothing.
  func pageHeadline(_ groups: [Disclosure.Group]) -> String {
    if baseYear == nil, hasMixedGroup(groups) { return answer(against: nil, isPublished: true) }
    return answer(against: firstYear ?? costOfToday, isPublished: true) + " " + driver(groups)
  }

  /// Whether some group holds categories of different prices.
  func hasMixedGroup(_ groups: [Disclosure.Group]) -> Bool { groups.contains { $0.categories.count > 1 } }

  private func answer(against comparison: String?, isPublished: Bool) -> String {
    let today = forecast.today.reduce(0, +)
    guard let last = forecast.years.last else { return "" }
    let then = Int(last.children.reduce(0, +).rounded())
    let change = then - today
    let direction =
      change == 0 ? "the same" : "\(Words.number(abs(change))) \(change > 0 ? "more" : "fewer")"
    let cost = last.cost.reduce(Money.zero, +)
    let year = last.isWhole ? "in \(last.year)" : "in the part of \(last.year) that was forecast"
    let range = yearEndSpread(last, forecast.book.all).map {
      ", " + Ranges.sentence(Ranges.words($0.interval(80), isPublished: isPublished))
    }
    let costRange = costSpread(last, isPublished: isPublished).map { spread in
      let edges = spread.interval(80)
      let (low, high) = (Words.about(Money(pence: edges.low)), Words.about(Money(pence: edges.high)))
      return ", and between \(low) and \(high) in eight futures of ten"
    }
    return
      "On \(forecast.asOf.spoken) \(Words.count(today, "child was", "children were")) in care; at the pace of the reference period there would be about \(Words.number(then)) on \(last.lastDay.spoken) (\(direction))\(range ?? ""). Their care would cost about \(Words.about(cost)) \(year)\(costRange ?? "")\(comparison.map { ", against \($0)" } ?? "")."
  }

  /// Up to when the returns are followed, and why.
  var asOfSentence: String {
    reading.isAsOfStated
      ? "Known up to \(forecast.asOf.spoken), the as-of date stated."
      : "Known up to \(forecast.asOf.spoken), the latest event in the returns; if that is not the day they were made up to, state it \(Means.assumption("--as-of"))."
  }

  /// Which placement the change in cost comes from most, against what the headline compares with, in a sentence; empty
  /// where there is little to say.
  public func driver(_ groups: [Disclosure.Group]) -> String {
    guard let last = forecast.years.last, last.isWhole else { return "" }
    let now = baseYear?.cost ?? forecast.fullYearCostOfToday
    let since = baseYear.map { " since \($0.year)" } ?? ""
    let changes = groups.map { group in
      group.categories.reduce(Money.zero) { $0 + (last.cost[$1.index] - now[$1.index]) }
    }
    let total = changes.reduce(Money.zero, +)
    let rises = total > .zero
    guard
      let most = changes.indices.max(by: { rises ? changes[$0] < changes[$1] : changes[$0] > changes[$1] }),
      total != .zero, (changes[most] > .zero) == rises
    else { return "" }
    return
      "\(groups[most].label) \(rises ? "adds" : "takes off") most: \(Words.about(Money(pence: abs(changes[most].pence)))) of the \(rises ? "rise" : "fall") of \(Words.about(Money(pence: abs(total.pence))))\(since), uplift of prices included."
  }

  /// All categories with a night known or expected, one group each: for those who may see small numbers.
  public var ungrouped: [Disclosure.Group] {
    used.map { Disclosure.Group(label: forecast.book[$0].label, categories: [$0]) }
  }

  private var used: [Category] {
    forecast.book.all.filter { category in
      forecast.past.contains { $0.counts.nights[category.index] > 0 }
        || forecast.coming.contains { $0.nights[category.index] > 0 }
    }
  }

  /// Categories grouped so that nothing shown, count or money, known or expected, rests on one to five children.
  public var grouped: [Disclosure.Group] {
    Disclosure.groups(
      forecast.book, used: used, kept: knownTogether, size: { Double(forecast.today[$0.index]) },
      isSmall: restsOnFew)
  }

  /// The categories that any report on the same histories puts together.
  private var knownTogether: [Category] {
    Disclosure.together(
      forecast.book, today: forecast.today, months: forecast.past.map(\.counts.children),
      years: Array(forecast.childrenInYear.values))
  }

  /// Whether even all categories together rest on so few that nothing may be shown.
  public var hidesEverything: Bool { restsOnFew(used) }

  /// Whether some categories together ever count one to five children: at a month's end, known or expected, or as all
  /// the children whom a year's nights and cost rest on.
  private func restsOnFew(_ categories: [Category]) -> Bool {
    forecast.past.contains { month in
      Disclosure.isSmall(categories.reduce(0) { $0 + month.counts.children[$1.index] })
    }
      || forecast.coming.contains { month in
        let expected = categories.reduce(0) { $0 + month.children[$1.index] }
        return expected > 0 && expected < Double(Disclosure.smallestShown)
      }
      || forecast.childrenInYear.values.contains { year in
        Disclosure.isSmall(categories.reduce(into: Set()) { $0.formUnion(year[$1.index]) }.count)
      }
  }
}
