import Returns
import Units

/// Short breaks.
extension RuleBook {
  static let shortBreaks: [Rule] = []
}
