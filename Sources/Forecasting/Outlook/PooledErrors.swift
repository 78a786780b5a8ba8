/// What a rule's forecasts for all councils missed by, made comparable between councils of different sizes.
///
/// An error is outcome / centre - 1, less the median of all, so that the centre is in the middle of its interval. Its
/// spread falls with the size of the council: spread squared = fixed + perChild / count. The two follow from the
/// smaller and the larger half of the councils, each with half the distance between its first and last tenth, which a
/// few wild errors do not move. docs/methods/0006-outlook.md.
struct PooledErrors: Sendable {
  /// The fewest errors an interval may rest on.
  static let fewest = 100

  private let fixed: Double
  private let perChild: Double
  /// Errors over their spread, in order.
  private let sorted: [Double]
  /// Sums of the first so many of them.
  private let sums: [Double]
  private let meanDifference: Double

  /// Errors with the counts they were made from; nil where they are too few.
  init?(_ errors: [(error: Double, count: Double)]) {
    guard errors.count >= PooledErrors.fewest else { return nil }
    let median = PooledErrors.quantile(0.5, errors.map(\.error).sorted())
    let centred = errors.sorted { $0.count < $1.count }.map { ($0.error - median, $0.count) }
    let half = centred.count / 2
    func squaredSpread(_ part: ArraySlice<(Double, Double)>) -> (spread: Double, inverse: Double) {
      let values = part.map(\.0).sorted()
      let half = (PooledErrors.quantile(0.9, values) - PooledErrors.quantile(0.1, values)) / 2
      return (half * half, part.reduce(0) { $0 + 1 / $1.1 } / Double(part.count))
    }
    let small = squaredSpread(centred[..<half])
    let large = squaredSpread(centred[half...])
    let gap = small.inverse - large.inverse
    let slope = gap > 0 ? max(0, (small.spread - large.spread) / gap) : 0
    let rest = large.spread - slope * large.inverse
    if rest >= 0 {
      (fixed, perChild) = (rest, slope)
    } else {
      (fixed, perChild) = (0, (small.spread + large.spread) / (small.inverse + large.inverse))
    }
    let (fixed, perChild) = (fixed, perChild)
    let ordered = centred.map { $0.0 / PooledErrors.spread(fixed, perChild, $0.1) }.sorted()
    sorted = ordered
    var sums = [0.0]
    for value in ordered { sums.append(sums[sums.count - 1] + value) }
    self.sums = sums
    let count = Double(ordered.count)
    meanDifference =
      ordered.enumerated().reduce(0) { $0 + (2 * Double($1.offset + 1) - count - 1) * $1.element }
      / (count * count)
  }

  /// How many errors there are.
  var count: Int { sorted.count }

  /// The error that a share of outcomes stays below, for a council of this many children, as a share of the centre.
  func error(_ share: Double, count: Double) -> Double {
    PooledErrors.quantile(share, sorted) * PooledErrors.spread(fixed, perChild, count)
  }

  /// Continuous ranked probability score in children: how far the whole range of a forecast was from what came, 0 at
  /// best (Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation", 2007, equation 21).
  func score(outcome: Double, centre: Double, count: Double) -> Double {
    let spread = PooledErrors.spread(fixed, perChild, count)
    guard centre > 0 else { return outcome }
    let z = (outcome / centre - 1) / spread
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < z { low = middle + 1 } else { high = middle }
    }
    let n = Double(sorted.count)
    let below = z * Double(low) - sums[low]
    let above = sums[sorted.count] - sums[low] - z * (n - Double(low))
    return centre * spread * ((below + above) / n - meanDifference)
  }

  /// Where no error was ever made, any spread will do.
  private static func spread(_ fixed: Double, _ perChild: Double, _ count: Double) -> Double {
    let square = fixed + perChild / max(1, count)
    return square > 0 ? square.squareRoot() : 1
  }

  /// The value that a share of ordered values stays below, between two by the distance from each.
  static func quantile(_ share: Double, _ sorted: [Double]) -> Double {
    guard let last = sorted.last else { return 0 }
    let place = share * Double(sorted.count - 1)
    let whole = Int(place)
    guard whole + 1 < sorted.count else { return last }
    return sorted[whole] + (place - Double(whole)) * (sorted[whole + 1] - sorted[whole])
  }
}
