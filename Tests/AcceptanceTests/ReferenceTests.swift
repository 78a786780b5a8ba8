import Files
import Foundation
import Support
import Testing
import Units

/// The whole program on reference data.
@Suite(.needsReference) struct ReferenceTests {
  @Test func `the stock-flow method reproduces the sector's totals through the command line`() throws {
    let folder = try TemporaryFolder()
    for (window, from) in [("36m", "2019-03-27"), ("6m", "2021-09-27")] {
      let path = folder.path + "/\(window).csv"
      let result = try Program.run([
        "forecast", try Reference.path("data/sample-returns"), "--method", "stock-flow", "--reference",
        "\(from)..2022-03-27", "--csv", path, "-q",
      ])
      #expect(result.code == 0)
      let ours = try rows(path)
      var expected: [String: Double] = [:]
      for row in try rows(Reference.path("vectors/cs-demand-model/e_forecast_\(window)_365d.csv")) {
        guard let type = row["placement_type"], type != "NOT_IN_CARE", let day = row["date"] else { continue }
        let population = try #require(row["population"].flatMap(Double.init))
        expected["\(day) \(type.lowercased())", default: 0] += population
        expected["\(day) all", default: 0] += population
      }
      var compared = 0
      for row in ours where row["measure"] == "children" && row["statistic"] == "mean" {
        guard let value = expected["\(row["date"] ?? "") \(row["category"] ?? "")"] else { continue }
        #expect(abs(value - (row["value"].flatMap(Double.init) ?? .nan)) < 1e-9)
        compared += 1
      }
      #expect(compared == 12 * 5)
    }
  }

  private func rows(_ path: String) throws -> [SmallTable.Row] {
    try SmallTable.read([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), columns: ["date"])
  }

  @Test(arguments: ["sample-returns", "synth", "synth-dirty", "peer-fake-903"])
  func `the reference councils are checked and forecast`(_ name: String) throws {
    let path = try Reference.path("data/" + name)
    let check = try Program.run(["check", path, "-q"])
    #expect(check.code == 0)
    #expect(check.out.contains("rows read = "))
    let forecast = try Program.run(["forecast", path, "-q"])
    #expect(forecast.code == 0)
    #expect(forecast.out.contains("Children in care, by placement"))
  }

  /// Counts of the placements that the made-up council was made of, from the file that holds them all.
  private struct Truth {
    var lookedAfter = 0, started = 0, ceased = 0
    var periodsStarted = 0, periodsCeased = 0

    init(_ placements: [String: [(start: CivilDay, end: CivilDay)]], year: CollectionYear) {
      for spells in placements.values {
        var periods: [(start: CivilDay, end: CivilDay)] = []
        for spell in spells.sorted(by: { $0.start < $1.start }) {
          if let last = periods.last, last.end == spell.start {
            periods[periods.count - 1].end = spell.end
          } else {
            periods.append(spell)
          }
        }
        let starts = periods.count { year.days.contains($0.start) }
        let ends = periods.count { year.days.contains($0.end) }
        lookedAfter += periods.contains { $0.start <= year.lastDay && year.lastDay < $0.end } ? 1 : 0
        started += min(starts, 1)
        ceased += min(ends, 1)
        periodsStarted += starts
        periodsCeased += ends
      }
    }
  }

  @Test func `children looked after, started and ceased are those of the placements the council was made of`()
    throws
  {
    let path = try Reference.path("data/synth")
    var placements: [String: [(start: CivilDay, end: CivilDay)]] = [:]
    let truth = try SmallTable.read(
      [UInt8](Data(contentsOf: URL(fileURLWithPath: path + "/placements_truth.csv"))),
      columns: ["child", "start", "end", "state"])
    // V4 is an agreement of short breaks, not care.
    for row in truth where row["state"]?.hasPrefix("V4") == false {
      let start = try #require(row["start"].flatMap { CivilDay($0) })
      placements[row["child"] ?? "", default: []].append(
        (start, row["end"].flatMap { CivilDay($0) } ?? .distantFuture))
    }
    for startYear in 2019...2024 {
      let year = CollectionYear(startYear: startYear)
      let result = try Program.run(
        ["measures", path, "-q", "--json", "--unsuppressed", "--at", year.lastDay.description])
      let document = try #require(
        JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
      let counts = try ["figures", "periods"].flatMap { try #require(document[$0] as? [[String: Any]]) }
        .reduce(into: [String: Int]()) { $0[$1["id"] as? String ?? ""] = $1["count"] as? Int }
      let expected = Truth(placements, year: year)
      #expect(counts["looked-after"] == expected.lookedAfter && expected.lookedAfter > 300, "\(year)")
      #expect(counts["started"] == expected.started && counts["ceased"] == expected.ceased, "\(year)")
      #expect(counts["periods-started"] == expected.periodsStarted, "\(year)")
      #expect(counts["periods-ceased"] == expected.periodsCeased, "\(year)")
    }
  }
}
