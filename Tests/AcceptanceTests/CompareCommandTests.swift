import Foundation
import Support
import Testing

/// `homeward compare`, as its user runs it.
struct CompareCommandTests {
  static let council = Project.folder + "/Examples/council"
  static let scenario = Project.folder + "/Examples/scenarios/early-help-and-step-down.yaml"

  private func compare(_ scenario: String = scenario, _ arguments: String...) throws -> Program.Result {
    try Program.run(
      ["compare", Self.council, "-q", "--scenario", scenario, "--council", "Wrenfield", "--futures", "60"]
        + arguments)
  }

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The values of the CSV by "table row statistic".
  private func csv(_ path: String) throws -> [String: Double] {
    var values: [String: Double] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",")
      values[cells.dropLast().joined(separator: " ")] = cells.last.flatMap { Double($0) }
    }
    return values
  }

  private func numbers(_ line: Substring) -> [Int] {
    line.components(separatedBy: "   ").compactMap {
      Int(
        $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: ",", with: "")
          .replacingOccurrences(of: "−", with: "-"))
    }
  }

  @Test
  func `the answer, the tables, the initiatives and the assumptions are told, 110 columns wide at most`()
    throws
  {
    for name in ["early-help-and-step-down", "more-carers-and-price"] {
      let result = try compare(Project.folder + "/Examples/scenarios/\(name).yaml")
      #expect(result.code == 0 && result.err.isEmpty)
      for words in [
        "Wrenfield: what if", "In eight futures of ten the difference lies between",
        "Cost of care without and with the scenario", "Children in care without and with the scenario",
        "What each initiative saves over the whole forecast", "Savings alone can't be added",
        "What was assumed", "The same 60 futures with and without",
      ] {
        #expect(flat(result.out).contains(words), "\(words)")
      }
      for line in result.out.split(separator: "\n") { #expect(line.count <= 110, "\(line)") }
    }
    let prices = try compare(Project.folder + "/Examples/scenarios/more-carers-and-price.yaml")
    // A price acts on no child, and what is changed beside the initiatives is told apart.
    let framework = try #require(prices.out.split(separator: "\n").first { $0.hasPrefix("  framework") })
    #expect(framework.contains("   –   "))
    #expect(flat(prices.out).contains("held against care with the changed assumptions"))
    let result = try compare()
    // The long name's id stands in the table, and beside the name below.
    #expect(
      result.out.contains("  step-down  ") && flat(result.out).contains("wrap-around support (step-down)"))
  }

  @Test func `how much there is to simulate is said beforehand, and how there would be less`() throws {
    func said(_ scenario: String) throws -> String {
      let result = try Program.run([
        "compare", Self.council, "--scenario", scenario, "--until", "2027-03-31", "--futures", "4",
      ])
      #expect(result.code == 0)
      return result.err
    }
    #expect(
      try said(Self.scenario).contains("To simulate: 2 runs of 4 futures, and about 4 of 4 to share out"))
    let folder = try TemporaryFolder([
      "plan.yaml": try Program.run(["scenario", "template"]).out
    ])
    let many = try said(folder.path + "/plan.yaml")
    #expect(many.contains("3 runs of 4 futures, and about 194 of 4 to share out what 9 initiatives save."))
    #expect(many.contains("six take 64") && many.contains("Simulating 788 futures…"))
  }

  @Test func `the rows and columns of the printed tables add up`() throws {
    let lines = try compare().out.split(separator: "\n")
    let years = lines.filter { $0.hasPrefix("  20") }.map { Array(numbers($0).prefix(4)) }
    let all = try #require(lines.first { $0.hasPrefix("  All  ") }.map { Array(numbers($0).prefix(4)) })
    #expect(years.count == 3)
    for column in 0..<4 { #expect(years.reduce(0) { $0 + $1[column] } == all[column]) }
    for row in years + [all] { #expect(row[0] - row[1] - row[2] == row[3]) }
    let shares = lines.filter { $0.hasPrefix("  family-help") || $0.hasPrefix("  step-down") }.map {
      numbers($0)[3]
    }
    let joint = try #require(lines.first { $0.hasPrefix("  All together") }.map { numbers($0)[0] })
    #expect(shares.count == 2 && shares.reduce(0, +) == joint && joint == all[3])
  }

  @Test func `the CSV and the JSON hold the same figures, and the same seed the same bytes on any threads`()
    throws
  {
    let folder = try TemporaryFolder()
    var seen: Set<Data> = []
    var out = ""
    for threads in ["1", "2"] {
      let path = folder.path + "/\(threads).csv"
      let result = try compare(Self.scenario, "--threads", threads, "--json", "--csv", path)
      #expect(result.code == 0)
      out = result.out
      seen.insert(Data(out.utf8) + (try Data(contentsOf: URL(fileURLWithPath: path))))
    }
    #expect(seen.count == 1)
    let values = try csv(folder.path + "/1.csv")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
    let years = try #require(document["financialYears"] as? [[String: Any]])
    let last = try #require(years.last)
    let saved = try #require((last["savedPence"] as? [String: Any])?["mean"] as? Double)
    let written = try #require(values["cost 2028/29 saved_pence_mean"])
    // The two are read by different parsers, which may differ in the last bit.
    #expect(last["financialYear"] as? String == "2028/29" && abs(saved - written) < 0.001)
    let parts = ["without", "care_with", "running", "saved"].compactMap {
      values["cost 2028/29 \($0)_pence_mean"]
    }
    #expect(parts.count == 4 && abs(parts[0] - parts[1] - parts[2] - parts[3]) < 1)
    let initiatives = try #require(document["initiatives"] as? [[String: Any]])
    #expect(initiatives.map { $0["id"] as? String } == ["family-help", "step-down"])
    let other = try compare(Self.scenario, "--seed", "2", "--json")
    #expect(other.out != out)
  }

  @Test func `a refused scenario ends with 65, its line and what to write`() throws {
    let folder = try TemporaryFolder([
      "plan.yaml":
        "name: x\ninitiatives:\n  - id: a\n    kind: step_down\n    start: 2027-01-01\n    who: everyone\n    to: moon\n    chance_per_year: 10 %\n    breakdown_share: 0 %\n"
    ])
    let result = try compare(folder.path + "/plan.yaml", "--html", folder.path + "/c.html")
    #expect(result.code == 65 && result.out.isEmpty)
    #expect(
      result.err.contains("Line 7: “to” of initiative “a”: there is no category “moon”. The categories are"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/c.html"))
    #expect(try compare(folder.path + "/none.yaml").code == 66)
    #expect(try compare(Self.scenario, "--save", folder.path + "/f.csv").code == 64)
    #expect(try compare(Self.scenario, "--csv", Self.scenario).code == 64)
  }

  @Test func `a scenario without effect differs by its running costs only, and it is said`() throws {
    let folder = try TemporaryFolder(["plan.yaml": CautionTests.nobody])
    let path = folder.path + "/c.csv"
    let result = try compare(folder.path + "/plan.yaml", "--csv", path)
    #expect(result.code == 0)
    let values = try csv(path)
    for level in ["mean", "p2.5", "p50", "p97.5"] {
      let without = try #require(values["cost 2028/29 without_pence_\(level)"])
      #expect(values["cost 2028/29 care_with_pence_\(level)"] == without)
      let running = try #require(values["cost 2028/29 running_pence_\(level)"])
      // £120,000 a year.
      #expect(abs(running - 12_000_000) < 20_000 && values["cost 2028/29 saved_pence_\(level)"] == -running)
      #expect(
        values["children 2029-03-31 without_\(level)"] == values["children 2029-03-31 with_\(level)"])
    }
    #expect(flat(result.out).contains("“babies” acts on nobody in any future"))
  }

  @Test func `the page shows all children and hides few acted on; too few children show nothing`() throws {
    let folder = try TemporaryFolder()
    let result = try compare(
      Self.scenario, "--until", "2028-03-31", "--html", folder.path + "/c.html", "--csv",
      folder.path + "/c.csv")
    #expect(result.code == 0)
    let page = try String(contentsOfFile: folder.path + "/c.html", encoding: .utf8)
    let acted = try #require(try csv(folder.path + "/c.csv")["initiative step-down children_mean"])
    #expect((0.5..<5.5).contains(acted) && page.contains("<td class=\"n\">fewer than 6</td>"))
    #expect(
      page.contains(
        "<h3>From external homes to agency foster carers with wrap-around support (step-down)</h3>"))
    #expect(page.contains("Children in care without and with the scenario"))
    let few = try TemporaryFolder([
      "in/e.csv": ReturnFixture.episodes((1...5).map { EpisodeLine("\($0)", "0\($0)/05/2024") }),
      "in/h.csv": ReturnFixture.header((1...5).map { (child: "\($0)", birth: "01/06/2014") }),
    ])
    let small = try Program.run([
      "compare", few.path + "/in", "-q", "--as-of", "2025-03-31", "--scenario", Self.scenario, "--futures",
      "20", "--html", few.path + "/c.html",
    ])
    #expect(small.code == 0, "\(small.err)")
    let hidden = try String(contentsOfFile: few.path + "/c.html", encoding: .utf8)
    #expect(hidden.contains("too few children in care to publish") && !hidden.contains("<table>"))
  }
}
