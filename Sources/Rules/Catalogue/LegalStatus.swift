import Returns
import Units

/// Legal status.
extension RuleBook {
  static let legalStatus: [Rule] = []
}
