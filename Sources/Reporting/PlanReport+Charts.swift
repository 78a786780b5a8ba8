import Plans
import Units

extension PlanReport {
  /// The charts of the part wanted.
  public func charts() -> [Chart] {
    switch part {
    case .status: status.targets.filter { !isSmall($0) }.compactMap(targetChart)
    case .bridge: bridge.isSpendKnown ? [bridgeChart] : []
    case .risks: scales.compactMap(heatChart)
    case .actions: []
    }
  }

  /// A target: its trajectory, what came, and the forecast with the plan as a fan.
  private func targetChart(_ one: TargetStatus) -> Chart? {
    let actuals = one.evidence.actuals
    guard actuals.count + one.evidence.fan.count > 1 else { return nil }
    func point(_ day: CivilDay, _ value: Double) -> JSONValue {
      ["day": .string(day.description), "children": .number(value)]
    }
    let names = ["5 futures in 10", "8 futures in 10"]
    let bands = one.evidence.fan.flatMap { fan -> [JSONValue] in
      let day: [String: JSONValue] = ["day": .string(fan.on.description)]
      return [
        Fan.point(day, band: names[0], low: fan.low50, high: fan.high50),
        Fan.point(day, band: names[1], low: fan.low80, high: fan.high80),
      ]
    }
    let time: JSONValue = [
      "field": "day", "type": "temporal", "title": .null, "axis": ["format": "%b %Y", "tickCount": 6],
    ]
    let unit = one.target.unit.isEmpty ? "" : one.target.unit
    var layers = Fan.layers(
      along: time, title: .string(unit), names: names, hasLegend: !bands.isEmpty, bands: bands,
      middle: actuals.suffix(1).map { point($0.on, $0.value) }
        + one.evidence.fan.map { point($0.on, $0.mean) },
      known: actuals.map { point($0.on, $0.value) })
    let way = (one.target.baseline.map { [$0] } ?? []) + one.target.trajectory
    layers.append([
      "data": ["values": .array(way.map { point($0.by, $0.value) })],
      "mark": [
        "type": "line", "color": "#801650", "strokeWidth": 2,
        "point": ["color": "#801650", "size": 50, "shape": "diamond", "filled": true],
      ],
      "encoding": ["x": time, "y": ["field": "children", "type": "quantitative", "title": .string(unit)]],
    ])
    if let last = way.last {
      layers.append([
        "data": ["values": [point(last.by, last.value)]],
        "mark": [
          "type": "text", "text": "Plan", "align": "right", "dx": -6, "dy": 14, "color": "#801650",
        ],
        "encoding": ["x": time, "y": ["field": "children", "type": "quantitative"]],
      ])
    }
    return Chart(
      id: "target-\(one.target.id)",
      description:
        "\(one.target.name): the plan's trajectory with diamonds, what came as a full line, and the forecast with the plan as a dashed line and fan. \(one.status.words). The figures are in the table of targets.",
      spec: [
        "title": ["text": .string(one.target.name), "anchor": "start", "fontSize": 14], "width": 460,
        "height": 180, "background": "white", "layer": .array(layers), "config": Chart.look,
      ])
  }

  /// From planned savings to the effect on the budget, step by step.
  private var bridgeChart: Chart {
    let steps = bridgeSteps
    return Chart.waterfall(
      id: "bridge", start: ("Planned", Double(steps[0].pounds)),
      steps: steps[1..<(steps.count - 1)].map { step in
        (String(step.label.prefix { $0 != ":" }), Double(step.pounds))
      }, end: "Effect", axis: "£",
      description:
        "From planned savings to the effect on the budget, as steps. The figures are in the table.")
  }

  /// A heat map of a scale before mitigation and now, side by side.
  private func heatChart(_ scale: RiskScale) -> Chart? {
    var cells: [JSONValue] = []
    for (words, score) in [("Before mitigation", \Risk.inherent), ("Now", \Risk.current)] {
      for likely in scale.likelihood {
        for impact in scale.impact {
          let here = plan.risks.enumerated().filter {
            self.plan.scale(of: $0.element)?.id == scale.id
              && $0.element[keyPath: score] == RiskScore(likelihood: likely.mark, impact: impact.mark)
          }
          cells.append([
            "when": .string(words), "likelihood": .string(likely.mark), "impact": .string(impact.mark),
            "rating": .number(Double(likely.weight * impact.weight)),
            "risks": .string(here.map { "\($0.offset + 1)" }.joined(separator: " ")),
          ])
        }
      }
    }
    guard !cells.isEmpty else { return nil }
    func axis(_ field: String, _ title: String, _ marks: [String]) -> JSONValue {
      [
        "field": .string(field), "type": "ordinal", "title": .string(title),
        "sort": .array(marks.map { .string($0) }), "axis": ["labelAngle": 0],
      ]
    }
    let along: [String: JSONValue] = [
      "x": axis("impact", "Impact", scale.impact.map(\.mark)),
      "y": axis("likelihood", "Likelihood", scale.likelihood.reversed().map(\.mark)),
    ]
    var filled = along
    filled["color"] = [
      "field": "rating", "type": "quantitative", "title": "Rating", "legend": .null,
      "scale": ["range": ["#f3f2f1", "#f7c6a5", "#f46a25"]],
    ]
    var texts = along
    texts["text"] = ["field": "risks", "type": "nominal"]
    return Chart(
      id: "heat-\(scale.id)",
      description:
        "\(scale.name): where risks stand before mitigation and now; numbers are those of the register. The figures are in the tables.",
      spec: [
        "title": ["text": .string(scale.name), "anchor": "start", "fontSize": 14], "background": "white",
        "data": ["values": .array(cells)], "config": Chart.look,
        "facet": [
          "column": [
            "field": "when", "type": "nominal", "title": .null, "sort": ["Before mitigation", "Now"],
          ]
        ],
        "spec": [
          "width": 220, "height": 200,
          "layer": [
            ["mark": ["type": "rect", "stroke": "white"], "encoding": .object(filled)],
            [
              "mark": ["type": "text", "fontSize": 13, "fontWeight": "bold", "color": "#0b0c0c"],
              "encoding": .object(texts),
            ],
          ],
        ],
      ])
  }
}
