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

  /// The store with its key; both are made where there is none. Each change writes a line of the audit.
  func open(_ store: StoreOptions, to action: String, _ subject: String = "") throws -> CouncilFile {
    try CouncilFile.open(try store.open(), keyAt: path(store)).noting(
      AuditNote(at: KeyOptions.now, actor: "command line", action: action, subject: subject))
  }

  /// A store that is there, with its key; nil where there is none.
  func existing(_ store: StoreOptions) throws -> CouncilFile? {
    try store.existing().map { try CouncilFile.open($0, keyAt: path(store)) }
  }

  /// A store that has to be there, with its key.
  func needed(_ store: StoreOptions) throws -> CouncilFile {
    guard let council = try existing(store) else {
      throw OperationError.files(.notFound(path: store.path))
    }
    return council
  }

  /// The moment in seconds since 1970.
  static var now: Int64 { Int64(Date().timeIntervalSince1970) }
}
