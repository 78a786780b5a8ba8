import Returns
import Units

/// Care leavers.
extension RuleBook {
  static let careLeavers: [Rule] = []
}
