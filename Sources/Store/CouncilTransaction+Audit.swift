import GRDB
import Operations
import Secrets

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

  func auditEnd() throws -> AuditMark? {
    guard let kept = try setting(CouncilTransaction.end) else {
      return try auditCount() == 0 ? AuditMark(number: 0, digest: AuditEntry.beginning) : nil
    }
    let parts = kept.split(separator: " ").map(String.init)
    guard parts.count == 3, let number = Int64(parts[0]),
      Token.areEqual(parts[2], key.code(of: "audit \(parts[0]) \(parts[1])"))
    else { return nil }
    return AuditMark(number: number, digest: parts[1])
  }

  /// Where the audit's end is kept, with a code that only who has the key can make: entries cut off the end, or a chain
  /// made anew, are told without it.
  private static let end = "audit.end"

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
    let mark = "\(entry.number) \(entry.digest)"
    try set(CouncilTransaction.end, mark + " " + key.code(of: "audit " + mark))
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
