import ArgumentParser
import Files
import Forecasting
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
      terminal, the CSV and the JSON; the HTML page shows none.

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

  @Option(
    help: ArgumentHelp(
      "Days that rates are taken from, such as 2022-04-01..2025-03-31. Usually the 36 months to the as-of date.",
      valueName: "from..to"))
  var reference: Period?

  @Option(
    help: ArgumentHelp("A scenario, whose changes to rates are shown beside.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String?

  @Option(help: ArgumentHelp("The council's name in the report. Usually the folder's.", valueName: "name"))
  var council: String?

  @Flag(help: "Print every cell, not the readable part alone.")
  var all = false

  @Flag(help: "Print JSON instead of tables.")
  var json = false

  @Option(
    help: ArgumentHelp("Write every rate to a CSV.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var csv: String?

  @Option(
    help: ArgumentHelp("Write a page that can be printed and published.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  func validate() throws {
    if let reference, ReferenceWindow(from: reference.first, to: reference.last) == nil {
      throw ValidationError("The reference period must end after it begins.")
    }
  }

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs(
        [("--csv", csv), ("--html", html)], inputs: [scenario, returns.categories], folder: returns.folder)
      var options = RatesOptions(load: returns.load)
      options.reference = reference.flatMap { ReferenceWindow(from: $0.first, to: $0.last) }
      options.scenario = scenario
      options.council = council
      let report = try ShowRates.run(options, progress: Progress(quiet: returns.quiet).report)
      if let csv {
        try OutputFile.write(report.csv(), to: csv)
        Terminal.say("Wrote \(csv).")
      }
      if let html {
        try OutputFile.write(report.page(), to: html)
        Terminal.say("Wrote \(html).")
      }
      try Terminal.answer(json ? try report.json() : report.text(all: all))
    }
  }
}
