import Care
import KnownTruth
import Testing
import Units

@testable import Forecasting

/// Initiatives act on the simulated children, and on nothing else.
struct ActedRunTests {
  private typealias Fix = ActingFixture

  @Test func `an initiative that never acts changes no number`() throws {
    var input = try Fix.input()
    let baseline = try Fix.run(input, futures: 40)
    let late = Fix.asOf.adding(months: 600)
    input.initiatives = [
      Fix.initiative("a", .preventEntry(eligible: .everyone, share: 0.5), start: late),
      Fix.initiative(
        "b", .returnHome(eligible: .everyone, chancePerYear: 0.5, reentryShare: 0.2, support: .none),
        start: late),
      Fix.initiative("c", .addCapacity(places: 5, to: 1, eligible: .everyone), start: late),
      Fix.initiative("d", .keepStable(eligible: .everyone, share: 0.5), start: late),
      Fix.initiative("e", .changePrice(categories: nil, basisPoints: -1000, aboveNights: nil), start: late),
    ]
    let acted = try Fix.run(input, futures: 40)
    #expect(Fix.bytes(acted.futures) == Fix.bytes(baseline.futures))
    #expect(acted.counts.events == baseline.counts.events)
  }

  @Test func `one without effect shows none`() throws {
    var input = try Fix.input()
    let baseline = try Fix.run(input, futures: 60)
    // Whom it may act on nobody is.
    let nobody = Eligible(minAge: 17, maxAge: 17, categories: [], isUASC: true)
    input.initiatives = [
      Fix.initiative("a", .preventEntry(eligible: nobody, share: 1)),
      Fix.initiative("b", .keepStable(eligible: nobody, share: 1)),
    ]
    let acted = try Fix.run(input, futures: 60)
    #expect(Fix.bytes(acted.futures) == Fix.bytes(baseline.futures))
  }

  @Test(arguments: [0.1, 0.3])
  func `preventing a share of entries prevents that share`(_ share: Double) throws {
    var input = try Fix.input()
    let baseline = Fix.sums(.starts, try Fix.run(input, futures: 200).futures)
    input.initiatives = [Fix.initiative("a", .preventEntry(eligible: .everyone, share: share))]
    let result = try Fix.run(input, futures: 200)
    let acted = Fix.sums(.starts, result.futures)
    let actions = try #require(result.actions)
    for future in 0..<200 {
      let cases = (0..<result.futures.months).reduce(0) {
        $0 + actions.cases(0, future: future, month: $1)
      }
      // Those prevented are entrants of the baseline: no more, no fewer.
      #expect(baseline[future] == acted[future] + cases)
    }
    let found = 1 - Fix.mean(acted) / Fix.mean(baseline)
    let entrants = Fix.mean(baseline) * 200
    #expect(abs(found - share) < 4 * (share * (1 - share) / entrants).squareRoot())
  }

  @Test func `a monthly limit holds in every month`() throws {
    var input = try Fix.input()
    input.initiatives = [
      Fix.initiative("a", .preventEntry(eligible: .everyone, share: 0.9), perMonth: 3),
      Fix.initiative(
        "b", .returnHome(eligible: .everyone, chancePerYear: 0.9, reentryShare: 0.1, support: .none),
        perMonth: 2),
    ]
    let result = try Fix.run(input, futures: 20)
    let actions = try #require(result.actions)
    for future in 0..<20 {
      for month in 0..<result.futures.months {
        #expect(actions.cases(0, future: future, month: month) <= 3)
        #expect(actions.cases(1, future: future, month: month) == 2 || month > 0)
        #expect(actions.cases(1, future: future, month: month) <= 2)
      }
    }
  }

  @Test func `going home takes the chance claimed`() throws {
    var input = try Fix.input(years: 1)
    input.isRateCertain = true
    input.initiatives = [
      Fix.initiative(
        "home", .returnHome(eligible: .everyone, chancePerYear: 0.2, reentryShare: 0, support: .none))
    ]
    let result = try Fix.run(input, futures: 200)
    let actions = try #require(result.actions)
    let cases = (0..<200).reduce(0) { sum, future in
      sum + (0..<12).reduce(0) { $0 + actions.cases(0, future: future, month: $1) }
    }
    // Cases over the child-years in care are the hazard of the claim.
    let years = Double(Fix.sums(.nights, result.futures).reduce(0, +)) / 365.25
    let hazard = 0.223_143_551_314_209_7
    #expect(abs(Double(cases) / years / hazard - 1) < 4 / Double(cases).squareRoot() + 0.005)
  }

  @Test func `all who go home under a re-entry risk of one come back`() throws {
    var input = try Fix.input(years: 3)
    input.initiatives = [
      Initiative(
        id: "home", name: "",
        kind: .returnHome(
          eligible: Eligible(maxAge: 12), chancePerYear: 0.5, reentryShare: 1, support: .none),
        start: Fix.asOf + 1, end: Fix.asOf + 300, grade: .trial, spread: .variation(0.001))
    ]
    let baseline = Fix.sums(
      .starts,
      try Fix.run(
        {
          var plain = input; plain.initiatives = []; return plain
        }(), futures: 30
      ).futures)
    let result = try Fix.run(input, futures: 30)
    let actions = try #require(result.actions)
    let acted = Fix.sums(.starts, result.futures)
    for future in 0..<30 {
      let cases = (0..<36).reduce(0) { $0 + actions.cases(0, future: future, month: $1) }
      #expect(acted[future] == baseline[future] + cases)
    }
  }

