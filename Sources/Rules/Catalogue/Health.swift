import Returns
import Units

/// Twelve months in care: health and wellbeing.
extension RuleBook {
  static let health: [Rule] = []
}
