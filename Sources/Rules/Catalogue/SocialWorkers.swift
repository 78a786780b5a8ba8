import Returns
import Units

/// Social workers.
extension RuleBook {
  static let socialWorkers: [Rule] = []
}
