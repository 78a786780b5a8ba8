import Care
import Foundation
import KnownTruth
import Support
import Testing
import Units

@testable import Forecasting

/// The simulation against laws that are known without simulating.
struct SimulatedLawTests {
  let asOf = CivilDay(year: 2024, month: 3, day: 31) ?? CivilDay(number: 0)

  /// A family with one hazard everywhere, or one for each cell, all but certain.
  private func family(_ space: CellSpace, kinds: Int, _ hazard: (_ kind: Int, _ cell: Int) -> Double)
    -> HazardFamily
  {
    HazardFamily(
      space: space, perDay: (0..<kinds).map { kind in (0..<space.count).map { hazard(kind, $0) } })
  }

  func input(
    categories: Int, months: Int, starters: [Starter], exit: (Int, Int) -> Double = { _, _ in 0 },
    change: (Int) -> Double = { _ in 0 }, destinations: [[Double]]? = nil, entriesPerDay: Double = 0,
    sizes: [Double] = [1], entrant: Int? = nil, tau: Double = 0, isCertain: Bool = true
  ) throws -> SimulationInput {
    let space = CellSpace(categories: categories)
    let until = asOf.adding(months: months).endOfMonth
    let window = try #require(ReferenceWindow(from: asOf - 1000, to: asOf))
    let even = Array(
      repeating: Array(repeating: 1.0, count: categories) + Array(repeating: 0, count: categories),
      count: space.rows)
    let mean = sizes.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    let shape = isCertain ? 1e9 : 400.0
    var alphas = Array(repeating: 0.0, count: space.entrants)
    alphas[entrant ?? space.entrant(age: 1, category: 0, uasc: 0)] = 1
    let rates = RateModel(
      space: space, window: window, exits: family(space, kinds: 4, exit),
      changes: family(space, kinds: 1) { _, cell in change(cell) },
      destinations: DestinationModel(shares: destinations ?? even, categories: categories),
      entries: EntryModel(
        paces: [
          .init(
            tau: tau, weight: 1,
            level: GammaPosterior(shape: shape, rate: shape * mean / max(1e-12, entriesPerDay)))
        ],
        sizes: sizes, alphas: alphas, ages: Array(repeating: [], count: 5)))
    let forecast = ForecastMonths(after: asOf, until: until)
    var input = SimulationInput(
      rates: rates, starters: starters, durations: KnownDurations(days: Array(repeating: [], count: 5)),
      months: forecast, prices: .level(Array(repeating: 70_000, count: categories), months: forecast.count))
    input.isRateCertain = isCertain
    return input
  }

  /// A child of 2 on the as-of date, who keeps the age band for three years.
  func toddler(_ category: Int32, in care: Int32 = -100) -> Starter {
    Starter(
      birth: -731, category: category, isUASC: false, careStart: care, isCareStartKnown: true,
      stayStart: care,
      isStayStartKnown: true)
  }

  func run(_ input: SimulationInput, _ futures: Int) throws -> Futures {
    try #require(Simulation(input, seed: Seed(11)).run(0..<futures, threads: 2)).futures
  }

  func moments(_ values: [Int]) -> (mean: Double, variance: Double) {
    let count = Double(values.count)
    let mean = Double(values.reduce(0, +)) / count
    return (mean, values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / (count - 1))
  }

