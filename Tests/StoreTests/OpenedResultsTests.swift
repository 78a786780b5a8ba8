import Foundation
import Operations
import Support
import Testing

@testable import Store

/// Results that were opened lately: the same as in the store, and no more than fit.
struct OpenedResultsTests {
  private func result(_ title: String) -> RunResult { RunResult(title: title, body: "", footer: "") }

  @Test func `a newer result of a run takes the place of the one before, from the store too`() throws {
    let folder = try TemporaryFolder()
    let council = try StoreFile(at: folder.path + "/c.sqlite").council
    let id = try council.keeping { changes in
      try changes.addRun(
        .forecast, options: [:], inputs: String(repeating: "0", count: 64), version: "1", by: "a", at: 1)
    }
    #expect(try council.reading { try $0.result(of: id) } == nil)
    for title in ["first picture", "whole"] {
      try council.keeping { try $0.setResult(result(title), of: id) }
      #expect(try council.reading { try $0.result(of: id)?.title } == title)
      #expect(try council.reading { try $0.result(of: id)?.title } == title)
    }
    try council.keeping { try $0.removeRuns([id]) }
    #expect(try council.reading { try $0.result(of: id) } == nil)
  }

  @Test func `what is undone is not remembered`() throws {
    struct Undone: Error {}
    let folder = try TemporaryFolder()
    let council = try StoreFile(at: folder.path + "/c.sqlite").council
    let id = try council.keeping { changes in
      let id = try changes.addRun(
        .forecast, options: [:], inputs: String(repeating: "0", count: 64), version: "1", by: "a", at: 1)
      try changes.setResult(result("kept"), of: id)
      return id
    }
    #expect(throws: Undone.self) {
      try council.keeping { changes in
        try changes.setResult(result("undone"), of: id)
        #expect(try changes.result(of: id)?.title == "undone")
        throw Undone()
      }
    }
    #expect(try council.reading { try $0.result(of: id)?.title } == "kept")
  }

  @Test func `those used longest ago go, and what is larger than half is not kept`() {
    let opened = OpenedResults()
    let part = OpenedResults.most / 4
    for id in Int64(1)...4 { opened.keep(result("\(id)"), of: id, "d", bytes: part) }
    #expect(opened.result(of: 1, "d")?.title == "1")
    opened.keep(result("5"), of: 5, "d", bytes: part)
    #expect(opened.result(of: 2, "d") == nil && opened.result(of: 1, "d") != nil)
    #expect(opened.result(of: 5, "other") == nil)
    opened.keep(result("large"), of: 6, "d", bytes: OpenedResults.most)
    #expect(opened.result(of: 6, "d") == nil && opened.result(of: 5, "d") != nil)
  }
}
