import ArgumentParser
import Operations
import Published
import Reporting
import Store

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Keep published national statistics, to compare the council with others.",
    discussion: """
      EXAMPLES
        homeward reference add downloads
        homeward reference list
      Exit codes: homeward --help.
      """,
    subcommands: [ReferenceAddCommand.self, ReferenceListCommand.self])
}

struct ReferenceAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a folder of published statistics to the store.",
    discussion: """
      Reads CSV files as Explore education statistics gives them (children looked
      after: numbers and rates, stability, placements and characteristics, new
      placements; population aged 0 to 17), collated tidy files of the same and
      of Section 251 outturn, workforce and children in need, and statistical
      neighbours. Files are told by their columns; a newer file takes the place
      of an older one of its kind.

      EXAMPLES
        homeward reference add downloads
        homeward reference add downloads --store wrenfield.sqlite
      Exit codes: homeward --help.
      """)

  @Argument(help: "The folder of statistics, or a zip archive of it.", completion: .directory)
  var folder: String

  @OptionGroup var store: StoreOptions

  @Flag(name: .shortAndLong, help: "Say nothing while reading.")
  var quiet = false

  func run() throws {
    try Terminal.run {
      let reading = Progress(quiet: quiet)
      let keeping = Progress(quiet: quiet, doing: "Keeping", did: "Kept", one: "figure", many: "figures")
      let added = try AddReference.run(
        folder, moment: Moment.now, into: try store.open().reference, reading: reading.report,
        keeping: keeping.report)
      try Terminal.answer(text(added))
    }
  }

  private func text(_ added: AddedReference) -> String {
    var lines: [String] = []
    func section(_ title: String, _ items: [String]) {
      if !items.isEmpty { lines += [title] + items.map { "  " + $0 } }
    }
    section("Added to \(store.path)", added.addition.added)
    section("In the store already, unchanged", added.addition.unchanged)
    section("Not used", added.folder.unused.map { "\($0.name): \($0.reason)." })
    section(
      "Values left out: of two areas together, given twice or not readable",
      added.folder.files.filter { $0.valuesLeft > 0 }.map { "\($0.name): \(Words.number($0.valuesLeft))" })
    lines.append(PublishedFolder.attribution)
    return lines.joined(separator: "\n") + "\n"
  }
}

struct ReferenceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the published statistics in the store.",
    discussion: """
      EXAMPLES
        homeward reference list
      Exit codes: homeward --help.
      """)

  @OptionGroup var store: StoreOptions

  func run() throws {
    try Terminal.run {
      guard let file = try store.existing() else {
        return try Terminal.answer(
          "There is no store at \(store.path) yet: homeward reference add FOLDER makes one.\n")
      }
      let sources = try OperationError.storing { () throws(StoreError) in try file.reference.sources() }
      guard !sources.isEmpty else {
        return try Terminal.answer(
          "The store \(store.path) holds no published statistics yet: homeward reference add FOLDER adds them.\n"
        )
      }
      let table = ReportTable(
        title: "Published statistics in \(store.path)", labels: "Statistics",
        columns: ["Added", "Years", "File", "Figures"], rows: sources.map(row),
        notes: [PublishedFolder.attribution],
        columnsOfWords: 3)
      try Terminal.answer(table.text())
    }
  }

  private func row(_ source: ReferenceSource) -> ReportTable.Row {
    let years = source.years.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    return ReportTable.Row(
      label: source.title,
      cells: [Moment.spoken(source.moment), years ?? "", source.file, Words.number(source.figures)],
      isTotal: false)
  }
}
