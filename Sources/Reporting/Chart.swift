import Care
import Costing
import Forecasting
import Units

/// A chart as a Vega-Lite specification, with the words that say what it shows.
public struct Chart: Sendable {
  /// Its name in the report.
  public let id: String
  /// What it shows, for those who can't see it.
  public let description: String
  let spec: JSONValue

  /// The specification as JSON, for a browser or a renderer.
  ///
  /// - Throws: what encoding throws.
  public func specification() throws -> String { try JSONText.of(spec) }

  /// Colours of the government's own chart guidance first, told apart by those who see colours differently.
  static let colours: [JSONValue] = [
    "#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1", "#2073BC", "#6BACE6", "#B59F00",
    "#BFBFBF",
    "#7A4A1E", "#00703C",
  ]

  /// Type and lines of every chart.
  static let look: JSONValue = [
    "font": "Arial, Helvetica, sans-serif",
    "axis": ["labelFontSize": 12, "titleFontSize": 12, "gridColor": "#e5e6e7", "domainColor": "#505a5f"],
    // The figure has its description; the renderer's own labels would repeat every figure to the last digit.
    "aria": false, "legend": ["labelFontSize": 12], "view": ["stroke": .null],
  ]
}

extension ForecastReport {
  /// The charts of the report, by groups of categories that show no small number.
  public func charts(_ groups: [Disclosure.Group]) -> [Chart] {
    [fanChart()].compactMap(\.self) + [childrenChart(groups), costChart(groups)] + placementCharts(groups)
  }

  private func colour(_ groups: [Disclosure.Group]) -> JSONValue {
    [
      "field": "placement", "type": "nominal", "title": .null,
      "scale": [
        "domain": .array(groups.map { .string($0.label) }),
        "range": .array(Array(Chart.colours.prefix(max(1, groups.count)))),
      ],
      "legend": ["orient": "bottom", "columns": 3, "symbolType": "square", "labelLimit": 220],
    ]
  }

  private func childrenChart(_ groups: [Disclosure.Group]) -> Chart {
    var values: [JSONValue] = []
    var totals: [JSONValue] = []
    func add(_ day: CivilDay, _ children: [Double]) {
      for (order, group) in groups.enumerated() {
        let sum = group.categories.reduce(0) { $0 + children[$1.index] }
        values.append([
          "day": .string(day.description), "placement": .string(group.label), "children": .number(sum),
          "order": .number(Double(order)),
        ])
      }
      totals.append(["day": .string(day.description), "children": .number(children.reduce(0, +))])
    }
    for month in forecast.past { add(month.counts.lastDay, month.counts.children.map(Double.init)) }
    for month in forecast.coming { add(month.lastDay, month.children) }
    let asOf = forecast.asOf.description
    let last = forecast.coming.last?.lastDay.description ?? asOf
    let time: JSONValue = [
      "field": "day", "type": "temporal", "title": .null, "axis": ["format": "%b %Y", "tickCount": 5],
    ]
    let count: JSONValue = ["field": "children", "type": "quantitative", "title": "Children in care"]
    let areas: JSONValue = [
      "data": ["values": .array(values)], "mark": ["type": "area", "opacity": 0.9],
      "encoding": [
        "x": time,
        "y": ["field": "children", "type": "quantitative", "stack": "zero", "title": "Children in care"],
        "color": colour(groups), "order": ["field": "order", "type": "quantitative", "sort": "descending"],
      ],
    ]
    let ahead: JSONValue = [
      "data": ["values": [["from": .string(asOf), "to": .string(last)]]],
      "mark": ["type": "rect", "color": "white", "opacity": 0.45],
      "encoding": [
        "x": ["field": "from", "type": "temporal"], "x2": ["field": "to"],
      ],
    ]
    let line: JSONValue = [
      "data": ["values": .array(totals)], "mark": ["type": "line", "color": "#0b0c0c", "strokeWidth": 2],
      "encoding": ["x": time, "y": count],
    ]
    return Chart(
      id: "children",
      description:
        "Children in care at each month's end by placement, known to \(forecast.asOf.spoken) and forecast after it. The figures are in the table below.",
      spec: [
        "width": 460, "height": 240, "background": "white",
        "layer": .array([areas, ahead, line] + marker(asOf)), "config": Chart.look,
      ])
  }

