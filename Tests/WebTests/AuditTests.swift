import Foundation
import Operations
import Store
import Testing

@testable import Web

/// The audit: a line with every change, and none without.
struct AuditTests {
  private func count(_ council: Council) throws -> Int64 { try council.store.reading { try $0.auditCount() } }

  @Test func `every change writes one line, and reading and refusals none`() throws {
    let council = try Council()
    let browser = try council.person("everything", Set(AccessRole.allCases))
    let table = WebRequest.Upload(
      field: "files", name: "prices.csv", content: Data("category,weekly_pounds,from\na,1,2025-04-01\n".utf8))
    func lines(_ body: () throws -> WebResponse) throws -> (status: Int, lines: Int64) {
      let before = try count(council)
      let status = try body().status
      return (status, try count(council) - before)
    }
    let changes: [(String, KeyValuePairs<String, String>, [WebRequest.Upload], Int64)] = [
      ("/settings", ["council": "Wrenfield"], [], 1), ("/settings", ["council": ""], [], 0),
      // The account and its link are two changes.
      ("/people", ["signInName": "another", "name": "Another", "role": "viewer"], [], 2),
      ("/people", ["signInName": "another", "name": "Another", "role": "viewer"], [], 0),
      ("/people/2/roles", ["role": "analyst"], [], 1), ("/people/2/roles", [:], [], 0),
      ("/people/2/link", [:], [], 1), ("/people/2/disable", [:], [], 1), ("/people/9/disable", [:], [], 0),
      ("/data", ["kind": ""], [table], 1), ("/data", ["kind": ""], [], 0),
      // The same again changes nothing.
      ("/data", ["kind": ""], [table], 0),
      ("/account/second-factor", ["turn": "off", "password": "wrong"], [], 1),
      ("/data/remove/none", [:], [], 0),
    ]
    for (path, fields, uploads, wanted) in changes {
      let (status, written) = try lines { browser.post(path, fields, uploads: uploads) }
      #expect(written == wanted, "\(path) \(fields): \(status)")
    }
    let (_, read) = try lines { browser.get("/people") }
    #expect(read == 0)
    #expect(try lines { browser.get("/audit.csv") }.lines == 1)
    #expect(try lines { browser.get("/audit.jsonl") }.lines == 1)
    #expect(try VerifyAudit.run(council.store) == .whole(entries: count(council), last: last(council)))
  }

  private func last(_ council: Council) throws -> String {
    try council.store.reading { try $0.auditEntries(after: $0.auditCount() - 1, most: 1).first?.digest ?? "" }
  }

  @Test func `a sign that the store can't keep does not break the chain`() throws {
    let council = try Council()
    let admin = try council.person("admin", [.administrator])
    #expect(admin.post("/settings", ["council": "Wren\u{0}field"]).status == 303)
    guard case .whole = try VerifyAudit.run(council.store) else {
      Issue.record("the audit is broken")
      return
    }
  }

  @Test func `an exact export is verified by itself, whatever stands in it, and every change of it is told`()
    throws
  {
    let council = try Council()
    let admin = try council.person("admin", [.administrator])
    for name in [
      "=1+1", "-2 \"quoted\", \\ and / here", "e\u{301} and \u{E9}", "\u{0}\u{1F}\t.", "+\u{2028}x 👩‍👧",
    ] {
      try council.store.changing(
        AuditNote(at: -1, actor: name, action: "try", subject: name, detail: name + "\r\n")
      ) { _ in }
    }
    let file = admin.get("/audit.jsonl")
    #expect(file.header("content-disposition")?.contains("audit.jsonl") == true)
    let entries = try AuditJSON.entries(of: file.body, named: "a")
    #expect(try entries == council.store.reading { try $0.auditEntries(after: 0, most: 99) })
    let whole = AuditVerdict.whole(entries: Int64(entries.count), last: try last(council))
    #expect(VerifyAudit.run(exported: entries) == whole)
    let lines = file.text.split(separator: "\n").map(String.init)
    #expect(try AuditJSON.entries(of: Data(lines.joined(separator: "\r\n").utf8), named: "a") == entries)
    func verdict(_ lines: [String]) throws -> AuditVerdict {
      VerifyAudit.run(
        exported: try AuditJSON.entries(of: Data(lines.joined(separator: "\n").utf8), named: "a"))
    }
    #expect(try verdict(lines.filter { $0 != lines[2] }) == .broken(at: 3))
    #expect(try verdict(Array(lines.dropFirst())) == .broken(at: 1))
    #expect(try verdict([lines[0]] + lines) == .broken(at: 2))
    var changed = lines
    changed[1] = changed[1].replacing("\"at\":", with: "\"at\":1")
    #expect(try verdict(changed) == .broken(at: 2))
    // Cut off the end it holds, and its last mark is another.
    #expect(
      try verdict(Array(lines.dropLast()))
        == .whole(entries: Int64(lines.count - 1), last: entries[lines.count - 2].digest))
    #expect(throws: OperationError.self) { try verdict(["number,at"]) }
  }

  @Test func `a change that fails leaves no line, and a line that fails no change`() throws {
    let council = try Council()
    let note = AuditNote(at: 1, actor: "test", action: "setting.set")
    struct Wrong: Error {}
    #expect(throws: Wrong.self) {
      try council.store.changing(note) {
        try $0.set("council", "Half")
        throw Wrong()
      }
    }
    #expect(throws: (any Error).self) {
      try council.store.changing(AuditNote(at: 1, actor: "test", action: "")) {
        try $0.set("council", "Half")
      }
    }
    #expect(try council.store.reading { try $0.setting("council") } == nil && count(council) == 0)
  }
}
