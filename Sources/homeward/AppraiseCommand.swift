import ArgumentParser
import Operations
import Reporting
import Units

struct AppraiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appraise",
    abstract:
      "Work a business case out: is it worth it, what does it hang on, what does it do to the budget.",
    discussion: """
      Two views that are never added: the economic one after the Treasury's Green
      Book (constant prices, discounted, everyone's gains) and the budget's (as paid,
      by financial year, only what can be cut or comes in). With --returns, benefits
      that name an initiative of a scenario are simulated by the forecast. Write a
      case from one of the kinds that `homeward case list` names.

      EXAMPLES
        homeward appraise case.yaml
        homeward appraise case.yaml --html case.html
        homeward appraise case.yaml --xlsx case.xlsx --csv case.csv
        homeward appraise case.yaml --returns returns --futures 300

      The CSV has the columns option,table,row,statistic,value; money is in pence.
      Exit codes: homeward --help.
      """)

  @Argument(help: "The case, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Returns to simulate the initiatives with that benefits are taken from.", valueName: "folder"),
    completion: .directory)
  var returns: String?

  @Option(
    help: ArgumentHelp(
      "Count nothing in the returns after this day. Usually the latest event in them.", valueName: "date"))
  var asOf: CivilDay?

  @OptionGroup var basis: BasisOptions
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp("Write the figures to a spreadsheet.", valueName: "file"),
    completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  @Flag(name: .shortAndLong, help: "Say nothing while reading.")
  var quiet = false

  func validate() throws {
    if simulation.save != nil || simulation.use != nil {
      throw ValidationError("--save and --use belong to homeward forecast: a case simulates anew.")
    }
  }

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs(
        [("--csv", output.csv), ("--html", output.html), ("--xlsx", xlsx)], inputs: [basis.prices, file],
        folder: returns ?? "")
      var options: ForecastOptions?
      if let returns {
        var load = LoadOptions(path: returns)
        load.asOf = asOf
        options = try basis.forecast(load, simulation)
      }
      let report = try AppraiseCase.run(
        file, returns: options, progress: Progress(quiet: quiet).report,
        simulating: Progress.ofRuns(quiet: quiet))
      if let xlsx {
        try report.writeWorkbook(to: xlsx)
        Terminal.say("Wrote \(xlsx).")
      }
      try output.give(report, text: report.text())
    }
  }
}
