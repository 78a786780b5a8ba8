import Forecasting
import Units

extension ExplainReport {
  /// The charts of the page: the change in children and in weekly cost step by step, and the assumptions.
  public func charts() -> [Chart] {
    guard !hidesEverything else { return [] }
    return [childrenChart(), costChart(), tornadoChart()].compactMap { $0 }
  }

  private func childrenChart() -> Chart {
    let change = decomposition.children
    let steps = childLines(isPublished: true).map { ($0.label, change.spread($0.drivers)?.mean ?? 0) }
    return Chart.waterfall(
      id: "children", start: ("On \(asOf.spoken)", Double(change.start)), steps: steps,
      end: "On \(horizon.spoken)", axis: "Children in care",
      description:
        "Children in care on \(asOf.spoken), what adds to them and takes off them, and children in care on \(horizon.spoken), as steps. The figures are in the table below."
    )
  }

  private func costChart() -> Chart {
    let change = decomposition.weeklyCost
    let steps = costLines(isPublished: true).map {
      ($0.label, ((change.spread($0.drivers)?.mean ?? 0) / 100_000).rounded())
    }
    return Chart.waterfall(
      id: "cost",
      start: showsCostToday
        ? ("On \(asOf.spoken)", (Double(change.start) / 100_000).rounded()) : nil, steps: steps,
      end: showsCostToday ? "On \(horizon.spoken)" : "Change in all", axis: "£ thousand a week",
      description:
        "What adds to the cost of a week of care and takes off it from \(asOf.spoken) to \(horizon.spoken), as steps. The figures are in the table below."
    )
  }

  private func tornadoChart() -> Chart? {
    guard let tornado, let year else { return nil }
    let base = tornado.cost / 100_000_000
    var values: [JSONValue] = []
    for bar in bars(isPublished: true) {
      for (side, name) in [(bar.low, "Assumption low"), (bar.high, "Assumption high")] {
        values.append([
          "name": .string(label(bar.assumption)), "from": .number(base),
          "to": .number(side.cost / 100_000_000), "side": .string(name),
        ])
      }
    }
    let bars: JSONValue = [
      "data": ["values": .array(values)], "mark": ["type": "bar", "height": ["band": 0.7]],
      "encoding": [
        "y": [
          "field": "name", "type": "nominal", "sort": .null, "title": .null, "axis": ["labelLimit": 300],
        ],
        "x": [
          "field": "from", "type": "quantitative", "title": .string("Cost of \(year), £ million"),
          "scale": ["zero": false],
        ], "x2": ["field": "to"],
        "color": [
          "field": "side", "type": "nominal", "title": .null,
          "scale": ["domain": ["Assumption low", "Assumption high"], "range": ["#28A197", "#12436D"]],
          "legend": ["orient": "top", "symbolType": "square"],
        ],
      ],
    ]
    let line: JSONValue = [
      "data": ["values": [["base": .number(base)]]], "mark": ["type": "rule", "color": "#0b0c0c"],
      "encoding": ["x": ["field": "base", "type": "quantitative"]],
    ]
    return Chart(
      id: "assumptions",
      description:
        "How far the cost of \(year) moves where each assumption alone is low or high, the one that matters most on top. The figures are in the table below.",
      spec: [
        "width": 480, "height": ["step": 30], "background": "white", "layer": [bars, line],
        "config": Chart.look,
      ])
  }

  /// The report as one self-contained page, without small numbers. `pictures` are the charts as SVG, or why there are
  /// none.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page {
    guard !hidesEverything else {
      return shell(
        "<p class=\"lede\">There are too few children to publish what drives their number: fewer than six are in care, come or leave. The figures are in the terminal's tables and the CSV file, for those who hold the returns.</p>\n"
      )
    }
    var body = sentences(isPublished: true).map { "<p class=\"lede\">\(escaped($0))</p>\n" }.joined()
    let sections =
      [
        ("Children in care", childrenTable(isPublished: true)),
        ("What a week of care costs", costTable(isPublished: true)),
      ] + (tornadoTable(isPublished: true).map { [("What the cost hangs on", $0)] } ?? [])
    for (chart, section) in zip(charts(), sections) {
      body +=
        "<h2>\(escaped(section.0))</h2>\n" + Page.picture(chart, pictures, figures: "figures-" + chart.id)
        + section.1.html(id: "figures-" + chart.id)
    }
    return shell(body + "<h2>How it was made</h2>\n" + Page.list(howItWasMade))
  }

  private func shell(_ body: String) -> Page {
    Page(
      title: title, body: body,
      footer:
        "Made by Homeward from the council's own returns, as of \(asOf.spoken). Counts of one to five children are shown only together with others, and so is the money that rests on them."
    )
  }
}
