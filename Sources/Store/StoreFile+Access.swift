import GRDB
public import Operations

extension StoreFile {
  /// Reads from the store.
  func read<R>(_ body: (Database) throws -> R) throws(StoreError) -> R {
    try StoreFile.guarded(path) { try database.read(body) }
  }

  /// Writes in one transaction: all of it, or on a failure nothing.
  func write<R>(_ body: (Database) throws -> R) throws(StoreError) -> R {
    try StoreFile.guarded(path) { try database.write(body) }
  }

  /// Looks the whole file through: its pages, and that every row has its owner.
  ///
  /// - Throws: `StoreError.damaged` with what is wrong.
  public func check() throws(StoreError) {
    let problem = try read { database in
      let found = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)")
      let loose = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
      return found != ["ok"] ? found.joined(separator: "; ") : loose > 0 ? "rows without their owner" : nil
    }
    if let problem { throw damaged(problem) }
  }

  /// Ends all use of the file: what was written ahead is in it, and no file beside it is left.
  public func finish() throws(StoreError) {
    // Said, not left to closing: where the last connection only reads, it can't take up what was written ahead.
    try checkpoint()
    try StoreFile.guarded(path) { try database.close() }
  }

  /// Takes up into the file what was written ahead, and empties the file of it.
  func checkpoint() throws(StoreError) {
    try StoreFile.guarded(path) {
      try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
  }

  /// Turns the database's errors into ours. Values bound to statements are left out of them: they may be children's.
  static func guarded<R>(_ path: String, _ body: () throws -> R) throws(StoreError) -> R {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      let reason = error.message ?? "no reason given"
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
      case .SQLITE_NOTADB: throw .notAStore(path: path)
      case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: throw .damaged(path: path, reason: reason)
      default: throw .unusable(path: path, reason: reason)
      }
    } catch {
      throw .damaged(path: path, reason: "a value is not what its column should hold")
    }
  }

  /// A value that can't be what the column holds.
  func damaged(_ what: String) -> StoreError { .damaged(path: path, reason: what) }
}
