import Care
import Forecasting
import Returns
import Units

/// The way from a folder of returns to the sector's stock-and-flow forecast, each stage timed.
enum Stages {
  /// Reads a folder, joins its returns and, unless `loadOnly`, forecasts by the rates of the last 36 months.
  static func measure(_ folder: String, loadOnly: Bool) throws -> Timings {
    var timings = Timings()
    let read = try timings.time("load") { try ReturnsReader.read(at: folder) }
    let built = try timings.time("stitch") { try HistoryBuilder.build(read, book: .sector()) }
    let histories = built.histories
    timings.count("rows", built.returns.rowsRead)
    timings.count("children", histories.children.count)
    if !loadOnly { try forecast(histories, &timings) }
    return timings
  }

  private static func forecast(_ histories: CareHistories, _ timings: inout Timings) throws {
    let (stock, clean) = timings.time("stock") { (Stock(histories), StockFlow.clean(histories)) }
    let start = histories.asOf.adding(months: -36)
    guard let window = ReferenceWindow(from: start, to: histories.asOf) else { throw NoWindow() }
    let model = timings.time("rates") { StockFlow.estimate(histories, window: window).model }
    let year = timings.median("forecast365", of: 101) { model.forecast(days: 365) }
    let fiveYears = timings.median("forecast1826", of: 101) { model.forecast(days: 1826) }
    timings.count("clean_episodes", clean.count)
    timings.count("days", stock.firstDay.nights(to: stock.lastDay) + 1)
    timings.value("in_care", model.initial.reduce(0, +))
    timings.value("in_care_365", year.children(step: 364).reduce(0, +))
    timings.value("in_care_1826", fiveYears.children(step: 1825).reduce(0, +))
  }
}

/// The months before the last event hold no day: no calendar has this.
struct NoWindow: Error {}
