import Care
import Costing
import Forecasting
public import Reporting
import Units

/// Holds a scenario against the baseline: the same futures with and without it.
public enum CompareScenario {
  /// Runs of coalitions times futures that sharing a saving may take before it takes fewer futures.
  static let mostShared = 16_000

  /// Reads the returns and a scenario's file, simulates the baseline, the scenario and its initiatives alone and
  /// together. `simulating` is told how many runs are done, of how many.
  ///
  /// - Throws: `OperationError` where the returns, a file, the scenario or a setting can't be used.
  public static func run(
    _ options: ForecastOptions, scenario path: String, progress: (Int, Int) -> Void = { _, _ in },
    simulating: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(OperationError) -> ScenarioReport {
    let basis = try ForecastBasis.read(options, progress: progress)
    let read = try ReadScenario.scenario(path, book: basis.book, asOf: basis.months.asOf)
    let scenario = read.scenario
    let input = try basis.input
    let changed = try changed(input, by: scenario, options, basis)
    var acted = changed
    (acted.initiatives, acted.rho) = (scenario.initiatives, scenario.correlation)
    let count = scenario.initiatives.count
    let shared = sharedFutures(options.futures, initiatives: count)
    let runs = 3 + (count == 0 ? 0 : Overlap.runs(of: count))
    func simulate(_ input: SimulationInput, _ done: Int) throws(OperationError) -> Simulation.Result {
      let result = Simulation(input, seed: Seed(options.seed)).run(
        options.futures, threads: options.threads, progress: { _ in simulating(done, runs) })
      guard let result else { throw .cancelled }
      return result
    }
    let baseline = try simulate(input, 0)
    let assumptions = changed.isSame(as: input) ? baseline : try simulate(changed, 1)
    let with = count == 0 ? assumptions : try simulate(acted, 2)
    var overlap: Overlap?
    if count > 0 {
      overlap = Overlap.measure(
        acted, seed: Seed(options.seed), futures: shared, months: 0..<basis.months.count,
        threads: options.threads, progress: { done, _ in simulating(3 + done, runs) })
      guard overlap != nil else { throw .cancelled }
    }
    _ = simulating(runs, runs)
    let cautions = ScenarioCautions(
      scenario, input: input, baseline: baseline.futures, with: with.futures, actions: with.actions)
    return ScenarioReport(
      council: options.council ?? options.load.folderName, scenario: scenario, book: basis.book,
      months: basis.months, baseline: baseline.futures, assumptions: assumptions.futures, with: with.futures,
      actions: with.actions, overlap: overlap,
      method: basis.method(
        cautions: basis.warnings + input.rates.cautions + read.warnings.map(\.description)
          + cautions.sentences), seed: options.seed)
  }

  /// The input with a scenario's changed rates and uplift.
  static func changed(
    _ input: SimulationInput, by scenario: Scenario, _ options: ForecastOptions, _ basis: ForecastBasis
  ) throws(OperationError) -> SimulationInput {
    var changed = input
    changed.changes = RateAdjustments(scenario.rateChanges, rates: input.rates)
    guard let uplift = scenario.uplift else { return changed }
    var options = options
    options.uplift = Int((uplift.mean * 10_000).rounded())
    let (prices, _, _) = try ForecastReturns.schedule(options, basis.book)
    changed.prices = PricePlan(
      prices, months: basis.months, book: basis.book,
      upliftSpread: Int((uplift.deviation * 10_000).rounded()))
    return changed
  }

  /// The futures in which savings are shared out: all of them for few initiatives, fewer where every coalition of many
  /// has to be simulated.
  private static func sharedFutures(_ futures: Range<Int>, initiatives count: Int) -> Range<Int> {
    guard count > 0 else { return futures }
    let most = max(100, mostShared / Overlap.runs(of: count))
    return futures.lowerBound..<min(futures.upperBound, futures.lowerBound + most)
  }
}
