import Care
public import Forecasting
import Units

/// A forecast from one day in the life of a made-up council, from the returns of some years before it, beside what
/// happened.
public struct PlantedOrigin: Sendable {
  /// One thing forecast at one horizon.
  public struct Judged: Sendable {
    /// What was said: the values of the futures.
    public let said: Prediction
    /// What happened.
    public let actual: Double
    /// Whether it lies in the middle interval of a share.
    public func isInside(_ share: Double) -> Bool { said.interval(share).contains(actual) }
  }

  /// Months ahead.
  public static let horizons = [3, 6, 12, 24]
  /// The step of the rate of entry, per square-root year.
  public let tau: Double
  /// Children in care on the origin.
  public let stock: Int
  /// Children in care, by horizon.
  public private(set) var children: [Judged] = []
  /// Pence of the calendar month that ends on the target, every child at its own fees, by horizon.
  public private(set) var cost: [Judged] = []
  /// Children in care and nights at list price by method, the simulation last; empty where rivals weren't asked.
  public private(set) var rivals: BacktestResult?
  /// What the fees said.
  public let prices: StayPrices

  /// Makes a council and forecasts it.
  ///
  /// - Parameters:
  ///   - years: years of returns before the origin.
  ///   - withRivals: whether the plain methods are asked too.
  public init(
    seed: UInt64, tau: Double, years: Int, futures: Int, withRivals: Bool = false,
    change: (inout PlantedCouncil.Settings) -> Void = { _ in }
  ) throws {
    self.tau = tau
    var settings = PlantedCouncil.Settings()
    settings.seed = seed
    settings.tau = tau
    settings.truth = PlantedTruth(seed: seed)
    let since = CollectionYear(startYear: 2022 - years)
    settings.firstDay = since.firstDay
    let origin = CollectionYear(startYear: 2022).firstDay - 1
    settings.lastDay = CollectionYear(startYear: 2024).firstDay - 1
    change(&settings)
    let council = try PlantedCouncil(settings)
    let view = council.known(at: origin, since: since)
    let known = KnownAtOrigin(histories: view.histories, coveredFrom: since.firstDay)
    stock = council.children(on: origin).reduce(0, +)
    let fees = view.feePencePerWeek.map { Optional(Int64($0)) }
    prices = StayPrices(view.histories, fees: fees)
    let run = try PlantedOrigin.simulate(view, known, prices, fees, seed: seed, futures: futures)
    for months in PlantedOrigin.horizons {
      let target = origin.adding(months: months).endOfMonth
      children.append(
        Judged(
          said: Prediction(
            values: run.counts(.children, month: months - 1, categories: Array(0..<run.categories))
              .map(Double.init)),
          actual: Double(council.children(on: target).reduce(0, +))))
      cost.append(
        Judged(
          said: Prediction(
            values: run.costs(months: (months - 1)..<months, categories: Array(0..<run.categories))
              .map(Double.init)),
          actual: Double(council.pence(from: target.startOfMonth, upTo: target + 1))))
    }
    if withRivals { rivals = judge(council, known, view, run) }
  }

  private static func simulate(
    _ view: PlantedView, _ known: KnownAtOrigin, _ stays: StayPrices, _ fees: [Int64?], seed: UInt64,
    futures: Int
  ) throws -> Futures {
    let histories = view.histories
    let months = ForecastMonths(
      after: histories.asOf, until: histories.asOf.adding(months: 24).endOfMonth)
    guard let window = known.window(to: histories.asOf) else { throw PlantedFailure() }
    let width = histories.book.entries.count
    let level = PricePlan.level(meanFees(view), months: months.count)
    let prices = PricePlan(
      weekly: level.weekly, index: level.index, uplifts: level.uplifts, upliftMean: 0, upliftSpread: 0,
      startingPrices: stays.startingPrices, carriedRank: stays.carriedRank)
    let input = SimulationInput(
      rates: RateModel(histories, window: window, paceFrom: known.coveredFrom),
      starters: Starter.all(in: histories, fees: fees),
      durations: KnownDurations(histories, window: window), months: months, prices: prices)
    guard let result = Simulation(input, seed: Seed(seed)).run(0..<futures), width > 0 else {
      throw PlantedFailure()
    }
    return result.futures
  }

  /// The mean fee by category of the stays running on the as-of date.
  private static func meanFees(_ view: PlantedView) -> [Int64] {
    let histories = view.histories
    var sums = Array(repeating: (0, 0), count: histories.book.entries.count)
    for (index, stay) in histories.stays.enumerated() where stay.end == nil {
      let category = histories.episodes[stay.episodes.lowerBound].category.index
      sums[category].0 += view.feePencePerWeek[index]
      sums[category].1 += 1
    }
    return sums.map { Int64($0.0 / max(1, $0.1)) }
  }

  private func judge(
    _ council: PlantedCouncil, _ known: KnownAtOrigin, _ view: PlantedView, _ run: Futures
  ) -> BacktestResult {
    let nightly = PlantedOrigin.meanFees(view).map { Double($0) / 7 }
    let book = view.histories.book
    let simulated = BacktestMethod(id: "homeward", label: "Homeward") { question in
      question.targets.map { target in
        let month = PlantedOrigin.horizons.first {
          question.known.origin.adding(months: $0).endOfMonth == target
        }
        return FutureSample(run, month: (month ?? 1) - 1, prices: nightly)
      }
    }
    return Backtest(
      origins: [known], truth: MonthSeries(council.truth.histories, from: known.coveredFrom),
      horizons: PlantedOrigin.horizons,
      measures: [
        BacktestMeasure(id: "all", label: "Children", kind: .children(book.all)),
        BacktestMeasure(id: "cost", label: "Cost", kind: .cost),
      ], prices: { _ in nightly }
    ).run(BacktestMethod.rivals + [simulated])
  }
}

/// A made-up council that could not be forecast.
public struct PlantedFailure: Error {}

/// Does something for each number of a range on some threads; the results are in order.
public func inParallel<Result: Sendable>(
  _ range: Range<Int>, threads: Int = 2, _ body: @escaping @Sendable (Int) throws -> Result
) async throws -> [Result] {
  try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
    for thread in 0..<threads {
      group.addTask {
        try stride(from: range.lowerBound + thread, to: range.upperBound, by: threads).map {
          ($0, try body($0))
        }
      }
    }
    var all: [(Int, Result)] = []
    for try await part in group { all += part }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
