import ArgumentParser
import Operations
import Reporting
import Store

struct OutlookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outlook",
    abstract: "Forecast a council's children looked after from published yearly counts alone.",
    discussion: """
      For a council without returns to hand: children looked after at 31 March one
      to five years on, with ranges from how far the same way of forecasting missed
      for all English councils, its statistical neighbours beside it, and how well
      such outlooks did in the past. A council's own returns tell much more:
      homeward forecast.

      The counts are those of the store (homeward reference add FOLDER), or of a
      folder of CSV files from Explore education statistics.

      EXAMPLES
        homeward outlook Blackpool
        homeward outlook "Kent" --years 5 --html outlook.html
        homeward outlook Blackpool --backtest --reference downloads
        homeward outlook Blackpool --csv outlook.csv --json

      The CSV has the columns code,council,year,statistic,value.
      Exit codes: homeward --help.
      """)

  @Argument(help: "The council's name in the national statistics, or its code.")
  var council: String

  @Option(
    help: ArgumentHelp("Read published statistics from this folder, not the store.", valueName: "folder"),
    completion: .directory)
  var reference: String?

  @OptionGroup var store: StoreOptions

  @Option(help: ArgumentHelp("How many years ahead, 1 to 5.", valueName: "number"))
  var years = 3

  @Flag(help: "Show how well such outlooks did at every 31 March of the past, beside simpler ways.")
  var backtest = false

  @OptionGroup var output: OutputOptions

  @Flag(name: .shortAndLong, help: "Say nothing while reading.")
  var quiet = false

  func run() throws {
    try Terminal.run {
      try output.check(inputs: [store.path], folder: reference ?? store.path)
      let report = try MakeOutlook.run(
        council, years: years, from: try source(), progress: Progress(quiet: quiet).report)
      try output.give(report, text: report.text(showsBacktest: backtest))
    }
  }

  private func source() throws(OperationError) -> PublishedSource {
    if let reference { return .folder(reference) }
    guard let file = try store.existing() else {
      throw .setting(
        "There is no store at \(store.path). Add published statistics first with homeward reference add FOLDER, or name their folder with --reference FOLDER."
      )
    }
    return .kept(file.reference)
  }
}
