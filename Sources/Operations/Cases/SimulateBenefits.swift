import BusinessCases
import Care
import Forecasting
import Units

/// Simulates the initiatives a case takes its benefits from: the same futures without and with each, the difference in
/// the cost of care by financial year and future.
struct SimulateBenefits {
  /// The benefits, by the id of the line.
  let benefits: [String: ModelBenefit]
  /// The last day known.
  let asOf: CivilDay
  /// What a reader must know of them.
  let remarks: [Sentence]

  /// - Throws: `OperationError` where the returns or a scenario can't be used, or an initiative is not in it.
  static func run(
    _ businessCase: BusinessCase, _ sources: [String: ModelBenefit.Source], folder: String,
    _ options: ForecastOptions, progress: (Int, Int) -> Void, simulating: (_ done: Int, _ of: Int) -> Bool
  ) throws(OperationError) -> SimulateBenefits {
    var options = options
    options.until = options.until ?? businessCase.frame.end - 1
    let basis = try basis(options, end: businessCase.frame.end, progress: progress)
    let input = try basis.input
    var benefits: [String: ModelBenefit] = [:]
    var done = 0
    func simulate(_ input: SimulationInput) throws(OperationError) -> Futures {
      let result = Simulation(input, seed: Seed(options.seed)).run(
        options.futures, threads: options.threads, progress: { _ in simulating(done, 2 * sources.count) })
      guard let result else { throw .cancelled }
      done += 1
      return result.futures
    }
    for (id, source) in sources.sorted(by: { $0.key < $1.key }) {
      let path = try ReadScenario.path(source.scenario, from: folder, within: options.within)
      let scenario = try ReadScenario.scenario(path, book: basis.book, asOf: basis.months.asOf).scenario
      guard let initiative = scenario.initiatives.first(where: { $0.id == source.initiative }) else {
        throw .setting(
          "The scenario \(path) has no initiative “\(source.initiative)”. Its initiatives are: \(scenario.initiatives.map(\.id).joined(separator: ", "))."
        )
      }
      let without = try CompareScenario.changed(input, by: scenario, options, basis)
      var with = without
      (with.initiatives, with.rho) = ([initiative], scenario.correlation)
      benefits[id] = benefit(
        try simulate(without), try simulate(with), basis.months, businessCase.frame,
        categories: basis.book.entries.count)
    }
    _ = simulating(2 * sources.count, 2 * sources.count)
    return SimulateBenefits(
      benefits: benefits, asOf: basis.months.asOf, remarks: remarks(businessCase.frame, basis.months, options)
    )
  }

  /// The forecast's basis; where its days don't fit the case's, the reason says whose days they are.
  private static func basis(
    _ options: ForecastOptions, end: CivilDay, progress: (Int, Int) -> Void
  ) throws(OperationError) -> ForecastBasis {
    do throws(OperationError) {
      return try ForecastBasis.read(options, progress: progress)
    } catch {
      guard case .setting(let words) = error else { throw error }
      throw .setting(
        "The case's initiatives are simulated up to its last day, \((end - 1).spoken), and that can't be done. \(words)"
      )
    }
  }

  private static func benefit(
    _ without: Futures, _ with: Futures, _ months: ForecastMonths, _ frame: CaseFrame, categories: Int
  ) -> ModelBenefit {
    var savings: [FinancialYear: [Double]] = [:]
    for year in frame.years {
      let own = months.lastDays.indices.filter { FinancialYear(containing: months.lastDays[$0]) == year }
      guard let first = own.first, let last = own.last else { continue }
      func cost(_ futures: Futures) -> [Int] {
        futures.costs(months: first..<(last + 1), categories: Array(0..<categories))
      }
      savings[year] = zip(cost(without), cost(with)).map { Double($0 - $1) / frame.prices.level(year) }
    }
    return ModelBenefit(savings: savings, futures: without.range.count)
  }

  private static func remarks(
    _ frame: CaseFrame, _ months: ForecastMonths, _ options: ForecastOptions
  ) -> [Sentence] {
    var remarks: [Sentence] = []
    if frame.start <= months.asOf {
      remarks.append(
        "The case begins on \(frame.start), by \(months.asOf), the last day known: an initiative is simulated from the day after only."
      )
    }
    if !frame.prices.isStated, options.uplift != 0 {
      remarks.append(
        "The forecast raises prices by \(share: Double(options.uplift) / 10_000) a year and the case states no inflation: the simulated saving stands in each year's prices, everything else in the first year's."
      )
    }
    return remarks
  }
}
