public import Care
public import Forecasting
import Units

/// A back-test with all that a reader needs to judge it: what every output of it is made from.
public struct BacktestReport: Sendable {
  /// The council or folder the returns came from.
  public let council: String
  /// The categories.
  public let book: CategoryBook
  /// The months as the latest returns tell them.
  public let truth: MonthSeries
  /// Where the prices come from, in words.
  public let prices: String
  /// What it was made from.
  public let reading: ReadingSummary
  /// What is judged: all children, cost, each category in use, and the groups that a page may show.
  public let measures: [BacktestMeasure]
  /// Categories grouped so that nothing shown rests on one to five children.
  public let groups: [Disclosure.Group]
  /// The forecasts and their scores; the method judged stands last, after its rivals.
  public let result: BacktestResult

  /// A report of the back-test that `judge` runs on the measures the report needs.
  public init(
    council: String, book: CategoryBook, truth: MonthSeries, prices: String, reading: ReadingSummary,
    judge: ([BacktestMeasure]) -> BacktestResult
  ) {
    self.council = council
    self.book = book
    self.truth = truth
    self.prices = prices
    self.reading = reading
    let used = book.all.filter { category in truth.months.contains { $0.nights[category.index] > 0 } }
    let groups = BacktestReport.groups(book, truth, used)
    self.groups = groups
    let own = used.map {
      BacktestMeasure(id: book[$0].id, label: book[$0].label, kind: .children([$0]))
    }
    let together = groups.filter { $0.categories.count > 1 && $0.categories.count < used.count }.map {
      BacktestMeasure(id: BacktestReport.together, label: $0.label, kind: .children($0.categories))
    }
    measures =
      [
        BacktestMeasure(id: "all", label: "All children in care", kind: .children(book.all)),
        BacktestMeasure(id: "cost", label: "Cost of the month", kind: .cost),
      ] + own + together
    result = judge(measures)
  }

  /// The identifier of the small categories together.
  static let together = "smaller_together"

  private static func groups(
    _ book: CategoryBook, _ truth: MonthSeries, _ used: [Category]
  ) -> [Disclosure.Group] {
    Disclosure.groups(
      book, used: used, size: { truth.months.last?.children[$0.index] ?? 0 },
      isSmall: { categories in
        truth.months.contains { month in
          Disclosure.isSmall(categories.reduce(0) { $0 + Int(month.children[$1.index]) })
        }
      })
  }

  /// Positions of the measures of single categories.
  var categories: [Int] {
    measures.indices.filter { $0 > 1 && measures[$0].id != BacktestReport.together }
  }

  /// Positions of the measures of groups that a page may show.
  var publishable: [Int] {
    groups.compactMap { group in measures.lastIndex { $0.kind == .children(group.categories) } }.filter {
      $0 > 1
    }
  }

  /// Whether even all children together are so few at some time that nothing may be shown.
  public var hidesEverything: Bool {
    truth.months.contains { Disclosure.isSmall(Int($0.children.reduce(0, +))) }
      || result.origins.contains { Disclosure.isSmall($0.childrenThen) }
  }

  /// The method that is judged.
  var judged: Int { result.methods.count - 1 }
  /// The others.
  var rivals: Range<Int> { 0..<max(0, judged) }

  /// Horizons at which something could be judged.
  var horizons: [Int] {
    result.horizons.filter { months in result.forecasts.contains { $0.months == months } }
  }

  /// The horizon that a summary speaks of: a year, or else the furthest judged.
  var mainHorizon: Int { horizons.contains(12) ? 12 : horizons.last ?? 0 }
}
