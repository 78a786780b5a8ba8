import Files
import Foundation
import Support
import Testing
import Units

/// `homeward measures`, as its user runs it, on the bundled example council.
struct MeasuresCommandTests {
  static let council = Project.folder + "/Examples/council"

  private func measures(_ arguments: String...) throws -> Program.Result {
    try Program.run(["measures", Self.council, "-q"] + arguments)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let result = try Program.run(["measures", Self.council, "-q", "--json"] + arguments)
    return try #require(JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
  }

  private func figures(_ document: [String: Any]) throws -> [String: [String: Any]] {
    let figures = try #require(document["figures"] as? [[String: Any]])
    return Dictionary(figures.map { ($0["id"] as? String ?? "", $0) }) { first, _ in first }
  }

  @Test func `the answer, the figures, their parts and what to bear in mind are on stdout`() throws {
    let result = try measures()
    #expect(result.code == 0 && result.err.isEmpty)
    let words = result.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "On 31 March 2026 410 children were looked after, as many as a year before.",
      "In 2025/26 162 started and 162 ceased", "13.2% of those looked after had three or more placements",
      "410 open on 31 March 2025 + 162 started in the year − 162 ceased in the year = 410 open on 31 March 2026",
      "Ceased in 2025/26, by reason", "What to bear in mind", "24,771 read = 24,771 used + 0 set aside",
      "needs population", "--open NAME",
    ] { #expect(words.contains(part), "\(part)") }
  }

  @Test func `each year's figures are those counted from the files by other means`() throws {
    for (date, expected) in [
      ("2021-03-31", [389, 161, 181, 39, 44]), ("2022-03-31", [395, 159, 156, 50, 53]),
      ("2023-03-31", [394, 163, 166, 46, 84]), ("2024-03-31", [410, 172, 157, 45, 79]),
      ("2025-03-31", [410, 162, 162, 46, 83]), ("2026-03-31", [410, 162, 162, 54, 84]),
    ] {
      let figures = try figures(json("--at", date, "--unsuppressed"))
      let ours = ["looked-after", "started", "ceased", "three-placements", "long-term-stability"]
        .map { figures[$0]?["count"] as? Int }
      #expect(ours == expected, "\(date)")
    }
  }

  @Test func `the rate follows the population`() throws {
    let rate = try figures(json("--population", "61000"))["looked-after-rate"]
    #expect(rate?["per_10000"] as? Double == 67.2 && rate?["out_of"] as? Int == 61_000)
    #expect(try figures(json())["looked-after-rate"]?["per_10000"] is NSNull)
  }

