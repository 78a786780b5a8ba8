import Care
import KnownTruth
import Testing
import Units

@testable import Forecasting

/// A council whose rates are known and the same for all: whose forecast can be worked out by hand.
struct EvenCouncil {
  /// Children in care on the as-of date, all ten years old and in the first category.
  var children = 40
  /// Exits per child-day, all to home.
  var exits = 0.0
  /// Children who come a year, alone.
  var entriesAYear = 0.0
  /// Pence a week in every category.
  var weekly: Int64 = 90_000
  let asOf: CivilDay
  let until: CivilDay

  init(asOf: String, until: String) {
    self.asOf = CivilDay(asOf) ?? CivilDay(number: 0)
    self.until = CivilDay(until) ?? CivilDay(number: 1)
  }

  /// What the simulation is a function of.
  func input() throws -> SimulationInput {
    let histories = try SmallCouncil(seed: 1).histories
    let window = try #require(ReferenceWindow(from: histories.asOf - 365, to: histories.asOf))
    let estimated = RateModel(histories, window: window)
    let space = estimated.space
    let days = Array(repeating: 1_000_000_000, count: space.count)
    func family(_ rates: [Double]) -> HazardFamily {
      HazardFamily(
        space: space, events: rates.map { rate in days.map { Int((Double($0) * rate).rounded()) } },
        days: days)
    }
    var alphas = Array(repeating: 0.0, count: space.entrants)
    alphas[space.entrant(age: 3, category: 0, uasc: 0)] = 1
    let perDay = entriesAYear / 365.25
    let entries = EntryModel(
      paces: [
        EntryModel.Pace(tau: 0, weight: 1, level: GammaPosterior(shape: perDay * 1e6, rate: 1e6))
      ], sizes: [1], alphas: alphas, ages: [[], [], [], [3700], []])
    let months = ForecastMonths(after: asOf, until: until)
    var input = SimulationInput(
      rates: RateModel(
        space: space, window: window, exits: family([exits, 0, 0, 0]), changes: family([0]),
        destinations: estimated.destinations, entries: entries),
      starters: (0..<children).map { _ in
        Starter(
          birth: -3700, category: 0, isUASC: false, careStart: -400, isCareStartKnown: true, stayStart: -400,
          isStayStartKnown: true)
      }, durations: KnownDurations(days: Array(repeating: [], count: space.ages)), months: months,
      prices: .level(Array(repeating: weekly, count: space.categories), months: months.count))
    input.isRateCertain = true
    return input
  }
}

/// A made-up council of random size, with what can go wrong in small numbers.
struct SmallCouncil {
  let histories: CareHistories

  init(seed: UInt64, entriesPerYear: Double = 40) throws {
    var settings = PlantedCouncil.Settings()
    settings.seed = seed
    settings.entriesPerYear = entriesPerYear
    settings.firstDay = try #require(CivilDay("2019-04-01"))
    settings.lastDay = try #require(CivilDay("2024-03-31"))
    histories = try PlantedCouncil(settings).truth.histories
  }

  /// Its simulation, with prices that differ by category, rise by list and by uplift, and where asked fees of their
  /// own.
  func input(until: String, hasFees: Bool = false) throws -> SimulationInput {
    let months = ForecastMonths(after: histories.asOf, until: try #require(CivilDay(until)))
    let width = histories.book.entries.count
    let window = try #require(
      ReferenceWindow(from: histories.asOf.adding(months: -36) + 1, to: histories.asOf))
    let weekly = (0..<width).map { Int64(40_000 + 53_117 * $0) }
    var index: [[Double]] = []
    for month in 0..<months.count {
      index.append((0..<width).map { category in 1 + 0.003 * Double(month * (1 + category % 3)) })
    }
    let year = FinancialYear(containing: histories.asOf).startYear
    let uplifts = months.lastDays.map { FinancialYear(containing: $0).startYear - year }
    let prices = PricePlan(
      weekly: weekly, index: index, uplifts: uplifts, upliftMean: 0.03, upliftSpread: 0.02,
      startingPrices: hasFees ? SmallCouncil.startingPrices(5 * width) : [], carriedRank: hasFees ? 0.5 : 0)
    let fees = histories.stays.indices.map { Int64(45_000 + 977 * ($0 % 301)) }
    return SimulationInput(
      histories, window: window, months: months, prices: prices, fees: hasFees ? fees : [])
  }

  private static func startingPrices(_ pools: Int) -> [[Int64]] {
    (0..<pools).map { pool in (0..<9).map { Int64(50_000 + 1777 * pool + 9001 * $0) } }
  }
}
