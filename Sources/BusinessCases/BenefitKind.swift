/// What sort of benefit a saving is. Only the first three may close a gap in a budget.
public enum BenefitKind: String, CaseIterable, Sendable {
  /// An identified budget can be cut, every year.
  case cashableRecurring = "cashable_recurring"
  /// An identified budget can be cut once.
  case cashableOneOff = "cashable_one_off"
  /// Money that comes in.
  case income
  /// Spending that would have come and does not: real only against an agreed, dated forecast.
  case avoided
  /// Somebody else pays what the council paid.
  case fundingSwitch = "funding_switch"
  /// People have time for other work; no budget is cut.
  case timeReleased = "time_released"

  /// Whether it may close a gap in a budget.
  public var closesGap: Bool {
    switch self {
    case .cashableRecurring, .cashableOneOff, .income: true
    case .avoided, .fundingSwitch, .timeReleased: false
    }
  }

  /// Whether it is a benefit to the public as a whole. A funding switch moves money from one purse to another: the
  /// Green Book leaves such transfers out.
  public var isEconomic: Bool { self != .fundingSwitch }

  /// The kind in words.
  public var words: String {
    switch self {
    case .cashableRecurring: "Cashable, every year"
    case .cashableOneOff: "Cashable, once"
    case .income: "Income"
    case .avoided: "Avoided cost"
    case .fundingSwitch: "Funding switch"
    case .timeReleased: "Time released"
    }
  }
}
