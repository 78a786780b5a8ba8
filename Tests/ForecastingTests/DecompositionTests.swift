import Care
import Testing
import Units

@testable import Forecasting

/// The change from today to a day ahead, taken apart: the parts make the whole, in every future.
struct DecompositionTests {
  private static let futures = 0..<60

  private func run(_ input: SimulationInput) throws -> Futures {
    try #require(Simulation(input, seed: Seed(7)).run(Self.futures, threads: 2)).futures
  }

  @Test(arguments: [(1, 40.0), (2, 6.0), (3, 1.0), (4, 150.0)] as [(UInt64, Double)])
  func `children: start, entries, exits and 18ths make the number at every month's end, in every future`(
    _ seed: UInt64, _ entries: Double
  ) throws {
    let input = try SmallCouncil(seed: seed, entriesPerYear: entries).input(until: "2027-03-31")
    let futures = try run(input)
    for month in [0, 5, input.months.count - 1] {
      let change = Decomposition(futures, of: input, seed: Seed(7), month: month).children
      #expect(change.start == input.starters.count && change.parts.count == 6)
      let known = ForecastMeasure.children(month: month).values(futures)
      #expect(change.ends == known)
      for part in change.parts[1...] { #expect(part.allSatisfy { $0 <= 0 }) }
      let means = change.drivers.compactMap { change.spread($0)?.mean }.reduce(Double(change.start), +)
      #expect(abs(means - (Spread(known)?.mean ?? 0)) < 1e-9)
    }
  }

  /// What the children of a future cost a week at a month's end, worked out from their number in each category.
  private func weekly(
    _ input: SimulationInput, _ futures: Futures, future: Int, month: Int, isThen: Bool
  ) -> Double {
    (0..<futures.categories).reduce(0.0) { sum, category in
      sum
        + Double(futures.count(.children, future: future, month: month, category: category))
        * Double(input.prices.weekly[category]) * (isThen ? input.prices.index[month][category] : 1)
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `weekly cost: five parts make the change to the penny, in every future`(_ seed: UInt64) throws {
    let input = try SmallCouncil(seed: seed, entriesPerYear: Double(seed * seed * 5)).input(
      until: "2027-03-31")
    let futures = try run(input)
    let month = input.months.count - 1
    let change = Decomposition(futures, of: input, seed: Seed(7), month: month).weeklyCost
    #expect(change.parts.count == 5)
    for (place, future) in Self.futures.enumerated() {
      let before = change.start + change.parts[..<4].reduce(0) { $0 + $1[place] }
      #expect(before == Int(weekly(input, futures, future: future, month: month, isThen: false)))
      let deviation = input.prices.deviation(
        after: input.prices.uplifts[month], FutureDraws(seed: Seed(7), future: future))
      let then = weekly(input, futures, future: future, month: month, isThen: true) * deviation
      #expect(abs(Double(change.ends[place]) - then) <= 0.5 + 1e-6 * then)
    }
  }

  @Test func `the uplift of a future is what its months were priced with`() throws {
    let input = try SmallCouncil(seed: 3).input(until: "2026-09-30")
    let futures = try run(input)
    for future in Self.futures {
      for month in [0, 13, input.months.count - 1] {
        let deviation = input.prices.deviation(
          after: input.prices.uplifts[month], FutureDraws(seed: Seed(7), future: future))
        for category in 0..<futures.categories {
          let nights = futures.count(.nights, future: future, month: month, category: category)
          let cost =
            Double(Int64(nights) * input.prices.weekly[category]) * input.prices.index[month][category]
            * deviation / 7
          #expect(abs(Double(futures.cost(future: future, month: month, category: category)) - cost) <= 0.501)
        }
      }
    }
  }

  @Test func `with fees of their own the parts still make the change, and moves change the mix`() throws {
    let input = try SmallCouncil(seed: 2, entriesPerYear: 80).input(until: "2025-03-31", hasFees: true)
    let futures = try run(input)
    let change = Decomposition(futures, of: input, seed: Seed(7), month: 11).weeklyCost
    #expect(change.start == input.starters.reduce(0) { $0 + Int($1.weeklyFee ?? 0) } && change.start > 0)
    // The month's last night costs what its end's children do: known from the pence of a month without events.
    let mix = try #require(change.spread(.mix))
    #expect(mix.quantiles.first != mix.quantiles.last)
    for place in change.ends.indices {
      #expect(change.ends[place] == change.parts.reduce(change.start) { $0 + $1[place] })
    }
  }

  @Test func `shares of the spread make one, and nothing differs where nothing is drawn`() throws {
    let input = try SmallCouncil(seed: 4).input(until: "2026-03-31")
    let change = Decomposition(try run(input), of: input, seed: Seed(7), month: 23)
    let shares = change.children.drivers.compactMap { change.children.shareOfSpread([$0]) }
    #expect(shares.count == 6 && abs(shares.reduce(0, +) - 1) < 1e-9)
    #expect(abs((change.weeklyCost.shareOfSpread(Decomposition.CostDriver.allCases) ?? 0) - 1) < 1e-9)
    let still = try EvenCouncil(asOf: "2024-03-31", until: "2025-03-31").input()
    let nothing = Decomposition(try run(still), of: still, seed: Seed(7), month: 11)
    #expect(
      nothing.children.shareOfSpread([.entries]) == nil && nothing.children.ends.allSatisfy { $0 == 40 })
    #expect(nothing.weeklyCost.ends.allSatisfy { $0 == 40 * 90_000 })
  }
}
