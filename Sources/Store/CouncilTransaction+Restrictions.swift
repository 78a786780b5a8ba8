import Foundation
import GRDB
import Operations
import Secrets

extension CouncilTransaction {
  /// What is sealed of a restriction.
  private struct Sealed: Codable {
    let child: String, reason: String
  }

  func restrictions() throws -> [Restriction] { try restrictions(where: "liftedAt IS NULL") }

  func liftedRestriction(_ id: Int64) throws -> Restriction? {
    try restrictions(where: "liftedAt IS NOT NULL AND id = ?", [id]).first
  }

  func isRestricted(_ child: String) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT 1 FROM restriction WHERE code = ? AND liftedAt IS NULL", arguments: [code(child)]
    )
      ?? false
  }

  func addRestriction(
    _ child: String, reason: String, named: Set<Int64>, by actor: String, at now: Int64
  ) throws -> Int64 {
    let code = code(child)
    // One that was lifted is begun anew.
    try database.execute(
      sql: "DELETE FROM restriction WHERE code = ? AND liftedAt IS NOT NULL", arguments: [code])
    let bytes = try JSONEncoder().encode(Sealed(child: child, reason: reason))
    try database.execute(
      sql: "INSERT INTO restriction (code, sealed, addedBy, addedAt) VALUES (?, ?, ?, ?)",
      arguments: [code, try key.sealed(bytes, at: place(code)), actor, now])
    let id = database.lastInsertedRowID
    try setNamed(named, of: id)
    return id
  }

  func setNamed(_ named: Set<Int64>, of restriction: Int64) throws {
    try database.execute(
      sql: "DELETE FROM restrictionNamed WHERE restriction = ?", arguments: [restriction])
    for account in named.sorted() {
      try database.execute(
        sql: "INSERT INTO restrictionNamed (restriction, account) VALUES (?, ?)",
        arguments: [restriction, account])
    }
  }

  func liftRestriction(_ id: Int64, at now: Int64) throws {
    try database.execute(
      sql: "UPDATE restriction SET liftedAt = ? WHERE id = ? AND liftedAt IS NULL", arguments: [now, id])
  }

  func restoreRestriction(_ id: Int64) throws {
    try database.execute(sql: "UPDATE restriction SET liftedAt = NULL WHERE id = ?", arguments: [id])
  }

  func forgetRestrictions(liftedBefore moment: Int64) throws {
    try database.execute(sql: "DELETE FROM restriction WHERE liftedAt < ?", arguments: [moment])
  }

  /// By which a number is found, and tells nothing without the key.
  private func code(_ child: String) -> String { key.code(of: "restricted " + Restriction.plain(child)) }

  private func place(_ code: String) -> String { "restriction/" + code }

  private func restrictions(
    where condition: String, _ arguments: StatementArguments = []
  ) throws -> [Restriction] {
    let named = Dictionary(
      grouping: try Row.fetchAll(database, sql: "SELECT restriction, account FROM restrictionNamed")
    ) { $0["restriction"] as Int64 }
    return try Row.fetchAll(
      database, sql: "SELECT * FROM restriction WHERE \(condition) ORDER BY id", arguments: arguments
    ).map { row in
      let id: Int64 = row["id"]
      let own = try JSONDecoder().decode(
        Sealed.self, from: opened(row["sealed"], at: place(row["code"])))
      return Restriction(
        id: id, child: own.child, reason: own.reason,
        named: Set((named[id] ?? []).map { $0["account"] as Int64 }), addedBy: row["addedBy"],
        addedAt: row["addedAt"])
    }
  }
}
