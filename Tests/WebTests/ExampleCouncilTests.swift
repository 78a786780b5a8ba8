import Foundation
import Operations
import Store
import Support
import Testing
@testable import Web

/// The example council with its fees, budget, contracts, a plan and cases, all of it worked out: what stands on the pages
/// of money, plan and cases, and what a viewer never sees. One test, since the working out takes its time.
struct ExampleCouncilTests {
  static let folder = Project.folder + "/Examples/"

  private static func upload(_ path: String, as name: String) throws -> WebRequest.Upload {
    .file(name, try Data(contentsOf: URL(fileURLWithPath: folder + path)))
  }

  /// The last years' returns and every file of money, loaded by those whose work it is.
  private func load(_ council: Council, _ analyst: Browser, _ finance: Browser, _ programme: Browser) throws {
    let years = try ["2023-24", "2024-25", "2025-26"].flatMap { year in
      try FileManager.default.contentsOfDirectory(atPath: Self.folder + "council/" + year).map {
        try Self.upload("council/\(year)/\($0)", as: "\(year)/\($0)")
      }
    }
    #expect(analyst.post("/data", uploads: years).status == 200)
    let money = try ["fees", "budget", "contracts", "actuals", "prices"].map {
      try Self.upload("council/\($0).csv", as: "\($0).csv")
    }
    #expect(finance.post("/data", uploads: money).text.contains("Added 5 files"))
    let small = try String(contentsOfFile: Self.folder + "cases/step-down-pathway.yaml", encoding: .utf8)
      .replacing("{value: 12, low: 6, high: 15}", with: "{value: 4, low: 3, high: 6}")
    let kept = [
      try Self.upload("plans/family-help.yaml", as: "family-help.yaml"),
      .file("nearer-home.yaml", ReadPlan.template),
      try Self.upload("cases/section-17.yaml", as: "section-17.yaml"),
      try Self.upload("scenarios/early-help-and-step-down.yaml", as: "early-help-and-step-down.yaml"),
      .file("step-down.yaml", small),
    ]
    #expect(programme.post("/data", uploads: kept).text.contains("Added 5 files"))
  }

  @Test func `the pages of an example council, and what a viewer doesn't see on them`() throws {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    let finance = try council.person("finance", [.finance])
    let programme = try council.person("programme", [.programme])
    let viewer = try council.person("viewer", [.viewer])
    try load(council, analyst, finance, programme)
    try council.queue.start()
    try council.settle()
    for run in try council.store.reading({ try $0.runs(nil, most: 500) }) where run.state == .failed {
      Issue.record("\(run.kind) \(run.options): \(run.failure)")
    }
    try money(council, finance, viewer)
    try plan(council, programme, viewer)
    try cases(council, finance, programme, viewer)
    try moneyPages(council, finance, programme, viewer)
    try lastMonth(council, finance, viewer)
    try targets(council, programme, viewer)
    _ = programme.post("/forecast/backtest")
    _ = programme.post("/forecast/explain")
    try council.settle()
    try today(council, analyst, viewer)
    try crawl(council, viewer)
    try rows(council, analyst)
    let others = try AccessRole.allCases.map { try council.person("other-" + $0.rawValue.lowercased(), [$0]) }
    try wording(council, others)
    let verdict = try VerifyAudit.run(council.store)
    guard case .whole = verdict else {
      Issue.record("the audit does not hold")
      return
    }
  }

  @Test func `a small count in a table is told from money, shares and large counts`() {
    let page = """
      <table><caption>Children in care</caption><thead><tr><th scope="col">Kind</th><th scope="col" class="n">Children</th>
      <th scope="col" class="n">£ a week</th></tr></thead><tbody><tr><th scope="row">Foster</th><td class="n">%</td>
      <td class="n">4</td></tr></tbody></table>
      """
    #expect(SmallCounts.found(in: page.replacing("%", with: "3")).map(\.cell) == ["Foster, Children: 3"])
    #expect(SmallCounts.found(in: page.replacing("%", with: "6")).isEmpty)
    #expect(SmallCounts.found(in: page.replacing("%", with: "0")).isEmpty)
  }

