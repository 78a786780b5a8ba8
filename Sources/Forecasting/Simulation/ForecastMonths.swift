public import Units

/// The months of a forecast: from the day after the as-of date to the last day, the first and last perhaps in part.
public struct ForecastMonths: Sendable, Equatable {
  /// The last day known.
  public let asOf: CivilDay
  /// The last day of each month, the last forecast day in the last.
  public let lastDays: [CivilDay]

  /// The months after `asOf` up to `until`, which must be later.
  public init(after asOf: CivilDay, until: CivilDay) {
    self.asOf = asOf
    var days: [CivilDay] = []
    var day = asOf
    while day < until {
      day = min((day + 1).endOfMonth, until)
      days.append(day)
    }
    lastDays = days
  }

  /// Number of months.
  public var count: Int { lastDays.count }
  /// Days forecast.
  public var days: Int { lastDays.last.map { asOf.nights(to: $0) } ?? 0 }
  /// Days of a month that are forecast.
  public func days(of month: Int) -> Int {
    (month == 0 ? asOf : lastDays[month - 1]).nights(to: lastDays[month])
  }
}
