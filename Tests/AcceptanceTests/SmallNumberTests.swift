import Foundation
import Support
import Testing

/// What a page that may be published must not tell.
struct SmallNumberTests {
  /// A council of steady foster care with one child in secure care for some nights inside a month, one placed with
  /// parents for the last two years, and a sibling pair adopted.
  private func council() throws -> TemporaryFolder {
    var lines: [EpisodeLine] = []
    for child in 100..<160 { lines.append(EpisodeLine("\(child)", "0\(child % 9 + 1)/05/2023")) }
    for child in 200..<212 {
      lines.append(EpisodeLine("\(child)", "15/06/2023", place: "K2", provider: "PR4"))
    }
    lines += [
      EpisodeLine("300", "02/11/2023", "19/11/2023", place: "K1", provider: "PR3", rec: "E4A"),
      EpisodeLine("301", "02/06/2023", place: "P1", provider: "PR0"),
      EpisodeLine("302", "25/03/2024", place: "A5"), EpisodeLine("303", "25/03/2024", place: "A5"),
    ]
    let births = Set(lines.map(\.child)).sorted().map { (child: $0, birth: "01/06/2014") }
    return try TemporaryFolder([
      "in/e.csv": ReturnFixture.episodes(lines), "in/h.csv": ReturnFixture.header(births),
    ])
  }

  private func cells(_ row: String) -> [Int] {
    row.components(separatedBy: "<td class=\"n\">").dropFirst().compactMap {
      Int($0.prefix { $0 != "<" }.filter { $0.isNumber })
    }
  }

  @Test func `money and counts of few children stand only together with others, also inside a month`() throws
  {
    let folder = try council()
    let result = try Program.run(["forecast", folder.path + "/in", "-q", "--html", folder.path + "/r.html"])
    #expect(result.code == 0)
    let html = try String(contentsOfFile: folder.path + "/r.html", encoding: .utf8)
    for label in ["Secure", "Placed with parents", "Placed for adoption"] {
      #expect(result.out.contains(label))
      #expect(!html.contains(label))
    }
    #expect(html.contains("Smaller categories together"))
  }

  @Test func `the page's totals are the terminal's`() throws {
    let folder = try council()
    let result = try Program.run(["forecast", folder.path + "/in", "-q", "--html", folder.path + "/r.html"])
    let html = try String(contentsOfFile: folder.path + "/r.html", encoding: .utf8)
    let onPage = html.components(separatedBy: "<tr class=\"total\">").dropFirst().map {
      cells($0.components(separatedBy: "</tr>")[0])
    }
    let inTerminal = result.out.split(separator: "\n").filter { $0.hasPrefix("  All ") }.map { line in
      line.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }
    }
    #expect(onPage.count == 2)
    #expect(onPage[0] == inTerminal[0])
    // On the page the year of today's children, and the change from it, would give small numbers away.
    #expect(!html.contains("Today × 1 year") && !html.contains("today's prices"))
    #expect(onPage[1].dropLast() == inTerminal[1].dropFirst().dropLast())
  }

  @Test func `a council of a few children gets a page without a figure`() throws {
    let lines = (1...4).map { EpisodeLine("\($0)", "0\($0)/05/2024") } + [EpisodeLine("5", "25/03/2025")]
    let folder = try TemporaryFolder([
      "in/e.csv": ReturnFixture.episodes(lines),
      "in/h.csv": ReturnFixture.header((1...5).map { (child: "\($0)", birth: "01/06/2014") }),
    ])
    let result = try Program.run(["forecast", folder.path + "/in", "-q", "--html", folder.path + "/r.html"])
    #expect(result.code == 0 && result.out.contains("5 children were in care"))
    let html = try String(contentsOfFile: folder.path + "/r.html", encoding: .utf8)
    #expect(html.contains("too few children to publish") && !html.contains("<table>"))
    #expect(!html.contains("children were in care"))
  }

  @Test func `what drives the forecast is told without a small number`() throws {
    let folder = try council()
    let page = folder.path + "/e.html"
    let result = try Program.run([
      "explain", folder.path + "/in", "-q", "--futures", "60", "--until", "2025-03-31", "--html", page,
    ])
    #expect(result.code == 0 && result.out.contains("In care on") && result.out.contains("Adoption"))
    let html = try String(contentsOfFile: page, encoding: .utf8)
    for word in ["Adoption", "Placed with parents", "Secure", "A week on", "A week of their care costs"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func `what is read is never written over`() throws {
    let folder = try council()
    for arguments in [
      ["--csv", folder.path + "/in/e.csv"], ["--csv", folder.path + "/x", "--html", folder.path + "/x"],
    ] {
      let result = try Program.run(["forecast", folder.path + "/in", "-q"] + arguments)
      #expect(result.code == 64)
    }
    let kept = try String(contentsOfFile: folder.path + "/in/e.csv", encoding: .utf8)
    #expect(kept.hasPrefix("CHILD,DECOM"))
  }

  @Test func `the same returns give the same bytes every time`() throws {
    let council = Project.folder + "/Examples/council"
    let folder = try TemporaryFolder()
    var seen: Set<Data> = []
    for _ in 0..<6 {
      let result = try Program.run(["forecast", council, "-q", "--json", "--csv", folder.path + "/f.csv"])
      seen.insert(
        Data(result.out.utf8) + (try Data(contentsOf: URL(fileURLWithPath: folder.path + "/f.csv"))))
    }
    #expect(seen.count == 1)
  }
}
