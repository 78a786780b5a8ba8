import Returns
import Units

/// From one episode to the next.
extension RuleBook {
  static let continuity: [Rule] = []
}
