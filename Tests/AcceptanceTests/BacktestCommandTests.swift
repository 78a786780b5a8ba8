import Files
import Foundation
import Support
import Testing

/// `homeward backtest`, as its user runs it.
struct BacktestCommandTests {
  static let council = Project.folder + "/Examples/council"

  private func backtest(_ folder: String = council, _ arguments: String...) throws -> Program.Result {
    try Program.run(["backtest", folder, "--prices", Self.council + "/prices.csv"] + arguments)
  }

  /// The example council's returns of some years.
  private func years(_ names: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in names {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/in", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Self.council + "/" + name, toPath: folder.path + "/in/" + name)
    }
    return folder
  }

  /// What was forecast, by origin, months, measure, method and statistic.
  private func csv(_ folder: String, _ arguments: String...) throws -> [String: String] {
    let out = try TemporaryFolder()
    let path = out.path + "/b.csv"
    let result = try Program.run(
      ["backtest", folder, "-q", "--prices", Self.council + "/prices.csv", "--csv", path] + arguments)
    #expect(result.code == 0, "\(result.err)")
    let columns = ["origin", "kind", "months", "target", "measure", "method", "statistic", "value"]
    let rows = try SmallTable.read([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), columns: columns)
    var values: [String: String] = [:]
    for row in rows {
      let key = columns.dropLast().map { row[$0] ?? "" }.joined(separator: " ")
      #expect(values[key] == nil, "\(key) is there twice")
      values[key] = row["value"]
    }
    return values
  }

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `the answer, the scores, the verdicts and the origins are on stdout, progress on stderr`() throws
  {
    let result = try backtest()
    #expect(result.code == 0)
    for words in [
      "Forecast 12 months ahead from 5 days in the past with only what was known then",
      "All children in care", "Cost of the month, £ thousand", "Score by placement, 12 months ahead",
      "12 months ahead: last value", "24 months ahead: stock-flow", "External children's home",
      "24 months ahead, over 4 origins", "Origins: 31 March 2021, 31 March 2022",
    ] {
      #expect(flat(result.out).contains(words), "\(words)")
    }
    #expect(result.err.contains("Reading 70 files") && !result.out.contains("pseudo"))
    #expect(try backtest(Self.council, "--quiet").err.isEmpty)
  }

  @Test(arguments: [[], ["--pseudo"]])
  func `returns of later years change no forecast, only what happened`(_ arguments: [String]) throws {
    let some = try years(["2020-21", "2021-22", "2022-23", "2023-24"])
    let more = try years(["2020-21", "2021-22", "2022-23", "2023-24", "2024-25"])
    // The later return corrects many dates of birth.
    let path = more.path + "/in/2024-25/header.csv"
    let header = try String(contentsOfFile: path, encoding: .utf8)
    try header.replacingOccurrences(of: "/2012,", with: "/2010,").write(
      toFile: path, atomically: true, encoding: .utf8)
    var early: [String: String] = [:]
    var late: [String: String] = [:]
    for (folder, isEarly) in [(some, true), (more, false)] {
      let out = try TemporaryFolder()
      let file = out.path + "/b.csv"
      let result = try Program.run(["backtest", folder.path + "/in", "-q", "--csv", file] + arguments)
      #expect(result.code == 0, "\(result.err)")
      for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        guard cells[4] == "all" || cells[4] == "cost", cells[6] != "actual", cells[6] != "crps" else {
          continue
        }
        let key = cells.dropLast().joined(separator: " ")
        if isEarly { early[key] = String(cells[7]) } else { late[key] = String(cells[7]) }
      }
    }
    #expect(early.count > 200 && late.count > early.count)
    for (key, value) in early { #expect(late[key] == value, "\(key)") }
  }

  @Test func `the CSV has every forecast with its quantiles in order`() throws {
    let values = try csv(Self.council, "--horizons", "12")
    let start = "2023-03-31 real 12 2024-03-31 all last-value "
    #expect(values[start + "actual"] == "410.0" && values[start + "mean"] == "394.0")
    let quantiles = ["p2.5", "p10", "p25", "p50", "p75", "p90", "p97.5"].compactMap {
      values[start + $0].flatMap(Double.init)
    }
    #expect(quantiles.count == 7 && quantiles == quantiles.sorted() && quantiles[3] == 394)
    #expect(values[start + "spread"] == "24 errors")
    #expect(Set(values.keys.map { $0.split(separator: " ")[2] }) == ["12"])
  }

  @Test func `days inside a year are marked, and may be chosen`() throws {
    let values = try csv(Self.council, "--origins", "2023-09-30,2024-03-31", "--horizons", "3,6")
    let kinds = Set(values.keys.map { $0.split(separator: " ").prefix(2).joined(separator: " ") })
    #expect(kinds == ["2023-09-30 pseudo", "2024-03-31 real"])
    let early = try backtest(Self.council, "-q", "--origins", "2020-06-30,2024-03-31")
    #expect(flat(early.out).contains("No forecast was made from 30 June 2020: twelve whole months"))
    let result = try backtest(Self.council, "-q", "--pseudo")
    #expect(result.code == 0 && flat(result.out).contains("inside a year (pseudo)"))
  }

