import ArgumentParser
import Forecasting
import Operations
import Reporting
import Returns
import Units

struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Make forecasts from past days and hold them against what happened.",
    discussion: """
      Goes back to every 31 March that ends a return, forecasts from the returns
      made by then and nothing later, and scores every method against what the
      latest returns tell: how far off it was, whether its interval held, and
      whether it beats simpler methods by more than chance. Small numbers are
      shown in the terminal, the CSV and the JSON; the HTML report shows none.

      EXAMPLES
        homeward backtest returns
        homeward backtest returns --horizons 12,24 --html backtest.html
        homeward backtest returns --pseudo        quarter ends inside a year too
        homeward backtest returns --origins 2023-03-31,2024-03-31
        homeward backtest returns --prices prices.csv --csv forecasts.csv

      The CSV has every forecast: its origin, target, measure (all, cost or a
      placement), method, quantiles, score and what happened.
      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions

  @Option(
    help: ArgumentHelp(
      "Days to forecast from, each a month's last. Usually every 31 March that ends a return.",
      valueName: "dates"))
  var origins: Days?

  @Option(help: ArgumentHelp("Months ahead.", valueName: "months"))
  var horizons = Horizons(months: Backtest.usualHorizons)

  @Flag(
    help:
      "Forecast from the ends of June, September and December too: that year's return is cut there, later ends blanked."
  )
  var pseudo = false

  @OptionGroup var price: PriceOptions
  @OptionGroup var title: CouncilOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if pseudo, origins != nil {
      throw ValidationError(
        "Give either --origins or --pseudo: the days named may lie inside a year as they are.")
    }
  }

  func run() throws {
    try Terminal.run {
      try output.check(inputs: [price.prices, returns.categories], folder: returns.folder)
      let report = try BacktestReturns.run(options, progress: Progress(quiet: returns.quiet).report)
      try output.give(report, text: report.text(), title: title)
    }
  }

  private var options: BacktestOptions {
    var options = BacktestOptions(load: returns.load)
    options.origins = origins?.days
    options.pseudo = pseudo
    options.horizons = horizons.months
    options.prices = price.prices
    options.uplift = price.uplift.basisPoints
    options.council = title.council
    return options
  }
}

/// Days with commas between: `2023-03-31,2024-03-31`.
struct Days: ExpressibleByArgument {
  let days: [CivilDay]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let days = parts.compactMap { CivilDay(String($0)) }
    guard days.count == parts.count else { return nil }
    self.days = days
  }
}

/// Whole months ahead with commas between: `3,6,12,24`.
struct Horizons: ExpressibleByArgument {
  let months: [Int]

  init(months: [Int]) { self.months = months }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let months = parts.compactMap { Int($0) }
    guard months.count == parts.count, months.allSatisfy({ (1...BacktestReturns.furthest).contains($0) })
    else {
      return nil
    }
    self.months = months
  }

  var defaultValueDescription: String { months.map(String.init).joined(separator: ",") }
}
