import Care
import KnownTruth
import Testing
import Units

@testable import Forecasting

/// A planted council ready to be simulated, and initiatives that act on it.
enum ActingFixture {
  static let asOf = CivilDay(year: 2022, month: 3, day: 31) ?? CivilDay(number: 0)
  static let prices: [Int64] = [40, 60, 90, 400, 560, 700, 500, 120, 0, 0, 50].map { $0 * 1000 }

  static func input(years: Int = 3, seed: UInt64 = 3) throws -> SimulationInput {
    var settings = PlantedCouncil.Settings()
    settings.seed = seed
    settings.firstDay = try #require(CivilDay("2018-04-01"))
    settings.lastDay = asOf
    let histories = try PlantedCouncil(settings).known(at: asOf).histories
    let window = try #require(ReferenceWindow(from: asOf.adding(months: -36), to: asOf))
    let months = ForecastMonths(after: asOf, until: asOf.adding(months: 12 * years))
    let weekly = histories.book.entries.indices.map { $0 < prices.count ? prices[$0] : 50_000 }
    return SimulationInput(
      rates: RateModel(histories, window: window), starters: Starter.all(in: histories),
      durations: KnownDurations(histories, window: window), months: months,
      prices: .level(weekly, months: months.count))
  }

  static func initiative(
    _ id: String, _ kind: Initiative.Kind, start: CivilDay = asOf + 1, perMonth: Int? = nil,
    grade: EvidenceGrade = .trial, variation: Double = 1e-9, cost: DeliveryCost = DeliveryCost()
  ) -> Initiative {
    Initiative(
      id: id, name: id, kind: kind, start: start, perMonth: perMonth, grade: grade,
      spread: .variation(variation), cost: cost)
  }

  static func run(_ input: SimulationInput, futures: Int, seed: UInt64 = 5) throws -> Simulation.Result {
    try #require(Simulation(input, seed: Seed(seed)).run(0..<futures, threads: 2))
  }

  /// Everything a run says, number by number.
  static func bytes(_ futures: Futures) -> [Int64] {
    futures.counts.map(Int64.init) + Array(futures.pence) + futures.leavers.map(Int64.init)
      + Array(futures.weeklyFlows)
  }

  /// Each future's sum of a count over all months and categories.
  static func sums(_ measure: Futures.Measure, _ futures: Futures) -> [Int] {
    futures.values { future in
      (0..<futures.months).reduce(0) { sum, month in
        sum
          + (0..<futures.categories).reduce(0) {
            $0 + futures.count(measure, future: future, month: month, category: $1)
          }
      }
    }
  }

  static func mean(_ values: [Int]) -> Double { Double(values.reduce(0, +)) / Double(values.count) }
}
