import Care
import Costing
import Forecasting
public import Reporting
import Units

/// Holds a scenario against the baseline: the same futures with and without it.
public enum CompareScenario {
  /// Runs of coalitions times futures that sharing a saving may take before it takes fewer futures.
  static let mostShared = 16_000

  /// What a comparison is going to simulate.
  public struct Plan: Sendable {
    /// The scenario's initiatives.
    public let initiatives: Int
    /// Runs of all futures, and the futures of each.
    public let runs: Int, futures: Int
    /// About how many runs sharing out the saving takes, and the futures of each.
    public let sharingRuns: Int, sharedFutures: Int

    /// All futures of all runs, about.
    var allFutures: Int { runs * futures + sharingRuns * sharedFutures }
  }

  /// Where a scenario stands.
  public enum Source: Sendable {
    /// In a file at a path.
    case file(String)
    /// In a text.
    case text(String)
  }

  /// Reads the returns and a scenario's file, simulates the baseline, the scenario and its initiatives alone and
  /// together. `planned` is told what that takes before it begins; `simulating`, how many futures of all runs are done,
  /// of about how many.
  ///
  /// - Throws: `OperationError` where the returns, a file, the scenario or a setting can't be used.
  public static func run(
    _ options: ForecastOptions, scenario path: String, progress: (Int, Int) -> Void = { _, _ in },
    planned: (Plan) -> Void = { _ in },
    simulating: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(OperationError) -> ScenarioReport {
    let basis = try ForecastBasis.read(options, progress: progress)
    return try compare(
      options, basis, try basis.input, .file(path), planned: planned, simulating: simulating)
  }

  /// Compares as `run` does, and gives a first picture before: of the first `few` futures, without sharing the saving
  /// out.
  ///
  /// - Throws: `OperationError` where the returns, a file, the scenario or a setting can't be used.
  public static func run(
    _ options: ForecastOptions, scenario source: Source, few: Int, first: (ScenarioReport) -> Void,
    simulating: (_ done: Int, _ of: Int) -> Bool
  ) throws(OperationError) -> ScenarioReport {
    let basis = try ForecastBasis.read(options, progress: { _, _ in })
    let input = try basis.input
    if options.futures.count > 2 * few {
      var own = options
      own.futures = options.futures.lowerBound..<(options.futures.lowerBound + few)
      first(
        try compare(own, basis, input, source, isShared: false, simulating: { _, all in simulating(0, all) }))
    }
    return try compare(options, basis, input, source, simulating: simulating)
  }

  private static func compare(
    _ options: ForecastOptions, _ basis: ForecastBasis, _ input: SimulationInput, _ source: Source,
    isShared: Bool = true, planned: (Plan) -> Void = { _ in },
    simulating: (_ done: Int, _ of: Int) -> Bool
  ) throws(OperationError) -> ScenarioReport {
    let read = try ReadScenario.scenario(source, book: basis.book, asOf: basis.months.asOf)
    let scenario = read.scenario
    let changed = try changed(input, by: scenario, options, basis)
    var acted = changed
    (acted.initiatives, acted.rho) = (scenario.initiatives, scenario.correlation)
    let count = scenario.initiatives.count
    let sharing = isShared ? count : 0
    let shared = sharedFutures(options.futures, initiatives: sharing)
    let isChanged = !changed.isSame(as: input)
    let plan = Plan(
      initiatives: count, runs: 1 + (isChanged ? 1 : 0) + (count == 0 ? 0 : 1),
      futures: options.futures.count,
      sharingRuns: sharing == 0 ? 0 : Overlap.runs(of: sharing), sharedFutures: shared.count)
    planned(plan)
    var before = 0
    func simulate(_ input: SimulationInput) throws(OperationError) -> Simulation.Result {
      let result = Simulation(input, seed: Seed(options.seed)).run(
        options.futures, threads: options.threads,
        progress: { simulating(min(before + $0, plan.allFutures - 1), plan.allFutures) })
      guard let result else { throw .cancelled }
      before += options.futures.count
      return result
    }
    let baseline = try simulate(input)
    let assumptions = isChanged ? try simulate(changed) : baseline
    let with = count == 0 ? assumptions : try simulate(acted)
    var overlap: Overlap?
    if sharing > 0 {
      let rest = Double(plan.allFutures - 1 - before)
      overlap = Overlap.measure(
        acted, seed: Seed(options.seed), futures: shared, months: 0..<basis.months.count,
        threads: options.threads,
        progress: { done, all in
          simulating(before + Int(rest * Double(done) / Double(max(1, all))), plan.allFutures)
        })
      guard overlap != nil else { throw .cancelled }
    }
    _ = simulating(plan.allFutures, plan.allFutures)
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
      upliftSpread: Int((uplift.deviation * 10_000).rounded()), stays: basis.fees?.prices)
    return changed
  }

  /// The futures in which savings are shared out: all of them for few initiatives, fewer where every coalition of many
  /// has to be simulated.
  static func sharedFutures(_ futures: Range<Int>, initiatives count: Int) -> Range<Int> {
    guard count > 0 else { return futures }
    let most = max(100, mostShared / Overlap.runs(of: count))
    return futures.lowerBound..<min(futures.upperBound, futures.lowerBound + most)
  }
}
