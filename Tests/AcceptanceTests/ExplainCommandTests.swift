import Foundation
import Support
import Testing

/// `homeward explain`, `require` and `pace`, as their user runs them, on the bundled example council.
struct ExplainCommandTests {
  private static let council = Project.folder + "/Examples/council"

  private func run(_ command: String, _ arguments: String...) throws -> Program.Result {
    try Program.run(
      [command, Self.council, "--prices", Self.council + "/prices.csv", "-q", "--futures", "150"] + arguments)
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The figures of the printed rows from one label to another, the first of each row.
  private func rows(_ text: String, from: String, to: String) -> [Int] {
    var numbers: [Int] = []
    var isInside = false
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("  " + from) { isInside = true }
      guard isInside else { continue }
      let end = line.hasPrefix("  " + to)
      let cells = line.replacing(from, with: "").replacing(to, with: "").replacing("Turning 18", with: "")
        .replacing("Exits before 18", with: "").split(separator: " ")
      let first = cells.lazy.compactMap {
        Int($0.replacing(",", with: "").replacing("−", with: "-").replacing("+", with: ""))
      }.first
      if let first { numbers.append(first) }
      if end { break }
    }
    return numbers
  }

  @Test func `what drives the forecast is said, and the printed rows add to the last`() throws {
    let result = try run("explain", "--until", "2028-03-31")
    #expect(result.code == 0 && result.err.isEmpty)
    let text = words(result.out)
    for part in [
      "410 children were in care on 31 March 2026", "come,", "turn 18", "What drives the", "differ most is",
      "hangs most on this", "Drift of entries from today on, low", "a year, not", "a stated tenth less",
      "150 futures are simulated",
    ] { #expect(text.contains(part), "\(part)") }
    for line in result.out.split(separator: "\n").dropFirst() { #expect(line.count <= 100, "\(line)") }
    for label in ["In care on ", "A week on "] {
      let numbers = rows(result.out, from: label + "31 March 2026", to: label + "31 March 2028")
      #expect(numbers.count == (label == "In care on " ? 8 : 7))
      #expect(numbers.dropLast().reduce(0, +) == numbers.last)
    }
  }

  @Test func `what a target would take is a page and a CSV too, small numbers kept back on the page`() throws
  {
    let folder = try TemporaryFolder()
    let (page, csv) = (folder.path + "/t.html", folder.path + "/t.csv")
    let result = try run(
      "require", "--children", "395", "--by", "2027-03-31", "--change", "special_guardianship", "--html",
      page,
      "--csv", csv, "--council", "Wrenfield")
    #expect(result.code == 0)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("Wrenfield: what would it take?") && html.contains("More special guardianships"))
    let lines = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(lines.count == 2 && lines[1].hasPrefix("2027-03-31,395,,special_guardianship,"))
    let few = try run(
      "require", "--children", "409", "--by", "2026-06-30", "--change", "other_exit", "--html", page)
    #expect(few.code == 0)
    let words = try String(contentsOfFile: page, encoding: .utf8)
    let yearly = words.matches(of: /([0-9.]+) a year instead of ([0-9.]+)/).flatMap { [$0.1, $0.2] }
    #expect(yearly.allSatisfy { (Double($0) ?? 0) >= 5.5 })
  }

  @Test func `JSON, CSV and page hold the same figures`() throws {
    let folder = try TemporaryFolder()
    let result = try run(
      "explain", "--until", "2027-06-30", "--json", "--csv", folder.path + "/e.csv", "--html",
      folder.path + "/e.html")
    #expect(result.code == 0 && result.err.contains("no chart renderer is set"))
    let json = try #require(JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    #expect(json["financialYear"] as? String == "2026/27")
    let children = try #require(json["children"] as? [[String: Any]])
    #expect(children.count == 8)
    let means = children.compactMap { $0["mean"] as? Double }
    #expect(abs(means.dropLast().reduce(0, +) - (means.last ?? 0)) < 1e-6)
    let cost = try #require(json["weekly_cost_pence"] as? [[String: Any]]).compactMap {
      $0["mean"] as? Double
    }
    #expect(cost.count == 7 && abs(cost.dropLast().reduce(0, +) - (cost.last ?? 0)) < 1e-3)
    let csv = try String(contentsOfFile: folder.path + "/e.csv", encoding: .utf8)
    #expect(csv.hasPrefix("table,row,statistic,value\nchildren,today,mean,410\n"))
    #expect(csv.contains("children,home,mean,-") && !csv.contains("'"))
    let html = try String(contentsOfFile: folder.path + "/e.html", encoding: .utf8)
    #expect(html.contains("what drives the forecast</h1>") && html.contains("In care on 31 March 2026"))
    // Some categories hold few children today: what today's week costs would tell how many.
    #expect(!html.contains("A week on") && html.contains("Change in all"))
  }

  @Test func `what would have to be true is said in numbers, or that it can't be`() throws {
    let fewer = try run("require", "--children", "395", "--by", "2027-03-31", "--change", "entries")
    #expect(fewer.code == 0)
    for part in ["For at most 395 children on 31 March 2027 on average", "% fewer:", "a year instead of"] {
      #expect(words(fewer.out).contains(part), "\(part)")
    }
    // Children are counted whole; only numbers a month have a decimal.
    let counts = words(fewer.out).matches(of: /[0-9.,]+ children|[0-9.,]+ a year|[0-9.,]+ a month/)
    #expect(counts.count >= 5)
    for count in counts.map(\.output) {
      #expect(count.contains(".") == count.hasSuffix(" a month"), "\(count)")
    }
    let never = try run("require", "--children", "150", "--by", "2027-03-31", "--change", "entries")
    #expect(words(never.out).contains("even with no entries at all there would still be"))
    let met = try run("require", "--children", "500", "--by", "2027-03-31", "--change", "exits")
    #expect(words(met.out).contains("It is met as it is"))
    let moves = try run(
      "require", "--cost", "39,000,000", "--in", "2027/28", "--change", "step-downs", "--from",
      "external_home", "--to", "agency_foster", "--json")
    #expect(
      moves.out.contains("Each month one in ")
        && moves.out.contains(
          " of the children in external children's home would have to step down to agency")
    )
    let json = try #require(JSONSerialization.jsonObject(with: Data(moves.out.utf8)) as? [String: Any])
    let target = try #require((json["targets"] as? [[String: Any]])?.first)
    #expect(target["answer"] as? String == "change" && target["most"] as? Int == 3_900_000_000)
    let after = try #require(target["after"] as? [String: Double])
    #expect((after["mean"] ?? .infinity) <= 3_900_000_000)
  }

