import ArgumentParser
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

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if simulation.save != nil || simulation.use != nil {
      throw ValidationError("--save and --use belong to homeward forecast: a comparison simulates anew.")
    }
  }

  func run() throws {
    try Terminal.run {
      try output.check(inputs: [basis.prices, returns.categories, scenario], folder: returns.folder)
      var options = basis.forecast(returns, simulation)
      options.until = until
      let report = try CompareScenario.run(
        options, scenario: scenario, progress: Progress(quiet: returns.quiet).report,
        simulating: Progress.ofRuns(quiet: returns.quiet))
      try output.give(report, text: report.text())
    }
  }
}
