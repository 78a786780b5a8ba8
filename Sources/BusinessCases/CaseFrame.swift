public import Units

/// The days a case covers, and how its money is compared over them.
public struct CaseFrame: Sendable, Equatable {
  /// The first day; the financial year it falls in is year 0.
  public let start: CivilDay
  /// The first day no longer covered.
  public let end: CivilDay
  /// Prices of each year.
  public let prices: PriceIndex
  /// Discount rates.
  public let rates: DiscountRates

  /// A frame from a day up to another.
  public init(start: CivilDay, end: CivilDay, prices: PriceIndex, rates: DiscountRates) {
    self.start = start
    self.end = end
    self.prices = prices
    self.rates = rates
  }

  /// The financial years covered, year 0 first.
  public var years: [FinancialYear] {
    let first = FinancialYear(containing: start).startYear
    let last = max(first, FinancialYear(containing: end - 1).startYear)
    return (first...last).map { FinancialYear(startYear: $0) }
  }

  /// The days of a year that the case covers.
  public func days(of year: FinancialYear) -> DayRange {
    let first = max(start, year.firstDay)
    return DayRange(from: first, upTo: max(first, min(end, year.next.firstDay))) ?? year.days
  }

  /// A line's amount over some days in the prices of the case's price year, in pence before rounding.
  func real(_ line: CaseLine, over days: DayRange) -> Double {
    let amount = line.amount(over: days)
    guard line.model == nil, let year = line.priceYear else { return amount }
    return amount / prices.level(year)
  }
}
