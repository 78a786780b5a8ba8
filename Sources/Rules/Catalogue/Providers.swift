import Returns
import Units

/// Providers and URN.
extension RuleBook {
  static let providers: [Rule] = []
}
