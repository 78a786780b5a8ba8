import Foundation
import Operations
import Store
import Support
import Testing
import Web

/// The children behind each figure of the measures.
struct CountedTests {
  /// A council with the example's returns worked out, and an analyst.
  private func loaded() throws -> (Council, Browser) {
    let council = try Council()
    let analyst = try council.person("analyst", [.analyst])
    _ = analyst.post("/data", uploads: SmallReturn.files(wrong: 0))
    try council.queue.start()
    try council.settle()
    return (council, analyst)
  }

  @Test func `each figure opens into its children, under stand-ins until somebody asks`() throws {
    let (council, analyst) = try loaded()
    let page = analyst.get("/children/rows?measure=started")
    #expect(page.status == 200 && !page.text.contains("KID101"))
    #expect(page.text.contains(try council.store.reading { $0.pseudonym(of: "KID101") }))
    #expect(page.text.contains("Counted (12)") && page.text.contains("12 rows."))
    #expect(page.text.contains("<option value=\"started\" selected>Started in the year</option>"))
    let shown = analyst.post("/children/rows", ["measure": "started"]).text
    for number in 101...112 { #expect(shown.contains("<th scope=\"row\">KID\(number)</th>")) }
    let noted = try council.noted("child.read").map(\.detail)
    #expect(
      noted == [
        "started, counted, page 1, 12 rows, pseudonyms", "started, counted, page 1, 12 rows, identifiers",
      ])
  }

  @Test func `the rows of a figure are as many as the figure`() throws {
    let (council, analyst) = try loaded()
    let run = try #require(try council.store.reading { try $0.runs(.measureRows, most: 1) }.first)
    let csv = analyst.get("/runs/\(run.id)/files/measure-rows.csv").text
    let started = csv.split(separator: "\n").filter { $0.contains(",started,counted,") }
    #expect(started.count == 12)
    #expect(analyst.get("/children").text.contains("Started in the year"))
  }

  @Test func `whoever may not see rows about children sees none, nor a way to them`() throws {
    let (council, analyst) = try loaded()
    let run = try #require(try council.store.reading { try $0.runs(.measureRows, most: 1) }.first)
    #expect(analyst.get("/children").text.contains("href=\"/children/rows\""))
    for role in [AccessRole.viewer, .finance, .programme, .administrator] {
      let other = try council.person(role.rawValue, [role])
      #expect(other.get("/children/rows?measure=started").status == 403)
      #expect(other.post("/children/rows", ["measure": "started"]).status == 403)
      #expect(!other.get("/children").text.contains("href=\"/children/rows\""))
      #expect(other.get("/runs/\(run.id)/files/measure-rows.csv").status >= 403)
      #expect(!other.get("/runs/\(run.id)").text.contains("KID1"))
    }
  }

  @Test func `a restricted record is left out of them, and it is said`() throws {
    let (council, analyst) = try loaded()
    let admin = try council.person("admin", [.administrator])
    _ = admin.post("/restricted", ["child": "KID101", "reason": "an employee's child", "named": ""])
    let text = analyst.post("/children/rows", ["measure": "started"]).text
    #expect(!text.contains("KID101") && text.contains("KID102") && text.contains("1 row is left out here"))
    #expect(text.contains("Counted (12)") && text.contains("11 rows."))
  }
}
