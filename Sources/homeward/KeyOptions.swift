import ArgumentParser
import Files
import Foundation
import Operations
import Store

/// The option that says where a store's key is.
struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The key's file. Usually beside the store, with .key for its ending.", valueName: "file"),
    completion: .file(extensions: ["key"]))
  var key: String?

  /// The file named, else the one beside the store.
  func path(_ store: StoreOptions) -> String {
    key ?? (store.path.hasSuffix(".sqlite") ? String(store.path.dropLast(7)) : store.path) + ".key"
  }

  /// A store that is there, and where it was ever served, with its key.
  func existing(_ store: StoreOptions) throws -> (StoreFile, CouncilFile?) {
    guard let file = try store.existing() else {
      throw OperationError.files(.notFound(path: store.path))
    }
    return (file, try CouncilFile.hasKey(file) ? CouncilFile.open(file, keyAt: path(store)) : nil)
  }

  /// A store that was served, with its key.
  func served(_ store: StoreOptions) throws -> CouncilFile {
    guard let council = try existing(store).1 else {
      throw OperationError.setting("The store \(store.path) was never served: it has no audit yet.")
    }
    return council
  }

  /// The moment in seconds since 1970.
  static var now: Int64 { Int64(Date().timeIntervalSince1970) }
}
