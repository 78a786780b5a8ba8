import Files
import Foundation
import GRDB
public import Operations
import Secrets

/// Copies of a council's store, with its key inside, sealed with a pass phrase.
public enum StoreBackup {
  /// What a backup was found to hold.
  public struct Contents: Sendable, Equatable {
    /// Its store's size in bytes.
    public let bytes: Int
    /// How many entries its audit has, and the last one's mark.
    public let audit: AuditMark
  }

  /// What stands before the store's bytes.
  private struct Head: Codable {
    let homeward: String, madeAt: Int64
    let key: Data
  }

  /// Backs a store up while others use it. The file appears once it was opened again and found whole; it takes no other
  /// file's place.
  ///
  /// - Throws: `FilesError`, `StoreError`, `SecretsError`.
  public static func write(
    _ council: CouncilFile, to path: String, phrase: String, now: Int64, isQuick: Bool = false
  ) throws -> Contents {
    let store = council.file
    let drafts = try DraftFolder.make(in: folder(of: store.path), named: draftName)
    defer { try? FileManager.default.removeItem(atPath: drafts) }
    let copy = drafts + "/copy.sqlite"
    try StoreFile.guarded(store.path) {
      let queue = try DatabaseQueue(path: copy)
      try store.database.backup(to: queue)
      // One file, without a journal beside it.
      try queue.writeWithoutTransaction { _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
      try queue.close()
    }
    let head = try JSONEncoder().encode(Head(homeward: Version.current, madeAt: now, key: council.key.bytes))
    var contents: Contents?
    try OutputFile.streamNew(to: path) { write in
      let reading = try FileHandle(forReadingFrom: URL(fileURLWithPath: copy))
      defer { try? reading.close() }
      var first: Data? = head + Data("\n".utf8)
      try PhraseSeal.seal(phrase, isQuick: isQuick) { most in
        if let own = first {
          first = nil
          return own
        }
        let part = try reading.read(upToCount: most)
        return part?.isEmpty ?? true ? nil : part
      } write: {
        try write($0)
      }
    } check: { draft in
      let again = drafts + "/again.sqlite"
      let inside = try opened(draft, phrase, into: again)
      contents = try examined(again, inside, named: path)
    }
    guard let contents else { throw SecretsError.damaged }
    return contents
  }

  /// Makes a store and its key's file anew from a backup: both whole, or neither. Nobody stays signed in, and links made
  /// before are good no more.
  ///
  /// - Throws: `FilesError`, `StoreError`, `SecretsError`.
  public static func restore(
    _ path: String, to store: String, keyAt keyPath: String, phrase: String, now: Int64
  ) throws -> Contents {
    let wanted = [store, store + "-wal", store + "-shm"]
    if let there = wanted.first(where: FileManager.default.fileExists(atPath:)) {
      throw FilesError.unwritable(
        path: there, reason: "it is there already, and a restore overwrites nothing")
    }
    let folder = folder(of: store)
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw FilesError.unwritable(path: store, reason: "its folder can't be made")
    }
    let drafts = try DraftFolder.make(in: folder, named: draftName)
    defer { try? FileManager.default.removeItem(atPath: drafts) }
    let draft = drafts + "/store.sqlite"
    let key = try opened(path, phrase, into: draft)
    let there = try CouncilKey.existing(at: keyPath)
    if let there, there.mark != key.mark {
      throw FilesError.unwritable(
        path: keyPath, reason: "it holds another store's key; name another with --key")
    }
    let contents = try examined(draft, key, named: path, restoredAt: now)
    guard chmod(draft, 0o600) == 0 else { throw FilesError.unwritable(path: store, reason: "its mode") }
    if there == nil { try writeKey(key, to: keyPath) }
    do throws(FilesError) {
      try OutputFile.place(draft, at: store)
    } catch {
      if there == nil { unlink(keyPath) }
      throw error
    }
    return contents
  }

  private static let draftName = ".homeward-draft"

  private static func folder(of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  private static func writeKey(_ key: CouncilKey, to path: String) throws {
    try OutputFile.streamNew(to: path) {
      try $0(Data(key.text.utf8))
    } check: { _ in
    }
  }

  /// Opens a backup into a file; gives the key within.
  private static func opened(_ path: String, _ phrase: String, into copy: String) throws -> CouncilKey {
    guard FileManager.default.fileExists(atPath: path) else { throw FilesError.notFound(path: path) }
    guard let reading = FileHandle(forReadingAtPath: path) else {
      throw FilesError.unreadable(path: path, reason: "permission denied")
    }
    defer { try? reading.close() }
    var start = Data()
    var head: Head?
    try OutputFile.streamNew(to: copy) { write in
      try PhraseSeal.open(phrase) { most in
        let part = try reading.read(upToCount: most)
        return part?.isEmpty ?? true ? nil : part
      } write: { part in
        guard head == nil else { return try write(part) }
        start.append(part)
        guard let end = start.firstIndex(of: UInt8(ascii: "\n")) else { return }
        head = try? JSONDecoder().decode(Head.self, from: start[..<end])
        guard head != nil else { throw SecretsError.damaged }
        try write(Data(start[(end + 1)...]))
      }
    } check: { _ in
    }
    guard let head else { throw SecretsError.damaged }
    return CouncilKey(head.key)
  }

  /// Looks a copy through: the database's own check, its keys, and the audit from its first entry to its last.
  private static func examined(
    _ copy: String, _ key: CouncilKey, named path: String, restoredAt: Int64? = nil
  ) throws -> Contents {
    do {
      let file = try StoreFile(at: copy)
      try file.check()
      let bytes = try file.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 } * 4_096
      let audit = try auditMark(CouncilFile(file, key: key), path)
      if let restoredAt { try begin(file, key, restoredAt) }
      try file.finish()
      return Contents(bytes: bytes, audit: audit)
    } catch let error as StoreError {
      // The person knows the backup, not its copy.
      throw error.named(path)
    }
  }

  private static func auditMark(_ council: CouncilFile, _ path: String) throws -> AuditMark {
    switch try VerifyAudit.run(council) {
    case .whole(let entries, let last): return AuditMark(number: entries, digest: last)
    case .broken(let number):
      throw StoreError.damaged(path: path, reason: "its audit can't be trusted from entry \(number) on")
    }
  }

  private static func begin(_ file: StoreFile, _ key: CouncilKey, _ now: Int64) throws(StoreError) {
    try file.write { database in
      try database.execute(sql: "DELETE FROM session; DELETE FROM invitation")
      try CouncilTransaction(database: database, file: file, key: key).write(
        AuditNote(at: now, actor: "command line", action: "restore", subject: "store"))
    }
  }
}

extension StoreError {
  /// The same of a file by another name.
  fileprivate func named(_ path: String) -> StoreError {
    switch self {
    case .newer(_, let unknown): .newer(path: path, unknown: unknown)
    case .notAStore: .notAStore(path: path)
    case .busy: .busy(path: path)
    case .damaged(_, let reason): .damaged(path: path, reason: reason)
    case .unusable(_, let reason): .unusable(path: path, reason: reason)
    }
  }
}
