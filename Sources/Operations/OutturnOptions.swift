public import Units

/// What an outturn is made from, and how.
public struct OutturnOptions: Sendable {
  /// The returns, prices, fee ledger and futures, as for a forecast.
  public var forecast: ForecastOptions
  /// The budget; nil for none.
  public var budget: String?
  /// Contracts; nil for none.
  public var contracts: String?
  /// Money added by hand; nil for none.
  public var adjustments: String?
  /// What the general ledger has posted, `cost_centre,subjective,pounds`; nil for none.
  public var posted: String?
  /// The financial year; nil for the one of the day after the as-of date.
  public var year: FinancialYear?
  /// A day of the year to tell the movement from by what was known then; nil for the last closed month.
  public var since: CivilDay?
  /// Whether, where no day is given and no month is closed, the movement is told from the month's end before.
  public var movesFromLastMonth = false
  /// Whether a forecast is made from every month's end up to the as-of date and held against it.
  public var scores = false

  /// An outturn of returns and a fee ledger.
  public init(forecast: ForecastOptions) { self.forecast = forecast }
}
