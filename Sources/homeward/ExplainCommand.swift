import ArgumentParser
import Operations
import Reporting
import Units

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what drives a forecast, and which assumptions matter most.",
    discussion: """
      Takes the change from today to the forecast's last day apart: children who
      come, leave and turn 18, and in the weekly cost of care also moves and uplift;
      the parts make the whole exactly, in every future. Then moves every assumption
      alone to its 10th and 90th percentile by what the returns tell of it, on the
      same draws of chance. Small numbers are shown in the terminal, the CSV and the
      JSON; the HTML report shows none.

      EXAMPLES
        homeward explain returns
        homeward explain returns --prices prices.csv --html explained.html
        homeward explain returns --until 2028-03-31 --csv explained.csv

      The CSV has the columns table,row,statistic,value; money is in pence.
      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions
  @OptionGroup var basis: BasisOptions

  @Option(
    help: ArgumentHelp(
      "Last day forecast. Usually 31 March after three full financial years.", valueName: "date"))
  var until: CivilDay?

  @OptionGroup var simulation: SimulationOptions

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Terminal.run {
      try output.check(inputs: [basis.prices, returns.categories], folder: returns.folder)
      var options = try basis.forecast(returns, simulation)
      options.until = until
      let report = try ExplainReturns.run(
        options, progress: Progress(quiet: returns.quiet).report,
        simulating: Progress.ofRuns(quiet: returns.quiet))
      try output.give(report, text: report.text(), title: basis.title)
    }
  }
}
