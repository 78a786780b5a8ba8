import Foundation
import Operations
import Store
import Testing

@testable import Web

/// What somebody sees who only looks on: what stands on the pages, and nothing to set beside it.
struct LookingOnTests {
  /// Loads a return of so many children; nothing is worked out.
  private func load(_ council: Council, _ wrong: Int) throws {
    let note = AuditNote(at: council.now, actor: "test", action: "document.add")
    try council.store.changing(note) { changes in
      for file in SmallReturn.files(wrong: wrong) {
        _ = try changes.add(.returns, name: file.name, file.content, by: "test", at: council.now)
      }
    }
  }

  /// A run of the files that count, with what it gave; without words it waits.
  private func run(
    _ council: Council, _ kind: RunKind, _ options: [String: String] = [:], words: String?
  ) throws -> Int64 {
    try council.store.keeping { changes in
      let id = try changes.addRun(
        kind, options: options, inputs: try changes.inputs(for: kind),
        version: "1", by: "test", at: council.now)
      guard let words else { return id }
      let chart = RunResult.DrawnChart(id: "fan", specification: "{}", words: words)
      try changes.setResult(
        RunResult(title: "T", body: "<p class=\"lede\">\(words)</p>", footer: "", charts: [chart]), of: id)
      try changes.endRun(id, state: .done, failure: "", at: council.now)
      return id
    }
  }

  private func statuses(_ browser: Browser, _ run: Int64) -> [Int] {
    ["/runs/\(run)", "/runs/\(run)/panel", "/runs/\(run)/charts/fan"].map { browser.get($0).status }
  }

  @Test func `forecasts and outturns with other assumptions are for those who make them`() throws {
    let council = try Council()
    try load(council, 0)
    let (viewer, finance) = (
      try council.person("viewer", [.viewer]), try council.person("finance", [.finance])
    )
    let usual = try run(council, .forecast, words: "four hundred")
    let other = try run(council, .forecast, ["until": "2030-03-31"], words: "another grouping")
    let outturn = try run(council, .outturn, ["asOf": "2025-12-30"], words: "a day before")
    #expect(statuses(viewer, usual) == [200, 200, 200])
    #expect(viewer.get("/forecast").text.contains("four hundred"))
    for (path, id) in [("/forecast?until=2030-03-31", other), ("/money?asOf=2025-12-30", outturn)] {
      #expect(viewer.get(path).status == 403 && statuses(viewer, id) == [404, 404, 404], "\(path)")
      #expect(finance.get(path).status == 200 && statuses(finance, id) == [200, 200, 200], "\(path)")
    }
  }

  @Test func `what was made of earlier files goes as soon as there is something newer`() throws {
    let council = try Council()
    try load(council, 0)
    let (viewer, finance) = (
      try council.person("viewer", [.viewer]), try council.person("finance", [.finance])
    )
    let first = try run(council, .explain, words: "before the load")
    #expect(viewer.get("/forecast/explain").text.contains("before the load"))
    try load(council, 1)
    // Nobody works it out anew: only who works with it sees what was.
    #expect(!viewer.get("/forecast/explain").text.contains("before the load"))
    #expect(statuses(viewer, first) == [404, 404, 404] && statuses(finance, first) == [200, 200, 200])
    #expect(finance.get("/forecast/explain").text.contains("before the load"))
    // While it is being worked out, the one before stands there.
    let second = try run(council, .explain, words: nil)
    #expect(viewer.get("/forecast/explain").text.contains("before the load"))
    #expect(statuses(viewer, first) == [200, 200, 200])
    try council.store.keeping {
      try $0.setResult(RunResult(title: "T", body: "<p>after</p>", footer: ""), of: second)
      try $0.endRun(second, state: .done, failure: "", at: council.now)
    }
    #expect(viewer.get("/forecast/explain").text.contains("<p>after</p>"))
    #expect(statuses(viewer, first) == [404, 404, 404])
  }

  @Test func `a scenario that is tried is for those who try, one that is kept for all`() throws {
    let council = try Council()
    try load(council, 0)
    let viewer = try council.person("viewer", [.viewer])
    let (tried, kept) = ("name: Tried\ninitiatives: []\n", "name: Kept\ninitiatives: []\n")
    let note = AuditNote(at: council.now, actor: "test", action: "document.add")
    try council.store.changing(note) {
      _ = try $0.add(.scenario, name: "Kept.yaml", Data(kept.utf8), by: "test", at: council.now)
    }
    let one = try run(council, .scenario, ["scenario": tried], words: "tried")
    let two = try run(council, .scenario, ["scenario": kept], words: "kept")
    #expect(statuses(viewer, one) == [404, 404, 404] && statuses(viewer, two) == [200, 200, 200])
  }

  @Test func `a page's table as CSV has numbers that a spreadsheet reads`() throws {
    let rows = [["Line", "£ thousand"], ["Homes", "−1,234"], ["Foster", "+7"], ["Share", "12.5\u{A0}%"]]
    let more = [["Range", "−219 to 2,693"], ["Twice, 1", "=1+1"], ["Kept back", "c"], ["Left", "–"]]
    let text = String(decoding: HTMLText.csv(rows + more), as: UTF8.self)
    #expect(
      text == """
        \u{FEFF}Line,£ thousand
        Homes,-1234
        Foster,7
        Share,12.5%
        Range,"−219 to 2,693"
        "Twice, 1",'=1+1
        Kept back,c
        Left,–

        """)
    let page = "<table><caption>C</caption><tr><th>\u{301}a</th><td>b</td></tr></table>"
    #expect(HTMLText.tables(page)[0].rows == [["\u{301}a", "b"]])
  }

  @Test func `while many sign in at once, those who are in go on`() throws {
    let council = try Council()
    let browser = try council.person("somebody", [.viewer])
    let (began, go) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let ended = DispatchGroup()
    for _ in 0..<Site.mostProving {
      DispatchQueue.global().async(group: ended) {
        try? council.site.proving {
          began.signal()
          go.wait()
        }
      }
    }
    for _ in 0..<Site.mostProving { began.wait() }
    let fields: KeyValuePairs = ["name": "somebody", "password": Council.password]
    #expect(Browser(council).post("/sign-in", fields).status == 503)
    #expect(browser.get("/").status == 200)
    for _ in 0..<Site.mostProving { go.signal() }
    ended.wait()
    #expect(Browser(council).post("/sign-in", fields).status == 303)
  }
}
