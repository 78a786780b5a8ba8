public import Units

/// The twelve months that end on the date of the measures; a collection year where that is a 31 March.
public struct MeasureYear: Sendable, Equatable {
  /// The date of the measures, the year's last day.
  public let date: CivilDay
  /// The year's first day: 1 April where the date is a 31 March.
  public let firstDay: CivilDay

  /// The year that ends on a date.
  public init(endingOn date: CivilDay) {
    self.date = date
    firstDay = (date + 1).adding(months: -12)
  }

  /// Whether it is a collection year, 1 April to 31 March.
  public var isCollectionYear: Bool { CollectionYear(containing: date).lastDay == date }

  /// Whether a day lies inside.
  public func contains(_ day: CivilDay) -> Bool { firstDay <= day && day <= date }

  /// "2024/25", or "the 12 months to 30 September 2025".
  public var words: String {
    isCollectionYear
      ? CollectionYear(containing: date).description : "the 12 months to \(date.spoken)"
  }
}
