import Files
import Foundation
import GRDB
import Operations
import Secrets
import Support
import Testing

@testable import Store

/// A backup is made while the store is used, comes back as it was, and is refused where it is not whole.
struct BackupTests {
  private let phrase = "three words apart"
  private let folder: TemporaryFolder
  private let key: CouncilKey
  private let council: CouncilFile
  private var path: String { folder.path + "/out/c.backup" }

  init() throws {
    folder = try TemporaryFolder()
    council = try CouncilFile.open(
      StoreFile(at: folder.path + "/c.sqlite"), keyAt: folder.path + "/c.key")
    key = council.ownKey
    try council.changing(AuditNote(at: 1, actor: "test", action: "document.add")) { changes in
      _ = try changes.add(.plan, name: "plan.yaml", Data("savings: []".utf8), by: "test", at: 1)
      let id = try changes.addAccount(signInName: "a", name: "A", roles: [.administrator])
      try changes.add(Session(digest: Token.digest("s"), account: id, began: 1, seen: 1))
      try changes.addInvitation(Token.digest("i"), for: id, until: 10)
    }
  }

  private func back() throws -> StoreBackup.Contents {
    try StoreBackup.write(council, to: path, phrase: phrase, now: 5, isQuick: true)
  }

  private func restore(
    _ name: String = "new", _ phrase: String = "three words apart", from file: String? = nil
  ) throws -> StoreBackup.Contents {
    try StoreBackup.restore(
      file ?? path, to: folder.path + "/\(name)/c.sqlite", keyAt: folder.path + "/\(name)/c.key",
      phrase: phrase, now: 9)
  }

  private func files(_ name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name)) ?? []).sorted()
  }

  @Test func `what was backed up comes back, its key with it, and nobody is signed in`() throws {
    #expect(try back().audit.number == 1)
    #expect(files("out") == ["c.backup"] && files("").sorted().contains(".homeward") == false)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try restore().audit.number == 1)
    #expect(files("new") == ["c.key", "c.sqlite"])
    let again = try CouncilFile.open(
      StoreFile(at: folder.path + "/new/c.sqlite"), keyAt: folder.path + "/new/c.key")
    try again.reading { reading in
      let document = try #require(try reading.documents().first)
      #expect(try reading.content(of: document) == Data("savings: []".utf8))
      #expect(try reading.session(Token.digest("s")) == nil && reading.invitation(Token.digest("i")) == nil)
      #expect(try reading.auditEntries(after: 1, most: 5).map(\.note.action) == ["restore"])
    }
    guard case .whole(2, _) = try VerifyAudit.run(again) else {
      Issue.record("the restored audit is not whole")
      return
    }
    // The file tells neither the store nor the key.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.range(of: Data("SQLite".utf8)) == nil && bytes.range(of: key.bytes) == nil)
  }

  @Test func `it is of one moment while others write`() throws {
    let isOver = DispatchSemaphore(value: 0)
    let council = council
    let writer = Thread {
      for number in 0..<300 {
        try? council.changing(AuditNote(at: 1, actor: "w", action: "w")) { try $0.set("n", "\(number)") }
      }
      isOver.signal()
    }
    writer.start()
    for number in 0..<5 {
      let file = folder.path + "/\(number).backup"
      let contents = try StoreBackup.write(
        council, to: file, phrase: phrase, now: 5, isQuick: true)
      #expect(contents.audit.number >= 1)
    }
    isOver.wait()
  }

  @Test func `a wrong phrase, a cut file and a changed byte restore nothing`() throws {
    _ = try back()
    #expect(throws: SecretsError.wrongPhrase) { try restore("a", "three words aport") }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for (number, bytes) in [
      whole.dropLast(1), whole.prefix(whole.count / 2), whole.prefix(37), whole.prefix(5), whole + whole,
      Data(whole.enumerated().map { $0.offset == whole.count / 2 ? $0.element ^ 1 : $0.element }),
    ].enumerated() {
      let file = try folder.write("cut/\(number)", Data(bytes))
      #expect(throws: SecretsError.self, "file \(number)") { try restore("a", from: file) }
    }
    #expect(throws: FilesError.notFound(path: "/nowhere")) { try restore("a", from: "/nowhere") }
    #expect(files("a").isEmpty)
  }

  @Test func `a file that is there is written over neither by a backup nor by a restore`() throws {
    _ = try back()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: FilesError.self) { try back() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before && files("out") == ["c.backup"])
    for name in ["c.sqlite", "c.sqlite-wal", "c.key"] {
      let place = try TemporaryFolder([name: "kept"])
      #expect(throws: (any Error).self, "\(name)") {
        try StoreBackup.restore(
          path, to: place.path + "/c.sqlite", keyAt: place.path + "/c.key", phrase: phrase, now: 9)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == [name])
      #expect(try String(contentsOfFile: place.path + "/" + name, encoding: .utf8) == "kept")
    }
    // The store's own key may be there already.
    _ = try folder.write("same/c.key", Data(key.text.utf8))
    _ = try restore("same")
    #expect(files("same") == ["c.key", "c.sqlite"])
  }

  @Test func `a store whose audit was changed gives no backup`() throws {
    try council.file.write {
      try $0.execute(sql: "DROP TRIGGER auditStays; UPDATE audit SET actor = 'nobody'")
    }
    let error = #expect(throws: StoreError.self) { try back() }
    #expect(error?.description.contains("can't be trusted from entry 1") == true)
    #expect(error?.description.contains(path) == true && files("out").isEmpty)
  }

  @Test func `another store's key is refused, and a lost one is not replaced`() throws {
    let file = try StoreFile(at: folder.path + "/c.sqlite")
    _ = try CouncilKey.file(at: folder.path + "/other.key")
    for name in ["other.key", "none.key"] {
      #expect(throws: OperationError.self) { try CouncilFile.open(file, keyAt: folder.path + "/" + name) }
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/none.key"))
    #expect(try CouncilFile.open(file, keyAt: folder.path + "/c.key").ownKey.mark == key.mark)
  }

  @Test func `what a killed process left beside a store goes with the next backup`() throws {
    let gone = folder.path + "/.homeward-draft-\(getuid())-999999999-abcdef"
    let own = folder.path + "/.homeward-draft-\(getuid())-\(getpid())-abcdef"
    for path in [gone, own] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    _ = try back()
    #expect(!FileManager.default.fileExists(atPath: gone) && FileManager.default.fileExists(atPath: own))
  }
}
