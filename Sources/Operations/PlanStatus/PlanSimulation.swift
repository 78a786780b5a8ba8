import Care
import Forecasting
import Plans
import Reporting
import Units

/// The futures of a plan: without its initiatives, with each alone and with all, on the same simulated children.
struct PlanSimulation {
  /// The months simulated.
  let months: ForecastMonths
  /// The futures without initiatives, and with all.
  let without: Futures, with: Futures
  /// What each initiative saves alone, by the plan's id of it and financial year, in pence by future.
  let alone: [String: [FinancialYear: [Int]]]
  /// What all save together, by financial year, in pence by future.
  let joint: [FinancialYear: [Int]]
  /// Children fewer in care on the last day if an initiative acts alone, by future.
  let fewerAlone: [String: [Int]]
  /// Each initiative's fair share of what all save together over all months, in pence by future; empty where it wasn't
  /// asked for.
  let shares: [String: [Double]]
  /// What a reader must know.
  let cautions: [String]

  /// An initiative of a plan with what simulates it.
  private struct Acting {
    let id: String
    let initiative: Forecasting.Initiative
  }

  /// Simulates a plan's initiatives. `folder` is where the plan's own file stands, from which its scenarios are named.
  ///
  /// - Throws: `OperationError` where a scenario can't be used or has no such initiative.
  static func run(
    _ plan: Plan, folder: String, _ options: ForecastOptions, _ basis: ForecastBasis,
    months: ForecastMonths, sharing: Bool, simulating: (_ done: Int, _ of: Int) -> Bool
  ) throws(OperationError) -> PlanSimulation {
    let (acting, rho, cautions) = try acting(plan, folder: folder, within: options.within, basis)
    var input = try basis.input
    (input.rho, input.months, input.prices) = (rho, months, basis.prices(for: months))
    let runs = acting.isEmpty ? 1 : 2 + (acting.count == 1 ? 0 : acting.count)
    let all = runs * options.futures.count
    var before = 0
    func simulate(_ initiatives: [Forecasting.Initiative]) throws(OperationError) -> Simulation.Result {
      var own = input
      own.initiatives = initiatives
      let result = Simulation(own, seed: Seed(options.seed)).run(
        options.futures, threads: options.threads,
        progress: { simulating(min(before + $0, all - 1), all) })
      guard let result else { throw .cancelled }
      before += options.futures.count
      return result
    }
    let without = try simulate([])
    let costs = Costs(months, without.futures)
    let with = acting.isEmpty ? without : try simulate(acting.map(\.initiative))
    var alone: [String: [FinancialYear: [Int]]] = [:]
    var fewer: [String: [Int]] = [:]
    for one in acting {
      let result = acting.count == 1 ? with : try simulate([one.initiative])
      alone[one.id] = costs.saved(by: result)
      fewer[one.id] = costs.fewer(in: result)
    }
    let shares = sharing ? try shares(acting, input, options) { simulating(all - 1, all) } : [:]
    _ = simulating(all, all)
    return PlanSimulation(
      months: months, without: without.futures, with: with.futures, alone: alone,
      joint: costs.saved(by: with), fewerAlone: fewer, shares: shares,
      cautions: cautions)
  }

  /// Shares the joint saving out by Shapley's value.
  private static func shares(
    _ acting: [Acting], _ input: SimulationInput, _ options: ForecastOptions, goesOn: () -> Bool
  ) throws(OperationError) -> [String: [Double]] {
    guard !acting.isEmpty else { return [:] }
    var input = input
    input.initiatives = acting.map(\.initiative)
    let futures = CompareScenario.sharedFutures(options.futures, initiatives: acting.count)
    let overlap = Overlap.measure(
      input, seed: Seed(options.seed), futures: futures, months: 0..<input.months.count,
      threads: options.threads, progress: { _, _ in goesOn() })
    guard let overlap else { throw .cancelled }
    var shares: [String: [Double]] = [:]
    for part in overlap.parts {
      if let one = acting.first(where: { $0.initiative.id == part.initiative.id }) {
        shares[one.id] = part.share
      }
    }
    return shares
  }

