/// Whether one method's scores are smaller than another's on the same questions, beyond chance.
public struct PairedComparison: Sendable, Equatable {
  /// What the scores say.
  public enum Verdict: Sendable, Equatable {
    /// The first method's scores are smaller than chance explains.
    case firstBetter
    /// The second's are.
    case secondBetter
    /// They can't be told apart.
    case notTold
    /// There are too few questions to tell anything.
    case tooFew
  }

  /// The first method's mean score.
  public let first: Double
  /// The second's.
  public let second: Double
  /// Questions that both answered.
  public let count: Int
  /// The standard error of the mean difference, widened for questions that overlap in time; nil for fewer than two
  /// questions.
  public let standardError: Double?
  /// How many questions not overlapping they are worth.
  public let effectiveCount: Double

  /// Compares scores of the same questions in the same order. `overlap` is how many questions share the same stretch of
  /// time on average, 1 where none do: they fail together, so that they tell less than as many apart.
  public init(_ first: [Double], _ second: [Double], overlap: Double = 1) {
    let differences = zip(first, second).map { $0 - $1 }
    let count = Double(max(1, differences.count))
    self.first = first.reduce(0, +) / count
    self.second = second.reduce(0, +) / count
    self.count = differences.count
    effectiveCount = Double(differences.count) / max(1, overlap)
    guard differences.count > 1 else {
      standardError = nil
      return
    }
    let mean = differences.reduce(0, +) / count
    let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    standardError = (variance * max(1, overlap) / count).squareRoot()
  }

  /// The mean difference, first less second.
  public var difference: Double { first - second }

  /// How much smaller the first's mean score is, as a share of the second's; negative where it is larger, nil where the
  /// second's is nought.
  public var gain: Double? { second > 0 ? (second - first) / second : nil }

  /// Beyond two standard errors, and for few questions beyond Student's 2.5 % point, the standard error being itself a
  /// guess then.
  public var verdict: Verdict {
    guard let standardError, effectiveCount >= 3 else { return .tooFew }
    guard abs(difference) > PairedComparison.limit(effectiveCount) * standardError else { return .notTold }
    return difference < 0 ? .firstBetter : .secondBetter
  }

  /// Student's upper 2.5 % point for n − 1 degrees of freedom, never below 2.
  static func limit(_ count: Double) -> Double {
    let points = [4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228]
    let freedom = Int(count) - 1
    guard freedom >= 2 else { return .infinity }
    if freedom - 2 < points.count { return points[freedom - 2] }
    // Within 0.01 of it from eleven degrees on.
    return max(2, 1.96 + 2.7 / Double(freedom))
  }
}
