/// A rule of the sector's book that Homeward does not run, and why.
public struct LeftOutRule: Sendable {
  /// Its code.
  public let code: String
  /// What it is about.
  public let subject: String
  /// Why it is left out.
  public let reason: String
}

extension RuleBook {
  /// The rules left out, each with its reason.
  public static let leftOut: [LeftOutRule] = []
}
