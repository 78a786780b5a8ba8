import ArgumentParser
import Care
import Files
import Foundation
import Operations
import Reporting
import Store
import Units

struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "Count the national measures of children looked after; every figure opens into its children.",
    discussion: """
      Counts, at a date and in the year to it, who is looked after and where, who
      started and ceased and why, how settled children are and how long they stay,
      by the national definitions. Small numbers are kept back in the terminal, the
      page, the CSV and the JSON; --open, --rows and --unsuppressed are for people
      who hold the returns.

      EXAMPLES
        homeward measures returns
        homeward measures returns --at 2025-03-31 --population 61000
        homeward measures returns --html measures.html --csv measures.csv
        homeward measures returns --authority E06000009
        homeward measures returns --beside Blackpool
        homeward measures returns --open three-placements
        homeward measures returns --open place/homes --rows homes.csv

      The CSV has the columns date,measure,part,statistic,value; c stands for a
      number kept back.
      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions

  @Option(
    help: ArgumentHelp(
      "Date of the measures; the year is the 12 months to it. Usually the last 31 March with a whole return.",
      valueName: "date"))
  var at: CivilDay?

  @Option(
    help: ArgumentHelp(
      "People aged 0 to 17 in the council's area, for the rate for each 10,000.", valueName: "number"))
  var population: Int?

  @Option(
    help: ArgumentHelp(
      "The council's nine-character code, for who is placed outside its area. Usually that of --beside.",
      valueName: "E08000012"))
  var authority: String?

  @Option(
    help: ArgumentHelp(
      "Set published figures of this authority, its statistical neighbours, region and England beside, from the store; its population too.",
      valueName: "authority"))
  var beside: String?

  @OptionGroup var store: StoreOptions

  @Option(
    help: ArgumentHelp("List the children behind a figure or its parts instead.", valueName: "measure"))
  var open: String?

  @Option(
    help: ArgumentHelp(
      "Write the children behind every figure, or the one opened, to a CSV for those who hold the returns.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var rows: String?

  @Flag(help: "Show small numbers: for people who hold the returns, not for publication.")
  var unsuppressed = false

  @OptionGroup var title: CouncilOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if output.json, open != nil {
      throw ValidationError(
        "--open lists children as text. Write them to a file with --rows, or leave out --json.")
    }
  }

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs(
        [("--csv", output.csv), ("--html", output.html), ("--rows", rows)], inputs: [returns.categories],
        folder: returns.folder)
      let outcome = try MeasureReturns.run(try options(), progress: Progress(quiet: returns.quiet).report)
      let measures = outcome.report.measures
      let opened = try open.map { name in try self.opened(name, in: measures) }
      try output.write(outcome.report, title: title, isPrivate: unsuppressed)
      if let rows {
        let text = MeasureRows.csv(opened ?? measures.all, in: measures, of: outcome.histories)
        try OutputFile.write(text, to: rows, isPrivate: true)
        Terminal.sayWritten(rows)
      }
      if let opened {
        try Terminal.answer(
          opened.map { MeasureRows.text($0, of: outcome.histories) }.joined(separator: "\n"))
      } else {
        try Terminal.answer(output.json ? try outcome.report.json() : outcome.report.text())
      }
    }
  }

  private func options() throws(OperationError) -> MeasureOptions {
    var options = MeasureOptions(load: returns.load)
    options.date = at
    options.population = population
    options.authority = authority
    options.council = title.council
    options.isSuppressed = !unsuppressed
    if let beside {
      guard let file = try store.existing() else {
        throw .setting(
          "There is no store at \(store.path). Add published statistics first: homeward reference add FOLDER."
        )
      }
      let published = try PublishedBeside.find(
        beside, lastYear: at.map { CollectionYear(containing: $0).startYear + 1 }, in: file.reference)
      options.published = published.comparisons
      options.beside = published.councils
      options.population = population ?? published.population
      options.authority = authority ?? published.authority
    }
    return options
  }

  /// The figure of a name, or all the parts of one in parts.
  private func opened(_ name: String, in measures: MeasureSet) throws -> [Measure] {
    if let measure = measures.measure(name) { return [measure] }
    if let breakdown = measures.breakdowns.first(where: { $0.id == name }) { return breakdown.parts }
    let names = (measures.figures + measures.flow).map(\.id) + measures.breakdowns.map(\.id)
    throw OperationError.setting(
      "There is no measure called “\(name)”. Those that can be opened are \(names.joined(separator: ", ")), and parts such as place/homes."
    )
  }
}
