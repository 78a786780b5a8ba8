import Foundation
import KnownTruth
import Support
import Testing
import Units

@testable import Forecasting

/// The exact law of the number of children in care, held to closed forms and to published figures.
struct ExactLawTests {
  /// Horizon, mean and standard deviation of the total on the sample returns, rates of the last 36 months, where
  /// children pass at any moment.
  static let sample: [(days: Int, mean: Double, sd: Double)] = [
    (30, 82.9, 2.06), (182, 69.4, 4.34), (365, 56.8, 5.18), (730, 40.2, 5.43), (1826, 22.3, 4.67),
  ]

  @Test(.needsReference) func `the sample returns give the spread that is known`() throws {
    let model = try SectorVectorTests.Sample().estimate("36m").model
    let law = ExactLaw(model)
    let forecast = model.forecast(days: 1826)
    for (days, mean, sd) in Self.sample {
      let continuous = law.continuous(days: Double(days))
      #expect(abs(continuous.mean - mean) < 0.05 && abs(continuous.sd - sd) < 0.005, "\(days): \(continuous)")
      // By the day it is a little lower: 40.15 at two years.
      let daily = law.daily(days: days)
      #expect(abs(daily.mean - forecast.children(step: days - 1).reduce(0, +)) < 1e-9)
      #expect(abs(continuous.mean - daily.mean) < 0.02, "\(days): \(continuous.mean) \(daily.mean)")
      #expect(abs(continuous.sd - daily.sd) < 0.002, "\(days): \(continuous.sd) \(daily.sd)")
    }
  }

  @Test(.needsReference) func `by category the means are the forecast's and add up`() throws {
    let model = try SectorVectorTests.Sample().estimate("36m").model
    let law = ExactLaw(model)
    let forecast = model.forecast(days: 365)
    var sum = 0.0
    for category in 0..<model.space.categories {
      let states = Set((0..<model.space.bands).map { model.space.state(band: $0, category: category) })
      let daily = law.daily(days: 365, in: states)
      #expect(abs(daily.mean - forecast.children(step: 364)[category]) < 1e-9)
      sum += law.continuous(days: 365, in: states).mean
    }
    #expect(abs(sum - law.continuous(days: 365).mean) < 1e-9)
  }

  @Test func `one state is a birth and death process`() {
    let law = ExactLaw(passing: [], ending: [0.002], initial: [100], entrantsPerDay: [0.5])
    for days in [0.0, 1, 30, 365, 4000] {
      let stays = exp(-0.002 * days)
      let found = law.continuous(days: days)
      let entered = 0.5 / 0.002 * (1 - stays)
      #expect(abs(found.mean - (100 * stays + entered)) < 1e-9)
      #expect(abs(found.variance - (100 * stays * (1 - stays) + entered)) < 1e-9)
    }
    // In the end a Poisson number of entries a day × mean days in care.
    let end = law.continuous(days: 1e5)
    #expect(abs(end.mean - 250) < 1e-6 && abs(end.variance - 250) < 1e-6)
  }

  @Test func `two states going to and fro`() {
    let (to, fro) = (0.01, 0.004)
    let law = ExactLaw(
      passing: [(0, 1, to), (1, 0, fro)], ending: [0, 0], initial: [10, 0], entrantsPerDay: [0, 0])
    for days in [1.0, 50, 1000] {
      let there = to / (to + fro) * (1 - exp(-(to + fro) * days))
      let law1 = law.continuous(days: days, in: [1])
      #expect(abs(law1.mean - 10 * there) < 1e-10 && abs(law1.variance - 10 * there * (1 - there)) < 1e-10)
      #expect(abs(law.continuous(days: days).mean - 10) < 1e-10)
    }
  }

  @Test func `sixty states agree with small steps`() {
    let states = 60
    var passing: [(from: Int, to: Int, perDay: Double)] = []
    for from in 0..<states {
      for step in [1, 7, 23] {
        passing.append((from, (from + step) % states, 0.0004 * Double(1 + (from * step) % 5)))
      }
    }
    let law = ExactLaw(
      passing: passing, ending: (0..<states).map { 0.0005 + 0.00005 * Double($0 % 9) },
      initial: (0..<states).map { Double($0 % 4) }, entrantsPerDay: (0..<states).map { 0.01 * Double($0 % 3) }
    )
    let expected = law.expected(days: 730)
    // Runge and Kutta's classical method on the same flows.
    var now = law.initial
    func flow(_ children: [Double]) -> [Double] {
      var change = law.entrantsPerDay
      for from in 0..<states { change[from] -= children[from] * (0.0005 + 0.00005 * Double(from % 9)) }
      for rate in passing {
        change[rate.from] -= children[rate.from] * rate.perDay
        change[rate.to] += children[rate.from] * rate.perDay
      }
      return change
    }
    func ahead(_ a: [Double], _ b: [Double], _ step: Double) -> [Double] { zip(a, b).map { $0 + step * $1 } }
    for _ in 0..<146 {
      let k1 = flow(now), k2 = flow(ahead(now, k1, 2.5)), k3 = flow(ahead(now, k2, 2.5))
      let k4 = flow(ahead(now, k3, 5))
      for state in 0..<states {
        now[state] += 5.0 / 6 * (k1[state] + 2 * k2[state] + 2 * k3[state] + k4[state])
      }
    }
    let worst = zip(expected, now).map { abs($0 - $1) }.max() ?? .infinity
    #expect(worst < 1e-7)
    #expect(abs(expected.reduce(0, +) - law.continuous(days: 730).mean) < 1e-9)
  }
}
