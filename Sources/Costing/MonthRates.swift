import Care
public import Units

extension PriceSchedule {
  /// What a night costs in each category in the month that ends on a day, in pence, the mean over the month's days;
  /// nought for a category that no list prices.
  public func pencePerNight(inMonthEnding day: CivilDay) -> [Double] {
    let first = day.startOfMonth
    let days = first.nights(to: day) + 1
    return steps.indices.map { index in
      let weekly = rates(of: .init(index: index), from: first, days: days)
      return Double(weekly.reduce(0, +)) / Double(7 * days)
    }
  }
}
