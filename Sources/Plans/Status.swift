/// How something stands. Told from evidence and probability, never typed: what somebody states stands beside it.
public enum Status: String, CaseIterable, Sendable {
  /// Done: the effect is in the ledger, or the budget was removed, and somebody other than the owner confirmed it.
  case blue
  /// On course.
  case green
  /// In doubt.
  case amber
  /// Not on course.
  case red
  /// Nothing tells.
  case unknown
}

/// From which probability of meeting a target by its day a status is green or amber.
public struct StatusThresholds: Sendable, Equatable {
  /// At least this probability is green.
  public var green = 0.75
  /// At least this is amber; less is red.
  public var amber = 0.4
  /// Days after which evidence is stale and lowers the status by one.
  public var staleAfter = 92

  /// The usual ones.
  public init() {}

  /// Whether any of them asks for less than is usual.
  public var isLaxerThanUsual: Bool {
    let usual = StatusThresholds()
    return green < usual.green || amber < usual.amber || staleAfter > usual.staleAfter
  }
}
