/// How strongly sparse counts lean on their parent: the strength under which the counts seen are most likely.
enum Shrinkage {
  /// A count with what its parent expects of it.
  struct Count {
    /// Events seen.
    let events: Double
    /// Events expected from the parent for the time seen.
    let expected: Double
    /// Time seen, in the unit of the strength: child-days for hazards, expected events for levels.
    let exposure: Double
  }

  /// The strength k of a Gamma prior, in units of exposure, that makes the counts most likely (a negative binomial
  /// margin: prior mean m = expected ÷ exposure, events Poisson), bounded.
  static func gammaStrength(_ counts: [Count], within bounds: ClosedRange<Double>) -> Double {
    let seen = counts.filter { $0.exposure > 0 && $0.expected > 0 }
    guard !seen.isEmpty else { return bounds.upperBound }
    return best(within: bounds) { k in
      var sum = 0.0
      for count in seen {
        let prior = k * count.expected / count.exposure
        let total = k + count.exposure
        sum += prior * FixedMath.log(k / total) - count.events * FixedMath.log(total)
        if count.events > 0 {
          sum += FixedMath.logGamma(prior + count.events) - FixedMath.logGamma(prior)
        }
      }
      return sum
    }
  }

  /// The strength of a Dirichlet prior, in events, that makes rows of counts most likely given the parent's shares.
  static func dirichletStrength(
    _ rows: [(counts: [Int], parent: [Double])], within bounds: ClosedRange<Double>
  ) -> Double {
    let seen = rows.filter { $0.counts.contains { $0 > 0 } }
    guard !seen.isEmpty else { return bounds.upperBound }
    return best(within: bounds) { k in
      var sum = 0.0
      for row in seen {
        let total = Double(row.counts.reduce(0, +))
        sum += FixedMath.logGamma(k) - FixedMath.logGamma(k + total)
        for (count, share) in zip(row.counts, row.parent) where count > 0 {
          sum += FixedMath.logGamma(k * share + Double(count)) - FixedMath.logGamma(k * share)
        }
      }
      return sum
    }
  }

  /// The highest point of a function of a positive number, by a grid in its logarithm and golden sections about the
  /// best of the grid.
  private static func best(within bounds: ClosedRange<Double>, of value: (Double) -> Double) -> Double {
    let low = FixedMath.log(bounds.lowerBound)
    let step = (FixedMath.log(bounds.upperBound) - low) / 24
    func at(_ x: Double) -> Double { value(FixedMath.exp(x)) }
    let grid = (0...24).map { at(low + step * Double($0)) }
    let top = grid.indices.max { grid[$0] < grid[$1] } ?? 0
    var a = low + step * Double(max(0, top - 1))
    var b = low + step * Double(min(24, top + 1))
    let ratio = 0.618_033_988_749_895
    for _ in 0..<20 {
      let c = b - ratio * (b - a)
      let d = a + ratio * (b - a)
      if at(c) < at(d) { a = c } else { b = d }
    }
    return FixedMath.exp((a + b) / 2)
  }
}

/// A Gamma posterior: shape, and rate in the unit of its exposure.
public struct GammaPosterior: Sendable, Equatable {
  /// Shape.
  public let shape: Double
  /// Rate, in units of exposure.
  public let rate: Double
  /// Mean.
  public var mean: Double { shape / rate }
}
