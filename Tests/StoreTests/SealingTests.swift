import Foundation
import GRDB
import Operations
import Support
import Testing

@testable import Store

/// What names a child is sealed, whoever keeps it, and what an earlier Homeward kept in clear becomes so.
struct SealingTests {
  private let folder: TemporaryFolder
  private let file: StoreFile
  private var key: String { folder.path + "/c.key" }

  init() throws {
    folder = try TemporaryFolder()
    file = try StoreFile(at: folder.path + "/c.sqlite")
  }

  private func load() -> NewLoad {
    let load = LoadStoreTests.load()
    let tables = [StoredTable(file: 0, content: "CHILD,DECOM\nKEPT98765,01/05/2024\n")]
    return NewLoad(summary: load.summary, tables: tables, findings: load.findings)
  }

  private func holds(_ text: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { name in
      FileManager.default.contents(atPath: folder.path + "/" + name)?.range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `a load and its findings are read back with the key, and tell nothing without`() throws {
    let council = try CouncilFile.open(file, keyAt: key)
    let load = load()
    _ = try council.loads.save(load)
    let id = try #require(try council.loads.lastLoad()).id
    #expect(try council.loads.tables(of: id) == load.tables)
    #expect(try council.loads.findings(of: id) == load.findings)
    try file.finish()
    #expect(try !holds("KEPT98765") && !holds("01/05/2024"))
  }

  @Test func `what an earlier Homeward kept in clear is sealed with the first key, and leaves no trace`()
    throws
  {
    let load = load()
    _ = try file.council.loads.save(load)
    try file.write { database in
      try database.execute(
        sql: """
          UPDATE loadTable SET content = 'CHILD,DECOM' || char(10) || 'KEPT98765,01/05/2024' || char(10);
          UPDATE finding SET rowKey = '01/05/2024', child = CASE child WHEN NULL THEN NULL ELSE number END;
          UPDATE finding SET child = NULL WHERE number = 0
          """)
    }
    let council = try CouncilFile.open(file, keyAt: key)
    let id = try #require(try council.loads.lastLoad()).id
    #expect(try council.loads.tables(of: id) == load.tables)
    #expect(try council.loads.findings(of: id) == load.findings)
    // With the store still open, and after.
    #expect(try !holds("KEPT98765"))
    try file.finish()
    #expect(try !holds("KEPT98765") && !holds("01/05/2024"))
  }

  @Test func `what stands in clear where it should be sealed is refused`() throws {
    let council = try CouncilFile.open(file, keyAt: key)
    _ = try council.loads.save(load())
    try file.write { try $0.execute(sql: "UPDATE finding SET rowKey = 'x'") }
    let id = try #require(try council.loads.lastLoad()).id
    #expect(throws: StoreError.self) { try council.loads.findings(of: id) }
  }

  @Test func `a change from the command line writes its line in the audit, or neither is there`() throws {
    let council = try CouncilFile.open(file, keyAt: key)
    let noting = council.noting(AuditNote(at: 1, actor: "command line", action: "load.keep"))
    _ = try noting.loads.save(load())
    let id = try #require(try noting.loads.lastLoad()).id
    #expect(
      try council.reading { try $0.auditEntries(after: 0, most: 9) }.map(\.note.action) == ["load.keep"])
    #expect(try !noting.loads.forget(LoadID(number: 99)))
    #expect(try council.reading { try $0.auditCount() } == 1)
    try file.write {
      try $0.execute(sql: "CREATE TRIGGER no BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END")
    }
    #expect(throws: StoreError.self) { try noting.loads.forget(id) }
    #expect(try council.loads.loads().count == 1)
  }
}
