import Returns
import Units

/// Adoption.
extension RuleBook {
  static let adoption: [Rule] = []
}
