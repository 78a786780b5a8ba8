import Returns
import Units

/// Adopters.
extension RuleBook {
  static let adopters: [Rule] = []
}
