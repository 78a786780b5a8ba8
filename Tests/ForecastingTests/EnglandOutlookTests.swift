import Files
import Forecasting
import Foundation
import Support
import Testing

/// Outlooks back-tested on the published counts of every English council, 2010 to 2025.
@Suite(.needsReference) struct EnglandOutlookTests {
  private static let backtest: OutlookBacktest? = panel.map { OutlookBacktest($0) }

  private static let panel: CountPanel? = {
    guard let path = try? Reference.path("data/england/cla_by_la.csv"),
      let data = try? Data(contentsOf: URL(fileURLWithPath: path)),
      let rows = try? SmallTable.read([UInt8](data), columns: ["year", "la_code3", "measure", "value"])
    else { return nil }
    var counts: [String: [Int: Int]] = [:]
    var regions: [String: String] = [:]
    for row in rows where row["level"] == "L" && row["measure"] == "cla_31_march" {
      guard let code = row["la_code3"], let year = row["year"].flatMap({ Int($0) }),
        let value = row["value"].flatMap({ Int($0) })
      else { continue }
      counts[code, default: [:]][year] = value
      regions[code] = row["region"]?.replacing("Inner ", with: "").replacing("Outer ", with: "")
    }
    return CountPanel(counts.map { (id: $0, region: regions[$0], counts: $1) })
  }()

  @Test func `the last value's errors are those counted by another program`() throws {
    let backtest = try #require(Self.backtest)
    #expect(try #require(Self.panel).councils.count == 158 && backtest.origins == 2014...2024)
    let scores = try (1...3).map { try #require(backtest.score(.lastValue, ahead: $0)) }
    #expect(scores.map(\.cases) == [1617, 1466, 1317])
    for (score, expected) in zip(scores, [5.78, 8.75, 11.01]) {
      #expect(abs(score.meanError - expected) < 0.006)
    }
  }

  @Test(arguments: 1...3)
  func `the outlook misses by less than the last value and drift, and its intervals hold`(_ ahead: Int) throws
  {
    let backtest = try #require(Self.backtest)
    let ours = try #require(backtest.score(.outlook, ahead: ahead))
    for method in OutlookBacktest.Method.allCases {
      let score = try #require(backtest.score(method, ahead: ahead))
      guard method != .outlook else { continue }
      #expect(ours.meanError < score.meanError && ours.score < score.score)
    }
    #expect((74...86).contains(ours.covered[1]))
    #expect((44...57).contains(ours.covered[0]) && (93...98).contains(ours.covered[2]))
  }

  @Test func `the back-test does not depend on what came later`() throws {
    let panel = try #require(Self.panel)
    let whole = try #require(Self.backtest)
    let early = OutlookBacktest(panel.upTo(2020))
    #expect(Array(whole.rules.prefix(6)) == early.rules)
    let forecasts = try #require(whole.trials[.outlook]).filter { $0.forecast.year <= 2020 }
    #expect(try #require(early.trials[.outlook]) == forecasts)
  }
}
