import Testing
import Units

@testable import Forecasting

/// How much assumptions matter.
struct TornadoTests {
  private func tornado(_ input: SimulationInput, futures: Int = 300) throws -> Tornado {
    let months = try #require(input.months.lastWholeYear.flatMap { input.months.months(of: $0) })
    var last = 0
    let result = Tornado(
      SharedDraws(input, seed: Seed(5), futures: 0..<futures, threads: 2),
      cost: .cost(months: months, known: 0)
    ) {
      last = max(last, $0)
      return true
    }
    #expect(last == Tornado.runs(input))
    return try #require(result)
  }

  @Test func `the ends point the way they must, the widest first`() throws {
    let input = try SmallCouncil(seed: 1, entriesPerYear: 150).input(until: "2026-03-31")
    let tornado = try tornado(input)
    #expect(tornado.bars.count + tornado.untold.count == 11 && tornado.untold.count <= 1)
    for (a, b) in zip(tornado.bars, tornado.bars.dropFirst()) { #expect(a.swing >= b.swing) }
    for bar in tornado.bars {
      #expect(bar.low.factor < bar.high.factor, "\(bar.assumption)")
      switch bar.assumption {
      case .entries, .drift:
        #expect(bar.low.children < tornado.children && tornado.children < bar.high.children)
        #expect(bar.low.cost < tornado.cost && tornado.cost < bar.high.cost)
        let plain = try #require(bar.plain)
        #expect(abs((bar.low.plain ?? 0) / plain - bar.low.factor) < 0.03)
      case .exits:
        #expect(bar.low.children > bar.high.children, "\(bar.assumption)")
        #expect((bar.low.plain ?? 0) < (bar.high.plain ?? 0))
      case .uplift, .price:
        #expect(bar.low.cost < tornado.cost && tornado.cost < bar.high.cost)
        #expect(bar.low.children == tornado.children && bar.plain == nil && bar.low.childrenError == 0)
      case .moves, .destination, .firstPlacement:
        #expect((bar.low.plain ?? 0) < (bar.high.plain ?? 0))
      }
    }
  }

  @Test func `uplift moves cost by exactly what it says`() throws {
    var input = try EvenCouncil(asOf: "2024-03-31", until: "2026-03-31").input()
    let months = input.months
    input.prices = PricePlan(
      weekly: input.prices.weekly, index: input.prices.index,
      uplifts: months.lastDays.map { FinancialYear(containing: $0).startYear - 2023 }, upliftMean: 0,
      upliftSpread: 0.02)
    let tornado = try tornado(input, futures: 3)
    let bar = try #require(tornado.bars.first { $0.assumption == .uplift })
    let step = 1.2815515655 * 0.02 / 2.0.squareRoot()
    #expect(abs(bar.high.factor - step) < 1e-9 && abs(bar.low.factor + step) < 1e-9)
    // The last year is priced after two uplifts; each month is rounded to the penny.
    #expect(abs(bar.high.cost / tornado.cost - (1 + step) * (1 + step)) < 1e-6)
    // All categories cost the same: none stands out, and nothing else can be moved where nothing happens.
    #expect(tornado.bars.allSatisfy { $0.assumption.category == nil })
    #expect(tornado.untold.contains(.exits(.home)) && tornado.untold.contains(.entries))
  }

  @Test func `a price moves the cost by its category's part`() throws {
    let input = try SmallCouncil(seed: 1, entriesPerYear: 150).input(until: "2026-03-31")
    let category = try #require(Tornado.category(input))
    let tornado = try tornado(input, futures: 100)
    let bar = try #require(tornado.bars.first { $0.assumption == .price(category: category) })
    let futures = try #require(SharedDraws(input, seed: Seed(5), futures: 0..<100).base())
    let own = futures.costs(months: 12..<24, categories: [category]).reduce(0, +) / 100
    #expect(abs((bar.high.cost - tornado.cost) / (0.1 * Double(own)) - 1) < 1e-4)
    #expect(abs(bar.high.cost + bar.low.cost - 2 * tornado.cost) < 100)
  }

  @Test func `percentiles of what is drawn are the pace's own`() throws {
    var council = EvenCouncil(asOf: "2024-03-31", until: "2025-03-31")
    council.entriesAYear = 100
    var input = try council.input()
    input.isRateCertain = false
    let entries = input.rates.entries
    let uncertain = EntryModel(
      paces: [
        EntryModel.Pace(tau: 0, weight: 1, level: GammaPosterior(shape: 100, rate: 100 / 0.3))
      ], sizes: [1], alphas: entries.alphas, ages: entries.ages)
    input = SimulationInput(
      rates: RateModel(
        space: input.rates.space, window: input.rates.window, exits: input.rates.exits,
        changes: input.rates.changes, destinations: input.rates.destinations, entries: uncertain),
      starters: input.starters, durations: input.durations, months: input.months, prices: input.prices)
    let drawn = DrawnAssumptions(input, seed: Seed(9), category: nil)
    let range = DrawnAssumptions.range(drawn.level)
    // Gamma(100) has its 10th and 90th percentile at 0.874 and 1.130 of its mean; 400 draws tell them to 0.01.
    #expect(abs(range.mean / 0.3 - 1) < 0.02)
    #expect(abs(range.low / range.mean - 0.874) < 0.03 && abs(range.high / range.mean - 1.130) < 0.03)
    #expect(drawn.drift.allSatisfy { abs($0 - 1) < 1e-9 })
  }
}
