public import ArgumentParser
import Files
import Forecasting
import Foundation
public import Operations
import Reporting
import Returns
import Units

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast children in care and their cost from a folder of SSDA903 returns.",
    discussion: """
      Reads every return in the folder, told by its columns; joins the years into
      care histories; takes rates from the reference period; shows children and
      cost by placement and financial year. Small numbers are shown in the
      terminal, the CSV and the JSON; the HTML report shows none. Beside each mean
      stand the ranges that hold 50, 80 and 95 of a hundred simulated futures.

      EXAMPLES
        homeward forecast returns
        homeward forecast returns --prices prices.csv --html report.html
        homeward forecast returns --until 2028-03-31 --uplift 4.5
        homeward forecast returns --reference 2023-04-01..2025-03-31
        homeward forecast returns.zip --csv forecast.csv --quiet
        homeward forecast returns --futures 200 --per-future futures.csv
        homeward forecast returns --futures 0..499 --save part1.csv
        homeward forecast returns --use all.csv    after homeward merge
        homeward forecast returns --method stock-flow    as the sector's model does

      A price list has lines such as agency_foster,1020.00,2025-04-01.
      The CSV has the measures children, starts, ends, moves, cost_pence and
      cost_pounds, and by financial year nights_in_year, cost_pence_in_year and
      cost_pounds_in_year; categories as in the price list, all for the total, and
      respite for short breaks, which all leaves out. Its statistics are actual,
      mean, and p2.5, p10, p25, p50, p75, p90 and p97.5.
      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions

  @OptionGroup var basis: BasisOptions

  @Option(
    help: ArgumentHelp(
      "Last day forecast. Usually 31 March after three full financial years.", valueName: "date"))
  var until: CivilDay?

  @OptionGroup var simulation: SimulationOptions

  @Option(help: "How to forecast: homeward, or stock-flow for the sector's model.")
  var method = ForecastMethod.homeward

  @Flag(help: "Leave out how such forecasts did in the past: it takes a moment.")
  var noBacktest = false

  @Option(
    help: ArgumentHelp(
      "Write the month ends of every future to a CSV: \(FuturesCSV.columns).", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var perFuture: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if perFuture != nil, method == .stockFlow {
      throw ValidationError(
        "--per-future needs simulated futures, and stock-flow has one path only. Leave out --method.")
    }
    if method == .stockFlow, simulation.save != nil || simulation.use != nil {
      throw ValidationError("--method stock-flow simulates no futures, so there are none to --save or --use.")
    }
  }

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs(
        [
          ("--csv", output.csv), ("--html", output.html), ("--per-future", perFuture),
          ("--save", simulation.save),
        ],
        inputs: [basis.prices, returns.categories, simulation.use], folder: returns.folder)
      let outcome = try ForecastReturns.run(
        try options(), progress: Progress(quiet: returns.quiet).report,
        simulating: simulation.progress(quiet: returns.quiet),
        lookingBack: Progress(
          quiet: returns.quiet, doing: "Looking back from", did: "Looked back from", one: "day in the past",
          many: "days in the past"
        ).report)
      if let save = simulation.save, let futures = outcome.futures {
        try OutputFile.write(futures.data(), to: save)
        Terminal.say("Wrote \(save).")
      }
      if let perFuture {
        try OutputFile.stream(to: perFuture) { write throws(FilesError) in
          try outcome.report.writeFutures(write)
        }
        Terminal.say("Wrote \(perFuture).")
      }
      if let page = output.html { try writeSetAside(outcome, beside: page) }
      try output.give(outcome.report, text: outcome.report.text(), title: basis.title)
    }
  }

  private func options() throws(OperationError) -> ForecastOptions {
    var options = try basis.forecast(returns, simulation)
    options.method = method
    options.use = simulation.use
    options.looksBack = !noBacktest
    options.until = until
    return options
  }

  /// Writes the rows set aside beside the page, which may not hold them.
  private func writeSetAside(_ outcome: ForecastOutcome, beside path: String) throws {
    let stem = path.hasSuffix(".html") ? String(path.dropLast(5)) : path
    let aside = stem + "-set-aside-OFFICIAL-SENSITIVE.csv"
    guard outcome.returns.rowsSetAside > 0 else {
      // One from an earlier run would belong to other returns.
      try? FileManager.default.removeItem(atPath: aside)
      return
    }
    try OutputFile.write(SetAsideCSV.text(outcome.returns), to: aside, isPrivate: true)
    Terminal.sayWritten(aside)
  }
}

extension ForecastMethod: ExpressibleByArgument {}

/// Two days, written `2022-04-01..2025-03-31`, both included.
struct Period: ExpressibleByArgument {
  let first: CivilDay
  let last: CivilDay

  init?(argument: String) {
    guard let dots = argument.range(of: ".."), let first = CivilDay(String(argument[..<dots.lowerBound])),
      let last = CivilDay(String(argument[dots.upperBound...]))
    else { return nil }
    self.first = first
    self.last = last
  }
}

/// A percentage with at most two decimals.
struct Percent: ExpressibleByArgument {
  let basisPoints: Int

  init(basisPoints: Int) { self.basisPoints = basisPoints }

  init?(argument: String) {
    let text = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard let value = Money(pounds: text), abs(value.pence) < 10_000 else { return nil }
    basisPoints = value.pence
  }

  var defaultValueDescription: String { Words.percent(basisPoints: basisPoints).filter { $0 != " " } }
}
