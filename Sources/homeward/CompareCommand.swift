import ArgumentParser
import Forecasting
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
      var options = try basis.forecast(returns, simulation)
      options.until = until
      let report = try CompareScenario.run(
        options, scenario: scenario, progress: Progress(quiet: returns.quiet).report,
        planned: { if !returns.quiet { Terminal.say(CompareCommand.words($0)) } },
        simulating: simulation.progress(quiet: returns.quiet))
      try output.give(report, text: report.text(), title: basis.title)
    }
  }

  /// How much there is to simulate and, where that is much, how there would be less.
  private static func words(_ plan: CompareScenario.Plan) -> String {
    let runs = Words.count(plan.runs, "run", "runs") + " of \(Words.count(plan.futures, "future", "futures"))"
    guard plan.initiatives > 0 else { return "To simulate: \(runs)." }
    let words =
      "To simulate: \(runs), and about \(Words.number(plan.sharingRuns)) of \(Words.number(plan.sharedFutures)) to share out what \(Words.count(plan.initiatives, "initiative saves", "initiatives save"))."
    return plan.initiatives > 6
      ? words + " Each initiative left out makes them fewer: six take \(Overlap.runs(of: 6))." : words
  }
}
