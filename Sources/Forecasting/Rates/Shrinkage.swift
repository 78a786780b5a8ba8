/// How strongly sparse counts lean on their parent, as far as the counts themselves tell.
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

  /// The strength k of a Gamma prior, in units of exposure, by how likely it makes the counts (a negative binomial
  /// margin: prior mean m = expected ÷ exposure, events Poisson), bounded.
  static func gammaStrength(_ counts: [Count], within bounds: ClosedRange<Double>) -> Double {
    let seen = counts.filter { $0.exposure > 0 && $0.expected > 0 }
    guard !seen.isEmpty else { return bounds.upperBound }
    return typical(within: bounds) { k in
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

  /// The strength of a Dirichlet prior, in events, by how likely it makes rows of counts given the parent's shares.
  static func dirichletStrength(
    _ rows: [(counts: [Int], parent: [Double])], within bounds: ClosedRange<Double>
  ) -> Double {
    let seen = rows.filter { $0.counts.contains { $0 > 0 } }
    guard !seen.isEmpty else { return bounds.upperBound }
    return typical(within: bounds) { k in
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

  /// The strength whose prior varies as strengths do on average, each weighed by how likely it makes the counts, all
  /// alike before in their logarithm. A prior's variance goes by 1 ÷ strength. The likeliest strength alone would too
  /// often be without bound, and then be taken for certainty that cells are all alike.
  private static func typical(
    within bounds: ClosedRange<Double>, of likelihood: (Double) -> Double
  ) -> Double {
    let low = FixedMath.log(bounds.lowerBound)
    let step = (FixedMath.log(bounds.upperBound) - low) / 40
    let strengths = (0...40).map { FixedMath.exp(low + step * Double($0)) }
    let logs = strengths.map(likelihood)
    let top = logs.max() ?? 0
    var weights = 0.0
    var variance = 0.0
    for (strength, log) in zip(strengths, logs) {
      let weight = FixedMath.exp(log - top)
      weights += weight
      variance += weight / strength
    }
    return weights / variance
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
