import Foundation
import GRDB
import Operations
import Support
import Testing

@testable import Store

/// How a store comes to be, is opened again, and is refused.
struct MigrationTests {
  private func path(_ folder: TemporaryFolder) -> String { folder.path + "/data/homeward/test.sqlite" }

  @Test func `a new store is for its owner's eyes only`() throws {
    let folder = try TemporaryFolder()
    let store = try StoreFile(at: path(folder))
    _ = try store.council.loads.save(LoadStoreTests.load())
    // What is being written stands beside it while it is open.
    for file in ["", "-wal", "-shm"] { #expect(try mode(path(folder) + file) == 0o600) }
    #expect(try mode(folder.path + "/data/homeward") == 0o700)
  }

  @Test func `an empty file that all could read becomes its owner's, a store keeps its mode`() throws {
    let folder = try TemporaryFolder(["s.sqlite": ""])
    let file = folder.path + "/s.sqlite"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    _ = try StoreFile(at: file)
    #expect(try mode(file) == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o660], ofItemAtPath: file)
    _ = try StoreFile(at: file)
    #expect(try mode(file) == 0o660)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `steps are taken once, in order, and a store opened again is the same`() throws {
    let folder = try TemporaryFolder()
    let first = try StoreFile(at: path(folder))
    let tables = try schema(first)
    let again = try StoreFile(at: path(folder))
    #expect(try schema(again) == tables)
    let taken = try again.read { try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations") }
    #expect(taken == Migration.all.map(\.name) && taken == taken.sorted())
    #expect(Set(taken).count == taken.count)
  }

  @Test func `an older store is brought up to date with what it holds`() throws {
    let folder = try TemporaryFolder()
    for count in 1..<Migration.all.count {
      let file = "\(folder.path)/\(count).sqlite"
      let load = LoadStoreTests.load()
      _ = try StoreFile(at: file, steps: Array(Migration.all.prefix(count))).council.loads.save(load)
      let now = try StoreFile(at: file)
      #expect(try schema(now) == schema(try StoreFile(at: path(folder))))
      let record = try #require(try now.council.loads.lastLoad())
      #expect(
        try record.summary == load.summary && now.council.loads.findings(of: record.id) == load.findings)
      // What came later works in it: people, the audit, sealed files.
      let council = try CouncilFile.open(now, keyAt: file + ".key")
      try council.changing(AuditNote(at: 1, actor: "test", action: "document.add")) {
        _ = try $0.add(.plan, name: "p.yaml", Data("x".utf8), by: "test", at: 1)
        let account = try $0.addAccount(signInName: "test", name: "Test", roles: [.analyst])
        _ = try $0.addRestriction("KID1", reason: "why", named: [account], by: "test", at: 1)
      }
      #expect(try council.reading { try $0.restrictions() }.map(\.child) == ["KID1"])
      let entries = try council.reading { try $0.auditEntries(after: 0, most: 9) }
      #expect(try VerifyAudit.run(council) == .whole(entries: 1, last: entries[0].digest))
    }
  }

  @Test func `tables are strict, keys hold and writing ahead is on`() throws {
    let folder = try TemporaryFolder()
    let store = try StoreFile(at: path(folder))
    let loose = try schema(store).filter { $0.hasPrefix("CREATE TABLE") && !$0.contains("STRICT") }
    #expect(loose.allSatisfy { $0.contains("grdb_migrations") || $0.contains("sqlite_sequence") })
    #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") } == 1)
    #expect(try store.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    #expect(throws: StoreError.self) {
      try store.write { try $0.execute(sql: "INSERT INTO loadTable VALUES (7, 0, 'x')") }
    }
  }

  @Test func `a newer Homeward's store is refused and left as it was`() throws {
    let folder = try TemporaryFolder()
    let next = Migration(name: "999 later", sql: "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
    _ = try StoreFile(at: path(folder), steps: Migration.all + [next])
    let before = try Data(contentsOf: URL(fileURLWithPath: path(folder)))
    #expect(throws: StoreError.newer(path: path(folder), unknown: ["999 later"])) {
      try StoreFile(at: path(folder))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path(folder))) == before)
  }

  @Test func `a folder, a store in use and one that holds what can't be are each told apart`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreError.unusable(path: folder.path, reason: "it is a folder")) {
      try StoreFile(at: folder.path)
    }
    #expect(throws: StoreError.busy(path: "s")) {
      try StoreFile.guarded("s") { throw DatabaseError(resultCode: .SQLITE_BUSY) }
    }
    let store = try StoreFile(at: path(folder))
    _ = try store.council.loads.save(LoadStoreTests.load())
    try store.write { try $0.execute(sql: "UPDATE load SET fingerprint = 'sixteen letters.'") }
    let error = #expect(throws: StoreError.self) { try store.council.loads.lastLoad() }
    #expect(error == .damaged(path: path(folder), reason: "a fingerprint can't be read"))
    #expect(error?.description.contains("Put a backup in its place") == true)
  }

  @Test func `other files are refused`() throws {
    let folder = try TemporaryFolder(["notes.txt": String(repeating: "not a database ", count: 100)])
    #expect(throws: StoreError.notAStore(path: folder.path + "/notes.txt")) {
      try StoreFile(at: folder.path + "/notes.txt")
    }
    let other = folder.path + "/other.sqlite"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE other (id INTEGER)") }
    #expect(throws: StoreError.notAStore(path: other)) { try StoreFile(at: other) }
    #expect(try StoreFile.existing(at: folder.path + "/none.sqlite") == nil)
  }

  private func schema(_ store: StoreFile) throws -> [String] {
    try store.read {
      try String.fetchAll($0, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    }
  }
}
