import Care
import Files
import Foundation
import Returns
import Support
import Testing
import Units

@testable import Forecasting

/// The stock-and-flow method against what the sector's own model computes on the public sample returns.
@Suite(.needsReference) struct SectorVectorTests {
  static let bands = ["BIRTH_TO_ONE", "ONE_TO_FIVE", "FIVE_TO_TEN", "TEN_TO_SIXTEEN", "SIXTEEN_TO_EIGHTEEN"]

  struct Sample {
    let histories: CareHistories
    let space: StateSpace

    init() throws {
      let returns = try ReturnsReader.read(at: Reference.path("data/sample-returns"))
      histories = try HistoryBuilder.build(returns, book: .sector()).histories
      space = StateSpace(categories: histories.book.entries.count)
    }

    func state(_ row: SmallTable.Row, _ prefix: String = "") -> Int? {
      guard let band = row[prefix + "age_bin"].flatMap(SectorVectorTests.bands.firstIndex(of:)),
        let type = row[prefix + "placement_type"]
      else { return nil }
      if type == "NOT_IN_CARE" { return space.outside(band: band) }
      return histories.book.category(id: type.lowercased()).map {
        space.state(band: band, category: $0.index)
      }
    }

    func estimate(_ window: String) throws -> StockFlow.Estimate {
      let months = window == "6m" ? -6 : -36
      let window = try #require(
        ReferenceWindow(from: histories.asOf.adding(months: months), to: histories.asOf))
      return StockFlow.estimate(histories, window: window)
    }
  }

  static func rows(_ name: String) throws -> [SmallTable.Row] {
    let path = try Reference.path("vectors/cs-demand-model/" + name)
    return try SmallTable.read([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), columns: [])
  }

  @Test func `the cleaned episodes are those of the sector's model`() throws {
    let sample = try Sample()
    let clean = StockFlow.clean(sample.histories)
    #expect(clean.count == 2827)
    #expect(clean.count { $0.end == nil } == 86)
    #expect(sample.histories.asOf == CivilDay("2022-03-27"))
    var expected: [String: SmallTable.Row] = [:]
    for row in try Self.rows("a_enriched_episodes.csv") {
      expected[(row["child"] ?? "") + "|" + (row["decom"] ?? "")] = row
    }
    let book = sample.histories.book
    func type(_ category: Int?) -> String {
      category.map { book.entries[$0].id.uppercased() } ?? "NOT_IN_CARE"
    }
    for episode in clean {
      let id = sample.histories.children[Int(episode.child)].id.revealed
      let row = try #require(expected["\(id)|\(episode.start)"])
      #expect(row["dec"] == episode.end?.description)
      #expect(row["age_bin"] == Self.bands[sample.space.band(of: episode.state)])
      #expect(row["placement_type"] == type(sample.space.category(of: episode.state)))
      #expect(row["placement_type_before"] == type(episode.before))
      #expect(row["placement_type_after"] == type(episode.after))
    }
  }

  @Test(arguments: ["6m", "36m"])
  func `mean rates, their counts and entrants agree`(_ window: String) throws {
    let sample = try Sample()
    let estimate = try sample.estimate(window)
    var seen = 0
    for row in try Self.rows("c_mean_rates_\(window).csv") {
      let from = try #require(sample.state(row, "from_"))
      let to = try #require(sample.state(row, "to_"))
      let expected = try #require(row["mean_daily_rate"].flatMap(Double.init))
      guard expected > 0 else {
        #expect(!estimate.rates.contains { $0.from == from && $0.to == to })
        continue
      }
      seen += 1
      let rate = try #require(estimate.rates.first { $0.from == from && $0.to == to })
      #expect(abs(rate.perDay / expected - 1) < 1e-12)
      #expect(row["transitions_in_window"] == String(rate.events))
      #expect(row["days_in_window"] == String(rate.days))
      #expect(row["days_with_zero_prior_stock"] == String(rate.emptyDays))
      #expect(row["prior_stock_child_days"] == String(rate.childDays))
    }
    #expect(seen == estimate.rates.count)
    var entrants = 0
    for row in try Self.rows("d_daily_entrants_\(window).csv") {
      let state = try #require(sample.state(row, "to_"))
      let expected = try #require(row["daily_entrants"].flatMap(Double.init))
      #expect(abs(estimate.model.entrantsPerDay[state] - expected) < 1e-15)
      entrants += estimate.entrants[state]
    }
    #expect(entrants == estimate.entrants.reduce(0, +))
  }

  @Test(arguments: ["6m", "36m"])
  func `rates with ageing agree`(_ window: String) throws {
    let sample = try Sample()
    let model = try sample.estimate(window).model
    for row in try Self.rows("c1_rates_incl_ageing_\(window).csv") {
      let from = try #require(sample.state(row, "from_"))
      let to = sample.state(row, "to_")
      let expected = try #require(row["daily_rate"].flatMap(Double.init))
      let found = model.rates.filter { $0.from == from && $0.to == to }.reduce(0) { $0 + $1.perDay }
      #expect(abs(found - expected) < 1e-15)
    }
  }

  @Test(arguments: ["6m", "36m"])
  func `the forecast agrees to a thousand-millionth of a child`(_ window: String) throws {
    let sample = try Sample()
    let model = try sample.estimate(window).model
    let daily = model.forecast(days: 1826)
    var compared = 0
    for name in ["e_forecast_\(window)_365d.csv", "e_forecast_\(window)_1826d_every30.csv"] {
      compared += try compare(name, daily, sample)
    }
    compared += try compare("e_forecast_\(window)_step90x6.csv", model.run(steps: 6, daysEach: 90), sample)
    #expect(compared > 10_000)
  }

  private func compare(_ name: String, _ forecast: FlowForecast, _ sample: Sample) throws -> Int {
    var worst = 0.0
    var count = 0
    for row in try Self.rows(name) {
      let day = try #require(row["date"].flatMap { CivilDay($0) })
      let state = try #require(sample.state(row))
      let expected = try #require(row["population"].flatMap(Double.init))
      let step = forecast.firstDay.nights(to: day) / forecast.daysEach
      worst = max(worst, abs(forecast.children(step: step, state: state) - expected))
      count += 1
    }
    #expect(worst < 1e-9, "\(name): \(worst)")
    return count
  }

  @Test func `the stock agrees on every day`() throws {
    let sample = try Sample()
    let clean = StockFlow.clean(sample.histories)
    var wrong = 0
    for row in try Self.rows("b_stock_daily.csv") {
      let day = try #require(row["date"].flatMap { CivilDay($0) })
      let state = try #require(sample.state(row))
      // One day in thirty: each costs a pass over all episodes.
      guard day.number % 30 == 0 else { continue }
      let count = clean.count {
        $0.state == state && $0.start <= day && ($0.end ?? CivilDay(number: .max)) > day
      }
      if row["count"] != String(count) { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}
