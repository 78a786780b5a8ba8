import Care
import Forecasting
public import Reporting
import Units

/// Says what drives a forecast.
public enum ExplainReturns {
  /// Reads the returns, simulates, takes the change apart and moves every assumption. `simulating` is told how many
  /// runs are done, of how many.
  ///
  /// - Throws: `OperationError` where the returns, a file or a setting can't be used.
  public static func run(
    _ options: ForecastOptions, progress: (Int, Int) -> Void = { _, _ in },
    simulating: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(OperationError) -> ExplainReport {
    let basis = try ForecastBasis.read(options, progress: progress)
    let input = try basis.input
    let months = basis.months
    let draws = SharedDraws(
      input, seed: Seed(options.seed), futures: options.futures, threads: options.threads)
    let runs = Tornado.runs(input) + 1
    guard let futures = draws.base(goesOn: { simulating(0, runs) }) else { throw .cancelled }
    guard simulating(1, runs) else { throw .cancelled }
    let year = months.lastWholeYear
    var tornado: Tornado?
    if let year, let ahead = months.months(of: year) {
      let known = basis.knownCost(of: year) ?? .zero
      tornado = Tornado(
        draws, cost: .cost(months: ahead, known: known.pence), progress: { simulating($0 + 1, runs) })
      guard tornado != nil else { throw .cancelled }
    }
    _ = simulating(runs, runs)
    var today = Array(repeating: 0, count: basis.book.entries.count)
    for starter in input.starters { today[Int(starter.category)] += 1 }
    return ExplainReport(
      council: options.council ?? options.load.folderName, book: basis.book, asOf: months.asOf,
      horizon: months.lastDays.last ?? months.asOf, today: today,
      then: futures.means(.children, month: months.count - 1),
      decomposition: Decomposition(
        futures, of: input, seed: Seed(options.seed), month: months.count - 1),
      flows: FlowCounts(futures, of: months), tornado: tornado, year: tornado == nil ? nil : year,
      futures: options.futures.count, method: basis.method(cautions: basis.warnings + input.rates.cautions))
  }
}
