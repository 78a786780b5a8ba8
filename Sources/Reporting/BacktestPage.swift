import Forecasting
import Units

extension BacktestReport {
  /// The chart of the page: all children in care, and what was forecast of them. None where they are too few to show.
  public func charts() -> [Chart] { hidesEverything ? [] : [intervalChart] }

  /// The back-test as one self-contained page, without small numbers. `pictures` are the charts as SVG, or why there are
  /// none.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page {
    var body: String
    if hidesEverything {
      body =
        "<p class=\"lede\">There are too few children to publish how forecasts of their number did: at some time fewer than six were in care. The figures are in the terminal's table and the CSV file, for those who hold the returns.</p>\n"
    } else {
      body = "<p class=\"lede\">\(escaped(headline))</p>\n<h2>What was said, and what happened</h2>\n"
      body += charts().map { Page.picture($0, pictures, figures: "figures") }.joined()
      body += "<h2>What the scores say</h2>\n<h3>Children in care</h3>\n" + Page.list(verdicts(0))
      body += "<h3>Cost</h3>\n" + Page.list(verdicts(1))
      body += "<h2>The scores</h2>\n" + scoreTable(0).html() + scoreTable(1).html()
      if !publishable.isEmpty { body += categoryTable(publishable).html() }
      body += "<h2 id=\"figures\">The figures behind the chart</h2>\n" + figureTable.html()
    }
    body += "<h2>How it was made</h2>\n<p>Origins: \(escaped(originWords)).</p>\n"
    body += Page.list(notes + reading.warnings)
    return Page(
      title: "\(council): forecasts made from past days, and what happened", body: body,
      footer:
        "Made by Homeward from the council's own returns. Counts of one to five children are shown only together with others."
    )
  }

  private var ownForecasts: [JudgedForecast] {
    result.forecasts.filter { $0.measure == 0 && $0.method == judged }
  }

  /// All children: what the method judged said from each origin, with its 80 % interval.
  private var figureTable: ReportTable {
    let rows = ownForecasts.map { forecast in
      let interval = forecast.prediction.interval(0.8)
      return ReportTable.Row(
        label: "\(forecast.origin.spoken), \(ahead(forecast.months))",
        cells: [forecast.prediction.mean, interval.lowerBound, interval.upperBound, forecast.actual].map {
          Words.number(Int($0.rounded()))
        }, isTotal: false)
    }
    return ReportTable(
      title: "Children in care: forecast by the \(result.methods[judged].label) method, and what happened",
      labels: "From, and how far", columns: ["Expected", "80 %: from", "to", "Happened"], rows: rows,
      notes: [])
  }

  /// Horizons drawn: with many origins the main one alone, or nothing could be told.
  private var drawn: [Int] { result.origins.count > 8 ? [mainHorizon] : horizons }

  private var intervalChart: Chart {
    let counted = truth.months.map { month -> JSONValue in
      ["day": .string(month.lastDay.description), "children": .number(month.children.reduce(0, +))]
    }
    let line: JSONValue = [
      "data": ["values": .array(counted)],
      "mark": ["type": "line", "color": "#0b0c0c", "strokeWidth": 2],
      "encoding": ["x": BacktestReport.time, "y": BacktestReport.count("children")],
    ]
    let bars = drawn.enumerated().flatMap { order, months in
      intervals(months, offset: order.isMultiple(of: 2) ? -3 : 3)
    }
    return Chart(
      id: "backtest",
      description:
        "A line of the children in care at each month's end, and for each forecast a bar of its 80 % interval, thicker for 50 %, with a point for the number expected. The figures are in the table below.",
      spec: [
        "width": 620, "height": 320, "background": "white", "layer": .array([line] + bars),
        "config": Chart.look,
      ])
  }

  private static let time: JSONValue = [
    "field": "day", "type": "temporal", "title": .null, "axis": ["format": "%b %Y", "tickCount": 8],
  ]

  private static func count(_ field: JSONValue) -> JSONValue {
    ["field": field, "type": "quantitative", "title": "Children in care", "scale": ["zero": false]]
  }

  /// The intervals of one horizon, moved aside by some pixels so that forecasts of the same day stand beside each other.
  private func intervals(_ months: Int, offset: Double) -> [JSONValue] {
    let values = ownForecasts.filter { $0.months == months }.map { forecast -> JSONValue in
      let (inner, outer) = (forecast.prediction.interval(0.5), forecast.prediction.interval(0.8))
      return [
        "day": .string(forecast.target.description), "ahead": .string(ahead(months)),
        "mean": .number(forecast.prediction.mean), "low": .number(outer.lowerBound),
        "high": .number(outer.upperBound), "inner": .number(inner.lowerBound),
        "upper": .number(inner.upperBound),
      ]
    }
    let colour: JSONValue = [
      "field": "ahead", "type": "nominal", "title": .null, "sort": .null,
      "scale": [
        "domain": .array(drawn.map { .string(ahead($0)) }),
        "range": .array(Array(Chart.colours.prefix(max(1, drawn.count)))),
      ],
    ]
    func layer(_ mark: JSONValue, _ from: JSONValue, _ to: JSONValue?) -> JSONValue {
      let ends: JSONValue =
        to.map {
          ["x": BacktestReport.time, "y": BacktestReport.count(from), "y2": ["field": $0], "color": colour]
        }
        ?? ["x": BacktestReport.time, "y": BacktestReport.count(from)]
      return ["data": ["values": .array(values)], "mark": mark, "encoding": ends]
    }
    let aside = JSONValue.number(offset)
    return [
      layer(["type": "rule", "strokeWidth": 1.5, "xOffset": aside], "low", "high"),
      layer(["type": "rule", "strokeWidth": 5, "xOffset": aside], "inner", "upper"),
      layer(
        ["type": "point", "filled": true, "size": 14, "color": "white", "opacity": 1, "xOffset": aside],
        "mean",
        nil),
    ]
  }
}
