public import Units

/// How far prices rise from each financial year to the next: the one bridge between `Real` and `Cash`.
public struct PriceIndex: Sendable, Equatable {
  /// The year in whose prices real amounts are.
  public let priceYear: FinancialYear
  /// Rise into a year from the year before, in hundredths of a percent, where it is stated for that year.
  public let rises: [FinancialYear: Int]
  /// Rise into every other year.
  public let usualRise: Int

  /// An index around a price year.
  public init(priceYear: FinancialYear, rises: [FinancialYear: Int] = [:], usualRise: Int = 0) {
    self.priceYear = priceYear
    self.rises = rises
    self.usualRise = usualRise
  }

  /// Whether any rise is stated.
  public var isStated: Bool { usualRise != 0 || rises.values.contains { $0 != 0 } }

  /// The level of prices in a year; 1 in the price year.
  public func level(_ year: FinancialYear) -> Double {
    var level = 1.0
    for start in min(year, priceYear).startYear..<max(year, priceYear).startYear {
      level *= 1 + Double(rises[FinancialYear(startYear: start + 1)] ?? usualRise) / 10_000
    }
    return year < priceYear ? 1 / level : level
  }

  /// A real amount as it will be paid in a year.
  public func cash(_ real: Real, in year: FinancialYear) -> Cash {
    Cash(rounded(Double(real.money.pence) * level(year)))
  }

  /// An amount paid in a year, in the price year's prices.
  public func real(_ cash: Cash, of year: FinancialYear) -> Real {
    Real(rounded(Double(cash.money.pence) / level(year)))
  }
}

/// The nearest penny. An amount that no `Money` holds, as only a slip makes it, is the largest that counts.
func rounded(_ pence: Double) -> Money {
  Money(roundingPence: pence) ?? Money(pence: pence < 0 ? -largestPence : largestPence)
}

/// Ten thousand million pounds, the most of a line in a year: beyond it lies only a slip.
let largestPence = 1_000_000_000_000
