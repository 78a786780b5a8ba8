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
