import Returns
import Units

/// Placements and ages.
extension RuleBook {
  static let placements: [Rule] = []
}