  private func money(_ council: Council, _ finance: Browser, _ viewer: Browser) throws {
    let page = finance.get("/money").text
    #expect(page.contains("Sign off the outturn as of") && page.contains("What more files would show"))
    #expect(page.contains("Adjustments") && !viewer.get("/money").text.contains("/money/close"))
    let run = try #require(page.firstMatch(of: /name="run" value="(\d+)"/)).1
    #expect(finance.post("/money/close", ["run": String(run), "reason": ""]).status == 422)
    #expect(viewer.post("/money/close", ["run": String(run), "reason": "checked"]).status == 403)
    #expect(finance.post("/money/close", ["run": "1", "reason": "checked"]).status == 404)
    #expect(try council.noted("month.close").isEmpty)
    let closed = finance.post("/money/close", ["run": String(run), "reason": "checked with the teams"])
    #expect(closed.status == 200 && closed.text.contains("is closed"))
    #expect(try council.noted("month.close").count == 1)
    #expect(viewer.get("/money").text.contains("finance (checked with the teams)"))
    // Closed is closed.
    #expect(finance.post("/money/close", ["run": String(run), "reason": "again"]).status == 422)
    #expect(try council.noted("month.close").count == 1)
    let day = try #require(closed.text.firstMatch(of: /name="day" value="([0-9-]+)"/)).1
    council.pass(60)
    let reopened = finance.post("/money/reopen", ["day": String(day), "reason": "late invoices"])
    #expect(reopened.text.contains("late invoices"))
    #expect(try council.noted("month.reopen").map(\.subject) == [String(day)])
    let asked = finance.post("/money", ["asOf": "2025-12-31", "since": "2025-10-31"])
    #expect(asked.header("location") == "/money?asOf=2025-12-31&since=2025-10-31")
    try council.settle()
    let moved = finance.get("/money?asOf=2025-12-31&since=2025-10-31").text
    #expect(moved.contains("Since 31 October 2025 it has"))
    #expect(viewer.get("/money?asOf=2025-12-31&since=2025-10-31").status == 403)
    try closedMonths(council, finance, viewer)
    #expect(finance.post("/money", ["since": "today"]).status == 422)
  }

  /// A month is closed, and the next one tells what moved since, from what was signed off.
  private func closedMonths(_ council: Council, _ finance: Browser, _ viewer: Browser) throws {
    _ = finance.post("/money", ["asOf": "2025-10-31"])
    try council.settle()
    let page = finance.get("/money?asOf=2025-10-31").text
    let run = try #require(page.firstMatch(of: /name="run" value="(\d+)"/)).1
    #expect(finance.post("/money/close", ["run": String(run), "reason": "month end"]).status == 200)
    council.pass(60)
    _ = finance.post("/money", ["asOf": "2025-12-31"])
    try council.settle()
    #expect(finance.get("/money?asOf=2025-12-31").text.contains("Since 31 October 2025 it has"))
    let made = try #require(try council.store.reading { try $0.runs(.outturn, most: 1) }.first)
    council.pass(60)
    _ = finance.post("/money/reopen", ["day": "2025-10-31", "reason": "late invoices"])
    // What was worked out before a month was opened again is worked out again to the byte.
    #expect(finance.post("/runs/\(made.id)/again").text.contains("the same to the byte"))
  }

