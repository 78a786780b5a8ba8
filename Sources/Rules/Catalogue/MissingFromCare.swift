import Returns
import Units

/// Missing from care.
extension RuleBook {
  static let missing: [Rule] = []
}
