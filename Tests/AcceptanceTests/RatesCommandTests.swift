import Files
import Foundation
import Support
import Testing

/// `homeward rates`, as its user runs it.
struct RatesCommandTests {
  private static let council = Project.folder + "/Examples/council"

  private func rows(_ path: String, _ more: [String] = []) throws -> [SmallTable.Row] {
    try SmallTable.read(
      [UInt8](Data(contentsOf: URL(fileURLWithPath: path))),
      columns: ["event", "scope", "events", "exposure", "seen", "used", "p10", "p90"] + more)
  }

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func number(_ row: SmallTable.Row, _ column: String) throws -> Double {
    try #require(row[column].flatMap(Double.init))
  }

  @Test func `the readable part is printed, every cell on request, and all of it in the CSV`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/r.csv"
    let short = try Program.run(["rates", Self.council, "-q", "--csv", path])
    #expect(short.code == 0)
    for words in [
      "Return home", "Adoption", "1 in ", "by age and time in care", "Unaccompanied", "80 %",
      "come into care",
    ] {
      #expect(short.out.contains(words), "\(words)")
    }
    let long = try Program.run([
      "rates", Self.council, "-q", "--all", "--prices", Self.council + "/prices.csv",
    ])
    #expect(long.out.contains("Where changes lead, every cell") && !short.out.contains("every cell\n"))
    let rows = try rows(path)
    for row in rows {
      #expect(try number(row, "p10") <= number(row, "p90"))
      if let seen = row["seen"].flatMap(Double.init) {
        #expect(abs(seen * (try number(row, "exposure")) - (try number(row, "events"))) < 0.01 + 1e-3 * seen)
      }
    }
    // Nothing is shown that can't happen, and what rests on little says so.
    for text in [short.out, long.out] {
      #expect(!text.contains(" 0–0 ") && !text.contains("0–<0.0001 "))
      #expect(text.contains("    that is  ") && text.contains("  little"))
      for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    }
    #expect(flat(short.out).contains("20 rates are left out, where “–” stands"))
    #expect(flat(long.out).contains("rows of what was not seen and is next to never drawn"))
    // Cells add up to their event, in events and in child-years.
    for event in ["home", "adoption", "change"] {
      let own = rows.filter { $0["event"] == event }
      let all = try #require(own.first { $0["scope"] == "all" })
      for column in ["events", "exposure"] {
        let sum = try own.filter { $0["scope"] == "cell" }.reduce(0) { $0 + (try number($1, column)) }
        #expect(abs(sum - (try number(all, column))) < 0.01)
      }
    }
    let json = try Program.run(["rates", Self.council, "-q", "--json"])
    let document = try #require(JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    #expect((document["rates"] as? [Any])?.count == rows.count)
  }

  @Test func `a scenario's rates stand beside, and what it leaves alone is as it was`() throws {
    let folder = try TemporaryFolder()
    let plan = try folder.write(
      "plan.yaml",
      Data(
        """
        name: Home sooner
        rates:
          - event: home
            ages: 10-15
            multiply: 2
        """.utf8))
    let path = folder.path + "/r.csv"
    let result = try Program.run(["rates", Self.council, "-q", "--scenario", plan, "--csv", path])
    #expect(result.code == 0, "\(result.err)")
    #expect(flat(result.out).contains("“Home sooner” changes return home (10 to 15). What it changes"))
    #expect(result.out.components(separatedBy: "\n    changed").count == 2 && result.out.contains(" same "))
    let all = try Program.run(["rates", Self.council, "-q", "--scenario", plan, "--all"])
    let lines = all.out.split(separator: "\n")
    for line in lines { #expect(line.count <= 100, "\(line)") }
    let cells = try #require(lines.firstIndex { $0.hasPrefix("Return home, every cell") })
    let first = try #require(lines[cells...].first { $0.hasPrefix("  1") || $0.hasPrefix("  Under") })
    #expect(first.hasPrefix("  10 to 15") && !first.contains("same"))
    for row in try rows(path, ["changed"]) where row["scope"] == "cell" {
      let isNamed = row["event"] == "home" && row["age"]?.hasPrefix("10") == true
      let (used, changed) = (try number(row, "used"), try number(row, "changed"))
      #expect(abs(changed - used * (isNamed ? 2 : 1)) < 3e-6)
    }
  }

  @Test func `the page has no count and no rate on one to five events`() throws {
    var lines: [EpisodeLine] = []
    for child in 100..<160 { lines.append(EpisodeLine("\(child)", "0\(child % 9 + 1)/05/2023")) }
    for child in 200..<203 { lines.append(EpisodeLine("\(child)", "02/06/2023", "02/09/2023", rec: "E11")) }
    for child in 300..<307 { lines.append(EpisodeLine("\(child)", "02/06/2023", "02/09/2023", rec: "E4A")) }
    let births = Set(lines.map(\.child)).sorted().map { (child: $0, birth: "01/06/2014") }
    let folder = try TemporaryFolder([
      "in/e.csv": ReturnFixture.episodes(lines), "in/h.csv": ReturnFixture.header(births),
    ])
    let result = try Program.run(["rates", folder.path + "/in", "-q", "--html", folder.path + "/r.html"])
    #expect(result.code == 0 && result.out.contains("3 in "))
    let page = try String(contentsOfFile: folder.path + "/r.html", encoding: .utf8)
    #expect(!page.contains("Child-years") && !page.contains(" in 1") && !page.contains("seen"))
    let adoption = try #require(
      page.components(separatedBy: "<th scope=\"row\">Adoption</th>").dropFirst().first)
    #expect(adoption.components(separatedBy: "</tr>")[0].contains("few"))
    let home = try #require(
      page.components(separatedBy: "<th scope=\"row\">Return home</th>").dropFirst().first)
    #expect(!home.components(separatedBy: "</tr>")[0].contains("few"))
  }

  @Test func `too little to take rates from is said with what to do`() throws {
    let lines = (1...9).map { EpisodeLine("\($0)", "0\($0)/05/2024") }
    let folder = try TemporaryFolder([
      "in/e.csv": ReturnFixture.episodes(lines),
      "in/h.csv": ReturnFixture.header((1...9).map { (child: "\($0)", birth: "01/06/2014") }),
    ])
    let result = try Program.run(["rates", folder.path + "/in", "-q", "--as-of", "2024-06-30"])
    #expect(result.code == 0)
    let words = result.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for sentence in [
      "Adoption: none was seen in the reference period", "less than a year: add earlier returns",
      "Nobody was seen in", "set the rate in a scenario",
    ] {
      #expect(words.contains(sentence), "\(sentence)")
    }
    let none = try Program.run(["rates", folder.path + "/in", "-q", "--reference", "2024-04-01..2024-04-20"])
    #expect(none.code == 0)
    #expect(none.out.contains("Nobody was seen in care in the reference period"))
  }
}
