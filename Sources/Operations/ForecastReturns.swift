import Care
import Costing
public import Forecasting
public import Reporting
public import Returns
public import Units

/// How a forecast is computed.
public enum ForecastMethod: String, CaseIterable, Sendable {
  /// Homeward's own: simulated futures of every child, with intervals.
  case homeward
  /// The sector's established model, quirks and its four kinds of placement included.
  case stockFlow = "stock-flow"
}

/// What to forecast, and how.
public struct ForecastOptions: Sendable {
  /// The returns.
  public var load: LoadOptions
  /// The method.
  public var method = ForecastMethod.homeward
  /// The fee ledger; nil to price every child from the list.
  public var fees: FeeOptions?
  /// A price list of the council's own; nil for the default from published figures.
  public var prices: String?
  /// Uplift of prices on 1 April, in hundredths of a percent.
  public var uplift = 300
  /// Standard deviation of the yearly uplift, in hundredths of a percent.
  public var upliftSpread = 150
  /// The futures to simulate.
  public var futures = 0..<1000
  /// The key of all random draws.
  public var seed: UInt64 = 1
  /// Threads to simulate on.
  public var threads = 1
  /// The last day forecast; nil for the third full financial year's 31 March.
  public var until: CivilDay?
  /// The days from which rates are estimated; nil for the 36 months to the as-of date, or as many as are covered.
  public var reference: ReferenceWindow?
  /// A file of futures to take instead of simulating; nil to simulate.
  public var use: String?
  /// Whether the forecasts of past days are made too and held against what happened.
  public var looksBack = true
  /// The council's name; nil for the folder's.
  public var council: String?
  /// The folder outside which no scenario is read that a plan or case names; nil for anywhere.
  public var within: String?

  /// A forecast of the returns at a path, with the usual settings.
  public init(load: LoadOptions) { self.load = load }
}

/// A forecast and what it was made from.
public struct ForecastOutcome: Sendable {
  /// The report.
  public let report: ForecastReport
  /// The returns, with the rows set aside.
  public let returns: ReturnSet
  /// The futures behind the report; nil where the method has none.
  public let futures: FuturesFile?
}

/// Forecasts need and cost from a folder of returns.
public enum ForecastReturns {
  /// The most years a forecast may reach beyond the as-of date.
  public static let mostYears = 20

  /// Reads the returns, estimates the rates, runs the method and prices the result.
  ///
  /// - Throws: `OperationError` where the returns, a file or a setting can't be used.
  public static func run(
    _ options: ForecastOptions, progress: (Int, Int) -> Void = { _, _ in },
    simulating: (_ done: Int, _ of: Int) -> Bool = { _, _ in true },
    lookingBack: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(OperationError) -> ForecastOutcome {
    let basis = try ForecastBasis.read(options, progress: progress)
    let (histories, prices) = (basis.built.histories, basis.prices)
    let counted = options.method == .stockFlow ? StockFlow.histories(histories) : histories
    let stock = Stock(counted)
    let costed: CostedForecast
    var rates: RateModel?
    var simulated: FuturesFile?
    var cautions = options.method.cautions
    switch options.method {
    case .stockFlow:
      let estimate = StockFlow.estimate(histories, window: basis.window)
      if estimate.impossible > 0 { cautions.append(impossible(estimate.impossible)) }
      costed = CostedForecast(
        stock: stock, knownFrom: basis.coverage.knownFrom,
        forecast: estimate.model.forecast(days: basis.months.days), prices: prices, book: basis.book)
    case .homeward:
      let input = try basis.input
      rates = input.rates
      let file = try futures(input, options, basis.book, simulating: simulating)
      simulated = file
      costed = CostedForecast(
        stock: stock, knownFrom: basis.coverage.knownFrom, futures: file.futures, months: basis.months,
        prices: prices, book: basis.book)
    }
    let forecast = costed.with(counted, window: basis.window, respiteApart: options.method != .stockFlow)
    let report = ForecastReport(
      council: options.council ?? options.load.folderName, forecast: forecast,
      method: summary(options.method, basis, rates: rates, simulated, cautions: cautions),
      reading: ReadingSummary(
        basis.built, isAsOfStated: options.load.asOf != nil,
        warnings: basis.warnings + latePrices(prices, forecast)),
      past: options.method == .homeward ? try pastForecasts(basis, options, progress: lookingBack) : nil)
    return ForecastOutcome(report: report, returns: basis.built.returns, futures: simulated)
  }

  private static func summary(
    _ method: ForecastMethod, _ basis: ForecastBasis, rates: RateModel?, _ simulated: FuturesFile?,
    cautions: [String]
  ) -> MethodSummary {
    MethodSummary(
      name: method.rawValue, description: method.words, window: basis.window, prices: basis.priceSource,
      cautions: cautions + (rates?.cautions ?? []),
      simulated: simulated.map { ($0.futures.range, $0.header.seed) },
      unseen: rates?.unseen ?? [],
      pricedByDefault: basis.fees.map { ($0.byDefault, $0.today) }, version: "homeward \(Version.current)")
  }

  private static func impossible(_ count: Int) -> String {
    "\(count) transitions were left out: the day before no child was in the state left. The sector's model gives them an infinite rate."
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
        ? "Prices are Homeward's defaults, made from published national averages, \(uplift); give the council's own \(Means.file("--prices"))."
        : "Prices are the council's own list, \(uplift)."
      return (schedule, source, warnings(list, schedule, book, hasOwn: options.prices != nil))
    } catch {
      throw .prices(path: options.prices ?? "built in", error)
    }
  }

