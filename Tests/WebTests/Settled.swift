import Foundation
import Operations
import Store
import Support
import Testing
import Web

extension Council {
  /// Works out whatever waits, and comes back when nothing does.
  func settle(within seconds: Double = 900) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while try store.reading({ try $0.runs(nil, most: 500).contains { !$0.state.isOver } }) {
      try #require(Date() < end, "the runs did not end")
      Thread.sleep(forTimeInterval: 0.05)
    }
  }

  /// The actions noted in the audit, the earliest first, with what was noted.
  func noted(_ action: String) throws -> [AuditNote] {
    try store.reading { try $0.auditEntries(after: 0, most: 10_000) }.map(\.note).filter {
      $0.action == action
    }
  }

  /// The number of a file that counts.
  func document(_ name: String) throws -> CouncilDocument {
    try #require(try store.reading { try $0.documents() }.first { $0.name == name })
  }
}

extension WebRequest.Upload {
  /// A file as the form for loading sends it.
  static func file(_ name: String, _ text: String) -> WebRequest.Upload {
    WebRequest.Upload(field: "files", name: name, content: Data(text.utf8))
  }

  /// The same of bytes.
  static func file(_ name: String, _ content: Data) -> WebRequest.Upload {
    WebRequest.Upload(field: "files", name: name, content: content)
  }
}

/// A small return, whose rows fail a rule or don't.
enum SmallReturn {
  /// Twelve children who came into care; of the first `wrong` the end stands before the start.
  static func files(wrong: Int) -> [WebRequest.Upload] {
    let children = (1...12).map { "KID\(100 + $0)" }
    let lines = children.enumerated().map { place, child in
      EpisodeLine(child, "01/05/2024", place < wrong ? "01/03/2024" : "01/07/2024", rec: "E4A")
    }
    return [
      .file("2024-25/episodes.csv", ReturnFixture.episodes(lines)),
      .file("2024-25/header.csv", ReturnFixture.header(children.map { ($0, "01/06/2012") })),
    ]
  }
}
