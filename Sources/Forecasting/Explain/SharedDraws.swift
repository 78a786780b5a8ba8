public import Units

/// Runs of one simulation under changed rates or prices, all on the same draws: what differs between two runs is the
/// change and not chance.
public struct SharedDraws: Sendable {
  /// What is simulated where nothing is changed.
  public let input: SimulationInput
  /// The key of all random draws.
  public let seed: Seed
  /// The futures of each run.
  public let futures: Range<Int>
  /// Threads of each run.
  public let threads: Int

  /// Runs of a simulation whose rates no scenario has changed yet.
  public init(_ input: SimulationInput, seed: Seed, futures: Range<Int>, threads: Int = 1) {
    self.input = input
    self.seed = seed
    self.futures = futures
    self.threads = threads
  }

  /// The futures where nothing is changed; nil where `goesOn` answers false.
  public func base(goesOn: () -> Bool = { true }) -> Futures? { run(goesOn: goesOn) }

  /// The futures under changed rates and, where they are given, other prices; nil where `goesOn` answers false.
  func run(
    _ changes: [RateChange] = [], prices: PricePlan? = nil, goesOn: () -> Bool
  ) -> Futures? {
    var changed = input
    if !changes.isEmpty { changed.changes = RateAdjustments(changes, rates: input.rates) }
    if let prices { changed.prices = prices }
    return Simulation(changed, seed: seed).run(futures, threads: threads, progress: { _ in goesOn() })?
      .futures
  }
}
