import Foundation
import Operations
import Secrets
import Store
import Support
import Testing

/// The audit at the command line: exported, and verified from the export alone.
struct AuditCommandTests {
  /// A folder with a store that has some entries, and its key.
  private func filled() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let file = try StoreFile(at: folder.path + "/c.sqlite")
    let council = try CouncilFile.open(file, keyAt: folder.path + "/c.key")
    for name in ["=1+1", "-cmd", "e\u{301}", "a \"b\"\n"] {
      try council.changing(AuditNote(at: 1, actor: name, action: "try", detail: name)) { _ in }
    }
    try file.finish()
    return folder
  }

  @Test func `an exact export is verified alone, elsewhere, and told apart once it was changed`() throws {
    let folder = try filled()
    let (store, export) = (folder.path + "/c.sqlite", folder.path + "/audit.jsonl")
    let wrote = try Program.run(["audit", "export", "--store", store, "--format", "json", "-o", export])
    #expect(wrote.code == 0, "\(wrote.err)")
    let whole = try Program.run(["audit", "verify", "--store", store])
    for name in ["c.sqlite", "c.key"] { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }
    let alone = try Program.run(["audit", "verify", "--export", export])
    #expect(alone.code == 0 && alone.out == whole.out && alone.out.contains("The chain of 5 entries holds"))
    let mark = try #require(alone.out.firstMatch(of: /mark is ([0-9a-f]{64})/)).1
    let marked = try Program.run(["audit", "verify", "--export", export, "--mark", String(mark.prefix(9))])
    #expect(marked.code == 0 && marked.out.contains("entry 5's"))
    #expect(try Program.run(["audit", "verify", "--export", export, "--mark", "0123456789"]).code == 65)
    let text = try String(contentsOfFile: export, encoding: .utf8)
    #expect(text.contains("\"actor\":\"=1+1\""))
    try text.replacing("-cmd", with: "-cme").write(toFile: export, atomically: true, encoding: .utf8)
    let changed = try Program.run(["audit", "verify", "--export", export])
    #expect(changed.code == 65 && changed.err.contains("entry 2"))
  }

  @Test func `what is no exact export is said, and where to get one`() throws {
    let folder = try filled()
    let csv = folder.path + "/audit.csv"
    #expect(
      try Program.run(["audit", "export", "--store", folder.path + "/c.sqlite", "-o", csv]).code == 0)
    let verified = try Program.run(["audit", "verify", "--export", csv])
    #expect(verified.code == 65 && verified.err.contains("--format json"))
    #expect(try Program.run(["audit", "verify", "--export", folder.path + "/none"]).code == 66)
    try Data().write(to: URL(fileURLWithPath: csv))
    #expect(try Program.run(["audit", "verify", "--export", csv]).code == 65)
  }
}
