import ArgumentParser
import Files
import Foundation
import Operations
import Reporting
import Units

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Hold a scenario against the forecast: what it changes, saves and costs.",
    discussion: """
      Simulates the same futures without and with a scenario's changed assumptions
      and initiatives, so that a difference is the scenario's doing and not chance.
      Says what each initiative saves alone, what all save together and each one's
      fair share of that; savings alone are never added. Write a scenario from the
      one that `homeward scenario template` prints.

      EXAMPLES
        homeward compare returns --scenario plan.yaml
        homeward compare returns --scenario plan.yaml --html plan.html
        homeward compare returns --scenario plan.yaml --futures 300 --json
        homeward compare returns --scenario plan.yaml --csv plan.csv --until 2031-03-31

      The CSV has the columns table,row,statistic,value; money is in pence.
      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions
  @OptionGroup var basis: BasisOptions

  @Option(
    help: ArgumentHelp("The scenario's file.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

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

  func validate() throws {
    if simulation.save != nil || simulation.use != nil {
      throw ValidationError("--save and --use belong to homeward forecast: a comparison simulates anew.")
    }
  }

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs(
        [("--csv", csv), ("--html", html)], inputs: [basis.prices, returns.categories, scenario],
        folder: returns.folder)
      var options = basis.forecast(returns, simulation)
      options.until = until
      let report = try CompareScenario.run(
        options, scenario: scenario, progress: Progress(quiet: returns.quiet).report,
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
