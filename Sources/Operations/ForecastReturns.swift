import Care
import Costing
public import Forecasting
public import Reporting
public import Returns
public import Units

/// How a forecast is computed.
public enum ForecastMethod: String, CaseIterable, Sendable {
  /// Homeward's rates: events over child-days, real ages, care ends at 18.
  case childDays = "child-days"
  /// The sector's established model, quirks and its four kinds of placement included.
  case stockFlow = "stock-flow"
}

/// What to forecast, and how.
public struct ForecastOptions: Sendable {
  /// The returns.
  public var load: LoadOptions
  /// The method.
  public var method = ForecastMethod.childDays
  /// A price list of the council's own; nil for the default from published figures.
  public var prices: String?
  /// Uplift of prices on 1 April, in hundredths of a percent.
  public var uplift = 300
  /// The last day forecast; nil for the third full financial year's 31 March.
  public var until: CivilDay?
  /// The days from which rates are estimated; nil for the 36 months to the as-of date, or as many as are covered.
  public var reference: ReferenceWindow?
  /// The council's name; nil for the folder's.
  public var council: String?

  /// A forecast of the returns at a path, with the usual settings.
  public init(load: LoadOptions) { self.load = load }
}

/// A forecast and what it was made from.
public struct ForecastOutcome: Sendable {
  /// The report.
  public let report: ForecastReport
  /// The returns, with the rows set aside.
  public let returns: ReturnSet
}

/// Forecasts need and cost from a folder of returns.
public enum ForecastReturns {
  /// The most years a forecast may reach beyond the as-of date.
  public static let mostYears = 20