  @Test func `new places are never overfilled and the natural flow is untouched`() throws {
    var input = try Fix.input(years: 2)
    let agency = 2
    input.initiatives = [
      Fix.initiative(
        "carers", .addCapacity(places: 8, to: 1, eligible: Eligible(categories: [agency])))
    ]
    let baseline = try Fix.run(
      {
        var plain = input; plain.initiatives = []; return plain
      }(), futures: 50)
    let result = try Fix.run(input, futures: 50)
    let actions = try #require(result.actions)
    for future in 0..<50 {
      let cases = (0..<24).reduce(0) { $0 + actions.cases(0, future: future, month: $1) }
      #expect(cases >= 8)
      #expect(actions.cases(0, future: future, month: 0) >= 8)
    }
    let last = 23
    let more =
      Fix.mean(result.futures.counts(.children, month: last, categories: [1]))
      - Fix.mean(baseline.futures.counts(.children, month: last, categories: [1]))
    // Some who lose their place to another of the council's own carers stay in the category.
    #expect(more > 3 && more < 16, "\(more)")
    let fewer =
      Fix.mean(baseline.futures.counts(.children, month: last, categories: [agency]))
      - Fix.mean(result.futures.counts(.children, month: last, categories: [agency]))
    #expect(fewer > 2, "\(fewer)")
  }

  @Test func `a place is held by one child at a time`() throws {
    var input = try Fix.input(years: 2)
    input.initiatives = [
      Fix.initiative("carers", .addCapacity(places: 8, to: 1, eligible: Eligible(categories: [2])))
    ]
    let ground = Ground(input)
    let plan = ActingPlan(input.initiatives, rho: 0.3, months: input.months)
    let futures = Futures(range: 0..<10, months: ground.months, categories: ground.space.categories)
    let actions = Actions(plan, range: 0..<10, months: ground.months)
    for future in 0..<10 {
      let run = FutureRun(ground, Workspace(ground), into: futures, future: future, seed: Seed(3))
      var acted = ActedRun(run, plan, into: actions, future: future)
      acted.simulate()
      let holders = acted.people.filter { $0.place >= 0 }
      #expect(holders.count == acted.taken[0] && holders.count <= 8)
      #expect(holders.filter { !$0.isInCare }.isEmpty)
    }
  }

  @Test func `keeping placements stable takes off its share of moves and no child`() throws {
    var input = try Fix.input(years: 2)
    let baseline = try Fix.run(input, futures: 60)
    input.initiatives = [Fix.initiative("stable", .keepStable(eligible: .everyone, share: 1))]
    let kept = try Fix.run(input, futures: 60)
    #expect(Fix.sums(.moves, kept.futures).allSatisfy { $0 == 0 })
    #expect(Fix.sums(.starts, kept.futures) == Fix.sums(.starts, baseline.futures))
  }

  @Test func `a step-down moves children, and one that breaks down moves them back`() throws {
    var input = try Fix.input(years: 2)
    let homes = 4
    func children(_ breakdown: Double) throws -> (homes: Double, cases: Int) {
      input.initiatives = [
        Fix.initiative(
          "down",
          .stepDown(
            eligible: Eligible(categories: [homes]), to: 2, chancePerYear: 0.6, breakdownShare: breakdown))
      ]
      let result = try Fix.run(input, futures: 60)
      let actions = try #require(result.actions)
      let cases = (0..<60).reduce(0) { sum, future in
        sum + (0..<24).reduce(0) { $0 + actions.cases(0, future: future, month: $1) }
      }
      return (Fix.mean(result.futures.counts(.children, month: 23, categories: [homes])), cases)
    }
    let holds = try children(0)
    let breaks = try children(1)
    input.initiatives = []
    let baseline = Fix.mean(
      try Fix.run(input, futures: 60).futures.counts(.children, month: 23, categories: [homes]))
    #expect(holds.cases > 0 && holds.homes < breaks.homes && breaks.homes < baseline)
    #expect(breaks.cases > holds.cases)
  }

  @Test func `nobody is stepped down to where they are`() throws {
    var input = try Fix.input(years: 1)
    let baseline = try Fix.run(input, futures: 10)
    input.initiatives = [
      Fix.initiative(
        "down",
        .stepDown(eligible: Eligible(categories: [2]), to: 2, chancePerYear: 0.9, breakdownShare: 0))
    ]
    let result = try Fix.run(input, futures: 10)
    let actions = try #require(result.actions)
    for future in 0..<10 {
      for month in 0..<12 { #expect(actions.cases(0, future: future, month: month) == 0) }
    }
    #expect(Fix.bytes(result.futures) == Fix.bytes(baseline.futures))
  }
}
