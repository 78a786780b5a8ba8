import Returns
import Units

/// Unaccompanied asylum-seeking children.
extension RuleBook {
  static let uasc: [Rule] = []
}
