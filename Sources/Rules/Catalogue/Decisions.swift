import Returns
import Units

/// Decisions to place for adoption.
extension RuleBook {
  static let decisions: [Rule] = []
}
