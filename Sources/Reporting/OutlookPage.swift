import Forecasting

extension OutlookReport {
  /// The fan: the counts known, the middle, and the ranges around it.
  public func charts() -> [Chart] {
    let known = panel.years.compactMap { year in
      council.counts[year].map { count -> JSONValue in
        ["year": .number(Double(year)), "children": .number(Double(count))]
      }
    }
    let last = Double(council.counts[origin] ?? 0)
    // The fan opens at the last count.
    var bands: [JSONValue] = []
    var middle: [JSONValue] = [["year": .number(Double(origin)), "children": .number(last)]]
    for (percent, name) in Self.bands {
      func add(_ year: Int, _ low: Double, _ high: Double) {
        bands.append([
          "year": .number(Double(year)), "low": .number(low.rounded()), "high": .number(high.rounded()),
          "range": .string(name), "order": .number(Double(-percent)),
        ])
      }
      add(origin, last, last)
      for year in council.outlook {
        if let interval = year.interval(percent) { add(year.year, interval.low, interval.high) }
      }
    }
    for year in council.outlook {
      middle.append(["year": .number(Double(year.year)), "children": .number(year.centre.rounded())])
    }
    return [
      Chart(
        id: "fan",
        description:
          "Children looked after in \(council.name) at 31 March, \(panel.years.lowerBound) to \(origin) as published, then the outlook as a fan of ranges around its middle. The figures are in the tables below.",
        spec: [
          "width": 620, "height": 320, "background": "white",
          "layer": .array(layers(known: known, bands: bands, middle: middle)), "config": Chart.look,
        ])
    ]
  }

  private static let bands = [(95, "95 times in 100"), (80, "8 times in 10"), (50, "5 times in 10")]

  private func layers(known: [JSONValue], bands: [JSONValue], middle: [JSONValue]) -> [JSONValue] {
    let x: JSONValue = [
      "field": "year", "type": "quantitative", "title": "31 March",
      "axis": ["format": "d", "tickMinStep": 1, "grid": false], "scale": ["zero": false, "nice": false],
    ]
    let y: JSONValue = ["field": "children", "type": "quantitative", "title": "Children looked after"]
    let low: JSONValue = ["field": "low", "type": "quantitative", "title": "Children looked after"]
    let colour: JSONValue = [
      "field": "range", "type": "nominal", "title": .null,
      "scale": [
        "domain": .array(Self.bands.reversed().map { .string($0.1) }),
        "range": ["#6d94bd", "#a9c3df", "#dbe7f3"],
      ],
      "legend": ["orient": "top", "symbolType": "square"],
    ]
    let fans = Self.bands.map { _, name -> JSONValue in
      [
        "data": ["values": .array(bands)],
        "transform": [["filter": ["field": "range", "equal": .string(name)]]], "mark": ["type": "area"],
        "encoding": ["x": x, "y": low, "y2": ["field": "high"], "color": colour],
      ]
    }
    return fans + [
      [
        "data": ["values": .array(middle)],
        "mark": ["type": "line", "color": "#0b0c0c", "strokeDash": [5, 4], "strokeWidth": 2],
        "encoding": ["x": x, "y": y],
      ],
      [
        "data": ["values": .array(known)],
        "mark": [
          "type": "line", "color": "#0b0c0c", "strokeWidth": 2, "point": ["color": "#0b0c0c", "size": 30],
        ],
        "encoding": ["x": x, "y": y],
      ],
    ]
  }

  /// The outlook as one self-contained page: the answer, the fan with its figures, the neighbours, how well such
  /// outlooks did and how it was made. `pictures` are the charts as SVG, or why there are none.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> String {
    var body = "<p class=\"lede\">\(escaped(headline))</p>\n"
    for chart in charts() { body += Page.picture(chart, pictures, figures: "figures") }
    body += outlookTable().html(id: "figures") + historyTable().html()
    if let table = neighbourTable() { body += "<h2>Its statistical neighbours</h2>\n" + table.html() }
    body += "<h2>How well such outlooks did</h2>\n" + Page.list(backtestSentences)
    if backtest.origins != nil { body += backtestTable().html() + originTable().html() }
    body += "<h2>How it was made</h2>\n" + Page.list([ruleSentence, intervalSentence])
    body += "<h2>What to bear in mind</h2>\n" + Page.list(cautions)
    return Page.html(
      title: title, body: body, footer: "Made by Homeward from published counts. \(Self.attribution)")
  }
}