  private static func warnings(
    _ list: PriceList, _ schedule: PriceSchedule, _ book: CategoryBook, hasOwn: Bool
  ) -> [String] {
    var warnings: [String] = []
    if abs(schedule.uplift) >= 2_500 {
      warnings.append(
        "Prices are taken to change by \(Words.percent(basisPoints: schedule.uplift)) every year. If that is not meant, give it \(Means.assumption("--uplift")) in percent, such as 3."
      )
    }
    let unpriced = book.all.filter { $0 != book.unknown && schedule.firstDay(of: $0) == nil }
    if let first = unpriced.first {
      warnings.append(
        "There is no price for \(unpriced.map { book[$0].label.lowercased() }.joined(separator: ", ")): nights there count as £0. Give one \(Means.file("--prices")), in a line such as \(book[first].id),1000.00,2025-04-01."
      )
    }
    guard hasOwn else { return warnings }
    let unknown = list.unknownCategories(in: book)
    if !unknown.isEmpty {
      warnings.append(
        "The price list names categories that are not in use: \(unknown.joined(separator: ", ")). Those in use are \(book.entries.map(\.id).joined(separator: ", "))."
      )
    }
    let missing = schedule.defaulted.filter { $0 != book.unknown && !unpriced.contains($0) }.map {
      book[$0].label.lowercased()
    }
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
    case .homeward:
      "Every child in care, and every child who may come, is followed through many possible futures. How likely a child is to go home, to move or to leave in another way depends on age, on how long it has been in care or in its placement, on the kind of placement and on being unaccompanied; it is counted in the reference period, and where there is little to count it leans on children who are alike. Nobody stays past the 18th birthday. Each future also draws how far those counts may be from the truth, how the pace of entries drifts and how prices rise. A figure is the futures' average; the interval beside it holds eight futures in ten."
    case .stockFlow:
      "The sector's established stock-and-flow model (cs-demand-model 0.5.1), reproduced with its quirks, on its four kinds of placement."
    }
  }

  /// What to bear in mind about the method.
  var cautions: [String] {
    switch self {
    case .homeward:
      [
        "The pace of the reference period is taken to go on, give or take its drift: no plan or policy is in it, and no trend."
      ]
    case .stockFlow:
      [
        "This is one path of expected numbers, without an interval: what happens will differ from it, and by more the further ahead.",
        "A child keeps the age band of the episode's start; nobody leaves at 18 by rule; rare kinds of placement leave too slowly, since days on which nobody is there count as a rate of nought. docs/methods/0002-stock-flow.md lists every quirk.",
        "The pace of the reference period is taken to go on: no plan, policy or trend is in it.",
      ]
    }
  }
}
