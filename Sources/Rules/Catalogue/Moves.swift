import Returns
import Units

/// Reasons for placement changes.
extension RuleBook {
  static let moves: [Rule] = []
}
