import Files
import Foundation
public import Secrets

/// Loads a folder's files into a store that has none: the example council, to try Homeward with.
public enum LoadExample {
  /// Adds every file of the folder that says what it is, and of the folders `plans`, `scenarios` and `cases` beside it.
  ///
  /// - Throws: `OperationError`, `StoreError`.
  public static func run(
    _ folder: String, into store: some CouncilStore, queue: RunQueue, now: @escaping SignIn.Clock
  ) throws {
    guard try store.reading({ try $0.documents().isEmpty && $0.removedDocuments(most: 1).isEmpty }) else {
      return
    }
    var files: [(name: String, content: Data)] = []
    for path in try paths(in: folder) { files.append((path, try content(folder + "/" + path))) }
    for beside in ["plans", "scenarios", "cases"] {
      let place = folder + "/../" + beside
      for path in (try? paths(in: place)) ?? [] { files.append((path, try content(place + "/" + path))) }
    }
    let known = files.filter { TellKind.of($0.name, $0.content) != nil }
    let actor = Account.homeward
    _ = try KeepDocuments(store, now: now).add(known, as: nil, by: actor)
    let note = AuditNote(
      at: now(), actor: "homeward", action: "setting.set", subject: "council", detail: "the example")
    try store.changing(note) { try $0.set("council", "Wrenfield (example)") }
    try queue.refresh(by: actor)
  }

  private static func paths(in folder: String) throws -> [String] {
    guard let found = FileManager.default.enumerator(atPath: folder) else {
      throw OperationError.files(.notFound(path: folder))
    }
    return found.compactMap { $0 as? String }.filter { path in
      [".csv", ".yaml", ".yml", ".xml", ".xlsx"].contains { path.lowercased().hasSuffix($0) }
    }.sorted()
  }

  private static func content(_ path: String) throws -> Data {
    guard let content = FileManager.default.contents(atPath: path) else {
      throw OperationError.files(.unreadable(path: path, reason: "permission denied"))
    }
    return content
  }
}

extension OperationError {
  /// Does something with a key; what goes wrong becomes a sentence for the person.
  public static func opening<R>(_ body: () throws(SecretsError) -> R) throws(OperationError) -> R {
    do { return try body() } catch {
      switch error {
      case .key(let path, let reason):
        throw .setting(
          "The key \(path) can't be used: \(reason). Without the store's own key, what is sealed in it can't be opened."
        )
      case .notOurs:
        throw .setting("What is sealed in the store can't be opened with this key.")
      case .notABackup:
        throw .setting("The file is no backup of Homeward's. `homeward backup` writes them.")
      case .wrongPhrase:
        throw .setting(
          "The pass phrase is not the one the backup was made with, or the file's beginning was changed.")
      case .damaged:
        throw .setting("The backup was changed or cut since it was made. Use another copy of it.")
      }
    }
  }
}
