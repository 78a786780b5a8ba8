import Foundation
import Operations
import Store
import Testing
@testable import Web

extension ExampleCouncilTests {
  /// Money on pages of its own: against the budget, what moved, contracts.
  func moneyPages(_ council: Council, _ finance: Browser, _ programme: Browser, _ viewer: Browser) throws {
    let budget = viewer.get("/money/variance").text
    for part in ["Volume", "Nights and what a week costs", "This table as CSV", "data-chart=\"variance\""] {
      #expect(budget.contains(part) == (part != "This table as CSV"), "\(part)")
    }
    #expect(finance.get("/money/variance").text.contains("tables/0?part=variance"))
    let moved = viewer.get("/money/movement?asOf=2025-12-31&since=2025-10-31").text
    #expect(moved.contains("Movement since 31 October 2025") && moved.contains("data-chart=\"movement\""))
    #expect(viewer.get("/money/movement").text.contains("There is no earlier outturn of 2026/27"))
    let contracts = finance.get("/money/contracts").text
    #expect(contracts.contains("FOS-103") && contracts.contains("What was agreed"))
    #expect(contracts.contains("Cost and volume"))
    #expect(viewer.get("/money/contracts").status == 403 && programme.get("/money/contracts").status == 403)
    let run = try #require(contracts.firstMatch(of: /href="(\/runs\/\d+\/tables\/0\?part=contracts)"/)).1
    #expect(finance.get(String(run)).text.contains("FOS-103"))
    #expect(programme.get(String(run)).status == 403)
    for (caption, cell) in SmallCounts.found(in: contracts) { Issue.record("“\(caption)” shows \(cell)") }
  }

  /// A month without one closed tells what moved from the month before.
  func lastMonth(_ council: Council, _ finance: Browser, _ viewer: Browser) throws {
    _ = finance.post("/money", ["asOf": "2025-09-30"])
    try council.settle()
    #expect(viewer.get("/money/movement?asOf=2025-09-30").text.contains("Movement since 31 August 2025"))
  }

  /// What a target would take, by each change.
  func targets(_ council: Council, _ programme: Browser, _ viewer: Browser) throws {
    let asked = programme.post(
      "/forecast/targets",
      ["measure": "children", "most": "380", "by": "2027-03-31", "change": "each"])
    let path = try #require(asked.header("location"))
    let cost = programme.post(
      "/forecast/targets",
      ["measure": "cost", "most": "38000000", "by": "2027-03-31", "change": "adoption", "chance": "80"])
    try council.settle()
    let page = viewer.get(path).text
    for part in [
      "At most 380 children", "Fewer entries", "More exits before 18", "More returns home", "fewer",
      "What it would take", "Asked before",
    ] { #expect(page.localizedCaseInsensitiveContains(part), "\(part)") }
    #expect(viewer.get(try #require(cost.header("location"))).text.contains("in 80 futures of 100"))
    #expect(programme.get(path).text.contains("This table as CSV"))
  }

  /// The first page says where the council stands.
  func today(_ council: Council, _ analyst: Browser, _ viewer: Browser) throws {
    let page = viewer.get("/").text
    for part in [
      "410 children were in care on 31 March 2026.", "Against the budget", "Since the last month",
      "has no month yet to compare with", "What changed with the last load", "The plan",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("findings in the returns"))
    #expect(analyst.get("/").text.contains("findings in the returns"))
  }

  /// Every page that anybody reaches, and all that was worked out, says what to do in a browser.
  func wording(_ council: Council, _ everybody: [Browser]) throws {
    for browser in everybody {
      var seen: Set<String> = []
      var next = ["/"]
      while let path = next.popLast() {
        guard seen.insert(path).inserted else { continue }
        let answer = browser.get(path)
        #expect(answer.status < 400, "\(path): \(answer.status)")
        guard answer.header("content-type")?.hasPrefix("text/html") == true else { continue }
        for words in CommandLineWords.found(in: answer.text) { Issue.record("\(path) says “\(words)”") }
        next += answer.text.matches(of: /href="(\/[^"#]*)/).map {
          String($0.1).replacing("&amp;", with: "&")
        }
      }
      #expect(seen.count > 15)
    }
    for run in try council.store.reading({ try $0.runs(nil, most: 500) }) {
      let result = try council.store.reading { try $0.result(of: run.id) }
      let texts =
        [run.failure, result?.title, result?.body, result?.footer].compactMap { $0 }
        + (result?.parts ?? []).flatMap { [$0.title, $0.body, $0.footer] }
        + (result?.charts ?? []).map(\.words)
      for words in texts.flatMap(CommandLineWords.found) {
        Issue.record("\(run.kind) \(run.options.keys.sorted()) says “\(words)”")
      }
    }
  }
}
