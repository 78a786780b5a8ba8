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
}
