import Care
import Costing
import Forecasting
import Units

extension ForecastReport {
  private static let bands: [(percent: Int, name: String)] = [
    (50, "5 futures in 10"), (80, "8 futures in 10"), (95, "95 futures in 100"),
  ]

  /// All children in care: what is known, and the fan of futures; nil where the method has none.
  func fanChart() -> Chart? {
    let spreads = monthlySpreads(forecast.book.all)
    guard let last = spreads.last, let end = forecast.coming.last else { return nil }
    let range = Ranges.words(last.interval(80), isPublished: true)
    return Chart(
      id: "fan",
      description:
        "All children in care at each month's end, known to \(forecast.asOf.spoken) and then as a fan of futures: about \(Words.number(Int(last.mean.rounded()))) on \(end.lastDay.spoken), \(Ranges.sentence(range)). The figures are in the tables below.",
      spec: [
        "width": 460, "height": 200, "background": "white",
        "layer": .array(
          fan(forecast.book.all, spreads, Self.bands, hasLegend: true, title: "Children in care")),
        "config": Chart.look,
      ])
  }

  /// A small fan for each group of categories: what is known and the range of eight futures in ten. Edges below six
  /// are drawn at six.
  func placementCharts(_ groups: [Disclosure.Group]) -> [Chart] {
    groups.enumerated().compactMap { index, group -> Chart? in
      let spreads = monthlySpreads(group.categories)
      guard let last = spreads.last, let end = forecast.coming.last else { return nil }
      let range = Ranges.words(last.interval(80), isPublished: true)
      let bands = Self.bands.filter { $0.percent == 80 }
      return Chart(
        id: "placement-\(index)",
        description:
          "\(group.label): \(Words.number(count(group.categories))) children on \(forecast.asOf.spoken), about \(Words.number(Int(last.mean.rounded()))) on \(end.lastDay.spoken), \(Ranges.sentence(range)).",
        spec: [
          "width": 225, "height": 120, "background": "white",
          "layer": .array(fan(group.categories, spreads, bands, hasLegend: false, title: .null)),
          "config": Chart.look,
        ])
    }
  }

  private func count(_ categories: [Category]) -> Int {
    categories.reduce(0) { $0 + forecast.today[$1.index] }
  }

  private func fan(
    _ categories: [Category], _ spreads: [Spread], _ bands: [(percent: Int, name: String)], hasLegend: Bool,
    title: JSONValue
  ) -> [JSONValue] {
    func at(_ day: CivilDay) -> [String: JSONValue] { ["day": .string(day.description)] }
    func point(_ day: CivilDay, _ children: Double) -> JSONValue {
      .object(at(day).merging(["children": .number(children)]) { $1 })
    }
    let today = Double(count(categories))
    let known = forecast.past.map { month in
      point(month.counts.lastDay, Double(categories.reduce(0) { $0 + month.counts.children[$1.index] }))
    }
    let middle =
      [point(forecast.asOf, today)] + zip(forecast.coming, spreads).map { point($0.lastDay, $1.mean) }
    // The fan opens at what is known.
    let points = bands.flatMap { band in
      [Fan.point(at(forecast.asOf), band: band.name, low: today, high: today)]
        + zip(forecast.coming, spreads).map { month, spread in
          let range = spread.interval(band.percent)
          // Where there is nobody in any future there is nothing to hide.
          let isNone = spread.quantiles.last == 0
          return Fan.point(
            at(month.lastDay), band: band.name, low: isNone ? 0 : Ranges.drawn(range.low),
            high: isNone ? 0 : Ranges.drawn(range.high))
        }
    }
    let time: JSONValue = [
      "field": "day", "type": "temporal", "title": .null,
      "axis": ["format": hasLegend ? "%b %Y" : "%Y", "tickCount": hasLegend ? 5 : 4, "grid": false],
    ]
    return Fan.layers(
      along: time, title: title, names: bands.map(\.name), hasLegend: hasLegend, bands: points,
      middle: middle, known: known)
  }

  /// The figures behind the fan of all children: every month's end ahead.
  func fanTable() -> ReportTable? {
    let spreads = monthlySpreads(forecast.book.all)
    guard !spreads.isEmpty else { return nil }
    let rows = zip(forecast.coming, spreads).map { month, spread in
      ReportTable.Row(
        label: short(month.lastDay),
        cells: [Words.number(Int(month.children.reduce(0, +).rounded()))]
          + Ranges.percents.map { Ranges.words(spread.interval($0), isPublished: true) }, isTotal: false)
    }
    return ReportTable(
      title: "All children in care at each month's end ahead: mean and ranges of futures", labels: "Day",
      columns: Ranges.headings, rows: rows, notes: [])
  }

  /// The figures behind the small fans: every month's end ahead, the range of eight futures in ten.
  func placementFanTable(_ groups: [Disclosure.Group]) -> ReportTable? {
    guard forecast.futures != nil else { return nil }
    let spreads = groups.map { monthlySpreads($0.categories) }
    let rows = forecast.coming.enumerated().map { month, coming in
      ReportTable.Row(
        label: short(coming.lastDay),
        cells: spreads.map { Ranges.words($0[month].interval(80), isPublished: true) }, isTotal: false)
    }
    return ReportTable(
      title: "Children at each month's end ahead: the range of eight futures in ten", labels: "Day",
      columns: groups.map(\.label), rows: rows,
      notes: ["The means stand in the table of all month's ends above. Ranges do not add up."])
  }
}
