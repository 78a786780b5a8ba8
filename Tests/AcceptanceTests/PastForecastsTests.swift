import Foundation
import Support
import Testing

/// How forecasts did in the past, beside every forecast.
struct PastForecastsTests {
  static let council = Project.folder + "/Examples/council"

  private func forecast(_ folder: String = council, _ arguments: String...) throws -> Program.Result {
    try Program.run(["forecast", folder, "-q", "--futures", "20"] + arguments)
  }

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func document(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test
  func `errors, ranges and the verdict stand in the terminal and on the page, and are left out on demand`()
    throws
  {
    let folder = try TemporaryFolder()
    let result = try forecast(Self.council, "--html", folder.path + "/r.html")
    let page = flat(try String(contentsOfFile: folder.path + "/r.html", encoding: .utf8))
    let text = flat(result.out)
    for words in [
      "How such forecasts did in the past", "Forecast 12 months ahead from 5 days in the past with only what",
      "The cost of a month, 12 months ahead, was off by £", "Children in care: off by",
      "Cost of the month, £ thousand: off by", "Inside the 80 % range",
      "with only the returns of the time, in 200 futures each",
    ] {
      #expect(text.contains(words), "\(words)")
      #expect(page.contains(words), "\(words)")
    }
    let row = try #require(result.out.split(separator: "\n").first { $0.hasPrefix("  12 months ahead") })
    #expect(row.contains(" of 5"))
    let without = try forecast(Self.council, "--no-backtest", "--html", folder.path + "/n.html")
    let bare = try String(contentsOfFile: folder.path + "/n.html", encoding: .utf8)
    for text in [flat(without.out), flat(bare)] {
      #expect(text.contains("Not judged here, since --no-backtest was given") && !text.contains("off by"))
    }
    let sector = try Program.run(["forecast", Self.council, "-q", "--method", "stock-flow"])
    #expect(sector.code == 0 && !sector.out.contains("in the past"))
  }

  @Test func `the scores are those of a back-test, the simulation's apart`() throws {
    let beside = try document(try forecast(Self.council, "--json").out)
    let past = try #require(beside["backtest"] as? [String: Any])
    let full = try document(try Program.run(["backtest", Self.council, "-q", "--json"]).out)
    func scores(_ document: [String: Any]) throws -> [String: Double] {
      let list = try #require(document["scores"] as? [[String: Any]])
      var scores: [String: Double] = [:]
      for score in list where ["all", "cost"].contains(score["measure"] as? String) {
        guard let method = score["method"] as? String, method != "homeward" else { continue }
        let key = "\(score["measure"] ?? "") \(score["months"] ?? "") \(method)"
        scores[key] = score["meanAbsoluteError"] as? Double
      }
      return scores
    }
    let ours = try scores(past)
    #expect(ours.count == 2 * 4 * 3)
    #expect(try ours == scores(full))
    #expect(past["leftOut"] == nil && (past["origins"] as? [String])?.count == 5)
    let without = try document(try forecast(Self.council, "--json", "--no-backtest").out)
    #expect((without["backtest"] as? [String: Any])?.keys.sorted() == ["leftOut"])
  }

  @Test func `the figures of the forecast are the same with and without it`() throws {
    let folder = try TemporaryFolder()
    var seen: Set<Data> = []
    for (name, more) in [("a", "--json"), ("b", "--no-backtest")] {
      let path = "\(folder.path)/\(name).csv"
      #expect(try forecast(Self.council, "--csv", path, more).code == 0)
      seen.insert(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    #expect(seen.count == 1)
  }

  @Test func `too little history to look back is said, and a day inside a month is looked back from too`()
    throws
  {
    let one = try forecast(Self.council + "/2025-26")
    #expect(one.code == 0)
    #expect(flat(one.out).contains("Not judged: a back-test needs a year of returns before the day"))
    let middle = try forecast(Self.council, "--as-of", "2025-10-15")
    // Six months after 31 March 2025 are known on 15 October, twelve after 31 March 2024 are.
    let row = try #require(middle.out.split(separator: "\n").first { $0.hasPrefix("  12 months ahead") })
    #expect(middle.code == 0 && row.contains(" of 4"))
  }
}
