import ArgumentParser
import Operations
import Reporting

struct RatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: "Show the rates a forecast draws from: what was seen, what is used, how far it may be off.",
    discussion: """
      How often children leave care, change placement and come into care, by age,
      time and placement, as the forecast takes it from the same returns. With a
      scenario the changed rates stand beside. Small numbers are shown in the
      terminal, the CSV and the JSON; the HTML page shows none. Prices change no
      rate: their options are those of homeward forecast, and change nothing here.

      EXAMPLES
        homeward rates returns
        homeward rates returns --reference 2023-04-01..2025-03-31
        homeward rates returns --scenario plan.yaml
        homeward rates returns --all --csv rates.csv --html rates.html

      The CSV has a line for every rate: its event and scope, the children, the
      events and exposure seen, and seen, used, p10 and p90. Rates are a year for
      each child, entries children a year, destinations shares; a level is how
      often against others of the same age and time.
      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions

  @OptionGroup var basis: BasisOptions

  @Option(
    help: ArgumentHelp("A scenario, whose changes to rates are shown beside.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String?

  @Flag(help: "Print every cell, not the readable part alone.")
  var all = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Terminal.run {
      try output.check(inputs: [basis.prices, scenario, returns.categories], folder: returns.folder)
      var options = RatesOptions(load: returns.load)
      options.reference = basis.window
      options.scenario = scenario
      options.council = basis.title.council
      let report = try ShowRates.run(options, progress: Progress(quiet: returns.quiet).report)
      try output.give(report, text: report.text(all: all), title: basis.title)
    }
  }
}
