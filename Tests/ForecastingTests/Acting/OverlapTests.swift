import Care
import KnownTruth
import Testing
import Units

@testable import Forecasting

/// Savings alone, together and shared.
struct OverlapTests {
  private typealias Fix = ActingFixture

  private func measure(_ initiatives: [Initiative], futures: Int = 40, years: Int = 2) throws -> Overlap {
    var input = try Fix.input(years: years)
    input.initiatives = initiatives
    return try #require(
      Overlap.measure(
        input, seed: Seed(9), futures: 0..<futures, months: 0..<(12 * years), threads: 2))
  }

  @Test func `shares add up to the joint saving in every future`() throws {
    let overlap = try measure([
      Fix.initiative("prevent", .preventEntry(eligible: .everyone, share: 0.2)),
      Fix.initiative(
        "home", .returnHome(eligible: .everyone, chancePerYear: 0.2, reentryShare: 0.1, support: .none)),
      Fix.initiative("price", .changePrice(categories: nil, basisPoints: -500, aboveNights: nil)),
    ])
    for future in overlap.joint.indices {
      let shares = overlap.parts.reduce(0) { $0 + $1.share[future] }
      #expect(abs(shares - Double(overlap.joint[future])) < 1)
    }
    #expect(Fix.mean(overlap.overlap) > 0)
  }

  @Test func `one initiative alone has all of the joint saving and overlaps with nothing`() throws {
    let overlap = try measure([Fix.initiative("a", .preventEntry(eligible: .everyone, share: 0.2))])
    #expect(overlap.joint == overlap.parts[0].alone)
    #expect(overlap.overlap.allSatisfy { $0 == 0 })
  }

  @Test func `two that take away the same children save no more than one`() throws {
    let all = Initiative.Kind.preventEntry(eligible: .everyone, share: 1)
    let overlap = try measure([Fix.initiative("a", all), Fix.initiative("b", all)])
    for future in overlap.joint.indices {
      #expect(overlap.parts[0].alone[future] == overlap.parts[1].alone[future])
      #expect(overlap.joint[future] == overlap.parts[0].alone[future])
      #expect(abs(overlap.parts[1].share[future] - Double(overlap.joint[future]) / 2) < 1)
    }
  }

  @Test func `what has no effect has no share but its cost`() throws {
    let cost = DeliveryCost(perYear: Money(pence: 3_652_500))
    let overlap = try measure([
      Fix.initiative("a", .preventEntry(eligible: .everyone, share: 0.2)),
      Fix.initiative("idle", .preventEntry(eligible: Eligible(categories: []), share: 0.5), cost: cost),
    ])
    let idle = try #require(overlap.parts.first { $0.initiative.id == "idle" })
    // £36,525 a year over 730 or 731 days, rounded to the penny each month.
    for future in overlap.joint.indices {
      #expect(abs(idle.alone[future] + 7_300_000) < 10_100)
      #expect(abs(idle.share[future] - Double(idle.alone[future])) < 1)
    }
  }

  @Test
  func `an effect that may be nil is nil as often as its grade says, and its mean is the claim less that`()
    throws
  {
    let plan = ActingPlan(
      [
        Fix.initiative(
          "a", .preventEntry(eligible: .everyone, share: 0.1), grade: .judgement, variation: 0.3),
        Fix.initiative(
          "b", .preventEntry(eligible: .everyone, share: 0.1), grade: .practitioners, variation: 0.5),
      ], rho: 0.3, months: ForecastMonths(after: Fix.asOf, until: Fix.asOf + 100))
    let futures = 20_000
    let drawn = (0..<futures).map {
      DrawnEffects(plan.initiatives, draws: FutureDraws(seed: Seed(4), future: $0), rho: plan.rho).factors
    }
    for (number, chance) in [(0, 0.4), (1, 0.25)] {
      let values = drawn.map { $0[number] }
      let none = Double(values.count { $0 == 0 }) / Double(futures)
      #expect(abs(none - chance) < 4 * (chance * (1 - chance) / Double(futures)).squareRoot())
      let mean = values.reduce(0, +) / Double(futures)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(futures)
      #expect(abs(mean - (1 - chance)) < 4 * (variance / Double(futures)).squareRoot())
    }
    let both = Double(drawn.count { $0[0] == 0 && $0[1] == 0 }) / Double(futures)
    #expect(both > 0.4 * 0.25 + 0.02)
  }

  @Test func `an initiative draws the same in any company`() throws {
    let prevent = Fix.initiative("prevent", .preventEntry(eligible: .everyone, share: 0.2), variation: 0.3)
    let stable = Fix.initiative("stable", .keepStable(eligible: .everyone, share: 0.2), variation: 0.3)
    let months = ForecastMonths(after: Fix.asOf, until: Fix.asOf + 100)
    for future in 0..<50 {
      let draws = FutureDraws(seed: Seed(4), future: future)
      let alone = DrawnEffects(
        ActingPlan([prevent], rho: 0.3, months: months).initiatives, draws: draws, rho: 0.3)
      let both = DrawnEffects(
        ActingPlan([stable, prevent], rho: 0.3, months: months).initiatives, draws: draws, rho: 0.3)
      #expect(both.factors.contains(alone.factors[0]))
    }
  }

  @Test func `more than eight are shared by sampled orders that still add up`() throws {
    let many = (0..<9).map {
      Fix.initiative("i\($0)", .preventEntry(eligible: Eligible(minAge: $0, maxAge: $0 + 3), share: 0.3))
    }
    let overlap = try measure(many, futures: 4, years: 1)
    for future in overlap.joint.indices {
      let shares = overlap.parts.reduce(0) { $0 + $1.share[future] }
      #expect(abs(shares - Double(overlap.joint[future])) < 1)
    }
  }
}
