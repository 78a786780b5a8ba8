import GRDB
import Operations

extension CouncilTransaction {
  func auditEntries(after number: Int64, most: Int) throws -> [AuditEntry] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT ?",
      arguments: [number, most]
    ).map(CouncilTransaction.entry)
  }

  func auditCount() throws -> Int64 {
    try Int64.fetchOne(
      database, sql: "SELECT COALESCE(max(seq), 0) FROM sqlite_sequence WHERE name = 'audit'") ?? 0
  }

  /// Adds a line to the audit.
  func write(_ note: AuditNote) throws {
    let last = try Row.fetchOne(database, sql: "SELECT * FROM audit ORDER BY number DESC LIMIT 1")
    let entry = AuditEntry(note, after: last.map(CouncilTransaction.entry))
    try database.execute(
      sql: """
        INSERT INTO audit (number, at, actor, action, subject, detail, previous, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.number, note.at, note.actor, note.action, note.subject, note.detail, entry.previous,
        entry.digest,
      ])
  }

  private static func entry(_ row: Row) -> AuditEntry {
    AuditEntry(
      number: row["number"],
      note: AuditNote(
        at: row["at"], actor: row["actor"], action: row["action"], subject: row["subject"],
        detail: row["detail"]),
      previous: row["previous"], digest: row["digest"])
  }
}
