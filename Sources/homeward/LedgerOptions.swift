import ArgumentParser
import Files
import Operations
import Store

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
  ///
  /// - Throws: `OperationError.store` where the store that may keep a mapping can't be read.
  func options(_ path: String, store named: String? = nil) throws(OperationError) -> FeeOptions {
    var options = FeeOptions(path: path)
    options.mapping = mapping
    options.match = match
    if mapping == nil {
      let path = named ?? DataFolder.path + "/homeward.sqlite"
      options.kept = try OperationError.storing { () throws(StoreError) in
        try StoreFile.existing(at: path)?.mappings.mapping(of: "fees")
      }
    }
    return options
  }
}
