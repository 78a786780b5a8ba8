import Returns
import Units

/// Reasons for leaving care.
extension RuleBook {
  static let leaving: [Rule] = []
}
