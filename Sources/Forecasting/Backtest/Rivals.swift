import Care
import Units

extension BacktestMethod {
  /// The methods that any other must beat to be worth its trouble.
  public static let rivals: [BacktestMethod] = [.lastValue, .linearTrend, .stockFlow]

  /// Everything stays as it is: children as on the last day, nights as in the last month.
  public static let lastValue = BacktestMethod(
    id: "last-value", label: "last value",
    rule: PointRule(leastMonths: 1, step: 1) { known, day, months in
      guard let last = known.series.month(ending: day) else { return [] }
      return ends(after: day, months).map { end in
        let days = Double(end.startOfMonth.nights(to: end) + 1)
        return MonthOfCare(
          lastDay: end, children: last.children, nights: last.nights.map { $0 / last.days * days })
      }
    })

  /// A straight line by least squares through the last 24 months, or as many as are known, at least 12.
  public static let linearTrend = BacktestMethod(
    id: "linear-trend", label: "linear trend",
    rule: PointRule(leastMonths: 12, step: 1) { known, day, months in
      guard let last = known.series.position(of: day) else { return [] }
      let recent = known.series.months[max(0, last - 23)...last]
      let children = Lines(recent.map(\.children))
      let nightly = Lines(recent.map { month in month.nights.map { $0 / month.days } })
      return ends(after: day, months).enumerated().map { index, end in
        let days = Double(end.startOfMonth.nights(to: end) + 1)
        return MonthOfCare(
          lastDay: end, children: children.values(monthsAhead: index + 1),
          nights: nightly.values(monthsAhead: index + 1).map { $0 * days })
      }
    })

  /// The sector's stock-and-flow model, run day by day on Homeward's categories. Short breaks, which it would count,
  /// are kept from it, since what happened is counted without them.
  public static let stockFlow = BacktestMethod(
    id: "stock-flow", label: "stock-flow",
    rule: flow { histories, coveredFrom in
      let first = max(histories.asOf.adding(months: -36), coveredFrom)
      let lookedAfter = CareHistories(
        children: histories.children, episodes: histories.episodes, respite: [],
        asReturned: histories.asReturned.filter { !$0.isRespite }, asOf: histories.asOf, book: histories.book)
      return ReferenceWindow(from: first, to: histories.asOf).map {
        StockFlow.estimate(lookedAfter, window: $0).model
      }
    })

  /// A rule that estimates a model from the histories cut at the day, with a year of them at least, and runs it.
  private static func flow(
    _ model: @escaping @Sendable (_ histories: CareHistories, _ coveredFrom: CivilDay) -> FlowModel?
  ) -> PointRule {
    PointRule(leastMonths: 12, step: 3) { known, day, months in
      let ends = ends(after: day, months)
      guard let last = ends.last, let model = model(known.histories.cut(at: day), known.coveredFrom) else {
        return []
      }
      let forecast = model.forecast(days: day.nights(to: last))
      var step = 0
      return ends.map { end in
        var nights = Array(repeating: 0.0, count: forecast.space.categories)
        var children = nights
        while step < day.nights(to: end) {
          children = forecast.children(step: step)
          for category in nights.indices { nights[category] += children[category] }
          step += 1
        }
        return MonthOfCare(lastDay: end, children: children, nights: nights)
      }
    }
  }

  /// The last days of the months after a day that is one itself.
  private static func ends(after day: CivilDay, _ months: Int) -> [CivilDay] {
    (0..<max(0, months)).map { day.adding(months: $0 + 1).endOfMonth }
  }
}

/// Straight lines by least squares through several series of equal steps.
private struct Lines {
  private let last: [Double]
  private let slope: [Double]

  /// Lines through rows in order of time, a value for each series in each.
  init(_ rows: [[Double]]) {
    let count = Double(rows.count)
    let width = rows.first?.count ?? 0
    let middle = (count - 1) / 2
    let squares = rows.indices.reduce(0) { $0 + (Double($1) - middle) * (Double($1) - middle) }
    var last: [Double] = []
    var slope: [Double] = []
    for series in 0..<width {
      let mean = rows.reduce(0) { $0 + $1[series] } / count
      let rise = rows.indices.reduce(0) { $0 + (Double($1) - middle) * rows[$1][series] }
      slope.append(squares > 0 ? rise / squares : 0)
      last.append(mean + (slope.last ?? 0) * middle)
    }
    self.last = last
    self.slope = slope
  }

  func values(monthsAhead: Int) -> [Double] {
    zip(last, slope).map { $0 + $1 * Double(monthsAhead) }
  }
}
