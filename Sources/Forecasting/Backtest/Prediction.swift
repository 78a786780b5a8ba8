/// What a method said of one number before it was known: the whole distribution, not a point.
public enum Prediction: Sendable {
  /// Equally likely values, in order of size.
  case sample([Double])
  /// A normal distribution.
  case normal(mean: Double, sd: Double)

  /// The prediction of equally likely values in any order; there must be one at least.
  public init(values: [Double]) { self = .sample(values.sorted()) }

  /// The mean.
  public var mean: Double {
    switch self {
    case .sample(let values): values.reduce(0, +) / Double(max(1, values.count))
    case .normal(let mean, _): mean
    }
  }

  /// The value with a share of the distribution below it, `share` above 0 and below 1; of a sample interpolated
  /// between its values (Hyndman and Fan's type 7).
  public func quantile(_ share: Double) -> Double {
    switch self {
    case .normal(let mean, let sd): return sd > 0 ? mean + sd * FixedMath.normalQuantile(share) : mean
    case .sample(let values):
      guard let first = values.first else { return 0 }
      let place = share * Double(values.count - 1)
      let below = Int(place)
      guard below + 1 < values.count else { return values.last ?? first }
      return values[below] + (place - Double(below)) * (values[below + 1] - values[below])
    }
  }

  /// The middle interval that holds a share of the distribution.
  public func interval(_ share: Double) -> ClosedRange<Double> {
    let low = quantile((1 - share) / 2)
    return low...max(low, quantile((1 + share) / 2))
  }

  /// The continuous ranked probability score against what happened: 0 is perfect, and for a point it is the absolute
  /// error, so it is in the measure's own unit. It rewards being near and being honest about how sure one is.
  ///
  /// Of a sample E|X − y| − ½ E|X − X′|, from its sorted values; of a normal its closed form (Gneiting and Raftery,
  /// "Strictly proper scoring rules, prediction, and estimation", 2007).
  public func crps(_ actual: Double) -> Double {
    switch self {
    case .normal(let mean, let sd):
      guard sd > 0 else { return abs(actual - mean) }
      let z = (actual - mean) / sd
      let density = FixedMath.exp(-z * z / 2) / Prediction.rootTwoPi
      return sd * (z * (2 * FixedMath.normalShare(below: z) - 1) + 2 * density - 1 / Prediction.rootPi)
    case .sample(let values):
      guard !values.isEmpty else { return abs(actual) }
      let count = Double(values.count)
      var distance = 0.0
      var spread = 0.0
      for (index, value) in values.enumerated() {
        distance += abs(value - actual)
        // Distances from what happened rather than values: pence are large, and their differences small.
        spread += (Double(2 * index + 1) - count) * (value - actual)
      }
      return distance / count - spread / (count * count)
    }
  }

  private static let rootTwoPi = (2 * Double.pi).squareRoot()
  private static let rootPi = Double.pi.squareRoot()
}
