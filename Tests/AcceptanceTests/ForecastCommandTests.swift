import ExampleCouncil
import Files
import Foundation
import Support
import Testing
import Units

/// `homeward forecast`, as its user runs it, on the bundled example council.
struct ForecastCommandTests {
  static let council = Project.folder + "/Examples/council"

  private func forecast(_ arguments: String...) throws -> Program.Result {
    try Program.run(["forecast", Self.council, "--prices", Self.council + "/prices.csv"] + arguments)
  }

  /// The lines of the CSV by "date category measure statistic".
  private func csv(_ path: String) throws -> [String: String] {
    let rows = try SmallTable.read(
      [UInt8](Data(contentsOf: URL(fileURLWithPath: path))),
      columns: ["date", "category", "measure", "statistic", "value"])
    var values: [String: String] = [:]
    for row in rows {
      let key = ["date", "category", "measure", "statistic"].map { row[$0] ?? "" }.joined(separator: " ")
      #expect(values[key] == nil, "\(key) is there twice")
      values[key] = row["value"]
    }
    return values
  }

  @Test func `the answer, the tables, what was read and how it was made are on stdout, progress on stderr`()
    throws
  {
    let result = try forecast()
    #expect(result.code == 0)
    for words in [
      "On 31 March 2026", "children were in care", "Children in care, by placement",
      "Cost of care, £ thousand",
      "External children's home", "Short breaks, apart", "26,621 read = 26,621 used + 0 set aside",
      "How it was made", "in eight futures of ten", "All children in care: how far the futures differ",
      "Cost of all care, £ thousand: how far the futures differ", "1,000 futures were simulated",
      "Too wide to plan on by themselves",
    ] {
      let isThere = result.out.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words)
      #expect(isThere, "\(words)")
    }
    #expect(result.err.contains("Reading 70 files") && !result.out.contains("Reading"))
    #expect(try forecast("--quiet").err.isEmpty)
  }

  @Test func `the rows of the printed tables add to their totals`() throws {
    let result = try forecast("--quiet")
    var sums: [Int] = []
    var checked = 0
    for line in result.out.split(separator: "\n") {
      let cells = line.split(separator: " ").compactMap { cell -> Int? in
        Int(cell.replacingOccurrences(of: ",", with: "").replacingOccurrences(of: "−", with: "-"))
      }
      if line.contains("Placement") || line.contains("What it was") { sums = [] }
      guard cells.count == 5, !line.contains("Short breaks") else { continue }
      if line.contains("  All") {
        #expect(cells == sums, "\(line)")
        checked += 1
      } else {
        sums = sums.isEmpty ? cells : zip(sums, cells).map(+)
      }
    }
    #expect(checked == 2)
  }

  @Test func `the CSV is long and stable, months tie to the totals, history is actual`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/deep/er/f.csv"
    #expect(try forecast("--csv", path, "--until", "2027-06-30").code == 0)
    let values = try csv(path)
    #expect(values["2026-03-31 all children actual"] == "410")
    #expect(
      values["2020-04-30 all children actual"] != nil && values["2020-03-31 all children actual"] == nil)
    #expect(values["2027-06-30 all children mean"] != nil && values["2027-07-31 all children mean"] == nil)
    let days = Set(values.keys.compactMap { $0.split(separator: " ").first })
    #expect(days.count == 72 + 15)
    var sums = 0
    for key in values.keys where key.contains(" all cost_pence") {
      let total = try #require(Int(values[key] ?? ""))
      let parts = values.filter { other in
        let (a, b) = (other.key.split(separator: " "), key.split(separator: " "))
        return a[0] == b[0] && a[2...] == b[2...] && a[1] != "all" && a[1] != "respite"
      }
      // Quantiles do not add up; what is known and the means do.
      if !key.contains(" p") {
        #expect(parts.values.compactMap(Int.init).reduce(0, +) == total)
        sums += 1
      }
      let pounds = values[key.replacingOccurrences(of: "cost_pence", with: "cost_pounds")]
      #expect(pounds.flatMap(Money.init(pounds:))?.pence == total)
    }
    #expect(sums == 72 + 15 + 2)
  }

  private static let quantiles = ["p2.5", "p10", "p25", "p50", "p75", "p90", "p97.5"]

  @Test func `every month, measure and category has its quantiles, which rise and hold the futures`() throws {
    let folder = try TemporaryFolder()
    let (path, each) = (folder.path + "/f.csv", folder.path + "/futures.csv")
    let result = try forecast(
      "--csv", path, "--per-future", each, "--futures", "40", "--until", "2027-06-30", "-q")
    #expect(result.code == 0 && result.out.contains("40 futures were simulated"))
    let values = try csv(path)
    var series = 0
    for (key, mean) in values where key.hasSuffix(" mean") && !key.contains(" respite ") {
      let spread = Self.quantiles.map { values[key.dropLast(4) + $0].flatMap(Double.init) }
      let known = spread.compactMap(\.self)
      #expect(known.count == 7 && known == known.sorted(), "\(key)")
      if key.contains(" all ") {
        let number = try #require(Double(mean))
        #expect((known.first ?? .infinity) <= number && number <= (known.last ?? 0), "\(key)")
      }
      series += 1
    }
    // Fifteen months with six measures and two years with three, of twelve categories in use and of all.
    let categories = Set(values.keys.compactMap { $0.split(separator: " ").dropFirst().first }).count - 1
    #expect(series == categories * (15 * 6 + 2 * 3))
    let rows = try SmallTable.read(
      [UInt8](Data(contentsOf: URL(fileURLWithPath: each))),
      columns: "future,date,category,children,starts,ends,moves,nights,cost_pence".split(separator: ",").map(
        String.init))
    #expect(rows.count == 40 * 15 * (categories - 1))
    var children = Array(repeating: 0, count: 40)
    var pence = children
    for row in rows {
      let future = try #require(Int(row["future"] ?? ""))
      if row["date"] == "2027-03-31" { children[future] += try #require(Int(row["children"] ?? "")) }
      let isInYear = (row["date"] ?? "") <= "2027-03-31"
      if isInYear, row["category"] == "external_home" {
        pence[future] += try #require(Int(row["cost_pence"] ?? ""))
      }
    }
    // Of forty futures p10 is the fourth from below, p90 the thirty-sixth.
    #expect(values["2027-03-31 all children p10"] == String(children.sorted()[3]))
    #expect(values["2027-03-31 all children p90"] == String(children.sorted()[35]))
    #expect(values["2027-03-31 external_home cost_pence_in_year p50"] == String(pence.sorted()[19]))
  }

  @Test func `the terminal and the page compare the last year's cost with the same`() throws {
    let folder = try TemporaryFolder()
    let result = try forecast("-q", "--futures", "40", "--no-backtest", "--html", folder.path + "/r.html")
    let page = try String(contentsOfFile: folder.path + "/r.html", encoding: .utf8)
    let said = result.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let words = try #require(said.firstMatch(of: /against £[0-9.]+m in [0-9\/]+, the first year forecast\./))
    #expect(page.contains(words.output))
    #expect(said.contains(" since \(words.output.components(separatedBy: " ")[3].dropLast()), uplift"))
  }

  @Test func `a page called by its folder's name says how to name the council`() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "rates", Self.council, "-q", "--html", folder.path + "/r.html",
    ]
    let unnamed = try Program.run(arguments)
    #expect(unnamed.err.contains("has the folder's name; --council NAME gives the council's"))
    let named = try Program.run(arguments + ["--council", "Wrenfield"])
    #expect(!named.err.contains("--council") && named.out.hasPrefix("Wrenfield: the rates"))
  }

  @Test func `the intervals printed are those of the JSON, which names seed, futures and version`() throws {
    let result = try forecast("--json", "-q", "--seed", "5", "--futures", "100..<300")
    let json = try #require(JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    #expect(json["seed"] as? Int == 5 && json["futures"] as? Int == 200 && json["firstFuture"] as? Int == 100)
    #expect((json["version"] as? String)?.hasPrefix("homeward ") == true)
    let last = try #require((json["financialYears"] as? [[String: Any]])?.last)
    let children = try #require(last["childrenQuantiles"] as? [String: Int])
    #expect(Set(children.keys) == Set(Self.quantiles))
    let (low, high) = (try #require(children["p10"]), try #require(children["p90"]))
    // About 400 children in three years: the range is neither nothing nor half of them.
    #expect((40...200).contains(high - low) && (300..<410).contains(low))
    #expect(
      (json["headline"] as? String)?.contains("between \(low) and \(high) in eight futures of ten") == true)
    let cost = try #require(last["costPenceQuantiles"] as? [String: Int])
    let mean = try #require(last["costPence"] as? Int)
    #expect((cost["p10"] ?? 0) < mean && mean < (cost["p90"] ?? 0))
    let lines = try #require(last["categories"] as? [[String: Any]])
    #expect(lines.allSatisfy { ($0["childrenQuantiles"] as? [String: Int])?.count == 7 })
    let text = try forecast("-q", "--seed", "5", "--futures", "100..<300").out
    #expect(text.contains("\(low) to \(high)") && text.contains("numbers 100 to 299, with the key 5"))
  }

  @Test func `the sector's model has one path: no ranges, and no futures to write`() throws {
    let folder = try TemporaryFolder()
    let result = try forecast(
      "--method", "stock-flow", "-q", "--csv", folder.path + "/f.csv", "--html",
      folder.path + "/r.html")
    #expect(result.code == 0 && result.out.contains("without an interval"))
    #expect(!result.out.contains("futures"))
    #expect(try !csv(folder.path + "/f.csv").keys.contains { $0.hasSuffix(" p50") })
    let page = try String(contentsOfFile: folder.path + "/r.html", encoding: .utf8)
    #expect(!page.contains("how far the futures differ"))
    let refused = try forecast("--method", "stock-flow", "-q", "--per-future", folder.path + "/p.csv")
    #expect(refused.code == 64 && refused.err.contains("--per-future needs simulated futures"))
    let unwritable = try forecast("--per-future", "/proc/no/f.csv", "-q", "--futures", "2")
    #expect(unwritable.code == 73)
  }

  @Test func `the JSON agrees with the CSV to the penny`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/f.csv"
    let result = try forecast("--json", "--csv", path, "--quiet")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    #expect(json["asOf"] as? String == "2026-03-31")
    #expect((json["rows"] as? [String: Int])?["read"] == 26_621)
    let years = try #require(json["financialYears"] as? [[String: Any]])
    #expect(years.compactMap { $0["financialYear"] as? String } == ["2026/27", "2027/28", "2028/29"])
    let values = try csv(path)
    for (year, document) in zip(2026..., years) {
      let days = try #require(FinancialYear(startYear: year).days as DayRange?)
      let sum = values.filter { entry in
        let parts = entry.key.split(separator: " ")
        return parts[1] == "all" && parts[2] == "cost_pence" && parts[3] == "mean"
          && CivilDay(String(parts[0])).map(days.contains) == true
      }
      #expect(sum.values.compactMap(Int.init).reduce(0, +) == document["costPence"] as? Int)
    }
  }

  @Test func `settings are followed: as-of, reference, uplift, until, name`() throws {
    let folder = try TemporaryFolder()
    let result = try forecast(
      "--as-of", "30/09/2025", "--reference", "2023-10-01..2025-09-30", "--uplift", "0", "--until",
      "2026-03-31",
      "--council", "Elsewhere", "--json", "--quiet", "--csv", folder.path + "/f.csv")
    let json = try #require(JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    #expect(json["council"] as? String == "Elsewhere")
    #expect(json["asOf"] as? String == "2025-09-30")
    #expect(json["referenceFrom"] as? String == "2023-10-01")
    #expect(json["upliftPercent"] as? Double == 0)
    let year = try #require((json["financialYears"] as? [[String: Any]])?.first)
    #expect(year["knownDays"] as? Int == 183 && year["isWhole"] as? Bool == true)
    let values = try csv(folder.path + "/f.csv")
    #expect(values["2025-09-30 all children actual"] != nil && values["2025-10-31 all children mean"] != nil)
  }

  @Test func `a zip of the returns gives the same forecast as their folder`() throws {
    let folder = try TemporaryFolder()
    let zip = folder.path + "/council.zip"
    let made = try Program.run(
      [
        "-c", "import shutil,sys; shutil.make_archive(sys.argv[1][:-4], 'zip', sys.argv[2])", zip,
        Self.council,
      ],
      program: "/usr/bin/python3")
    #expect(made.code == 0)
    let zipped = try Program.run(
      ["forecast", zip, "--prices", Self.council + "/prices.csv", "--quiet"])
    #expect(try zipped.out == forecast("--quiet").out)
  }

  @Test func `a price list or category file that can't be used is refused with its line`() throws {
    let folder = try TemporaryFolder([
      "bad.csv": "category,weekly_pounds,from\nagency_foster,lots,2025-04-01\n", "none.csv": "a,b\n1,2\n",
      "cats.csv": "category,label,place,provider,from_year\nfoster,Foster,U6,*,2024\n",
    ])
    let bad = try Program.run(["forecast", Self.council, "--prices", folder.path + "/bad.csv", "-q"])
    #expect(bad.code == 65 && bad.err.contains("line 2") && bad.err.contains("lots"))
    let none = try Program.run(["forecast", Self.council, "--prices", folder.path + "/none.csv", "-q"])
    #expect(none.code == 65 && none.err.contains("weekly_pounds"))
    let categories = try Program.run([
      "forecast", Self.council, "--categories", folder.path + "/cats.csv", "-q",
    ])
    #expect(categories.code == 65 && categories.err.contains("line 2") && categories.err.contains("2024/25"))
    let missing = try Program.run(["forecast", Self.council, "--prices", folder.path + "/no.csv", "-q"])
    #expect(missing.code == 66)
  }

  @Test func `settings that don't fit the returns are refused with what would`() throws {
    for (arguments, words) in [
      (["--until", "2020-01-01"], "after the as-of date"), (["--until", "2090-01-01"], "at most 20 years"),
      (["--reference", "2024-04-01..2027-03-31"], "after the as-of date"),
      (["--as-of", "1990-01-01"], "before the first episode"),
      (["--reference", "2010-04-01..2012-03-31"], "before the first return"),
    ] {
      let result = try Program.run(["forecast", Self.council, "-q"] + arguments)
      #expect(result.code == 64, "\(arguments)")
      #expect(result.err.contains(words), "\(result.err)")
      #expect(result.out.isEmpty)
    }
    let unwritable = try forecast("--csv", "/proc/no/f.csv", "-q")
    #expect(unwritable.code == 73)
  }

  @Test func `the example council can be written with faults, which a check finds`() throws {
    let folder = try TemporaryFolder()
    let faulty = folder.path + "/f"
    let written = try Program.run(["example", faulty, "--with-faults"])
    #expect(written.code == 0 && written.out.contains("homeward check \(faulty)"))
    let faults = try String(contentsOfFile: faulty + "/FAULTS.txt", encoding: .utf8)
    #expect(faults.contains("24 faults"))
    let found = folder.path + "/found.csv"
    let check = try Program.run(["check", faulty, "-q", "--no-compare", "--findings", found])
    #expect(check.code == 0 && check.out.contains("  postcodes.csv: "))
    let rows = try String(contentsOfFile: found, encoding: .utf8)
    for rule in ["501", "146", "379", "INT32", "SW02STG1"] { #expect(rows.contains("\n\(rule),")) }
    let sound = try Program.run(["check", Self.council, "-q", "--no-compare"])
    #expect(sound.out.contains("no row fails any of the"))
  }

  @Test func `the example council is written byte for byte as it is bundled`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["example", folder.path + "/w"])
    #expect(result.code == 0)
    for file in ExampleCouncil().files() {
      let written = try String(contentsOfFile: folder.path + "/w/" + file.path, encoding: .utf8)
      let bundled = try String(contentsOfFile: Self.council + "/" + file.path, encoding: .utf8)
      let isSame = written == bundled && written == file.contents
      #expect(isSame, "\(file.path)")
    }
    let again = try Program.run(["example", folder.path + "/w"])
    #expect(again.code == 73 && again.err.contains("not empty"))
  }
}
