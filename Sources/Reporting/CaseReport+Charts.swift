import BusinessCases
import Units

extension CaseReport {
  /// The charts of the page: cash flow by year, the net so far, and what it hangs on.
  public func charts() -> [Chart] {
    guard let preferred else { return [] }
    return [flowChart(preferred), cumulativeChart(preferred), tornadoChart(preferred)].compactMap { $0 }
  }

  private static func thousands(_ pence: Double) -> JSONValue { .number(pence / 100_000) }

  private func flowChart(_ result: OptionResult) -> Chart {
    let values = result.council.years.flatMap { year -> [JSONValue] in
      [("Costs", -Double(year.cost.money.pence)), ("Gains", Double(year.benefit.money.pence))].map {
        ["year": .string(year.year.description), "what": .string($0.0), "pounds": CaseReport.thousands($0.1)]
      }
    }
    return Chart(
      id: "flow",
      description:
        "The council's costs, below the line, and gains, above it, in each financial year in thousands of pounds. The figures are in the table below.",
      spec: [
        "width": 290, "height": 190, "background": "white", "data": ["values": .array(values)],
        "mark": ["type": "bar", "width": ["band": 0.6]],
        "encoding": [
          "x": [
            "field": "year", "type": "ordinal", "sort": .null, "title": .null,
            "axis": .object(["labelAngle": .number(result.council.years.count > 4 ? -60 : 0)]),
          ],
          "y": ["field": "pounds", "type": "quantitative", "title": "£ thousand"],
          "color": [
            "field": "what", "type": "nominal", "title": .null,
            "scale": ["domain": ["Costs", "Gains"], "range": ["#801650", "#12436D"]],
            "legend": ["orient": "top", "symbolType": "square"],
          ],
        ], "config": Chart.look,
      ])
  }

  private func cumulativeChart(_ result: OptionResult) -> Chart {
    let values = result.council.years.map { year -> JSONValue in
      [
        "year": .string(year.year.description),
        "pounds": CaseReport.thousands(Double(year.cumulative.money.pence)),
      ]
    }
    let x: JSONValue = [
      "field": "year", "type": "ordinal", "sort": .null, "title": .null,
      "axis": .object(["labelAngle": .number(result.council.years.count > 4 ? -60 : 0)]),
    ]
    return Chart(
      id: "cumulative",
      description:
        "What the council has gained less what it has spent by the end of each financial year, in thousands of pounds; above the line it has paid for itself. The figures are in the table below.",
      spec: [
        "width": 290, "height": 190, "background": "white",
        "layer": [
          [
            "data": ["values": [["zero": 0]]], "mark": ["type": "rule", "color": "#0b0c0c"],
            "encoding": ["y": ["field": "zero", "type": "quantitative"]],
          ],
          [
            "data": ["values": .array(values)],
            "mark": ["type": "line", "color": "#12436D", "strokeWidth": 2, "point": ["color": "#12436D"]],
            "encoding": [
              "x": x, "y": ["field": "pounds", "type": "quantitative", "title": "Net so far, £ thousand"],
            ],
          ],
        ], "config": Chart.look,
      ])
  }

  private func tornadoChart(_ result: OptionResult) -> Chart? {
    guard !result.switching.isEmpty else { return nil }
    let base = CaseReport.thousands(Double(result.council.npv.pence))
    var values: [JSONValue] = []
    for switching in result.switching.prefix(8) {
      for (end, side) in [(switching.atLow, "Figure low"), (switching.atHigh, "Figure high")] {
        values.append([
          "name": .string(CaseWords.short(switching.variable.words, 36)), "from": base,
          "to": CaseReport.thousands(end), "side": .string(side),
        ])
      }
    }
    let bars: JSONValue = [
      "data": ["values": .array(values)], "mark": ["type": "bar", "height": ["band": 0.7]],
      "encoding": [
        "y": [
          "field": "name", "type": "nominal", "sort": .null, "title": .null, "axis": ["labelLimit": 300],
        ],
        "x": ["field": "from", "type": "quantitative", "title": "Worth to the council, £ thousand"],
        "x2": ["field": "to"],
        "color": [
          "field": "side", "type": "nominal", "title": .null,
          "scale": ["domain": ["Figure low", "Figure high"], "range": ["#28A197", "#12436D"]],
          "legend": ["orient": "top", "symbolType": "square"],
        ],
      ],
    ]
    func rule(_ at: JSONValue, _ dash: JSONValue) -> JSONValue {
      [
        "data": ["values": [["at": at]]], "mark": ["type": "rule", "color": "#0b0c0c", "strokeDash": dash],
        "encoding": ["x": ["field": "at", "type": "quantitative"]],
      ]
    }
    return Chart(
      id: "tornado",
      description:
        "How far the case's worth to the council moves where each figure alone is low or high, the one that matters most on top. The dashed line is where it neither gains nor loses. The figures are in the table below.",
      spec: [
        "width": 440, "height": ["step": 30], "background": "white",
        "layer": [bars, rule(base, [1, 0]), rule(0, [4, 3])], "config": Chart.look,
      ])
  }
}
