import Returns
import Units

/// Against last year's return.
extension RuleBook {
  static let lastYear: [Rule] = []
}
