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
    return table(
      "Children in care, by placement (today: \(forecast.asOf.spoken))",
      ["Today"] + years.map { short($0.lastDay) }, groups, series: [today] + ahead, notes: [])
  }

  /// Cost by category in thousands of pounds: a year of today's children, each financial year ahead, and the change.
  ///
  /// Short breaks stand on a line of their own below the total.
  ///
  /// On a page that may be published the year of today's children is left out where categories are shown together:
  /// with known prices it would tell how many children each of them has.
  public func costTable(_ groups: [Disclosure.Group], isPublished: Bool = false) -> ReportTable {
    let years = forecast.years
    let showsToday = !isPublished || !hasMixedGroup(groups)
    let run = showsToday ? [thousands(forecast.fullYearCostOfToday, groups)] : []
    let series = run + years.map { thousands($0.cost, groups) }
    let apart = respiteRow(years, isPublished: isPublished, showsToday: showsToday)
    return table(
      "Cost of care, £ thousand",
      (showsToday ? ["Today × 1 year"] : [])
        + years.map { $0.year.description + ($0.isWhole ? "" : " (part)") },
      groups, series: series, notes: costNotes(years, showsToday: showsToday, hasRespite: apart != nil),
      apart: apart)
  }

  private func costNotes(
    _ years: [CostedForecast.Year], showsToday: Bool, hasRespite: Bool
  ) -> [String] {
    var notes: [String] = []
    if showsToday {
      notes.append("“Today” is a year of today's children at today's prices: nobody leaves, moves or enters.")
    }
    for year in years where year.knownDays > 0 && year.isWhole {
      notes.append("\(year.year) holds \(year.knownDays) days known, at list price, and the rest forecast.")
    }
    for year in years where !year.isWhole {
      notes.append(
        "\(year.year) is not a whole year: only the days known with prices and forecast are counted.")
    }
    if hasRespite {
      notes.append(
        "Short breaks (V3) are not in the total"
          + (showsToday ? "; “Today” is a year at the reference period's pace." : "."))
    }
    return notes
  }

  private func respiteRow(
    _ years: [CostedForecast.Year], isPublished: Bool, showsToday: Bool
  ) -> ReportTable.Row? {
    guard let respite = forecast.respite,
      !isPublished
        || (respite.childrenInWindow >= Disclosure.smallestShown
          && !years.contains { Disclosure.isSmall(respite.childrenInYear[$0.year] ?? 0) })
    else { return nil }
    let costs = (showsToday ? [respite.fullYearCost] : []) + years.map { respite.cost(in: $0.year) }
    let thousands = costs.map { Apportion.units(of: [$0], penceEach: 100_000).total }
    let change = thousands.count > 1 ? [Words.change((thousands.last ?? 0) - (thousands.first ?? 0))] : []
    return ReportTable.Row(
      label: "Short breaks, apart", cells: thousands.map(Words.number) + change, isTotal: false)
  }

  /// A table of series by group with their totals and, where there are two to compare, the change from the first to
  /// the last.
  private func table(
    _ title: String, _ columns: [String], _ groups: [Disclosure.Group], series: [[Int]], notes: [String],
    apart: ReportTable.Row? = nil
  ) -> ReportTable {
    let changes = series.count > 1 ? difference(series) : nil
    func row(_ label: String, _ values: [Int], _ change: Int?, isTotal: Bool) -> ReportTable.Row {
      let cells = values.map(Words.number) + (change.map { [Words.change($0)] } ?? [])
      return ReportTable.Row(label: label, cells: cells, isTotal: isTotal)
    }
    var rows = groups.indices.map { index in
      row(groups[index].label, series.map { $0[index] }, changes?[index], isTotal: false)
    }
    let totals = series.map { $0.reduce(0, +) }
    rows.append(row("All", totals, changes?.reduce(0, +), isTotal: true))
    if let apart { rows.append(apart) }
    return ReportTable(
      title: title, labels: "Placement", columns: columns + (changes == nil ? [] : ["Change"]), rows: rows,
      notes: notes)
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

  func short(_ day: CivilDay) -> String {
    let (year, _, dayOfMonth) = day.components
    return "\(dayOfMonth) \(day.monthAndYear.prefix(3)) \(year)"
  }
}
