import Foundation
import GRDB
public import Operations
public import Secrets

/// A council's store with the key that opens what is sealed in it.
public struct CouncilFile: CouncilStore {
  let file: StoreFile
  let key: CouncilKey
  private let note: AuditNote?
  private let results: OpenedResults

  /// A store with its key.
  public init(_ file: StoreFile, key: CouncilKey) { self.init(file, key, nil, OpenedResults()) }

  private init(_ file: StoreFile, _ key: CouncilKey, _ note: AuditNote?, _ results: OpenedResults) {
    self.file = file
    self.key = key
    self.note = note
    self.results = results
  }

  /// The same store, where each write of `loads`, `outturns` and `plans` writes a line of the audit with it.
  public func noting(_ note: AuditNote) -> CouncilFile { CouncilFile(file, key, note, results) }

  /// A store with the key of a file. A store that never had one is given it, what names a child in it is sealed, and it
  /// keeps a mark of the key: later another is refused, and a lost one is not replaced unseen.
  ///
  /// - Throws: `OperationError`.
  public static func open(_ file: StoreFile, keyAt path: String) throws -> CouncilFile {
    let name = "key.mark"
    let mark = try file.read {
      try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
    let there = try OperationError.opening { () throws(SecretsError) in try CouncilKey.existing(at: path) }
    if there == nil, mark != nil {
      throw OperationError.setting(
        "The key \(path) is not there. Put the store's own key back, name it with --key, or restore a backup: without it what is sealed in the store can't be opened."
      )
    }
    let key = try OperationError.opening { () throws(SecretsError) in
      if let there { return there }
      return try CouncilKey.file(at: path)
    }
    if let mark, mark != key.mark {
      throw OperationError.setting("The key \(path) is another store's. Name this store's own with --key.")
    }
    let council = CouncilFile(file, key: key)
    if mark == nil {
      try file.write { database in
        try council.place.sealAll(database)
        try CouncilTransaction(database: database, file: file, key: key).set(name, key.mark)
      }
      // Else the clear text would stand in the file, or in the one of what is written ahead, for a while yet.
      do throws(StoreError) { try file.checkpoint() } catch .busy {}
    }
    return council
  }

  /// The key, for a backup.
  public var ownKey: CouncilKey { key }

  /// Where the store is.
  public var path: String { file.path }

  private var place: StorePlace { StorePlace(file, key: key, noting: note) }

  /// Reads of one moment.
  ///
  /// - Throws: `StoreError`, or what `body` throws.
  public func reading<R>(_ body: (any CouncilReading) throws -> R) throws -> R {
    try passing { wrong in
      try file.read { database in
        try wrong.guarded { try body(transaction(database)) }
      }
    }
  }

  /// The loads of returns, children sealed.
  public var loads: any LoadRepository { LoadStore(file: place) }
  /// Signed-off outturns, children sealed.
  public var outturns: any OutturnRepository { OutturnStore(file: place) }
  /// Versions of savings plans with their statuses.
  public var plans: any PlanRepository { PlanStore(file: place) }

  /// Published statistics, which are nobody's secret.
  public var reference: any ReferenceRepository { file.reference }

  /// A change and its line in the audit, together or not at all.
  ///
  /// - Throws: `StoreError`, or what `body` throws.
  public func changing<R>(_ note: AuditNote, _ body: (any CouncilChanging) throws -> R) throws -> R {
    try passing { wrong in
      try file.write { database in
        try wrong.guarded {
          let transaction = transaction(database)
          let result = try body(transaction)
          try transaction.write(note)
          return result
        }
      }
    }
  }

  /// A change that is nobody's act.
  ///
  /// - Throws: `StoreError`, or what `body` throws.
  public func keeping<R>(_ body: (any CouncilChanging) throws -> R) throws -> R {
    try passing { wrong in
      try file.write { database in
        try wrong.guarded { try body(transaction(database)) }
      }
    }
  }

  private func transaction(_ database: Database) -> CouncilTransaction {
    CouncilTransaction(database: database, file: file, key: key, results: results)
  }

  /// Holds an error of the caller's, so that it leaves the database's guard as it came and yet undoes the transaction.
  private final class Wrong {
    var error: (any Error)?

    func guarded<R>(_ body: () throws -> R) throws -> R {
      do { return try body() } catch {
        if !(error is DatabaseError) { self.error = error }
        throw error
      }
    }
  }

  private func passing<R>(_ body: (Wrong) throws -> R) throws -> R {
    let wrong = Wrong()
    do { return try body(wrong) } catch { throw wrong.error ?? error }
  }
}

/// What is read and changed within one transaction.
struct CouncilTransaction: CouncilChanging {
  let database: Database
  let file: StoreFile
  let key: CouncilKey
  var results = OpenedResults()

  var outturns: any OutturnRepository {
    OutturnStore(file: StorePlace(file, key: key, within: database))
  }

  var plans: any PlanRepository { PlanStore(file: StorePlace(file, key: key, within: database)) }

  func pseudonym(of name: String) -> String { key.pseudonym(of: name) }

  func setting(_ name: String) throws -> String? {
    try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
  }

  func set(_ name: String, _ value: String) throws {
    try database.execute(
      sql:
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      arguments: [name, value])
  }

  func opened(_ sealed: Data, at place: String) throws -> Data {
    do throws(SecretsError) { return try key.opened(sealed, at: place) } catch {
      throw file.damaged(
        "what is sealed can't be opened: the key file is another's, or the store was changed")
    }
  }
}
