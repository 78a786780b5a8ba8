import Returns
import Units

/// Deprivation of liberty.
extension RuleBook {
  static let liberty: [Rule] = []
}
