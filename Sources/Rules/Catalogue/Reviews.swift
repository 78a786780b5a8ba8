import Returns
import Units

/// Reviews.
extension RuleBook {
  static let reviews: [Rule] = []
}
