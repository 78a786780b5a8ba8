public import Care
public import Forecasting
public import Units

/// Short breaks (respite), kept apart from children looked after as in the national statistics: nights and cost month
/// by month, known, and at the pace of the reference period after that.
///
/// Breaks recorded one by one (V3) are counted and priced night by night. An agreement under which breaks are not
/// recorded (V4) has no nights to price: it is only counted.
public struct RespiteForecast: Sendable {
  /// A month's breaks.
  public struct Month: Sendable {
    /// The month's last day, or the as-of date.
    public let lastDay: CivilDay
    /// Children in a series of breaks on that day, V3 or V4; in the months ahead children on an average night.
    public let children: Double
    /// Nights of breaks, V3.
    public let nights: Double
    /// Their cost at list price; nil for months before the price list begins.
    public let cost: Money?
  }

  /// Months known.
  public let past: [Month]
  /// Months expected.
  public let coming: [Month]
  /// Children in a series of breaks on the as-of date, V3 or V4.
  public let today: Int
  /// Children under an agreement whose breaks are not recorded (V4) on the as-of date.
  public let unpricedToday: Int
  /// Children with a recorded break in the reference period.
  public let childrenInWindow: Int
  /// Children with a recorded break in each financial year of the months known.
  public let childrenInYear: [FinancialYear: Int]
  /// The cost of a year at the pace of the reference period and the prices of the as-of date.
  public let fullYearCost: Money

  /// Counts and prices the respite of care histories; nil where there is none in the months shown.
  public init?(
    _ histories: CareHistories, window: ReferenceWindow, prices: PriceSchedule, past: [CivilDay],
    coming: [(lastDay: CivilDay, days: Int)]
  ) {
    let breaks = histories.respite.filter { $0.legalStatus == "V3" }
    func open(on day: CivilDay, _ episode: Episode) -> Bool {
      episode.start <= day && (episode.end ?? .distantFuture) > day
    }
    self.past = past.map { day in
      let month = DayRange(from: day.startOfMonth, upTo: day + 1)
      var nights = 0
      var sevenths = 0
      var isPriced = true
      for episode in breaks {
        let inMonth = month?.nights(ofStayFrom: episode.start, to: episode.end) ?? 0
        guard inMonth > 0 else { continue }
        nights += inMonth
        isPriced = isPriced && prices.firstDay(of: episode.category).map { $0 <= day.startOfMonth } ?? true
        let first = max(episode.start, day.startOfMonth)
        sevenths += prices.rates(of: episode.category, from: first, days: inMonth).reduce(0, +)
      }
      return Month(
        lastDay: day,
        children: Double(Set(histories.respite.filter { open(on: day, $0) }.map(\.child)).count),
        nights: Double(nights),
        cost: isPriced ? WeeklyRate(pencePerWeek: sevenths).cost(ofNights: 1) : nil)
    }
    let days = DayRange(from: window.first, upTo: window.last + 1)
    var perDay: [Category: Double] = [:]
    var children: Set<Int32> = []
    for episode in breaks {
      let nights = days?.nights(ofStayFrom: episode.start, to: episode.end) ?? 0
      guard nights > 0 else { continue }
      children.insert(episode.child)
      perDay[episode.category, default: 0] += Double(nights) / Double(window.days)
    }
    // In order of category, so that the sums are the same in every run.
    let rates = perDay.sorted { $0.key < $1.key }
    let average = rates.reduce(0) { $0 + $1.value }
    func cost(from first: CivilDay, days: Int) -> Money {
      rates.reduce(Money.zero) { sum, rate in
        let sevenths = prices.rates(of: rate.key, from: first, days: days).reduce(0, +)
        return sum + (Money(roundingPence: rate.value * Double(sevenths) / 7) ?? .zero)
      }
    }
    self.coming = coming.map { month in
      Month(
        lastDay: month.lastDay, children: average, nights: average * Double(month.days),
        cost: cost(from: month.lastDay - (month.days - 1), days: month.days))
    }
    let openToday = histories.respite.filter { open(on: histories.asOf, $0) }
    self.today = Set(openToday.map(\.child)).count
    unpricedToday = Set(openToday.filter { $0.legalStatus == "V4" }.map(\.child)).count
    childrenInWindow = children.count
    var inYear: [FinancialYear: Int] = [:]
    for year in Set(past.map(FinancialYear.init(containing:))) {
      inYear[year] =
        Set(
          breaks.filter { year.days.nights(ofStayFrom: $0.start, to: $0.end) > 0 }.map(\.child)
        ).count
    }
    childrenInYear = inYear
    let today = rates.map { prices.rate(of: $0.key, on: histories.asOf)?.pencePerNight ?? 0 }
    fullYearCost = zip(rates, today).reduce(Money.zero) { sum, pair in
      sum + (Money(roundingPence: pair.0.value * 365 * pair.1) ?? .zero)
    }
    guard self.today > 0 || self.past.contains(where: { $0.nights > 0 || $0.children > 0 }) else {
      return nil
    }
  }

  /// The cost of the part of a financial year that is known and priced or expected.
  public func cost(in year: FinancialYear) -> Money {
    (past + coming).filter { year.days.contains($0.lastDay) }.reduce(Money.zero) { $0 + ($1.cost ?? .zero) }
  }
}
