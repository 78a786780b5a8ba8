import Foundation
import Testing
import Units

@testable import Forecasting

/// What would have to be true, held to what can be worked out by hand and to published plans.
struct RequiredChangeTests {
  private func solve(
    _ lever: RequiredChange.Lever, _ target: RequiredChange.Target, _ input: SimulationInput,
    futures: Int = 400
  ) throws -> RequiredChange {
    try #require(
      RequiredChange(
        lever, for: target, SharedDraws(input, seed: Seed(3), futures: 0..<futures, threads: 2)))
  }

  private func found(_ change: RequiredChange) throws -> RequiredChange.State {
    guard case .change(let state) = change.answer else {
      Issue.record("\(change.answer)")
      throw CancellationError()
    }
    return state
  }

  @Test func `forty placements that run off save a million at the plan's pace, within the day`() throws {
    var council = EvenCouncil(asOf: "2010-07-18", until: "2011-03-30")
    council.exits = 1.0 / 250
    let input = try council.input()
    // From 19 July on 255 nights are counted, the last that before 31 March.
    #expect(input.months.days == 255)
    let most = 40 * 255 * 90_000 / 7
    let target = RequiredChange.Target(
      .cost(months: 0..<input.months.count, known: 0), most: most - 100_000_000)
    let state = try found(try solve(.exits, target, input, futures: 2000))
    let plan = try RequiredPace(
      savingEach: WeeklyRate(pencePerWeek: 90_000), placements: 40, start: council.asOf + 1,
      date: council.until + 1, target: Money(pence: 100_000_000))
    // Ends that come evenly over w nights leave each placement w ÷ 2 nights, on average.
    let nights = state.mean * 7 / 90_000 / 40
    #expect(abs(2 * nights - Double(plan.nightsToLast)) < 1)
    // Ends at an even rate λ leave each (1 − e^(−λT)) ÷ λ nights, less half of the one on which it ends.
    let rate = state.amount / 250
    #expect(abs((1 - exp(-rate * 255)) / rate - 0.5 - nights) < 0.5)
  }

  @Test(arguments: [("2012-03-31", 345), ("2013-03-31", 330), ("2014-03-31", 320)])
  func `a council of 385 meets the plan's three year ends within half a child`(
    _ by: String, _ most: Int
  ) throws {
    var council = EvenCouncil(asOf: "2011-03-31", until: by)
    council.children = 385
    council.entriesAYear = 150
    council.exits = 150 / 385 / 365.25
    let input = try council.input()
    let measure = ForecastMeasure.children(month: input.months.count - 1)
    for lever in [RequiredChange.Lever.exits, .entries, .exit(.home)] {
      let change = try solve(lever, RequiredChange.Target(measure, most: most), input)
      #expect(abs(change.before.mean - 385) < 3)
      let state = try found(change)
      #expect(state.mean <= Double(most) && state.mean > Double(most) - 0.5)
      // Entries less exits is the change, also in what is said of them.
      let years = Double(input.months.days) / 365.25
      #expect(abs((state.flows.entries - state.flows.allExits) * years - (state.mean - 385)) < 1e-6)
      #expect(lever == .entries ? state.amount < 1 : state.amount > 1)
    }
  }

  @Test func `with a chance, that many futures meet it and no fewer`() throws {
    var council = EvenCouncil(asOf: "2024-03-31", until: "2025-03-31")
    council.children = 200
    council.entriesAYear = 100
    council.exits = 1.0 / 700
    let input = try council.input()
    let target = RequiredChange.Target(.children(month: 11), most: 190, chance: 80)
    let state = try found(try solve(.entries, target, input))
    #expect(state.chance >= 80 && state.chance < 84 && state.value <= 190 && state.mean < 188)
    let mean = try found(
      try solve(.entries, RequiredChange.Target(.children(month: 11), most: 190), input))
    #expect(mean.amount > state.amount)
  }

  @Test func `what can't be done is said with the most that can`() throws {
    var council = EvenCouncil(asOf: "2024-03-31", until: "2025-03-31")
    council.children = 100
    council.entriesAYear = 20
    let input = try council.input()
    let change = try solve(.entries, RequiredChange.Target(.children(month: 11), most: 99), input)
    guard case .impossible(let end) = change.answer else {
      Issue.record("\(change.answer)")
      return
    }
    // Nobody leaves: even without entries all hundred stay.
    #expect(end.amount == 0 && end.mean == 100 && end.flows.entries == 0 && end.chance == 0)
    let exact = try solve(.entries, RequiredChange.Target(.children(month: 11), most: 100), input)
    #expect(try found(exact).value <= 100)
  }

  @Test func `what is met already says how far it may slip`() throws {
    var council = EvenCouncil(asOf: "2024-03-31", until: "2025-03-31")
    council.children = 100
    council.entriesAYear = 20
    let input = try council.input()
    let change = try solve(.entries, RequiredChange.Target(.children(month: 11), most: 130), input)
    guard case .met(let until?) = change.answer else {
      Issue.record("\(change.answer)")
      return
    }
    #expect(abs(until.mean - 130) < 0.5 && until.amount > 1.4 && until.amount < 1.6)
    // Nobody leaves, whatever becomes of exits.
    let exits = try solve(.exits, RequiredChange.Target(.children(month: 11), most: 130), input)
    guard case .met(nil) = exits.answer else {
      Issue.record("\(exits.answer)")
      return
    }
  }

  @Test func `more moves to a cheaper placement bring the cost down, and no child out of care`() throws {
    let input = try SmallCouncil(seed: 1, entriesPerYear: 150).input(until: "2025-03-31")
    let weekly = input.prices.weekly
    var counts = Array(repeating: 0, count: weekly.count)
    for starter in input.starters { counts[Int(starter.category)] += 1 }
    let used = counts.indices.filter { counts[$0] > 10 }
    let from = try #require(used.max { weekly[$0] < weekly[$1] })
    let to = try #require(used.min { weekly[$0] < weekly[$1] })
    let measure = ForecastMeasure.cost(months: 0..<12, known: 0)
    let draws = SharedDraws(input, seed: Seed(3), futures: 0..<200, threads: 2)
    let base = try #require(draws.base())
    let mean = measure.values(base).reduce(0, +) / 200
    let target = RequiredChange.Target(measure, most: mean * 98 / 100)
    let state = try found(try solve(.moves(from: from, to: to), target, input, futures: 200))
    #expect(state.mean <= Double(target.most) && state.amount > 0)
    #expect(state.flows.moves[to] > FlowCounts(base, of: input.months).moves[to])
  }

  @Test func `whoever stops it gets nothing`() throws {
    let input = try EvenCouncil(asOf: "2024-03-31", until: "2024-06-30").input()
    let draws = SharedDraws(input, seed: Seed(3), futures: 0..<5)
    let target = RequiredChange.Target(.children(month: 2), most: 10)
    #expect(RequiredChange(.exits, for: target, draws) { _ in false } == nil)
    #expect(Tornado(draws, cost: .cost(months: 0..<3, known: 0)) { $0 < 3 } == nil)
  }
}
