import Returns
import Units

/// Previous permanence.
extension RuleBook {
  static let permanence: [Rule] = []
}
