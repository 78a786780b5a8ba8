import Care
import Costing
import Forecasting
import Reporting
import Returns
import Units

/// What forecasts, and all that explains them, are made from: returns as histories, the window of the rates, prices
/// and the months to forecast.
struct ForecastBasis {
  /// The categories.
  let book: CategoryBook
  /// The returns as read, before they were joined.
  let returns: ReturnSet
  /// The histories, with what was found while joining them.
  let built: BuiltHistories
  /// What stretch of time the returns cover.
  let coverage: Coverage
  /// The days that rates are taken from.
  let window: ReferenceWindow
  /// The first day from which the drift of entries is learnt; nil where a stated window is to count alone.
  let paceFrom: CivilDay?
  /// The prices of every day.
  let prices: PriceSchedule
  /// Where they come from, in words.
  let priceSource: String
  /// What a reader must know of the returns and the prices.
  let warnings: [String]
  /// The months to forecast.
  let months: ForecastMonths
  /// How far a year's uplift may be off, in hundredths of a percent.
  let upliftSpread: Int
  /// Children's own fees; nil where no ledger is given.
  let fees: StayFees?

  /// Reads the returns and settles window, prices and months.
  ///
  /// - Throws: `OperationError` where the returns, a file or a setting can't be used.
  static func read(
    _ options: ForecastOptions, progress: (Int, Int) -> Void
  ) throws(OperationError) -> ForecastBasis {
    guard options.method == .homeward || options.fees == nil else {
      throw .setting(
        "The stock-flow method prices children from the list alone. Leave --fees out, or the method.")
    }
    let book = try LoadReturns.book(options.load.categories, method: options.method)
    let (prices, source, priceWarnings) = try ForecastReturns.schedule(options, book)
    let returns = try LoadReturns.read(options.load, progress: progress)
    let built = try LoadReturns.joined(returns, book: book, asOf: options.load.asOf)
    let asOf = built.histories.asOf
    let coverage = Coverage(built.returns, asOf: asOf)
    let window = try coverage.window(options.reference, method: options.method)
    let until = options.until ?? ForecastReturns.defaultEnd(after: asOf)
    guard asOf < until, until <= asOf.adding(months: 12 * ForecastReturns.mostYears) else {
      throw .setting(
        "The forecast's last day must be after the as-of date, \(asOf.spoken), and at most \(ForecastReturns.mostYears) years after it; \(Means.said("--until says", inBrowser: "“Last day forecast” says")) \(until.spoken)."
      )
    }
    let fees = try options.fees.map { options throws(OperationError) in
      StayFees(try ReadFees.read(options, book: book), built.histories, prices: prices)
    }
    return ForecastBasis(
      book: book, returns: returns, built: built, coverage: coverage, window: window,
      paceFrom: options.reference == nil ? coverage.unbrokenFrom : nil, prices: prices,
      priceSource: ([source] + (fees.map { [$0.words] } ?? [])).joined(separator: " "),
      warnings: coverage.warnings(window) + priceWarnings,
      months: ForecastMonths(after: asOf, until: until), upliftSpread: options.upliftSpread, fees: fees)
  }

  /// What the simulation is a function of.
  ///
  /// - Throws: `OperationError.setting` where nobody was seen in care, so that there are no rates.
  var input: SimulationInput {
    get throws(OperationError) {
      let input = SimulationInput(
        built.histories, window: window, months: months, prices: prices(for: months),
        fees: fees?.weekly ?? [], paceFrom: paceFrom)
      guard input.rates.exits.days.contains(where: { $0 > 0 }) else {
        throw .setting(
          "Nobody whose time in care is known was in care from \(window.first.spoken) to \(window.last.spoken), so no rate can be taken from these days. Choose others \(Means.assumption("--reference")), state a later \(Means.said("--as-of", inBrowser: "day under “Known up to”")), or add earlier returns."
        )
      }
      return input
    }
  }

  /// The prices of months.
  func prices(for months: ForecastMonths) -> PricePlan {
    PricePlan(prices, months: months, book: book, upliftSpread: upliftSpread, stays: fees?.prices)
  }

  /// How the forecast is made, in words.
  func method(cautions: [String]) -> MethodSummary {
    MethodSummary(
      name: ForecastMethod.homeward.rawValue, description: ForecastMethod.homeward.words, window: window,
      prices: priceSource, cautions: ForecastMethod.homeward.cautions + cautions)
  }

  /// What is known of a financial year's cost up to the as-of date, at list price; nil where a month of it has no
  /// price or came before the first return.
  func knownCost(of year: FinancialYear) -> Money? {
    guard year.firstDay <= months.asOf else { return .zero }
    let nobody = Futures(range: 0..<0, months: months.count, categories: book.entries.count)
    let past = CostedForecast(
      stock: Stock(built.histories), knownFrom: coverage.knownFrom, futures: nobody, months: months,
      prices: prices, book: book
    ).past.filter { year.days.contains($0.counts.lastDay) }
    guard past.first?.counts.lastDay.startOfMonth == year.firstDay else { return nil }
    var sum = Money.zero
    for month in past {
      guard let cost = month.cost else { return nil }
      sum = cost.reduce(sum, +)
    }
    return sum
  }
}
