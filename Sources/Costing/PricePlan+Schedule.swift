public import Care
public import Forecasting
import Units

extension PricePlan {
  /// The prices of a schedule for the months of a forecast. Within a month the price is the mean of its days', so a
  /// list that steps in mid-month is followed to the day.
  ///
  /// `upliftSpread` is the standard deviation of the yearly uplift, in hundredths of a percent; the mean is the
  /// schedule's own. Uplift is uncertain from the first 1 April after the as-of date.
  ///
  /// `stays` are the prices at which stays have lately started; nil where no fees are recorded.
  public init(
    _ schedule: PriceSchedule, months: ForecastMonths, book: CategoryBook, upliftSpread: Int,
    stays: StayPrices? = nil
  ) {
    let weekly = book.all.map { schedule.rate(of: $0, on: months.asOf)?.pencePerWeek ?? 0 }
    let rates = book.all.map { schedule.rates(of: $0, from: months.asOf + 1, days: months.days) }
    var index: [[Double]] = []
    var first = 0
    for month in 0..<months.count {
      let days = first..<(first + months.days(of: month))
      first = days.upperBound
      index.append(
        book.all.map { category in
          let own = weekly[category.index]
          guard own > 0 else { return 1 }
          return Double(rates[category.index][days].reduce(0, +)) / Double(own * days.count)
        })
    }
    let start = FinancialYear(containing: months.asOf).startYear
    self.init(
      weekly: weekly.map(Int64.init), index: index,
      uplifts: months.lastDays.map { FinancialYear(containing: $0).startYear - start },
      upliftMean: Double(schedule.uplift) / 10_000, upliftSpread: Double(upliftSpread) / 10_000,
      startingPrices: stays?.startingPrices ?? [], carriedRank: stays?.carriedRank ?? 0)
  }
}
