import Foundation
import GRDB
import Operations
import Secrets

extension CouncilTransaction {
  private static let columns = "id, kind, name, size, digest, addedBy, addedAt"

  func documents() throws -> [CouncilDocument] {
    try Row.fetchAll(
      database,
      sql: "SELECT \(CouncilTransaction.columns) FROM document WHERE removedAt IS NULL ORDER BY kind, name"
    ).map(document)
  }

  func removedDocuments(most: Int) throws -> [CouncilDocument] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT \(CouncilTransaction.columns) FROM document WHERE removedAt IS NOT NULL
        ORDER BY removedAt DESC, id LIMIT ?
        """, arguments: [most]
    ).map(document)
  }

  func content(of document: CouncilDocument) throws -> Data {
    let sealed = try Data.fetchOne(
      database, sql: "SELECT sealed FROM document WHERE id = ?", arguments: [document.id])
    guard let sealed else { throw file.damaged("a document has no content") }
    return try opened(sealed, at: place(document.id))
  }

  func add(
    _ kind: DocumentKind, name: String, _ content: Data, by actor: String, at now: Int64
  ) throws -> CouncilDocument {
    try database.execute(
      sql: "UPDATE document SET removedAt = ? WHERE removedAt IS NULL AND kind = ? AND (name = ? OR ?)",
      arguments: [now, kind.rawValue, name, kind.isSingle])
    let document = CouncilDocument(
      id: Token.make(), kind: kind, name: name, size: content.count, digest: Token.sha256(content),
      addedBy: actor,
      addedAt: now)
    try database.execute(
      sql: """
        INSERT INTO document (\(CouncilTransaction.columns), sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        document.id, kind.rawValue, name, document.size, document.digest, actor, now,
        try key.sealed(content, at: place(document.id)),
      ])
    return document
  }

  func remove(_ document: String, at now: Int64) throws -> Bool {
    try database.execute(
      sql: "UPDATE document SET removedAt = ? WHERE id = ? AND removedAt IS NULL", arguments: [now, document])
    return database.changesCount == 1
  }

  func restore(_ document: String) throws -> Bool {
    let row = try Row.fetchOne(
      database,
      sql: "SELECT \(CouncilTransaction.columns) FROM document WHERE id = ? AND removedAt IS NOT NULL",
      arguments: [document])
    guard let found = try row.map(self.document) else { return false }
    // What took its place goes.
    try database.execute(
      sql: "UPDATE document SET removedAt = addedAt WHERE removedAt IS NULL AND kind = ? AND (name = ? OR ?)",
      arguments: [found.kind.rawValue, found.name, found.kind.isSingle])
    try database.execute(sql: "UPDATE document SET removedAt = NULL WHERE id = ?", arguments: [document])
    return true
  }

  private func place(_ document: String) -> String { "document/\(document)" }

  private func document(_ row: Row) throws -> CouncilDocument {
    guard let kind = DocumentKind(rawValue: row["kind"]) else {
      throw file.damaged("there is no kind of document called \(row["kind"] as String)")
    }
    return CouncilDocument(
      id: row["id"], kind: kind, name: row["name"], size: row["size"], digest: row["digest"],
      addedBy: row["addedBy"], addedAt: row["addedAt"])
  }
}
