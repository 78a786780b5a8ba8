public import Care
public import Units

/// Children in care in one calendar month, counted or expected, by category.
public struct MonthOfCare: Sendable {
  /// The month's last day.
  public let lastDay: CivilDay
  /// Children in care on it.
  public let children: [Double]
  /// Child-nights of the month.
  public let nights: [Double]

  /// A month.
  public init(lastDay: CivilDay, children: [Double], nights: [Double]) {
    self.lastDay = lastDay
    self.children = children
    self.nights = nights
  }

  /// Days of the month.
  var days: Double { Double(lastDay.startOfMonth.nights(to: lastDay) + 1) }
}

/// Whole calendar months counted from care histories, in order, without a gap.
public struct MonthSeries: Sendable {
  /// The months.
  public let months: [MonthOfCare]

  /// The whole months from a day, which must be the first of which all children are known, to the as-of date.
  public init(_ histories: CareHistories, from day: CivilDay) {
    let stock = Stock(histories)
    var months: [MonthOfCare] = []
    var first = day.startOfMonth == day ? day : day.endOfMonth + 1
    while first.endOfMonth <= histories.asOf {
      let last = first.endOfMonth
      let nights = DayRange(from: first, upTo: last + 1).map(stock.nights) ?? []
      months.append(
        MonthOfCare(
          lastDay: last, children: stock.children(on: last).map(Double.init), nights: nights.map(Double.init))
      )
      first = last + 1
    }
    self.months = months
  }

  /// The position of the month that ends on a day; nil where it is not there.
  func position(of day: CivilDay) -> Int? {
    guard let first = months.first else { return nil }
    let position = MonthSeries.months(from: first.lastDay, to: day)
    return months.indices.contains(position) && months[position].lastDay == day ? position : nil
  }

  /// The month that ends on a day.
  public func month(ending day: CivilDay) -> MonthOfCare? { position(of: day).map { months[$0] } }

  /// Calendar months from one day's month to another's.
  static func months(from a: CivilDay, to b: CivilDay) -> Int {
    let (from, to) = (a.components, b.components)
    return (to.year - from.year) * 12 + to.month - from.month
  }
}

/// What was known on a day from which a back-test forecasts.
public struct KnownAtOrigin: Sendable {
  /// The histories as they were known, up to the origin.
  public let histories: CareHistories
  /// The first day from which an unbroken run of returns told of all children.
  public let coveredFrom: CivilDay
  /// Whether the origin lies inside a year, whose return was cut there because no extract was made.
  public let isPseudo: Bool
  /// The months known, up to the origin.
  public let series: MonthSeries

  /// What was known at the histories' as-of date, which must be a month's last day.
  public init(histories: CareHistories, coveredFrom: CivilDay, isPseudo: Bool = false) {
    self.histories = histories
    self.coveredFrom = coveredFrom
    self.isPseudo = isPseudo
    series = MonthSeries(histories, from: coveredFrom)
  }

  /// The day from which it is forecast, the last one known.
  public var origin: CivilDay { histories.asOf }

  /// The days from which rates are taken for a forecast from the origin, or from an earlier day to learn a method's own
  /// errors: the 36 months up to it, or as many as are covered.
  public func window(to day: CivilDay) -> ReferenceWindow? {
    ReferenceWindow(from: max(day.adding(months: -36) + 1, coveredFrom), to: day)
  }

  /// Whether enough months are known to forecast from the origin.
  public var isEnough: Bool { series.months.count >= Backtest.leastMonths }
}

/// A number that a back-test judges forecasts of.
public struct BacktestMeasure: Sendable, Equatable {
  /// What is counted.
  public enum Kind: Sendable, Equatable {
    /// Children in care at the end of the target day, in some categories together.
    case children([Category])
    /// The cost of the calendar month that ends on the target day, in pence, at the target month's list prices.
    case cost
  }

  /// Its identifier in files: `all`, a category's, `cost`.
  public let id: String
  /// Its words for people.
  public let label: String
  /// What is counted.
  public let kind: Kind

  /// A measure.
  public init(id: String, label: String, kind: Kind) {
    self.id = id
    self.label = label
    self.kind = kind
  }

  /// Its value in a month, nights priced at `prices` pence each by category.
  func value(_ month: MonthOfCare, prices: [Double]) -> Double {
    switch kind {
    case .children(let categories): categories.reduce(0) { $0 + month.children[$1.index] }
    case .cost: zip(month.nights, prices).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }
}
