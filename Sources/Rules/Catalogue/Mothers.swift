import Returns
import Units

/// Mothers.
extension RuleBook {
  static let mothers: [Rule] = []
}