  /// Both moments within four standard errors; the variance's from a fourth moment near a normal's.
  private func check(_ values: [Int], _ law: ExactLaw.Law, _ what: String) {
    let (mean, variance) = moments(values)
    let count = Double(values.count)
    #expect(
      abs(mean - law.mean) < 4 * (law.variance / count).squareRoot() + 1e-9,
      "\(what): \(mean) for \(law.mean)")
    let error = law.variance * (2 / count).squareRoot() + (law.variance / count).squareRoot()
    #expect(
      abs(variance - law.variance) < 4 * error + 1e-9, "\(what): variance \(variance) for \(law.variance)")
  }

  @Test func `constant hazards give the matrix exponential's means and variances`() throws {
    let categories = 3
    let leaving = [0.0008, 0.002, 0.0003], moving = [0.003, 0.001, 0.002]
    let shares = [[0.2, 0.5, 0.3], [0.6, 0.1, 0.3], [0.9, 0.1, 0]]
    let space = CellSpace(categories: categories)
    let input = try input(
      categories: categories, months: 24,
      starters: (0..<60).map { toddler(Int32($0 % 3)) },
      exit: { kind, cell in leaving[space.category(of: cell)] * (kind < 2 ? 0.5 : 0) },
      change: { moving[space.category(of: $0)] },
      destinations: (0..<space.rows).map { shares[$0 % 3] + [0, 0, 0] }, entriesPerDay: 0.15)
    let law = ExactLaw(
      passing: (0..<3).flatMap { from in (0..<3).map { (from, $0, moving[from] * shares[from][$0]) } },
      ending: leaving, initial: [20, 20, 20], entrantsPerDay: [0.15, 0, 0])
    let futures = try run(input, 20_000)
    for month in [0, 5, 11, 23] {
      // Events between days count from the next one on.
      let days = Double(asOf.nights(to: input.months.lastDays[month]))
      check(
        futures.counts(.children, month: month, categories: [0, 1, 2]), law.continuous(days: days),
        "\(month) all")
      for category in 0..<3 {
        check(
          futures.counts(.children, month: month, categories: [category]),
          law.continuous(days: days, in: [category]), "\(month) in \(category)")
      }
    }
  }

  @Test func `hazards by time in care and age hold for the time they say`() throws {
    // 40 days in care on the as-of date: 142 more days in the band of 4 to 26 weeks, then another.
    let hazards = [0.02, 0.004, 0.001, 0.0005, 0, 0]
    let space = CellSpace(categories: 1)
    let input = try input(
      categories: 1, months: 24, starters: (0..<100).map { _ in toddler(0, in: -40) },
      exit: { kind, cell in kind == 0 ? hazards[space.time(of: cell)] : 0 })
    let futures = try run(input, 4000)
    for month in [2, 8, 14, 23] {
      let days = Double(asOf.nights(to: input.months.lastDays[month]))
      var sum = 0.0
      for (band, first) in [40.0, 182, 365, 730].enumerated() {
        let last = [182.0, 365, 730, 1e9][band]
        sum += hazards[band + 1] * max(0, min(last, 40 + days) - first)
      }
      let chance = exp(-sum)
      check(
        futures.counts(.children, month: month, categories: [0]),
        ExactLaw.Law(mean: 100 * chance, variance: 100 * chance * (1 - chance)), "month \(month)")
    }
  }

  @Test func `entries alone give their counts, sibling groups and drift their spread`() throws {
    let days = Double(asOf.nights(to: asOf.adding(months: 12).endOfMonth))
    func starts(_ input: SimulationInput) throws -> [Int] {
      let futures = try run(input, 8000)
      let totals = futures.values { future in
        (0..<futures.months).reduce(0) { $0 + futures.count(.starts, future: future, month: $1, category: 0) }
      }
      #expect(totals == futures.counts(.children, month: futures.months - 1, categories: [0]))
      return totals
    }
    let plain = try starts(input(categories: 1, months: 12, starters: [], entriesPerDay: 0.4))
    check(plain, .init(mean: 0.4 * days, variance: 0.4 * days), "singles")
    let sizes = [0.6, 0.25, 0.1, 0.05]
    let mean = 1.6, square = 0.6 + 1 + 0.9 + 0.8
    let grouped = try starts(input(categories: 1, months: 12, starters: [], entriesPerDay: 0.4, sizes: sizes))
    check(grouped, .init(mean: 0.4 * days, variance: 0.4 * days * square / mean), "groups")
    // With drift: the log pace steps once a month, and the level is known to one in twenty.
    let drifting = try starts(
      input(categories: 1, months: 12, starters: [], entriesPerDay: 2, tau: 0.3, isCertain: false))
    let (found, variance) = moments(drifting)
    let expected = 2 * days
    var drift = 0.0
    let step = 30.4375
    let parts = (0..<13).map { 2 * max(0, min(step, days - step * Double($0))) }
    for i in parts.indices {
      for j in parts.indices {
        let together = exp(0.09 / 12 * Double(min(i, j) + 1)) * (1 + 1.0 / 400) - 1
        drift += parts[i] * parts[j] * together
      }
    }
    #expect(abs(found - expected) < 4 * ((drift + expected) / 8000).squareRoot())
    #expect(abs(variance / (drift + expected) - 1) < 0.08, "\(variance) for \(drift + expected)")
  }

  @Test(.needsReference) func `the exact law of the sample returns is met at twenty thousand futures`() throws
  {
    let model = try SectorVectorTests.Sample().estimate("36m").model
    let inCare = model.space.inCare
    let law = ExactLaw(model)
    // Age bands and types together are the categories; ageing is a passage like any other, and everybody is 2.
    let starters = (0..<inCare).flatMap { state in
      (0..<Int(model.initial[state].rounded())).map { _ in toddler(Int32(state)) }
    }
    #expect(starters.count == Int(model.initial.prefix(inCare).reduce(0, +).rounded()))
    var passing = Array(repeating: Array(repeating: 0.0, count: 2 * inCare), count: inCare)
    var ending = Array(repeating: 0.0, count: inCare)
    for rate in model.rates where rate.from < inCare {
      if let to = rate.to, to < inCare {
        passing[rate.from][to] += rate.perDay
      } else {
        ending[rate.from] += rate.perDay
      }
    }
    let space = CellSpace(categories: inCare)
    let moving = passing.map { $0.reduce(0, +) }
    var input = try input(
      categories: inCare, months: 25, starters: starters,
      exit: { kind, cell in kind == 3 ? ending[space.category(of: cell)] : 0 },
      change: { moving[space.category(of: $0)] },
      destinations: (0..<space.rows).map { passing[$0 % inCare] },
      entriesPerDay: model.entrantsPerDay.prefix(inCare).reduce(0, +))
    var alphas = Array(repeating: 0.0, count: space.entrants)
    for state in 0..<inCare {
      alphas[space.entrant(age: 1, category: state, uasc: 0)] = model.entrantsPerDay[state]
    }
    let entries = input.rates.entries
    input.rates = RateModel(
      space: space, window: input.rates.window, exits: input.rates.exits, changes: input.rates.changes,
      destinations: input.rates.destinations,
      entries: EntryModel(
        paces: entries.paces, sizes: [1], alphas: alphas, ages: Array(repeating: [732], count: 5)))
    input.months = ForecastMonths(after: asOf, until: asOf + 730)
    input.prices = .level(Array(repeating: 0, count: inCare), months: input.months.count)
    let futures = try run(input, 20_000)
    for (month, day) in input.months.lastDays.enumerated() where [0, 5, 11, 24].contains(month) {
      let days = Double(asOf.nights(to: day))
      check(
        futures.counts(.children, month: month, categories: Array(0..<inCare)), law.continuous(days: days),
        "day \(days)")
    }
    let end = moments(futures.counts(.children, month: futures.months - 1, categories: Array(0..<inCare)))
    #expect(abs(end.mean - 40.2) < 0.3 && abs(end.variance.squareRoot() - 5.43) < 0.15, "\(end)")
  }
}