  /// A line on the as-of date, and the word "Forecast" beside it.
  private func marker(_ day: String) -> [JSONValue] {
    let data: JSONValue = ["values": [["day": .string(day)]]]
    let x: JSONValue = ["x": ["field": "day", "type": "temporal"]]
    return [
      ["data": data, "mark": ["type": "rule", "color": "#0b0c0c", "strokeDash": [4, 3]], "encoding": x],
      [
        "data": data,
        "mark": ["type": "text", "text": "Forecast →", "align": "left", "dx": 5, "y": -6, "fontSize": 12],
        "encoding": x,
      ],
    ]
  }

  /// Whole financial years with a known cost, then those forecast.
  func costYears() -> [(label: String, isForecast: Bool, cost: [Money])] {
    let years = forecast.years
    let known = Set(forecast.past.map { FinancialYear(containing: $0.counts.lastDay) }).sorted()
    let whole = known.filter { year in !years.contains { $0.year == year } }.compactMap { year in
      let months = forecast.past.filter { year.days.contains($0.counts.lastDay) }
      let costs = months.compactMap(\.cost)
      guard costs.count == 12, months.last?.counts.lastDay == year.lastDay else {
        return nil as (String, [Money])?
      }
      return (year.description, forecast.book.all.map { c in costs.reduce(Money.zero) { $0 + $1[c.index] } })
    }
    return whole.map { ($0.0, false, $0.1) }
      + years.filter(\.isWhole).map { ($0.year.description, true, $0.cost) }
  }

  private func costChart(_ groups: [Disclosure.Group]) -> Chart {
    var values: [JSONValue] = []
    let years = costYears()
    for year in years {
      for (order, group) in groups.enumerated() {
        let cost = group.categories.reduce(Money.zero) { $0 + year.cost[$1.index] }
        values.append([
          "year": .string(year.label + (year.isForecast ? " forecast" : "")),
          "placement": .string(group.label),
          "pounds": .number(Double(cost.pence) / 100_000_000), "order": .number(Double(order)),
          "opacity": year.isForecast ? 0.6 : 1.0,
        ])
      }
    }
    let names = years.map { JSONValue.string($0.label + ($0.isForecast ? " forecast" : "")) }
    let along: JSONValue = [
      "field": "year", "type": "ordinal", "scale": ["domain": .array(names)], "title": .null,
      "axis": ["labelAngle": names.count > 9 ? -60 : 0, "labelExpr": "split(datum.label, ' ')"],
    ]
    let bars: JSONValue = [
      "data": ["values": .array(values)], "mark": ["type": "bar"],
      "encoding": [
        "x": along, "y": ["field": "pounds", "type": "quantitative", "stack": "zero", "title": "£ million"],
        "color": colour(groups), "opacity": ["field": "opacity", "type": "quantitative", "scale": .null],
        "order": ["field": "order", "type": "quantitative", "sort": "descending"],
      ],
    ]
    let ranges = costRanges()
    let means =
      ranges.isEmpty
      ? "" : ", with the range of eight futures in ten as a thick line and of 95 in 100 as a thin one"
    return Chart(
      id: "cost",
      description:
        "Cost of care by financial year and placement in millions of pounds; paler bars are forecast\(means). The figures are in the tables below.",
      spec: [
        "width": 460, "height": 240, "background": "white", "layer": .array([bars] + ranges),
        "config": Chart.look,
      ])
  }

  /// Lines over the bars of cost: thin for 95 futures in 100, thick for eight in ten.
  private func costRanges() -> [JSONValue] {
    guard forecast.futures != nil else { return [] }
    return [(percent: 95, width: 2.0), (80, 7.0)].map { line in
      let values = forecast.years.filter(\.isWhole).compactMap { year in
        costSpread(year, isPublished: true).map { spread -> JSONValue in
          let range = spread.interval(line.percent)
          return [
            "year": .string(year.year.description + " forecast"),
            "low": .number(Double(range.low) / 100_000_000),
            "high": .number(Double(range.high) / 100_000_000),
          ]
        }
      }
      return [
        "data": ["values": .array(values)],
        "mark": ["type": "rule", "color": "#0b0c0c", "strokeWidth": .number(line.width)],
        "encoding": [
          "x": ["field": "year", "type": "ordinal"],
          "y": ["field": "low", "type": "quantitative", "title": "£ million"], "y2": ["field": "high"],
        ],
      ]
    }
  }
}
