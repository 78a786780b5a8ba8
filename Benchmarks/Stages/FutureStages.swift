import Care
import Forecasting
import Foundation
import Returns
import Units

/// The forecast by simulated futures, each stage timed.
enum FutureStages {
  /// What to simulate.
  struct Settings {
    var futures = 1000
    var days = 1826
    var threads = 1
    var repeats = 5
    /// Factor of the pace of entries, to match another model's.
    var entries = 1.0
  }

  static func measure(_ folder: String, _ settings: Settings) throws -> Timings {
    var timings = Timings()
    let read = try timings.time("load") { try ReturnsReader.read(at: folder) }
    let histories = try timings.time("stitch") {
      try HistoryBuilder.build(read, book: .standard()).histories
    }
    let input = try timings.time("rates") { () throws -> SimulationInput in
      try FutureStages.input(histories, settings)
    }
    var counts = RunCounts()
    let last = input.months.count - 1
    let mean = timings.median("futures", of: settings.repeats) { () -> Double in
      guard let result = Simulation(input, seed: Seed(1)).run(0..<settings.futures, threads: settings.threads)
      else { return 0.0 }
      counts = result.counts
      let children = result.futures.counts(
        .children, month: last, categories: Array(0..<result.futures.categories))
      return Spread(children)?.mean ?? 0
    }
    note(counts, &timings)
    timings.value("mean_at_end", mean)
    return timings
  }

  /// What is simulated of care histories, by the rates of the last 36 months.
  static func input(_ histories: CareHistories, _ settings: Settings) throws -> SimulationInput {
    let start = histories.asOf.adding(months: -36)
    guard let window = ReferenceWindow(from: start, to: histories.asOf) else { throw NoWindow() }
    let months = ForecastMonths(after: histories.asOf, until: histories.asOf + settings.days)
    let prices = Array(repeating: Int64(100_000), count: histories.book.entries.count)
    var input = SimulationInput(
      histories, window: window, months: months, prices: .level(prices, months: months.count))
    if settings.entries != 1 {
      input.changes.entries = Array(
        repeating: .init(multiply: settings.entries), count: input.rates.space.entrants)
    }
    return input
  }

  static func note(_ counts: RunCounts, _ timings: inout Timings) {
    timings.count("futures", counts.futures)
    timings.count("starters", counts.starters)
    timings.count("entrants", counts.entrants)
    timings.count("events", counts.events)
    timings.count("rates_drawn", counts.ratesDrawn)
  }
}
