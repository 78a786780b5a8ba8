import ArgumentParser
import Operations
import Reporting
import Store

struct LoadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loads",
    abstract: "List the loads of returns in the council's store, or forget one.",
    discussion: """
      EXAMPLES
        homeward loads
        homeward loads --store wrenfield.sqlite
        homeward loads --forget 3
      Exit codes: homeward --help.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions

  @Option(help: ArgumentHelp("Take this load away with all its rows and findings.", valueName: "number"))
  var forget: Int64?

  func run() throws {
    try Terminal.run {
      guard let council = try key.existing(store) else {
        return try Terminal.answer(
          "There is no store at \(store.path) yet: homeward load FOLDER makes one.\n")
      }
      if let forget {
        let number = LoadID(number: forget)
        let loads = try key.open(store, to: "load.forget", "load \(forget)").loads
        guard try OperationError.storing({ () throws(StoreError) in try loads.forget(number) }) else {
          throw OperationError.setting(
            "There is no load \(forget) in \(store.path). `homeward loads` lists them.")
        }
        return try Terminal.answer("Forgot load \(forget), its rows and its findings.\n")
      }
      let loads = try OperationError.storing { () throws(StoreError) in try council.loads.loads() }
      guard let name = loads.last?.summary.council else {
        return try Terminal.answer(
          "The store \(store.path) holds no returns yet: homeward load FOLDER adds them.\n")
      }
      let table = ReportTable(
        title: "Loads of \(name) in \(store.path)", labels: "Load",
        columns: ["Loaded", "Years", "Files", "Rows", "Set aside", "Findings", "From"],
        rows: loads.map(row), notes: [], columnsOfWords: 2)
      try Terminal.answer(table.text())
    }
  }

  private func row(_ load: LoadRecord) -> ReportTable.Row {
    let years = load.summary.files.compactMap { $0.year }
    var span = "?"
    if let first = years.min(), let last = years.max() {
      span = first == last ? "\(first)" : "\(first)–\(last)"
    }
    return ReportTable.Row(
      label: "\(load.id.number)",
      cells: [
        Moment.spoken(load.summary.moment), span, Words.number(load.summary.files.count),
        Words.number(load.summary.rowsRead), Words.number(load.summary.rowsSetAside),
        Words.number(load.findings), load.summary.path,
      ], isTotal: false)
  }
}
