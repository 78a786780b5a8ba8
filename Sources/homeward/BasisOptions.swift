import ArgumentParser
import Forecasting
import Operations
import Units

/// The option that names the council.
struct CouncilOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The council's name in the report. Usually the folder's.", valueName: "name"))
  var council: String?
}

/// The options that say what a week of care costs.
struct PriceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Price list, a CSV: category,weekly_pounds,from. Usually published national averages.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var prices: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Uplift of prices every 1 April after the list's last price, in percent, above -100 and below 100.",
      valueName: "percent"))
  var uplift = Percent(basisPoints: 300)
}

/// The options that say what a forecast rests on.
struct BasisOptions: ParsableArguments {
  @OptionGroup var price: PriceOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How far a year's uplift may be from that, as a standard deviation in percentage points.",
      valueName: "points"))
  var upliftSpread = Percent(basisPoints: 150)

  @Option(
    help: ArgumentHelp(
      "Days that rates are taken from, such as 2022-04-01..2025-03-31. Usually the 36 months to the as-of date.",
      valueName: "from..to"))
  var reference: Period?

  @OptionGroup var title: CouncilOptions

  /// The price list's path.
  var prices: String? { price.prices }

  @Option(
    help: ArgumentHelp(
      "The fee ledger, CSV or XLSX: children in care then cost their own fee. See homeward fees.",
      valueName: "file"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var fees: String?

  @OptionGroup var ledger: LedgerOptions

  /// The reference period stated.
  var window: ReferenceWindow? {
    reference.flatMap { ReferenceWindow(from: $0.first, to: $0.last) }
  }

  func validate() throws {
    if reference != nil, window == nil {
      throw ValidationError("The reference period must end after it begins.")
    }
  }

  /// A forecast's settings with these, of returns and so many futures.
  func forecast(
    _ returns: ReturnsOptions, _ simulation: SimulationOptions
  ) throws(OperationError) -> ForecastOptions {
    try forecast(returns.load, simulation)
  }

  /// A forecast's settings with these, of returns read as said and so many futures.
  func forecast(
    _ load: LoadOptions, _ simulation: SimulationOptions
  ) throws(OperationError) -> ForecastOptions {
    var options = ForecastOptions(load: load)
    options.prices = prices
    options.fees = try fees.map { path throws(OperationError) in try ledger.options(path) }
    options.uplift = price.uplift.basisPoints
    options.upliftSpread = upliftSpread.basisPoints
    options.futures = simulation.futures.range
    options.seed = simulation.seed
    options.threads = simulation.threads
    options.reference = window
    options.council = title.council
    return options
  }
}

extension Progress {
  /// Progress of runs of a simulation, which Ctrl-C stops between two futures.
  static func ofRuns(quiet: Bool) -> (Int, Int) -> Bool {
    let progress = Progress(quiet: quiet, doing: "Simulating", did: "Simulated", one: "run", many: "runs")
    return { done, of in
      if done == of { Interrupt.release() } else { Interrupt.heed() }
      progress.report(done, of)
      return !Interrupt.isHeard
    }
  }
}
