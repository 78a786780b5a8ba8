import ArgumentParser
import Files
import Operations
import Reporting
import Store
import Units

struct FeesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fees",
    abstract: "Hold the fee ledger against the returns: what ties, and what doesn't, with pounds.",
    discussion: """
      The ledger is a CSV or an .xlsx with a line for each rate of each placement: the child, the first and last
      day, and the fee. It is read by its headings, or by a mapping: homeward fees map.

      EXAMPLES
        homeward fees wrenfield/fees.csv --returns wrenfield --prices wrenfield/prices.csv
        homeward fees ledger.xlsx --returns returns --findings findings.xlsx
        homeward fees ledger.xlsx --returns returns --match numbers.csv --mapping finance.yaml
        homeward forecast wrenfield --fees wrenfield/fees.csv
      Exit codes: homeward --help.
      """,
    subcommands: [FeesHoldCommand.self, FeesMapCommand.self], defaultSubcommand: FeesHoldCommand.self)
}

struct FeesHoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Hold the ledger against the returns. This is what homeward fees does.")

  @Argument(help: "The fee ledger, CSV or XLSX.", completion: .file(extensions: ["csv", "xlsx"]))
  var ledger: String

  @Option(
    name: .customLong("returns"),
    help: ArgumentHelp("The folder that holds the returns.", valueName: "folder"),
    completion: .directory)
  var folder: String

  @OptionGroup var reading: LedgerOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var price: PriceOptions
  @OptionGroup var title: CouncilOptions

  @Option(
    help: ArgumentHelp(
      "Count nothing after this day. Usually the latest event in the returns.", valueName: "date"))
  var asOf: CivilDay?

  @Option(
    help: ArgumentHelp(
      "A CSV of the council's own categories: category,label,place,provider,from_year,to_year.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var categories: String?

  @Option(
    help: ArgumentHelp(
      "Write every finding and row set aside to a CSV, or a spreadsheet if its name ends in .xlsx.",
      valueName: "file"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var findings: String?

  @Option(
    help: ArgumentHelp("Write a page that can be printed and published.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @Flag(help: "Print JSON instead of tables.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say nothing while reading.")
  var quiet = false

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs(
        [("--findings", findings), ("--html", html)],
        inputs: [ledger, reading.mapping, reading.match, price.prices, categories], folder: folder)
      var load = LoadOptions(path: folder)
      load.asOf = asOf
      load.categories = categories
      var options = ForecastOptions(load: load)
      options.prices = price.prices
      options.uplift = price.uplift.basisPoints
      options.council = title.council
      let report = try ReconcileFees.run(
        options, ledger: try reading.options(ledger, store: store.path),
        progress: Progress(quiet: quiet).report)
      if let findings {
        if findings.lowercased().hasSuffix(".xlsx") {
          try FeeFindingsFile.write(report, to: findings)
        } else {
          try OutputFile.write(FeeFindingsFile.csv(report), to: findings, isPrivate: true)
        }
        Terminal.sayWritten(findings)
      }
      if let html {
        try OutputFile.write(report.page().html, to: html)
        Terminal.say("Wrote \(html).")
      }
      try Terminal.answer(json ? try report.json() : report.text())
    }
  }
}

struct FeesMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Show how a ledger's columns are read, as a mapping to change and give back with --mapping.",
    discussion: """
      EXAMPLES
        homeward fees map ledger.xlsx > finance.yaml
        homeward fees map ledger.xlsx --mapping finance.yaml --save
        homeward fees ledger.xlsx --returns returns --mapping finance.yaml
      """)

  @Argument(help: "The fee ledger, CSV or XLSX.", completion: .file(extensions: ["csv", "xlsx"]))
  var ledger: String

  @OptionGroup var reading: LedgerOptions
  @OptionGroup var store: StoreOptions

  @Flag(help: "Keep the mapping in the council's store, so that it need not be given again.")
  var save = false

  func run() throws {
    try Terminal.run {
      let text = try MapFees.mapping(try reading.options(ledger, store: store.path))
      if save {
        let file = try store.open()
        try OperationError.storing { () throws(StoreError) in
          try file.mappings.keep(text, of: "fees", moment: Moment.now)
        }
        Terminal.say(
          "Kept in \(store.path): ledgers are read so from now on, unless --mapping says otherwise.")
      }
      try Terminal.answer(text)
    }
  }
}
