import ArgumentParser
import Files
import Foundation
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

  @Flag(help: "Print JSON instead of tables.")
  var json = false

  @Option(
    help: ArgumentHelp("Write every figure to a CSV: table,row,statistic,value.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var csv: String?

  @Option(
    help: ArgumentHelp("Write a report page that can be printed and published.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: ArgumentHelp(
      "Python with vl-convert-python, to draw the report's charts. Usually HOMEWARD_CHARTS.",
      valueName: "path"))
  var chartRenderer: String?

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs(
        [("--csv", csv), ("--html", html)], inputs: [basis.prices, returns.categories],
        folder: returns.folder)
      var options = basis.forecast(returns, simulation)
      options.until = until
      let report = try ExplainReturns.run(
        options, progress: Progress(quiet: returns.quiet).report,
        simulating: Progress.ofRuns(quiet: returns.quiet))
      if let csv {
        try OutputFile.write(report.csv(), to: csv)
        Terminal.say("Wrote \(csv).")
      }
      if let html {
        let renderer = chartRenderer ?? ProcessInfo.processInfo.environment["HOMEWARD_CHARTS"]
        let pictures = ChartRenderer(interpreter: renderer).draw(report.charts())
        if case .failure(let failure) = pictures { Terminal.say(failure.description) }
        try OutputFile.write(report.page(pictures), to: html)
        Terminal.say("Wrote \(html).")
      }
      try Terminal.answer(json ? try report.json() : report.text())
    }
  }
}
