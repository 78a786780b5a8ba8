import Care
import Costing
import Forecasting
import Units

extension OutturnReport {
  /// The charts of the page: the year's cost as it builds up with its fan, and what moved or differs from budget.
  public func charts() -> [Chart] {
    switch part {
    case .whole: [fanChart(), movementChart() ?? varianceChart()].compactMap { $0 }
    case .variance: [varianceChart()].compactMap { $0 }
    case .movement: [movementChart()].compactMap { $0 }
    case .contracts: []
    }
  }

  /// Cost from 1 April to each month's end: known, and a fan of futures.
  private func fanChart() -> Chart? {
    guard let spread = outturn.spread else { return nil }
    func at(_ day: CivilDay) -> [String: JSONValue] { ["day": .string(day.description)] }
    func millions(_ pence: Int) -> Double { Double(pence) / 100_000_000 }
    func point(_ day: CivilDay, _ pence: Double) -> JSONValue {
      .object(at(day).merging(["children": .number(pence / 100_000_000)]) { $1 })
    }
    var toDate = Money.zero
    var known = [point(outturn.year.firstDay, 0)]
    var middle: [JSONValue] = []
    var bands: [JSONValue] = []
    let names = [(50, "5 futures in 10"), (80, "8 futures in 10"), (95, "95 futures in 100")]
    for month in outturn.months {
      let last = month.days.end - 1
      if month.spreadToDate == nil { middle = [] }
      toDate += month.cost
      guard let ahead = month.spreadToDate else {
        known.append(point(last, Double(toDate.pence)))
        middle = [point(last, Double(toDate.pence))]
        bands = names.map {
          Fan.point(at(last), band: $1, low: millions(toDate.pence), high: millions(toDate.pence))
        }
        continue
      }
      if middle.isEmpty { middle = known.suffix(1) }
      middle.append(point(last, ahead.mean))
      bands += names.map { percent, name in
        let range = ahead.interval(percent)
        return Fan.point(at(last), band: name, low: millions(range.low), high: millions(range.high))
      }
    }
    let time: JSONValue = [
      "field": "day", "type": "temporal", "title": .null,
      "axis": ["format": "%b", "tickCount": 12, "grid": false],
    ]
    var layers = Fan.layers(
      along: time, title: "£ million since 1 April", names: names.map(\.1), bands: bands, middle: middle,
      known: known)
    let nights = outturn.months.reduce(Money.zero) { $0 + $1.cost }
    if let budget = outturn.budget, outturn.total != nights || budget != .zero {
      // The budget of what the fan shows: without what belongs to no month.
      let shown = budget - (outturn.total - nights)
      layers.append([
        "data": ["values": [["budget": .number(millions(shown.pence))]]],
        "mark": ["type": "rule", "color": "#801650", "strokeDash": [6, 3]],
        "encoding": ["y": ["field": "budget", "type": "quantitative"]],
      ])
      layers.append([
        "data": [
          "values": [
            ["budget": .number(millions(shown.pence)), "day": .string(outturn.year.firstDay.description)]
          ]
        ],
        "mark": ["type": "text", "text": "Budget", "align": "left", "dx": 4, "dy": -6, "color": "#801650"],
        "encoding": [
          "y": ["field": "budget", "type": "quantitative"], "x": ["field": "day", "type": "temporal"],
        ],
      ])
    }
    let (low, high) = spread.interval(80)
    return Chart(
      id: "months",
      description:
        "Cost of nights since 1 April at each month's end in millions of pounds, known to \(outturn.asOf.spoken) and then as a fan of futures. The whole outturn is \(Words.about(outturn.total)), \(Words.about(Money(pence: low))) to \(Words.about(Money(pence: high))) in eight futures of ten. The figures are in the table of months.",
      spec: [
        "width": 520, "height": 220, "background": "white", "layer": .array(layers), "config": Chart.look,
      ])
  }

  /// From the forecast before to the outturn, step by step.
  private func movementChart() -> Chart? {
    guard let movement else { return nil }
    let steps = movementTable(isPublished: true)?.rows.dropLast().map { row in
      (row.label, Double(row.cells[1].replacingMinus) ?? 0)
    }
    return Chart.waterfall(
      id: "movement", start: ("As of \(movement.from.spoken)", thousand(movement.before)),
      steps: steps ?? [],
      end: "As of \(movement.to.spoken)", axis: "£ thousand", startsAtZero: false,
      description:
        "What moved the outturn since \(movement.from.spoken), as steps. The figures are in the table of movement."
    )
  }

  /// From the budget to the outturn, step by step.
  private func varianceChart() -> Chart? {
    guard let variance = outturn.variance?.total, let budget = outturn.budget else { return nil }
    let care = [("Volume", variance.volume), ("Mix", variance.mix), ("Price", variance.price)]
    let other = outturn.total - budget - variance.total
    let steps = (care + (other == .zero ? [] : [("Other lines", other)])).map { ($0.0, thousand($0.1)) }
    return Chart.waterfall(
      id: "variance", start: ("Budget", thousand(budget)), steps: steps, end: "Outturn", axis: "£ thousand",
      startsAtZero: false,
      description:
        "From the budget to the outturn by volume, mix and price, as steps. The figures are in the tables.")
  }

  private func thousand(_ money: Money) -> Double { (Double(money.pence) / 100_000).rounded() }

  /// The report as one self-contained page, without small numbers. `pictures` are the charts as SVG, or why there are
  /// none.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page {
    let footer =
      "Made by Homeward from the council's own returns and fee ledger, as of \(outturn.asOf.spoken). Money that rests on one to five children is shown only together with other money."
    guard Set(outturn.children.map(\.child)).count >= Disclosure.smallestShown else {
      return Page(
        title: title,
        body:
          "<p class=\"lede\">There are too few children to publish what their care costs. The figures are in the terminal's tables and the files, for those who hold the ledger.</p>\n",
        footer: footer)
    }
    guard part == .whole else {
      return Page(title: partTitle, body: partBody(pictures), footer: footer)
    }
    var body = sentences(isPublished: true).prefix(3).map { "<p class=\"lede\">\(escaped($0))</p>\n" }
      .joined()
    for chart in charts() {
      let heading =
        chart.id == "months"
        ? "How the year builds up" : chart.id == "movement" ? "What moved" : "Why it differs"
      body += "<h2>\(heading)</h2>\n" + Page.picture(chart, pictures, figures: "figures-" + chart.id)
    }
    body += "<h2>The figures</h2>\n"
    for table in tables(isPublished: true) {
      let id =
        table.title.hasPrefix("Cost by month")
        ? "figures-months"
        : table.title.hasPrefix("Movement")
          ? "figures-movement" : table.title.hasPrefix("Why") ? "figures-variance" : nil
      body += table.html(id: id)
    }
    return Page(
      title: title, body: body + "<h2>How it was made</h2>\n" + Page.list(method), footer: footer)
  }
}

extension String {
  /// The same with the typographic minus of reports as a plain one, and no commas: a number again.
  fileprivate var replacingMinus: String {
    String(compactMap { $0 == "−" ? "-" : $0 == "," || $0 == "+" ? nil : $0 })
  }
}
