public import Units

/// What of a year's approved savings is not covered: approved − achieved + pressures that arose in the year. Savings can
/// be delivered in full and still be overtaken by pressure, so the three are kept apart.
public struct NetAtRisk: Sendable, Equatable {
  /// Savings approved.
  public let approved: Money
  /// Savings achieved.
  public let achieved: Money
  /// Pressures that arose in the year.
  public let pressure: Money

  /// A line of savings monitoring.
  public init(approved: Money, achieved: Money, pressure: Money) {
    self.approved = approved
    self.achieved = achieved
    self.pressure = pressure
  }

  /// What is at risk.
  public var net: Money { approved - achieved + pressure }

  /// The sum of two lines: what is at risk adds up.
  public static func + (a: NetAtRisk, b: NetAtRisk) -> NetAtRisk {
    NetAtRisk(
      approved: a.approved + b.approved, achieved: a.achieved + b.achieved, pressure: a.pressure + b.pressure)
  }
}
