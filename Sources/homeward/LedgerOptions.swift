import ArgumentParser
import Operations

/// The options that say how a fee ledger is read.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A mapping of the ledger's columns, YAML: homeward fees map shows one. Usually the one kept, else the headings tell.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "Children's numbers in the ledger beside those of the returns, a CSV or XLSX of two columns.",
      valueName: "file"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var match: String?

  /// How the ledger of a file is read.
  func options(_ path: String) -> FeeOptions {
    var options = FeeOptions(path: path)
    options.mapping = mapping
    options.match = match
    return options
  }
}
