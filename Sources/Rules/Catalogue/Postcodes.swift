import Returns
import Units

/// Postcodes and distance.
extension RuleBook {
  static let postcodes: [Rule] = []
}
