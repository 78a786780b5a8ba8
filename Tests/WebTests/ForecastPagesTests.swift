import Foundation
import Operations
import Store
import Testing
import Web

/// The forecast's pages, in process; nothing is worked out unless the queue is started.
struct ForecastPagesTests {
  private let hostile = "<script>alert(1)</script>\ninitiatives: []\nrates: \"x\": &a *a"

  private func location(_ answer: WebResponse) throws -> String { try #require(answer.header("location")) }

  private func kept(_ council: Council) throws -> [CouncilDocument] {
    try council.store.reading { try $0.documents().filter { $0.kind == .scenario } }
  }

  @Test func `a scenario that is tried keeps nothing, and the form comes back as it was sent`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    #expect(analyst.get("/forecast/scenario").status == 200)
    let answer = analyst.post("/forecast/scenario", sent(["do": "show", "prevent-start": "2027-04-01"]))
    #expect(answer.status == 303)
    let page = analyst.get(try location(answer))
    #expect(page.status == 200)
    #expect(
      page.text.contains("name=\"prevent-share\" inputmode=\"decimal\" autocomplete=\"off\" value=\"15\""))
    #expect(page.text.contains("value=\"2027-04-01\""))
    #expect(try kept(council).isEmpty)
  }

  @Test func `a scenario is kept under its name, changed, removed and put back`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let answer = analyst.post("/forecast/scenario", sent(["do": "keep", "name": "Early help"]))
    #expect(answer.status == 303)
    let first = try #require(try kept(council).first)
    #expect(first.name == "Early help.yaml")
    #expect(try location(answer) == "/forecast/scenarios/\(first.id)")
    #expect(analyst.get(try location(answer)).text.contains("<h1 id=\"title\">Early help</h1>"))

    let again = analyst.post("/forecast/scenario", sent(["do": "keep", "name": "Early help"]))
    #expect(again.status == 422 && again.text.contains("A scenario of this name is kept already"))
    let changed = analyst.post(
      "/forecast/scenario",
      sent(["do": "keep", "name": "Early help 2", "editing": first.id, "prevent-share": "20"]))
    #expect(changed.status == 303)
    let second = try #require(try kept(council).first)
    #expect(try kept(council).count == 1 && second.name == "Early help 2.yaml")

    let removed = analyst.post("/forecast/scenarios/\(second.id)/remove")
    #expect(removed.status == 200 && removed.text.contains("Put it back"))
    #expect(try kept(council).isEmpty)
    #expect(analyst.post("/forecast/scenarios/\(second.id)/restore").status == 200)
    #expect(try kept(council).map(\.name) == ["Early help 2.yaml"])
  }

  @Test func `a hostile name is kept as a name and shown as text`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let answer = analyst.post("/forecast/scenario", sent(["do": "keep", "name": hostile]))
    #expect(answer.status == 303)
    let document = try #require(try kept(council).first)
    let text = String(
      decoding: try council.store.reading { try $0.content(of: document) }, as: UTF8.self)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("initiatives:") } == 1)
    #expect(ReadScenario.name(of: text)?.hasPrefix("<script>alert(1)</script> initiatives: []") == true)
    for path in [
      try location(answer), "/forecast/scenarios", "/forecast/scenario?from=\(document.id)", "/forecast",
      "/data",
    ] {
      let page = analyst.get(path)
      #expect(page.status == 200 && !page.text.contains("<script>alert"), "\(path)")
    }
    for name in ["../../etc/passwd", "..", "/", ".hidden", String(repeating: "é", count: 5_000)] {
      let answer = analyst.post("/forecast/scenario", sent(["do": "keep", "name": name]))
      #expect(answer.status == 303, "\(name.prefix(20))")
    }
    #expect(try kept(council).allSatisfy { !$0.name.contains("/") && !$0.name.hasPrefix(".") })
  }

  @Test(arguments: ["1e308", "99999999999999999999999", "-1", "10\nkind: add_capacity", "<b>", "NaN"])
  func `a number that can't be used is told at its field, and nothing is worked out`(text: String) throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let before = try council.store.reading { try $0.auditCount() }
    for way in ["show", "keep"] {
      let answer = analyst.post(
        "/forecast/scenario", sent(["do": way, "name": "A", "prevent-share": text]))
      #expect(answer.status == 422 && answer.text.contains("id=\"prevent-share-error\""))
      #expect(!answer.text.contains("<b>"))
    }
    #expect(try council.store.reading { try $0.runs(.scenario, most: 9).isEmpty })
    #expect(try council.store.reading { try $0.auditCount() } == before)
  }

  @Test func `a slider's request gets the place of the picture only, and the one before is stopped`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let first = analyst.post("/forecast/scenario", sent([:]), partial: true)
    #expect(first.status == 200 && !first.text.contains("<html") && first.text.contains("id=\"panel\""))
    let path = try #require(first.header("homeward-address"))
    let run = try #require(path.split(separator: "=").last.map(String.init))
    #expect(first.text.contains("id=\"live\" name=\"live\" value=\"\(run)\""))
    _ = analyst.post("/forecast/scenario", sent(["prevent-share": "30", "live": run]), partial: true)
    let runs = try council.store.reading { try $0.runs(.scenario, most: 9) }
    #expect(runs.map(\.state) == [.waiting, .cancelled])
    // Somebody else's is not theirs to stop.
    let finance = try council.person("finance", [.finance])
    _ = finance.post(
      "/forecast/scenario", sent(["prevent-share": "40", "live": "\(runs[0].id)"]), partial: true)
    #expect(try council.store.reading { try $0.run(runs[0].id)?.state } == .waiting)

    let wrong = analyst.post("/forecast/scenario", sent(["prevent-share": "x"]), partial: true)
    #expect(wrong.status == 200 && wrong.text.contains("role=\"alert\""))
  }

  @Test func `the same levers are worked out once`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let one = analyst.post("/forecast/scenario", sent(["prevent-share": "15"]), partial: true)
    let same = analyst.post("/forecast/scenario", sent(["prevent-share": " 15.0 "]), partial: true)
    #expect(one.header("homeward-address") == same.header("homeward-address"))
  }

  @Test func `a viewer looks at scenarios kept, and can neither run, keep nor remove one`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    _ = analyst.post("/forecast/scenario", sent(["do": "keep", "name": "Early help"]))
    let document = try #require(try kept(council).first)
    let viewer = try council.person("viewer", [.viewer])
    for path in ["/forecast", "/forecast/scenarios", "/forecast/backtest", "/forecast/explain"] {
      let page = viewer.get(path)
      #expect(page.status == 200 && !page.text.contains("action=\"/forecast"), "\(path)")
      #expect(!page.text.contains("href=\"/forecast/scenario\""), "\(path)")
    }
    #expect(viewer.get("/forecast/scenarios/\(document.id)").status == 200)
    #expect(viewer.get("/forecast/scenario").status == 403)
    #expect(viewer.get("/forecast/scenarios.csv").status == 403)
    for path in [
      "/forecast/scenario", "/forecast/scenarios", "/forecast/scenarios/\(document.id)/remove",
      "/forecast/scenarios/\(document.id)/restore", "/forecast/backtest", "/forecast/explain",
    ] { #expect(viewer.post(path, sent(["do": "keep"])).status == 403, "\(path)") }
    #expect(try kept(council).count == 1)
  }

  @Test func `a scenario's way to restore puts no other file back`() throws {
    let council = try Council()
    let everybody = try council.person("all", [.analyst, .finance])
    let upload = WebRequest.Upload(
      field: "files", name: "prices.csv", content: Data("category,weekly_pounds,from\n".utf8))
    _ = everybody.post("/data", uploads: [upload])
    let prices = try #require(try council.store.reading { try $0.documents().first })
    _ = everybody.post("/data/remove/\(prices.id)")
    #expect(everybody.post("/forecast/scenarios/\(prices.id)/restore").status == 404)
    #expect(try council.store.reading { try $0.documents().isEmpty })
  }

  @Test func `keeping a scenario makes no forecast older, but a plan's status`() throws {
    let council = try Council()
    let before = try council.store.reading { try $0.documents() }
    let analyst = try council.person("analyst", [.analyst])
    _ = analyst.post("/forecast/scenario", sent(["do": "keep", "name": "Early help"]))
    let after = try council.store.reading { try $0.documents() }
    func inputs(_ documents: [CouncilDocument], _ kind: RunKind) -> String {
      CouncilFolder.inputs(documents, council: nil, for: kind)
    }
    for kind in [RunKind.forecast, .scenario, .measures] {
      #expect(inputs(before, kind) == inputs(after, kind))
    }
    #expect(inputs(before, .planStatus) != inputs(after, .planStatus))
  }

  // MARK: What the form sends

  private func rest() -> [(String, String)] {
    ScenarioDraft.usual(today: RunQueue.day(1_800_000_000)).values.sorted { $0.key < $1.key }.map { ($0, $1) }
  }

  private func sent(_ own: [String: String]) -> [(String, String)] {
    rest() + [("prevent-share", "15"), ("name", "")] + own.sorted { $0.key < $1.key }.map { ($0, $1) }
  }
}
