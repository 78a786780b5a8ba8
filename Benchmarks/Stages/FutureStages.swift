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
    let start = histories.asOf.adding(months: -36)
    guard let window = ReferenceWindow(from: start, to: histories.asOf) else { throw NoWindow() }
    let rates = timings.time("rates") { RateModel(histories, window: window) }
    let months = ForecastMonths(after: histories.asOf, until: histories.asOf + settings.days)
    var input = SimulationInput(
      rates: rates, starters: Starter.all(in: histories),
      durations: KnownDurations(histories, window: window), months: months,
      prices: .level(
        Array(repeating: 100_000, count: histories.book.entries.count), months: months.count))
    if settings.entries != 1 {
      input.changes.entries = Array(repeating: .init(multiply: settings.entries), count: rates.space.entrants)
    }
    var counts = RunCounts()
    var mean = 0.0
    let seconds = timings.median("futures", of: settings.repeats) {
      guard let result = Simulation(input, seed: Seed(1)).run(0..<settings.futures, threads: settings.threads)
      else { return 0.0 }
      counts = result.counts
      let last = months.count - 1
      mean = (0..<settings.futures).reduce(0.0) { sum, future in
        sum
          + Double(
            (0..<rates.space.categories).reduce(0) {
              $0 + result.futures.count(.children, future: future, month: last, category: $1)
            })
      }
      return mean
    }
    _ = seconds
    timings.count("starters", counts.starters)
    timings.count("entrants", counts.entrants)
    timings.count("events", counts.events)
    timings.count("rates_drawn", counts.ratesDrawn)
    timings.value("mean_at_end", mean / Double(settings.futures))
    return timings
  }
}
