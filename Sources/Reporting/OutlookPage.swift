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
        bands.append(
          Fan.point(["year": .number(Double(year))], band: name, low: low.rounded(), high: high.rounded()))
      }
      add(origin, last, last)
      for year in council.outlook {
        if let interval = year.interval(percent) { add(year.year, interval.low, interval.high) }
      }
    }
    for year in council.outlook {
      middle.append(["year": .number(Double(year.year)), "children": .number(year.centre.rounded())])
    }
    let years: JSONValue = [
      "field": "year", "type": "quantitative", "title": "31 March",
      "axis": ["format": "d", "tickMinStep": 1, "grid": false], "scale": ["zero": false, "nice": false],
    ]
    return [
      Chart(
        id: "fan",
        description:
          "Children looked after in \(council.name) at 31 March, \(panel.years.lowerBound) to \(origin) as published, then the outlook as a fan of ranges around its middle. The figures are in the tables below.",
        spec: [
          "width": 620, "height": 320, "background": "white",
          "layer": .array(
            Fan.layers(
              along: years, title: "Children looked after", names: Self.bands.map(\.1), hasPoints: true,
              bands: bands, middle: middle, known: known)), "config": Chart.look,
        ])
    ]
  }

  private static let bands = [(50, "5 times in 10"), (80, "8 times in 10"), (95, "95 times in 100")]

  /// The outlook as one self-contained page: the answer, the fan with its figures, the neighbours, how well such
  /// outlooks did and how it was made. `pictures` are the charts as SVG, or why there are none.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page {
    var body = "<p class=\"lede\">\(escaped(headline))</p>\n"
    for chart in charts() { body += Page.picture(chart, pictures, figures: "figures") }
    body += outlookTable().html(id: "figures") + historyTable().html()
    if let table = neighbourTable() { body += "<h2>Its statistical neighbours</h2>\n" + table.html() }
    body += "<h2>How well such outlooks did</h2>\n" + Page.list(backtestSentences)
    if backtest.origins != nil { body += backtestTable().html() + originTable().html() }
    body += "<h2>How it was made</h2>\n" + Page.list([ruleSentence, intervalSentence])
    body += "<h2>What to bear in mind</h2>\n" + Page.list(cautions)
    return Page(
      title: title, body: body, footer: "Made by Homeward from published counts. \(Self.attribution)")
  }
}