  private func plan(_ council: Council, _ programme: Browser, _ viewer: Browser) throws {
    let first = viewer.get("/plan")
    #expect(first.text.contains("family-help.yaml") && first.text.contains("nearer-home.yaml"))
    for page in ["/plan", "/plan/actions", "/plan/risks", "/plan/bridge", "/plan/checks"] {
      let answer = viewer.get(page + "?file=nearer-home.yaml")
      #expect(answer.status == 200 && answer.text.contains("<div class=\"hw-report\""), "\(page)")
      #expect(answer.text.contains("aria-current=\"page\""))
      #expect(viewer.get(page + "?file=nosuch.yaml").status == 404)
    }
    #expect(viewer.post("/plan/keep", ["file": "nearer-home.yaml"]).status == 403)
    #expect(programme.post("/plan/keep", ["file": "nearer-home.yaml"]).status == 303)
    try council.settle()
    #expect(try council.noted("plan.keep").map(\.actor) == ["programme"])
    #expect(
      viewer.get("/plan?file=nearer-home.yaml").text.contains(
        "Status on the days on which a version was kept"))
    let text = programme.get("/plan/plan.yaml?file=nearer-home.yaml")
    #expect(ReadPlan.read(Array(text.body)).plan != nil)
    #expect(viewer.get("/plan/plan.yaml").status == 403)
    let table = programme.get("/plan/risks?file=nearer-home.yaml").text
      .firstMatch(of: /href="(\/runs\/\d+\/tables\/0\?part=risks)"/)
    #expect(programme.get(String(try #require(table).1)).status == 200)
  }

  private func cases(
    _ council: Council, _ finance: Browser, _ programme: Browser, _ viewer: Browser
  ) throws {
    let list = viewer.get("/cases")
    #expect(list.text.contains("/cases?file=section-17.yaml") && list.text.contains("step-down.yaml"))
    #expect(list.text.contains("/cases/templates/step_down"))
    #expect(ReadCase.read(Array(viewer.get("/cases/templates/step_down").body)).businessCase != nil)
    #expect(viewer.get("/cases/templates/nosuch").status == 404)
    let beside = viewer.get("/cases/compare?case.section-17.yaml=1&case.step-down.yaml=1")
    #expect(beside.status == 200 && beside.text.contains("Worth to council"))
    #expect(viewer.get("/cases/compare?case.section-17.yaml=1").status == 303)
    // A case of four children is for those who keep it.
    let few = try council.store.reading { try $0.runs(.appraisal, most: 50) }
      .first { $0.options["file"] == "step-down.yaml" }
    let number = try #require(few).id
    #expect(viewer.get("/cases?file=step-down.yaml").text.contains("about fewer than six children"))
    #expect(viewer.get("/runs/\(number)/charts/flow").status == 403)
    #expect(!programme.get("/cases?file=step-down.yaml").text.contains("This is about fewer than six"))
    let fields: KeyValuePairs = ["file": "section-17.yaml", "words": "agreed by the board"]
    #expect(viewer.post("/cases/sign-off", fields).status == 403)
    #expect(programme.post("/cases/sign-off", fields).status == 422)
    #expect(finance.post("/cases/sign-off", fields).status == 200)
    let chair = try council.person("chair", [.panelChair])
    #expect(chair.post("/cases/sign-off", fields).status == 422)
    #expect(try council.noted("case.sign-off").map(\.actor) == ["finance"])
    #expect(viewer.get("/cases?file=section-17.yaml").text.contains("agreed by the board"))
    #expect(viewer.post("/cases/withdraw", fields).status == 403)
    #expect(finance.post("/cases/withdraw", fields).text.contains("Nobody has signed this case off"))
  }

  /// Rows about children stand in files that say so by a column `child`, by which those of restricted records are left
  /// out; and nowhere else.
  private func rows(_ council: Council, _ analyst: Browser) throws {
    let header = try String(contentsOfFile: Self.folder + "council/2025-26/header.csv", encoding: .utf8)
    let children = Set(header.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } })
    func told(_ text: String) -> Int {
      Set(text.split { !$0.isLetter && !$0.isNumber }).intersection(children).count
    }
    var named = 0
    for run in try council.store.reading({ try $0.runs(nil, most: 500) }) {
      guard let result = try council.store.reading({ try $0.result(of: run.id) }) else { continue }
      let pages = [result.body] + (result.parts ?? []).map(\.body) + result.charts.map(\.specification)
      // Some of many figures are some child's number by chance.
      #expect(pages.allSatisfy { told($0) * 20 < children.count }, "\(run.kind)")
      let account = try #require(analyst.account)
      let all = try council.store.reading { try ChildRows(for: account, in: $0) }
      for file in result.files where told(all.text(of: file).text) * 20 >= children.count {
        named += 1
        let columns = all.text(of: file).text.prefix { $0 != "\n" }.split(separator: ",")
        #expect(file.type == "text/csv" && columns.contains("child"), "\(run.kind) \(file.name)")
      }
    }
    // The check's findings were among them.
    #expect(named > 0)
  }

  /// Every page that a viewer reaches by links, and each run's charts and files.
  private func crawl(_ council: Council, _ viewer: Browser) throws {
    var seen: Set<String> = []
    var pages: [String: String] = [:]
    var next = ["/"]
    while let path = next.popLast() {
      guard seen.insert(path).inserted else { continue }
      let answer = viewer.get(path)
      #expect(answer.status == 200, "\(path): \(answer.status)")
      guard answer.header("content-type")?.hasPrefix("text/html") == true else { continue }
      pages[path] = answer.text
      for (caption, cell) in SmallCounts.found(in: answer.text) {
        Issue.record("\(path): “\(caption)” shows \(cell)")
      }
      #expect(!answer.text.contains("/files/"), "\(path) links to a file")
      next += answer.text.matches(of: /href="(\/[^"#]*)/).map { String($0.1).replacing("&amp;", with: "&") }
    }
    let paths = Set(seen.map { String($0.prefix { $0 != "?" }) })
    #expect(
      paths.isSuperset(of: [
        "/money", "/money/variance", "/money/movement", "/forecast/targets", "/money/unit-costs",
        "/plan/bridge", "/cases", "/children",
      ]))
    #expect(!seen.contains("/data/findings"))
    try across(council, pages)
    for run in try council.store.reading({ try $0.runs(nil, most: 500) }) {
      guard let result = try council.store.reading({ try $0.result(of: run.id) }) else { continue }
      for file in result.files {
        let status = viewer.get("/runs/\(run.id)/files/\(file.name)").status
        #expect(status == 403 || status == 404, "\(run.kind) \(file.name): \(status)")
      }
      if run.kind == .check { #expect(viewer.get("/runs/\(run.id)").status == 404) }
    }
  }
}

