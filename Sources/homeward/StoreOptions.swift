import ArgumentParser
import Files
import Operations
import Store

/// The option that says which store is the council's.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp(
      "The council's store, one file. Usually homeward/homeward.sqlite in your data folder.",
      valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var file: String?

  /// The file named, else the usual one in the person's data folder.
  var path: String { file ?? DataFolder.path + "/homeward.sqlite" }

  /// Opens the store, making it where there is none.
  func open() throws(OperationError) -> StoreFile {
    do throws(StoreError) { return try StoreFile(at: path) } catch { throw .store(error) }
  }

  /// Opens the store; nil where there is none.
  func existing() throws(OperationError) -> StoreFile? {
    do throws(StoreError) { return try StoreFile.existing(at: path) } catch { throw .store(error) }
  }
}
