import Foundation
import GRDB
import Operations
import Secrets

/// Where a part of the store reads and writes: in transactions of its own, or in one that is under way; with the key
/// that seals what names a child, and what the audit is to say of each write.
struct StorePlace: Sendable {
  let file: StoreFile
  let key: CouncilKey
  private let note: AuditNote?
  // Used on the thread of its own transaction only, and not after it.
  nonisolated(unsafe) private let transaction: Database?

  init(_ file: StoreFile, key: CouncilKey, noting note: AuditNote? = nil, within transaction: Database? = nil)
  {
    self.file = file
    self.key = key
    self.note = note
    self.transaction = transaction
  }

  /// Reads.
  func read<R>(_ body: (Database) throws -> R) throws(StoreError) -> R {
    guard let transaction else { return try file.read(body) }
    return try StoreFile.guarded(file.path) { try body(transaction) }
  }

  /// Writes: all of it, or on a failure nothing.
  func write<R>(_ body: (Database) throws -> R) throws(StoreError) -> R {
    guard let transaction else {
      return try file.write { database in
        let before = database.totalChangesCount
        let result = try body(database)
        // What changed nothing has not happened.
        if let note, database.totalChangesCount > before {
          try CouncilTransaction(database: database, file: file, key: key).write(note)
        }
        return result
      }
    }
    return try StoreFile.guarded(file.path) { try body(transaction) }
  }

  /// A value that can't be what the column holds.
  func damaged(_ what: String) -> StoreError { file.damaged(what) }

  /// What begins every sealed text.
  static let mark = "sealed:"

  /// A text as it is kept: sealed.
  func sealed(_ text: String, at place: String) throws -> String {
    StorePlace.mark + (try key.sealed(Data(text.utf8), at: place)).base64EncodedString()
  }

  /// A kept text as it was.
  func opened(_ text: String, at place: String) throws -> String {
    guard text.hasPrefix(StorePlace.mark),
      let sealed = Data(base64Encoded: String(text.dropFirst(StorePlace.mark.count)))
    else { throw damaged("what should be sealed is not") }
    do throws(SecretsError) {
      return String(decoding: try key.opened(sealed, at: place), as: UTF8.self)
    } catch {
      throw damaged("what is sealed can't be opened: the key file is another's, or the store was changed")
    }
  }
}
