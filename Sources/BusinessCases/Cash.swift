public import Units

/// Money as it is paid: in the prices of its own year. What a budget is made of. It can't be added to `Real`.
public struct Cash: Hashable, Comparable, Sendable {
  /// The amount.
  public let money: Money

  /// An amount as paid.
  public init(_ money: Money) { self.money = money }

  /// Nothing.
  public static let zero = Cash(.zero)
  /// The sum of two amounts.
  public static func + (a: Cash, b: Cash) -> Cash { Cash(a.money + b.money) }
  /// The first less the second.
  public static func - (a: Cash, b: Cash) -> Cash { Cash(a.money - b.money) }
  /// Smaller amounts come first.
  public static func < (a: Cash, b: Cash) -> Bool { a.money < b.money }
}

/// Money in constant prices, those of the case's price year: what an appraisal is made of. It can't be added to `Cash`;
/// `PriceIndex` turns one into the other.
public struct Real: Hashable, Comparable, Sendable {
  /// The amount.
  public let money: Money

  /// An amount in constant prices.
  public init(_ money: Money) { self.money = money }

  /// Nothing.
  public static let zero = Real(.zero)
  /// The sum of two amounts.
  public static func + (a: Real, b: Real) -> Real { Real(a.money + b.money) }
  /// The first less the second.
  public static func - (a: Real, b: Real) -> Real { Real(a.money - b.money) }
  /// Smaller amounts come first.
  public static func < (a: Real, b: Real) -> Bool { a.money < b.money }
}
