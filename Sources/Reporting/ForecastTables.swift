import Care
import Costing
import Units

extension ForecastReport {
  /// Children in care by category: today, on the last day of each year ahead, and the change.
  public func childrenTable(_ groups: [Disclosure.Group]) -> ReportTable {
    let years = forecast.years
    let today = groups.map { sum(forecast.today, $0) }
    let ahead = years.map { year -> [Int] in
      let values = groups.map { group in group.categories.reduce(0) { $0 + year.children[$1.index] } }
      return Apportion.wholeNumbers(values, total: Int(year.children.reduce(0, +).rounded()))
    }
    let columns = ["Today"] + years.map { short($0.lastDay) } + ["Change"]
    let series = [today] + ahead
    return table(
      "Children in care, by placement (today: \(forecast.asOf.spoken))", columns, groups,
      values: series + [difference(series)], totals: series.map { $0.reduce(0, +) },
      format: Words.number, notes: [])
  }

  /// Cost by category in thousands of pounds: a year of today's children, each financial year ahead, and the change.
  ///
  /// Short breaks stand on a line of their own below the total.
  public func costTable(_ groups: [Disclosure.Group], hidesSmallNumbers: Bool = false) -> ReportTable {
    let years = forecast.years
    let run = thousands(forecast.fullYearCostOfToday, groups)
    let ahead = years.map { thousands($0.cost, groups) }
    let series = [run] + ahead
    var notes = ["“Today” is a year of today's children at today's prices: nobody leaves, moves or enters."]
    for year in years where year.knownDays > 0 && year.isWhole {
      notes.append("\(year.year) holds \(year.knownDays) days known, at list price, and the rest forecast.")
    }
    for year in years where !year.isWhole {
      notes.append(
        "\(year.year) is not a whole year: only the days known with prices and forecast are counted.")
    }
    let apart = respiteRow(years, hidesSmallNumbers: hidesSmallNumbers)
    if apart != nil {
      notes.append(
        "Short breaks (V3) are not in the total; “Today” is a year at the reference period's pace.")
    }
    return table(
      "Cost of care, £ thousand",
      ["Today × 1 year"] + years.map { $0.year.description + ($0.isWhole ? "" : " (part)") } + ["Change"],
      groups, values: series + [difference(series)], totals: series.map { $0.reduce(0, +) },
      format: Words.number, notes: notes, apart: apart)
  }

  private func respiteRow(_ years: [CostedForecast.Year], hidesSmallNumbers: Bool) -> ReportTable.Row? {
    guard let respite = forecast.respite,
      !hidesSmallNumbers
        || (respite.childrenInWindow >= Disclosure.smallestShown
          && !years.contains { Disclosure.isSmall(respite.childrenInYear[$0.year] ?? 0) })
    else { return nil }
    let costs = [respite.fullYearCost] + years.map { respite.cost(in: $0.year) }
    let thousands = costs.map { Apportion.units(of: [$0], penceEach: 100_000).total }
    let change = (thousands.last ?? 0) - (thousands.first ?? 0)
    return ReportTable.Row(
      label: "Short breaks, apart", cells: thousands.map(Words.number) + [Words.change(change)],
      isTotal: false)
  }

  private func table(
    _ title: String, _ columns: [String], _ groups: [Disclosure.Group], values: [[Int]], totals: [Int],
    format: (Int) -> String, notes: [String], apart: ReportTable.Row? = nil
  ) -> ReportTable {
    var rows = groups.indices.map { index in
      ReportTable.Row(
        label: groups[index].label,
        cells: values.indices.map { column in
          column == values.count - 1 ? Words.change(values[column][index]) : format(values[column][index])
        }, isTotal: false)
    }
    let change = (totals.last ?? 0) - (totals.first ?? 0)
    rows.append(
      ReportTable.Row(label: "All", cells: totals.map(format) + [Words.change(change)], isTotal: true))
    if let apart { rows.append(apart) }
    return ReportTable(title: title, labels: "Placement", columns: columns, rows: rows, notes: notes)
  }

  /// The last of a series less the first, row by row, as printed.
  private func difference(_ series: [[Int]]) -> [Int] {
    guard let first = series.first, let last = series.last else { return [] }
    return zip(last, first).map { $0 - $1 }
  }

  private func thousands(_ cost: [Money], _ groups: [Disclosure.Group]) -> [Int] {
    let parts = groups.map { group in group.categories.reduce(Money.zero) { $0 + cost[$1.index] } }
    return Apportion.units(of: parts, penceEach: 100_000).parts
  }

  private func sum(_ counts: [Int], _ group: Disclosure.Group) -> Int {
    group.categories.reduce(0) { $0 + counts[$1.index] }
  }

  private func short(_ day: CivilDay) -> String {
    let (year, _, dayOfMonth) = day.components
    return "\(dayOfMonth) \(day.monthAndYear.prefix(3)) \(year)"
  }
}
