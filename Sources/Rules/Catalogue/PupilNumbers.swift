import Returns
import Units

/// Unique pupil numbers.
extension RuleBook {
  static let pupilNumbers: [Rule] = []
}
