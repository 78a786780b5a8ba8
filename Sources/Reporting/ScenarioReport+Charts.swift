import Forecasting
import Units

extension ScenarioReport {
  /// The charts of the page: what is saved by year, and children in care month by month.
  public func charts() -> [Chart] { [savingChart(), childrenChart()] }

  private func savingChart() -> Chart {
    let values = years.compactMap { year -> JSONValue? in
      guard let spread = Spread(saving(year.months)) else { return nil }
      let range = spread.interval(80)
      return [
        "year": .string(year.label), "saved": .number(spread.mean / 100_000_000),
        "low": .number(Double(range.low) / 100_000_000), "high": .number(Double(range.high) / 100_000_000),
      ]
    }
    let year: JSONValue = [
      "field": "year", "type": "ordinal", "sort": .null, "title": .null, "axis": ["labelAngle": 0],
    ]
    let title: JSONValue = "£ million saved"
    return Chart(
      id: "saving",
      description:
        "What the scenario saves in each financial year in millions of pounds, its running costs taken off: the mean as a bar, and as a line the range that holds eight futures of ten. The figures are in the table below.",
      spec: [
        "width": 560, "height": 240, "background": "white", "data": ["values": .array(values)],
        "layer": [
          [
            "mark": ["type": "bar", "color": "#a9c3df", "width": ["band": 0.5]],
            "encoding": ["x": year, "y": ["field": "saved", "type": "quantitative", "title": title]],
          ],
          [
            "mark": ["type": "rule", "color": "#0b0c0c", "strokeWidth": 2],
            "encoding": [
              "x": year, "y": ["field": "low", "type": "quantitative", "title": title],
              "y2": ["field": "high"],
            ],
          ],
        ], "config": Chart.look,
      ])
  }

  private func childrenChart() -> Chart {
    var bands: [JSONValue] = []
    var lines: [JSONValue] = []
    for month in 0..<months.count {
      let children = children(month)
      let day = JSONValue.string(months.lastDays[month].description)
      if let without = Spread(children.without) {
        let range = without.interval(80)
        bands.append(["day": day, "low": .number(Double(range.low)), "high": .number(Double(range.high))])
        lines.append(["day": day, "children": .number(without.mean), "line": "Without the scenario"])
      }
      if let with = Spread(children.with) {
        lines.append(["day": day, "children": .number(with.mean), "line": "With it"])
      }
    }
    let x: JSONValue = [
      "field": "day", "type": "temporal", "title": .null, "axis": ["format": "%b %Y", "tickCount": 6],
    ]
    let scale: JSONValue = ["zero": false]
    return Chart(
      id: "scenario-children",
      description:
        "Children in care month by month without and with the scenario, and the range that holds eight futures of ten without it. The figures at year ends are in the table below.",
      spec: [
        "width": 560, "height": 260, "background": "white",
        "layer": [
          [
            "data": ["values": .array(bands)], "mark": ["type": "area", "color": "#dbe7f3"],
            "encoding": [
              "x": x,
              "y": [
                "field": "low", "type": "quantitative", "title": "Children in care", "scale": scale,
              ], "y2": ["field": "high"],
            ],
          ],
          [
            "data": ["values": .array(lines)], "mark": ["type": "line", "strokeWidth": 2],
            "encoding": [
              "x": x, "y": ["field": "children", "type": "quantitative", "scale": scale],
              "color": [
                "field": "line", "type": "nominal", "title": .null,
                "scale": ["domain": ["Without the scenario", "With it"], "range": ["#0b0c0c", "#28A197"]],
                "legend": ["orient": "top"],
              ],
              "strokeDash": [
                "field": "line", "type": "nominal",
                "scale": ["domain": ["Without the scenario", "With it"], "range": [[5, 4], [1, 0]]],
              ],
            ],
          ],
        ], "config": Chart.look,
      ])
  }
}