  @Test func `what can't be answered says why and what to do`() throws {
    for (arguments, words) in [
      (["--children", "345", "--change", "entries"], "Give either --children with --by"),
      (["--children", "345,330", "--by", "2027-03-31", "--change", "exits"], "as many days"),
      (["--children", "345", "--by", "2027-03-31", "--change", "step-downs"], "--from and --to belong"),
      (["--children", "345", "--by", "2020-03-31", "--change", "exits"], "after the as-of date"),
      (
        [
          "--children", "345", "--by", "2027-03-31", "--change", "step-downs", "--from", "castle", "--to",
          "agency_foster",
        ], "There is no placement castle"
      ), (["--cost", "1", "--in", "2020/21", "--change", "exits"], "after the as-of date"),
    ] {
      let result = try Program.run(["require", Self.council, "-q"] + arguments)
      #expect(result.code == 64 && result.out.isEmpty, "\(arguments)")
      #expect(result.err.contains(words), "\(result.err)")
    }
  }

  @Test func `the closed forms need no returns`() throws {
    let saving = [
      "pace", "saving", "--each", "900", "--placements", "40", "--from", "2010-07-19", "--by", "2011-03-31",
    ]
    let pace = try Program.run(saving + ["--target", "1000000"])
    #expect(pace.code == 0)
    for part in [
      "£36,000.00 a week", "£1,872,000.00", "1,111 weeks", "within 17 weeks and 2 days", "£655,714.29",
    ] {
      #expect(words(pace.out).contains(part), "\(part)")
    }
    let never = try Program.run(saving + ["--target", "1500000"])
    #expect(never.code == 64 && never.err.contains("homeward: £1500000.00 can't be saved by 31 March 2011"))
    let children = [
      "pace", "children", "--start", "385", "--from", "2011-03-31", "--children", "345,330,320", "--by",
      "2012-03-31,2013-03-31,2014-03-31", "--entries",
    ]
    let plan = try Program.run(children + ["150", "--json"])
    let json = try #require(JSONSerialization.jsonObject(with: Data(plan.out.utf8)) as? [String: Any])
    #expect((json["steps"] as? [[String: Any]])?.compactMap { $0["exits"] as? Double } == [190, 165, 160])
    #expect(try Program.run(children + ["150"]).out.contains("190.0"))
    let refused = try Program.run(children + ["-1"])
    #expect(refused.code == 64)
  }
}
