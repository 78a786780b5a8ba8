import Foundation
import GRDB
import Operations
import Secrets
import Support
import Testing

@testable import Store

/// The audit's past can't be changed unseen.
struct AuditChainTests {
  @Test func `the file refuses to change, take out, replace or slip in a line`() throws {
    let council = try filled(5)
    let file = council.store.file
    for sql in [
      "UPDATE audit SET actor = 'nobody' WHERE number = 2", "DELETE FROM audit WHERE number = 5",
      "DELETE FROM audit",
      "INSERT OR REPLACE INTO audit SELECT number, 0, actor, action, subject, detail, previous, digest FROM audit WHERE number = 5",
      "REPLACE INTO audit SELECT 2, 0, 'x', action, '', '', previous, digest || 'x' FROM audit WHERE number = 2",
      "INSERT INTO audit SELECT 9, 0, 'x', 'x', '', '', previous, hex(zeroblob(32)) FROM audit WHERE number = 2",
    ] {
      #expect(throws: StoreError.self, "\(sql)") { try file.write { try $0.execute(sql: sql) } }
    }
    #expect(try VerifyAudit.run(council.store) == .whole(entries: 5, last: last(council)))
  }

  @Test(arguments: [
    ("UPDATE audit SET actor = 'nobody' WHERE number = 2", 2),
    ("DELETE FROM audit WHERE number = 3", 3), ("DELETE FROM audit WHERE number = 1", 1),
    ("DELETE FROM audit WHERE number = 5", 5),
    // The end cut off, and the count with it.
    ("DELETE FROM audit WHERE number > 3; UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit'", 4),
    (
      "DELETE FROM audit WHERE number > 3; UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit'; UPDATE setting SET value = '3 ' || (SELECT digest FROM audit WHERE number = 3) || substr(value, -65) WHERE name = 'audit.end'",
      4
    ),
    ("DELETE FROM audit; DELETE FROM sqlite_sequence; DELETE FROM setting", 0),
    ("DELETE FROM setting WHERE name = 'audit.end'", 6),
  ])
  func `what is changed from outside is told, from where on`(_ sql: String, _ broken: Int64) throws {
    let council = try filled(5)
    try council.store.file.write { database in
      try database.execute(
        sql: "DROP TRIGGER auditStays; DROP TRIGGER auditIsKept; DROP TRIGGER auditIsAddedTo")
      try database.execute(sql: sql)
    }
    let verdict = try VerifyAudit.run(council.store)
    if broken == 0 {
      // All of it gone is an empty audit: only a mark written down elsewhere tells.
      #expect(verdict == .whole(entries: 0, last: AuditEntry.beginning))
      #expect(try VerifyAudit.entry(markedBy: "0a1b2c3d", in: council.store) == nil)
    } else {
      #expect(verdict == .broken(at: broken))
    }
  }

  @Test func `a chain made anew without the key is told`() throws {
    let council = try filled(5)
    let other = CouncilFile(council.store.file, key: CouncilKey(Data(repeating: 7, count: 32)))
    try other.changing(AuditNote(at: 1, actor: "x", action: "x")) { _ in }
    #expect(try VerifyAudit.run(council.store) == .broken(at: 7))
  }

  @Test func `a mark written down earlier is found again by its first letters`() throws {
    let council = try filled(3)
    let entries = try council.store.reading { try $0.auditEntries(after: 0, most: 10) }
    #expect(try VerifyAudit.entry(markedBy: String(entries[1].digest.prefix(12)), in: council.store) == 2)
    #expect(try VerifyAudit.entry(markedBy: "xxxxxxxx", in: council.store) == nil)
  }

  private func last(_ council: Filled) throws -> String {
    try council.store.reading { try $0.auditEntries(after: $0.auditCount() - 1, most: 1).first?.digest ?? "" }
  }

  /// A store with so many lines.
  private struct Filled {
    let folder: TemporaryFolder
    let store: CouncilFile
  }

  private func filled(_ lines: Int) throws -> Filled {
    let folder = try TemporaryFolder()
    let key = CouncilKey(Data(repeating: 1, count: 32))
    let store = CouncilFile(try StoreFile(at: folder.path + "/c.sqlite"), key: key)
    for number in 0..<lines {
      try store.changing(AuditNote(at: 1, actor: "test", action: "try", subject: "\(number)")) { _ in }
    }
    return Filled(folder: folder, store: store)
  }
}
