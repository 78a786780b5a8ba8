public import Units

/// Nights and money that hang on rows.
public struct Stake: Sendable, Equatable {
  /// Nights in the collection year.
  public let nights: Int
  /// What they cost at the price list's prices.
  public let money: Money
  /// Nights in placements without a price, not in `money`.
  public let unpricedNights: Int

  /// Nights and money.
  public init(nights: Int, money: Money, unpricedNights: Int) {
    self.nights = nights
    self.money = money
    self.unpricedNights = unpricedNights
  }

  /// Nothing at stake.
  public static let none = Stake(nights: 0, money: .zero, unpricedNights: 0)

  /// Both together.
  public static func + (a: Stake, b: Stake) -> Stake {
    Stake(
      nights: a.nights + b.nights, money: a.money + b.money,
      unpricedNights: a.unpricedNights + b.unpricedNights)
  }
}

/// What hangs on the findings of a check: in all, every episode counted once, and for each rule.
public struct StakeSummary: Sendable {
  /// In all.
  public let total: Stake
  /// For each rule of the run.
  public let byRule: [Stake]
  /// Whose prices they are: "the council's price list".
  public let prices: String

  /// A summary.
  public init(total: Stake, byRule: [Stake], prices: String) {
    self.total = total
    self.byRule = byRule
    self.prices = prices
  }
}