  /// The initiatives with an effect, each once, and how far their effects hang together.
  private static func acting(
    _ plan: Plan, folder: String, within: String?, _ basis: ForecastBasis
  ) throws(OperationError) -> ([Acting], rho: Double, [String]) {
    var scenarios: [String: Scenario] = [:]
    var acting: [Acting] = []
    var cautions: [String] = []
    for item in plan.initiatives where !item.effect.isEmpty {
      let parts = item.effect.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .setting(
          "Initiative \(item.id), line \(item.place.line): its effect is “\(item.effect)”. Name a scenario's file and an initiative of it, such as scenario.yaml#step-down."
        )
      }
      let path = try ReadScenario.path(parts[0], from: folder, within: within)
      if scenarios[path] == nil {
        let read = try ReadScenario.scenario(path, book: basis.book, asOf: basis.months.asOf)
        scenarios[path] = read.scenario
        cautions += read.warnings.map(\.description)
        if !read.scenario.rateChanges.isEmpty || read.scenario.uplift != nil {
          cautions.append(
            "The changed assumptions of \(parts[0]) are left out: a plan is judged by its initiatives alone.")
        }
      }
      guard let initiative = scenarios[path]?.initiatives.first(where: { $0.id == parts[1] }) else {
        let known = scenarios[path]?.initiatives.map(\.id).joined(separator: ", ") ?? ""
        throw .setting(
          "Initiative \(item.id), line \(item.place.line): \(parts[0]) has no initiative “\(parts[1])”. Its initiatives are: \(known)."
        )
      }
      guard !acting.contains(where: { $0.initiative.id == initiative.id }) else {
        throw .setting(
          "Initiative \(item.id), line \(item.place.line): the effect “\(parts[1])” is another initiative's already. An effect acts once: take one of the two out, or give the second an initiative of its own in the scenario."
        )
      }
      acting.append(Acting(id: item.id, initiative: initiative))
    }
    let rho = scenarios.values.map(\.correlation).max() ?? Scenario.usualCorrelation
    return (acting, rho, cautions)
  }

  /// The cost of care without initiatives, by year.
  private struct Costs {
    let ranges: [(year: FinancialYear, months: Range<Int>)]
    let categories: [Int]
    let without: [[Int]]
    let children: [Int]

    init(_ months: ForecastMonths, _ futures: Futures) {
      let years = months.lastDays.map(FinancialYear.init(containing:))
      let ranges = Set(years).sorted().compactMap { year -> (year: FinancialYear, months: Range<Int>)? in
        guard let first = years.firstIndex(of: year), let last = years.lastIndex(of: year) else { return nil }
        return (year, first..<(last + 1))
      }
      let categories = Array(0..<futures.categories)
      self.ranges = ranges
      self.categories = categories
      without = ranges.map { futures.costs(months: $0.months, categories: categories) }
      children = futures.counts(.children, month: futures.months - 1, categories: categories)
    }

    /// What a run saves against none, its own running costs taken off.
    func saved(by result: Simulation.Result) -> [FinancialYear: [Int]] {
      var saved: [FinancialYear: [Int]] = [:]
      for (place, own) in ranges.enumerated() {
        var costs = result.futures.costs(months: own.months, categories: categories)
        if let actions = result.actions {
          for (row, future) in actions.range.enumerated() {
            for month in own.months {
              for number in actions.initiatives.indices {
                costs[row] += actions.cost(number, future: future, month: month)
              }
            }
          }
        }
        saved[own.year] = zip(without[place], costs).map { $0 - $1 }
      }
      return saved
    }

    func fewer(in result: Simulation.Result) -> [Int] {
      zip(
        children,
        result.futures.counts(.children, month: result.futures.months - 1, categories: categories)
      ).map { $0 - $1 }
    }
  }
}
