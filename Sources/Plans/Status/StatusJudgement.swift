/// A status with why it is so, in sentences: each rule that moved it says so.
public struct StatusJudgement: Sendable, Equatable {
  /// The status.
  public private(set) var status: Status
  /// Why, in the order of the rules.
  public private(set) var reasons: [String]

  init(_ status: Status, _ reason: String) {
    self.status = status
    reasons = [reason]
  }

  /// From a probability.
  init(chance: Double, _ thresholds: StatusThresholds, _ reason: String) {
    self.init(chance >= thresholds.green ? .green : chance >= thresholds.amber ? .amber : .red, reason)
  }

  /// Says something that moves nothing.
  mutating func note(_ reason: String) { reasons.append(reason) }

  /// Lowers the status by one: green to amber, amber to red. What is in the ledger stays there.
  mutating func lower(_ reason: String) {
    switch status {
    case .green: status = .amber
    case .amber: status = .red
    case .blue, .red, .unknown: break
    }
    reasons.append(reason)
  }

  /// Lets the status be no better than amber.
  mutating func stopGreen(_ reason: String) {
    if status == .green || status == .blue { status = .amber }
    reasons.append(reason)
  }
}

extension Status {
  /// How good it is: 4 for blue, 1 for red, 0 where nothing tells.
  public var rank: Int {
    switch self {
    case .unknown: 0
    case .red: 1
    case .amber: 2
    case .green: 3
    case .blue: 4
    }
  }
}