  @Test func `opening a figure lists its children, and the file holds every one of them`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/rows.csv"
    let result = try measures("--open", "three-placements", "--rows", path)
    #expect(result.code == 0 && result.out.hasPrefix("OFFICIAL-SENSITIVE"))
    #expect(result.out.contains("54 counted.") && result.out.contains("placements: U4 from 22/03/2020"))
    let rows = try SmallTable.read(
      [UInt8](Data(contentsOf: URL(fileURLWithPath: path))),
      columns: ["marking", "measure", "part", "child", "reason"])
    #expect(rows.count == 410 && rows.allSatisfy { $0["marking"] == "OFFICIAL-SENSITIVE" })
    #expect(rows.count { $0["part"] == "counted" } == 54)
    #expect(Set(rows.map { $0["child"] ?? "" }).count == 410)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `the file of all rows adds up to every figure`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/rows.csv"
    let document = try json("--rows", path, "--unsuppressed")
    var counts: [String: Int] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      if fields[2] == "counted" { counts[String(fields[1]), default: 0] += 1 }
    }
    let parts = try #require(document["breakdowns"] as? [[String: Any]])
      .flatMap { $0["parts"] as? [[String: Any]] ?? [] }
    let all = try parts + figures(document).values + #require(document["periods"] as? [[String: Any]])
    #expect(all.count > 80)
    for figure in all {
      let id = try #require(figure["id"] as? String)
      #expect(figure["count"] as? Int == counts[id] ?? 0, "\(id)")
    }
  }

  @Test func `no small number is in any output that may be published`() throws {
    let folder = try TemporaryFolder()
    for date in ["2021-03-31", "2024-03-31", "2025-09-30", "2026-03-31"] {
      let result = try measures(
        "--at", date, "--csv", folder.path + "/m.csv", "--html", folder.path + "/m.html")
      #expect(result.code == 0)
      let rows = try SmallTable.read(
        [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.path + "/m.csv"))),
        columns: ["date", "measure", "part", "statistic", "value"])
      var kept = 0
      for row in rows where ["count", "out_of", "left_out"].contains(row["statistic"] ?? "") {
        #expect(!(1...5).contains(row["value"].flatMap { Int($0) } ?? 0))
        kept += row["value"] == "c" ? 1 : 0
      }
      #expect(kept > 4)
      // In each table nothing is kept back, or more than one part is, unless the whole is too.
      for (name, parts) in Dictionary(grouping: rows, by: { $0["measure"] ?? "" }) where parts.count > 3 {
        let counts = parts.filter { $0["statistic"] == "count" }
        let hidden = counts.count { $0["value"] == "c" }
        #expect(hidden != 1, "\(date) \(name)")
      }
    }
    let html = try String(contentsOfFile: folder.path + "/m.html", encoding: .utf8)
    for cell in html.components(separatedBy: "<td class=\"n\">").dropFirst() {
      #expect(!["1<", "2<", "3<", "4<", "5<"].contains { cell.hasPrefix($0) })
    }
  }

  @Test func `the page has the figures, links, definitions and no identifier`() throws {
    let folder = try TemporaryFolder()
    let result = try measures("--html", folder.path + "/m.html", "--council", "Wrenfield")
    #expect(result.code == 0 && result.err.contains("no chart renderer is set"))
    let html = try String(contentsOfFile: folder.path + "/m.html", encoding: .utf8)
    for words in [
      "<h1>Wrenfield: children looked after on 31 March 2026</h1>", "href=\"#ceased-reason\"",
      "How each figure is counted", "Local Authority Interactive Tool", "What to bear in mind",
    ] { #expect(html.contains(words), "\(words)") }
    let header = try String(contentsOfFile: Self.council + "/2025-26/header.csv", encoding: .utf8)
    let shown = header.split(separator: "\n").dropFirst().filter { html.contains($0.prefix(6)) }
    #expect(shown.isEmpty)
  }

  @Test func `settings that don't fit are refused with what would`() throws {
    for (arguments, words) in [
      (["--at", "2027-03-31"], "known up to 31 March 2026"),
      (["--at", "1990-01-01"], "Choose a day from then on"),
      (["--open", "magic"], "three-placements"), (["--population", "0"], "at least 1"),
      (["--csv", "/dev/null/x", "--html", "/dev/null/x"], "--csv and --html name the same file"),
      (["--json", "--open", "age"], "--rows"),
    ] {
      let result = try Program.run(["measures", Self.council, "-q"] + arguments)
      #expect(result.code == 64 && result.out.isEmpty, "\(arguments)")
      #expect(result.err.contains(words), "\(result.err)")
    }
  }

  @Test func `the date is the last 31 March with a whole return, whatever came later`() throws {
    let folder = try TemporaryFolder()
    for year in ["2023-24", "2024-25"] {
      try FileManager.default.copyItem(atPath: "\(Self.council)/\(year)", toPath: "\(folder.path)/\(year)")
    }
    try folder.write(
      "extract/e.csv",
      Data(ReturnFixture.episodes([EpisodeLine("X1", "01/05/2025"), EpisodeLine("X2", "02/06/2025")]).utf8))
    try folder.write(
      "extract/h.csv",
      Data(ReturnFixture.header([("X1", "01/06/2014"), ("X2", "01/06/2014")]).utf8))
    let result = try Program.run(["measures", folder.path, "-q", "--combine"])
    #expect(result.out.contains("On 31 March 2025 410 children were looked after"))
  }

  @Test func `a council of a few children gets no number of them, unless those who hold the returns ask`()
    throws
  {
    let folder = try TemporaryFolder([
      "e.csv": ReturnFixture.episodes([
        EpisodeLine("1", "01/05/2024"), EpisodeLine("2", "25/03/2025"),
        EpisodeLine("3", "25/03/2025", ls: "V3"),
      ]),
      "h.csv": ReturnFixture.header(["1", "2", "3"].map { (child: $0, birth: "01/06/2014") }),
    ])
    let kept = try Program.run(["measures", folder.path, "-q", "--json"])
    let document = try #require(JSONSerialization.jsonObject(with: Data(kept.out.utf8)) as? [String: Any])
    #expect((document["headline"] as? String)?.contains("too few children") == true)
    #expect(try figures(document)["looked-after"]?["count"] is NSNull)
    let shown = try Program.run(["measures", folder.path, "-q", "--unsuppressed"])
    #expect(shown.out.contains("OFFICIAL-SENSITIVE") && shown.out.contains("2 children were looked after"))
  }
}
