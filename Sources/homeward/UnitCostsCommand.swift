import ArgumentParser
import Operations
import Reporting
import Store
import Units

struct UnitCostsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit-costs",
    abstract: "Say what a week of each kind of care cost, by provider and month.",
    discussion: """
      Divides the fee ledger's pounds by the nights they paid for. With --beside,
      the published Section 251 unit costs of an authority, its statistical
      neighbours and England stand next to them. Small numbers are shown in the
      terminal, the CSV and the JSON; the HTML report shows none.

      EXAMPLES
        homeward unit-costs returns --fees fees.xlsx
        homeward unit-costs returns --fees fees.csv --year 2024/25 --html costs.html
        homeward unit-costs returns --fees fees.csv --beside Blackpool

      The CSV has the columns month,category,provider,children,nights,gross_pence,
      council_pence.
      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions
  @Option(
    help: ArgumentHelp("The fee ledger, CSV or XLSX.", valueName: "file"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var fees: String
  @OptionGroup var ledger: LedgerOptions
  @Option(
    help: ArgumentHelp("The financial year, such as 2024/25. Usually the last known.", valueName: "year"))
  var year: FinancialYear?
  @Option(
    help: ArgumentHelp(
      "Set published unit costs of this authority, its neighbours and England beside, from the store.",
      valueName: "authority"))
  var beside: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var title: CouncilOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Terminal.run {
      try output.check(inputs: [returns.categories, fees, ledger.mapping], folder: returns.folder)
      var options = UnitCostOptions(load: returns.load, fees: try ledger.options(fees, store: store.path))
      options.year = year
      options.beside = beside
      options.council = title.council
      let report = try ShowUnitCosts.run(
        options, reference: beside == nil ? nil : try store.existing()?.reference,
        progress: Progress(quiet: returns.quiet).report)
      try output.give(report, text: report.text())
    }
  }
}
