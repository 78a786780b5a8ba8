import Foundation
import Operations
import Store
import Testing

@testable import Web

/// Runs asked for by several at once, stopped, and left by a program that ended.
struct QueueTests {
  private func loaded() throws -> (Council, Browser, Account) {
    let council = try Council()
    let browser = try council.person("analyst", [.analyst, .programme])
    let plan = WebRequest.Upload(
      field: "files", name: "p.yaml", content: Data("name: P\nsavings: []\n".utf8))
    #expect(browser.post("/data", ["kind": "plan"], uploads: [plan]).status == 200)
    return (council, browser, try #require(browser.account))
  }

  private func runs(_ council: Council) throws -> [Run] {
    try council.store.reading { try $0.runs(nil, most: 99) }
  }

  @Test func `two who ask for the same at once get one run`() throws {
    let (council, _, account) = try loaded()
    let before = try runs(council).count
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      _ = try? council.queue.add(.planCheck, options: ["file": "q.yaml"], by: account)
    }
    #expect(try runs(council).count == before + 1)
  }

  @Test func `what is over is not stopped again, and nobody stops what they may not ask for`() throws {
    let (council, browser, account) = try loaded()
    let id = try council.queue.add(.planCheck, options: ["file": "q.yaml"], by: account)
    let finance = try council.person("finance", [.finance])
    #expect(finance.post("/runs/\(id)/cancel").status == 403)
    #expect(browser.post("/runs/\(id)/cancel").status == 303)
    #expect(try council.store.reading { try $0.run(id)?.state } == .cancelled)
    let before = try council.store.reading { try $0.auditCount() }
    #expect(browser.post("/runs/\(id)/cancel").status == 303)
    #expect(try council.store.reading { try $0.auditCount() } == before)
    // Asked for again it is a new one.
    #expect(try council.queue.add(.planCheck, options: ["file": "q.yaml"], by: account) != id)
  }

  /// Scenarios tried one after another, an hour apart.
  private func tried(_ council: Council, _ count: Int, text: (Int) -> String = { "name: \($0)" }) throws {
    for number in 0..<count {
      try council.store.keeping { changes in
        let id = try changes.addRun(
          .scenario, options: ["scenario": text(number)], inputs: String(repeating: "0", count: 64),
          version: "1", by: "test", at: council.now)
        try changes.setResult(RunResult(title: "", body: "", footer: ""), of: id)
        try changes.endRun(id, state: .done, failure: "", at: council.now)
      }
      council.pass(3_600)
    }
  }

  @Test
  func `what was tried and not kept goes: all but the newest hundred, and what is older than thirty days`()
    throws
  {
    let council = try Council()
    let browser = try council.person("analyst", [.analyst, .programme])
    let kept = WebRequest.Upload.file("kept.yaml", "name: kept")
    #expect(browser.post("/data", ["kind": "scenario"], uploads: [kept]).status == 200)
    try tried(council, 3) { _ in "name: kept" }
    try tried(council, 130)
    let before = try runs(council, .scenario).map(\.id)
    try council.queue.start()
    defer { council.queue.stop() }
    try settled { try runs(council, .scenario).count == 103 }
    #expect(try runs(council, .scenario).map(\.id) == Array(before.prefix(100) + before.suffix(3)))
    // A day over a month later the newest is left, which somebody may look at still, and what is kept.
    council.pass(31 * 86_400)
    try settled { try runs(council, .scenario).count == 4 }
    #expect(try runs(council, .scenario).map(\.id) == Array(before.prefix(1) + before.suffix(3)))
    let late = try council.person("late", [.analyst])
    #expect(late.get("/forecast/scenario?run=\(before[1])").text.contains("is no longer there"))
  }

  private func runs(_ council: Council, _ kind: RunKind) throws -> [Run] {
    try council.store.reading { try $0.runs(kind, most: 500) }
  }

  private func settled(_ isSo: () throws -> Bool) throws {
    let end = Date().addingTimeInterval(30)
    while try !isSo() {
      try #require(Date() < end)
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  @Test func `what was under way when the program ended is done after the next start`() throws {
    let (council, _, _) = try loaded()
    let id = try #require(try runs(council).first { $0.kind == .planCheck }).id
    try council.store.keeping { try $0.setRun(id, state: .running, done: 1, total: 2) }
    try council.queue.start()
    defer { council.queue.stop() }
    let end = Date().addingTimeInterval(30)
    while try council.store.reading({ try $0.run(id)?.state.isOver }) != true, Date() < end {
      Thread.sleep(forTimeInterval: 0.02)
    }
    let run = try #require(try council.store.reading { try $0.run(id) })
    #expect(run.state == .done || run.state == .failed)
    #expect(!run.failure.contains("homeward-\(getuid())"))
  }
}
