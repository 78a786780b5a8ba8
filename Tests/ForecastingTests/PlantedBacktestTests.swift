import Forecasting
import Foundation
import KnownTruth
import Support
import Testing
import Units

/// The simulated forecast back-tested on made-up councils: are its intervals honest, and is it worth its trouble? With
/// HOMEWARD_PRINT=1 the tables of docs/methods/0009 are printed.
@Suite(.serialized) struct PlantedBacktestTests {
  static let isPrinting = ProcessInfo.processInfo.environment["HOMEWARD_PRINT"] != nil

  static func say(_ words: String) { if isPrinting { print(words) } }

  /// The part of outcomes inside the middle interval of a share.
  private static func inside(_ judged: [PlantedOrigin.Judged], _ share: Double) -> Double {
    Double(judged.count { $0.isInside(share) }) / Double(judged.count)
  }

  /// Mean of forecast less outcome, and its standard error.
  private static func bias(_ judged: [PlantedOrigin.Judged]) -> (mean: Double, error: Double) {
    let errors = judged.map { $0.said.mean - $0.actual }
    let mean = errors.reduce(0, +) / Double(errors.count)
    let variance = errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(errors.count - 1)
    return (mean, (variance / Double(errors.count)).squareRoot())
  }

  private static func percent(_ share: Double) -> String { String(format: "%3.0f", 100 * share) }

  private static func table(_ title: String, _ origins: [PlantedOrigin]) {
    say(
      "\(title): \(origins.count) councils, mean stock \(origins.map(\.stock).reduce(0, +) / origins.count)")
    for (index, months) in PlantedOrigin.horizons.enumerated() {
      for (what, unit, judged) in [
        ("children", 1.0, origins.map { $0.children[index] }),
        ("cost £k", 1e5, origins.map { $0.cost[index] }),
      ] {
        let shares = [0.5, 0.8, 0.95].map { percent(inside(judged, $0)) }.joined(separator: " ")
        let (mean, error) = bias(judged)
        let size = judged.map(\.actual).reduce(0, +) / Double(judged.count)
        say(
          String(
            format: "  %2d months %@: inside %@ %%, bias %.2f ± %.2f of %.0f", months, what, shares,
            mean / unit,
            error / unit, size / unit))
      }
    }
  }

  @Test func `intervals on two hundred councils hold what they say, and rivals score worse`() async throws {
    let origins = try await inParallel(1..<201) { seed in
      let tau = seed.isMultiple(of: 2) ? 0 : seed.isMultiple(of: 25) ? 0.2 : 0.12
      return try PlantedOrigin(
        seed: UInt64(seed), tau: tau, years: seed.isMultiple(of: 4) ? 4 : 5, futures: 400, withRivals: true)
    }
    Self.table("All", origins)
    for tau in [0, 0.12, 0.2] { Self.table("tau \(tau)", origins.filter { $0.tau == tau }) }
    for (index, months) in PlantedOrigin.horizons.enumerated() {
      for judged in [origins.map { $0.children[index] }, origins.map { $0.cost[index] }] {
        // Half the councils do not drift at all. The forecast expects drift, as published counts show it, and does not
        // unlearn it in five years: two years ahead its intervals hold some more than they say.
        let share = Self.inside(judged, 0.8)
        #expect((0.74...(months < 12 ? 0.86 : 0.9)).contains(share), "\(months) months: \(share)")
      }
      let drifting = Self.inside(origins.filter { $0.tau > 0 }.map { $0.children[index] }, 0.8)
      #expect((0.74...0.86).contains(drifting), "\(months) months, drifting: \(drifting)")
      for measure in 0..<2 {
        let forecasts = origins.compactMap { $0.rivals }
        let scores = (0..<4).map { method in
          forecasts.compactMap { $0.score(months: months, measure: measure, method: method)?.crps }
        }
        let ours = scores[3]
        for method in 0..<3 {
          let gains = zip(scores[method], ours).map { $0 - $1 }
          let mean = gains.reduce(0, +) / Double(gains.count)
          let wins = gains.count { $0 > 0 }
          let base = ours.reduce(0, +) / Double(ours.count)
          Self.say(
            String(
              format: "  %2d months %@ CRPS %.2f, %@ %+.2f (%.0f %%), better in %d of %d", months,
              forecasts[0].measures[measure].id, base, forecasts[0].methods[method].id, mean,
              100 * mean / base, wins, gains.count))
          if method != 1 { #expect(mean > 0, "\(months) months, rival \(method), measure \(measure)") }
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3, 5]) func `few years of returns do not bias the forecast`(years: Int) async throws
  {
    let origins = try await inParallel(301..<381) {
      try PlantedOrigin(seed: UInt64($0), tau: 0, years: years, futures: 150)
    }
    Self.table("\(years) years", origins)
    let judged = origins.map { $0.children[2] }
    let (mean, error) = Self.bias(judged)
    let stock = Double(origins.map(\.stock).reduce(0, +)) / Double(origins.count)
    if years >= 2 { #expect(abs(mean) < max(0.02 * stock, 2 * error), "\(mean) ± \(error) of \(stock)") }
  }
}