/// Cells of tables on a page that count one to five children.
enum SmallCounts {
  /// Words of a column's or row's heading that say that it counts children.
  private static var people: Regex<(Substring, Substring)> {
    /(?i)\b(children|child|in care|entrants|leavers|entered|left|stays|placements)\b/
  }
  /// Words that say that it is no count: a share, a rate, money, time, or the distance between two means.
  private static var other: Regex<(Substring, Substring)> {
    /(?i)(£|%|cost|price|weekly|rate|share|per |nights|days|weeks|months|years|chance|ratio|change|difference|pace|gap)/
  }

  static func found(in page: String) -> [(caption: String, cell: String)] {
    var found: [(String, String)] = []
    for (caption, rows) in HTMLText.tables(page) {
      guard let head = rows.first else { continue }
      for row in rows.dropFirst() {
        for (column, cell) in row.enumerated().dropFirst() where column < head.count {
          let words = "\(head[column]) \(row[0])"
          let counts = words.contains(people) || caption.contains(people)
          guard counts, !words.contains(other), !caption.contains(/(?i)£|per cent|%|nights|weeks/),
            let number = Int(cell.replacing("+", with: "").replacing("−", with: "")), (1...5).contains(number)
          else { continue }
          found.append((caption, "\(row[0]), \(head[column]): \(cell)"))
        }
      }
    }
    return found
  }
}
