import Returns
import Units

/// Strengths and difficulties.
extension RuleBook {
  static let wellbeing: [Rule] = []
}