  /// Reads the returns, estimates the rates, runs the method and prices the result.
  ///
  /// - Throws: `OperationError` where the returns, a file or a setting can't be used.
  public static func run(
    _ options: ForecastOptions, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> ForecastOutcome {
    let book = try LoadReturns.book(options.load.categories, method: options.method)
    let (prices, source, priceWarnings) = try schedule(options, book)
    let built = try LoadReturns.run(options.load, book: book, progress: progress)
    let histories = built.histories
    let coverage = Coverage(built.returns, asOf: histories.asOf)
    let window = try coverage.window(options.reference, method: options.method)
    let until = options.until ?? defaultEnd(after: histories.asOf)
    guard histories.asOf < until, until <= histories.asOf.adding(months: 12 * mostYears) else {
      throw .setting(
        "The forecast's last day must be after the as-of date, \(histories.asOf.spoken), and at most \(mostYears) years after it; --until says \(until.spoken)."
      )
    }
    let (model, cautions) = estimate(options.method, histories, window)
    let counted = options.method == .stockFlow ? StockFlow.histories(histories) : histories
    let costed = CostedForecast(
      stock: Stock(counted), knownFrom: coverage.knownFrom,
      forecast: model.forecast(days: histories.asOf.nights(to: until)), prices: prices, book: book)
    let forecast = costed.with(counted, window: window, respiteApart: options.method != .stockFlow)
    let report = ForecastReport(
      council: options.council ?? options.load.folderName, forecast: forecast,
      method: MethodSummary(
        name: options.method.rawValue, description: options.method.words, window: window, prices: source,
        cautions: cautions),
      reading: ReadingSummary(
        built, isAsOfStated: options.load.asOf != nil,
        warnings: coverage.warnings(window) + priceWarnings + latePrices(prices, forecast)))
    return ForecastOutcome(report: report, returns: built.returns)
  }

  private static func estimate(
    _ method: ForecastMethod, _ histories: CareHistories, _ window: ReferenceWindow
  ) -> (FlowModel, [String]) {
    let noInterval =
      "This is one path of expected numbers, without an interval: what happens will differ from it, and by more the further ahead."
    switch method {
    case .childDays:
      return (ChildDays.estimate(histories, window: window).model, [noInterval] + method.cautions)
    case .stockFlow:
      let estimate = StockFlow.estimate(histories, window: window)
      let impossible =
        estimate.impossible == 0
        ? []
        : [
          "\(estimate.impossible) transitions were left out: the day before no child was in the state left. The sector's model gives them an infinite rate."
        ]
      return (estimate.model, [noInterval] + method.cautions + impossible)
    }
  }

  static func schedule(
    _ options: ForecastOptions, _ book: CategoryBook
  ) throws(OperationError) -> (PriceSchedule, String, [String]) {
    let own = try options.prices.map { path throws(OperationError) in try LoadReturns.bytes(of: path) }
    do throws(PriceListError) {
      let standard = try PriceList.standard()
      let list = try own.map { bytes throws(PriceListError) in try PriceList(csv: bytes) } ?? standard
      let schedule = list.schedule(for: book, uplift: options.uplift, fallback: standard)
      let uplift =
        "uplifted by \(Words.percent(basisPoints: options.uplift)) every 1 April after the list's last price"
      let source =
        options.prices == nil
        ? "Prices are Homeward's defaults, made from published national averages, \(uplift); give the council's own with --prices."
        : "Prices are the council's own list, \(uplift)."
      return (schedule, source, warnings(list, schedule, book, hasOwn: options.prices != nil))
    } catch {
      throw .prices(path: options.prices ?? "built in", error)
    }
  }

  private static func warnings(
    _ list: PriceList, _ schedule: PriceSchedule, _ book: CategoryBook, hasOwn: Bool
  ) -> [String] {
    guard hasOwn else { return [] }
    var warnings: [String] = []
    let unknown = list.unknownCategories(in: book)
    if !unknown.isEmpty {
      warnings.append(
        "The price list names categories that are not in use: \(unknown.joined(separator: ", ")). Those in use are \(book.entries.map(\.id).joined(separator: ", "))."
      )
    }
    let missing = schedule.defaulted.filter { $0 != book.unknown }.map { book[$0].label.lowercased() }
    if !missing.isEmpty {
      warnings.append("Priced by default, not being in the price list: \(missing.joined(separator: ", ")).")
    }
    return warnings
  }

  /// Categories in care on the as-of date whose first price is later: that price stands in.
  private static func latePrices(_ prices: PriceSchedule, _ forecast: CostedForecast) -> [String] {
    let late = forecast.book.all.filter { category in
      forecast.today[category.index] > 0 && (prices.firstDay(of: category) ?? forecast.asOf) > forecast.asOf
    }
    guard !late.isEmpty else { return [] }
    return [
      "The price list begins after the as-of date for some placements in use: the first price stands in until then."
    ]
  }

  /// 31 March at the end of the third full financial year after the as-of date.
  static func defaultEnd(after asOf: CivilDay) -> CivilDay {
    let year = FinancialYear(containing: asOf + 1)
    let first = year.firstDay == asOf + 1 ? year : year.next
    return first.next.next.lastDay
  }
}

extension ForecastMethod {
  /// What the method does, for a reader who knows no statistics.
  var words: String {
    switch self {
    case .childDays:
      "Every month's children are last month's, less those who leave, with those who enter, move or have a birthday. How often each happens is counted in the reference period: events divided by the days children spent where the event could happen. Children are in the band of their real age and leave care at 18. The numbers are expected numbers, so they have fractions, which are rounded only for showing."
    case .stockFlow:
      "The sector's established stock-and-flow model (cs-demand-model 0.5.1), reproduced with its quirks, on its four kinds of placement."
    }
  }

  /// What to bear in mind about the method.
  var cautions: [String] {
    switch self {
    case .childDays:
      [
        "Rates depend on age and placement, not on how long a child has been in care: those who have just come leave sooner in fact, and those who have stayed long later.",
        "The pace of the reference period is taken to go on: no plan, policy or trend is in it.",
      ]
    case .stockFlow:
      [
        "A child keeps the age band of the episode's start; nobody leaves at 18 by rule; rare kinds of placement leave too slowly, since days on which nobody is there count as a rate of nought. docs/methods/0002-stock-flow.md lists every quirk.",
        "The pace of the reference period is taken to go on: no plan, policy or trend is in it.",
      ]
    }
  }
}