  @Test func `the JSON has scores, standard errors and verdicts`() throws {
    let result = try backtest(Self.council, "-q", "--json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    #expect(document["horizonsMonths"] as? [Int] == [3, 6, 12, 24])
    let scores = try #require(document["scores"] as? [[String: Any]])
    let rival = try #require(
      scores.first {
        $0["measure"] as? String == "all" && $0["months"] as? Int == 12
          && $0["method"] as? String == "last-value"
      })
    #expect(rival["origins"] as? Int == 5 && rival["standardError"] is Double)
    #expect(["better", "worse", "not told", "too few"].contains(rival["verdict"] as? String ?? ""))
    #expect(document["headline"] is String && document["notes"] is [String])
  }

  @Test func `too little history is said, with what is missing`() throws {
    let one = try backtest(Self.council + "/2020-21", "-q")
    #expect(one.code == 64 && one.out.isEmpty)
    #expect(one.err.contains("needs a year of returns before the day") && one.err.contains("31 March 2021"))
    let two = try years(["2020-21", "2021-22"])
    let result = try backtest(two.path + "/in", "-q")
    #expect(result.code == 0)
    #expect(flat(result.out).contains("24 months ahead nothing can be judged"))
    #expect(flat(result.out).contains("from too few origins to tell"))
  }

  @Test func `a year without a return is no truth and no origin`() throws {
    let folder = try years(["2020-21", "2021-22", "2023-24", "2024-25"])
    let values = try csv(folder.path + "/in")
    #expect(values.keys.contains { $0.contains("2022-03-31 real 24 2024-03-31 all") })
    #expect(!values.keys.contains { $0.contains(" 2023-03-31 ") || $0.contains(" 2022-09-30 ") })
    #expect(!values.keys.contains { $0.hasPrefix("2023-03-31") })
  }

  @Test(arguments: [
    (["--origins", "2023-03-30"], "last days of months"),
    (["--origins", "2019-03-31"], "no return that tells"),
    (["--origins", "2026-03-31"], "Nothing is known yet"), (["--horizons", "0"], "invalid"),
    (["--horizons", "12,soon"], "invalid"), (["--origins", "2023-03-31", "--pseudo"], "either"),
  ])
  func `settings that do not fit end with 64 and a sentence`(_ arguments: [String], _ words: String) throws {
    let result = try Program.run(["backtest", Self.council, "-q"] + arguments)
    #expect(result.code == 64 && result.out.isEmpty)
    #expect(result.err.contains(words), "\(result.err)")
  }

  @Test func `the page holds no small category, and its figures`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/b.html"
    let result = try backtest(Self.council, "-q", "--html", path)
    #expect(result.code == 0 && result.out.contains("Secure children's home"))
    let html = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!html.contains("Secure children&#39;s home"))
    #expect(html.contains("Smaller categories together") && html.contains("External children&#39;s home"))
    #expect(html.contains("31 March 2021, 12 months ahead") && html.contains("charts were not drawn"))
    #expect(!html.contains("<script"))
  }

  @Test func `a council of a few children gets a page without a figure`() throws {
    let born = (1...4).map { (child: "\($0)", birth: "01/06/2014") }
    let lines = (1...4).map { EpisodeLine("\($0)", "0\($0)/05/2022") }
    let leaver = EpisodeLine("4", "04/05/2022", "20/03/2024", rec: "E4A")
    let folder = try TemporaryFolder([
      "in/1/e.csv": ReturnFixture.episodes(lines + [EpisodeLine("9", "25/03/2023")]),
      "in/1/h.csv": ReturnFixture.header(born + [(child: "9", birth: "01/06/2014")]),
      "in/2/e.csv": ReturnFixture.episodes(lines.dropLast() + [leaver, EpisodeLine("9", "25/03/2023")]),
      "in/2/h.csv": ReturnFixture.header(born + [(child: "9", birth: "01/06/2014")]),
    ])
    let result = try Program.run(
      ["backtest", folder.path + "/in", "-q", "--horizons", "3", "--html", folder.path + "/b.html"])
    #expect(result.code == 0, "\(result.err)")
    let html = try String(contentsOfFile: folder.path + "/b.html", encoding: .utf8)
    #expect(html.contains("too few children to publish") && !html.contains("<table>"))
  }

  @Test func `the same returns give the same bytes`() throws {
    let runs = try (0..<3).map { _ in try backtest(Self.council, "-q", "--json").out }
    #expect(Set(runs).count == 1)
  }
}

/// The back-test on the public sample returns.
@Suite(.needsReference) struct SampleBacktestTests {
  @Test func `the sample returns are judged from four past years, and their own corrections are told`() throws
  {
    let result = try Program.run(["backtest", Reference.path("data/sample-returns"), "-q"])
    #expect(result.code == 0)
    let flat = result.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains("from 4 days in the past"))
    // Later sample returns know children whom earlier ones, made by chance, do not.
    #expect(flat.contains("On 31 March 2018 the returns of the time had 363 children in care"))
  }
}
