import Returns
import Units

/// Temporary placements.
extension RuleBook {
  static let temporary: [Rule] = []
}
