import Care
import Costing
import Units

extension UnitCostReport {
  private func table(_ title: String, _ label: String, _ lines: [Line], notes: [String]) -> ReportTable {
    func row(_ line: Line, isTotal: Bool) -> ReportTable.Row {
      ReportTable.Row(
        label: line.label,
        cells: [
          Words.number(line.sum.children), Words.number(line.sum.nights),
          line.sum.grossPerWeek.map(UnitCostReport.pounds) ?? "–",
          line.sum.councilPerWeek.map(UnitCostReport.pounds) ?? "–", Words.about(line.sum.gross),
        ], isTotal: isTotal)
    }
    return ReportTable(
      title: title, labels: label, columns: ["Children", "Nights", "A week", "Council's part", "In all"],
      rows: lines.map { row($0, isTotal: false) } + [row(Line(label: "All", sum: whole), isTotal: true)],
      notes: notes)
  }

  func categoryTable(isPublished: Bool = false) -> ReportTable {
    table(
      "What a week cost by kind of care, \(year)", "Kind", categoryLines(isPublished: isPublished),
      notes: [
        "Pounds of the fee ledger over the nights they paid for. A child can be in several rows. Nights without a fee are not in it."
      ])
  }

  /// Providers: in a terminal those that most is paid to.
  func providerTable(isPublished: Bool = false) -> ReportTable {
    table(
      "What a week cost by provider, \(year)", "Provider",
      isPublished ? providerLines(isPublished: true) : mainProviderLines(20),
      notes: isPublished ? [] : ["All providers are in the CSV."])
  }

  /// The weekly cost of every kind of care month by month; in what is published, without months of few children.
  func monthTable(isPublished: Bool = false) -> ReportTable {
    let months = Set(costs.cells.map(\.month)).sorted { $0 < $1 }
    let present = book.all.filter { category in costs.cells.contains { $0.category == category } }
    func cell(_ sum: UnitCosts.Sum) -> String {
      guard sum.nights > 0, let price = sum.grossPerWeek else { return "–" }
      if isPublished, Disclosure.isSmall(sum.children) { return "c" }
      return String(UnitCostReport.pounds(price).dropFirst())
    }
    let rows = present.map { category in
      ReportTable.Row(
        label: book[category].label,
        cells: months.map { month in cell(costs.sum { $0.category == category && $0.month == month }) },
        isTotal: false)
    }
    return ReportTable(
      title: "What a week cost by month in pounds, before others' shares", labels: "Kind",
      columns: months.map { String($0.monthAndYear.prefix(3)) },
      rows: rows + [
        ReportTable.Row(
          label: "All", cells: months.map { month in cell(costs.sum { $0.month == month }) }, isTotal: true)
      ], notes: isPublished ? ["c: kept back, as it rests on fewer than six children."] : [])
  }

  /// The council's own beside published unit costs.
  func publishedTable() -> ReportTable? {
    guard !published.isEmpty else { return nil }
    let rows = UnitCostReport.publishedKinds.compactMap { kind -> ReportTable.Row? in
      guard let beside = published[kind.id] else { return nil }
      let own = costs.sum { cell in
        kind.categories.isEmpty || cell.category.map { kind.categories.contains(book[$0].id) } == true
      }
      func pounds(_ value: Double?) -> String { value.map { "£" + Words.number(Int($0.rounded())) } ?? "–" }
      return ReportTable.Row(
        label: kind.label,
        cells: [
          own.children < Disclosure.smallestShown
            ? "c" : own.grossPerWeek.map(UnitCostReport.pounds) ?? "–",
          pounds(beside.council), pounds(beside.neighboursMean), pounds(beside.england), beside.year,
        ], isTotal: false)
    }
    return ReportTable(
      title: "Beside published unit costs, pounds a week", labels: "Kind",
      columns: ["This ledger", "Published", "Neighbours", "England", "Published for"], rows: rows,
      notes: [
        "Published figures hold all spending of the service, overheads too, over children at 31 March or days of care; this ledger holds fees over nights. They are not to be expected to agree.",
        published.values.first?.attribution ?? "", PublishedComparison.licence,
      ])
  }

  /// The report for a terminal. Small numbers are shown.
  public func text() -> String {
    var parts = [title, ""] + sentences(isPublished: false).map { wrapped($0) } + [""]
    parts += [categoryTable(), providerTable(), monthTable(), publishedTable()].compactMap { $0?.text() }
    if setAside > 0 {
      parts.append(
        wrapped(
          "\(Words.count(setAside, "row", "rows")) of the ledger could not be read and \(setAside == 1 ? "is" : "are") not in it: \(Means.report("fees", page: "Fees held against the returns")) says which."
        ))
    }
    return parts.joined(separator: "\n") + "\n"
  }

  /// The unit costs as a long, stable CSV: `month,category,provider,children,nights,gross_pence,council_pence`.
  public func csv() -> String {
    var out = "month,category,provider,children,nights,gross_pence,council_pence\n"
    for cell in costs.cells {
      let words = [
        String(cell.month.description.prefix(7)), cell.category.map { book[$0].id } ?? "", cell.provider,
      ]
      out +=
        CSVText.line(words).dropLast()
        + ",\(cell.children.count),\(cell.nights),\(cell.gross.pence),\(cell.council.pence)\n"
    }
    return out
  }

  /// The unit costs as JSON, keys sorted. Money is whole pence.
  public func json() throws -> String {
    func members(_ line: Line) -> JSONValue {
      [
        "label": .string(line.label), "children": .number(Double(line.sum.children)),
        "nights": .number(Double(line.sum.nights)), "grossPence": .number(Double(line.sum.gross.pence)),
        "councilPence": .number(Double(line.sum.council.pence)),
        "grossPencePerWeek": line.sum.grossPerWeek.map { .number(Double($0.pencePerWeek)) } ?? .null,
      ]
    }
    let document: [String: JSONValue] = [
      "council": .string(council), "financialYear": .string(year.description),
      "lastDay": .string(lastDay.description),
      "headline": .string(sentences(isPublished: false).joined(separator: " ")),
      "categories": .array(categoryLines(isPublished: false).map(members)),
      "providers": .array(providerLines(isPublished: false).map(members)),
      "all": members(Line(label: "All", sum: whole)),
    ]
    return try JSONText.of(JSONValue.object(document))
  }

  /// The chart of the page: what a week of each kind of care cost.
  public func charts() -> [Chart] {
    let values = categoryLines(isPublished: true).compactMap { line -> JSONValue? in
      line.sum.grossPerWeek.map {
        ["name": .string(line.label), "pounds": .number((Double($0.pencePerWeek) / 100).rounded())]
      }
    }
    return [
      Chart(
        id: "kinds",
        description: "What a week of each kind of care cost in \(year). The figures are in the table below.",
        spec: [
          "width": 480, "height": ["step": 28], "background": "white", "data": ["values": .array(values)],
          "mark": ["type": "bar", "color": "#12436D"],
          "encoding": [
            "y": [
              "field": "name", "type": "nominal", "sort": "-x", "title": .null, "axis": ["labelLimit": 260],
            ], "x": ["field": "pounds", "type": "quantitative", "title": "£ a week"],
          ], "config": Chart.look,
        ])
    ]
  }

  /// The report as one self-contained page, without small numbers.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page {
    let footer =
      "Made by Homeward from the council's own returns and fee ledger, up to \(lastDay.spoken). Costs that rest on one to five children are kept back or shown with others."
    guard whole.children >= Disclosure.smallestShown else {
      return Page(
        title: title, body: "<p class=\"lede\">There are too few children to publish unit costs.</p>\n",
        footer: footer)
    }
    var body = sentences(isPublished: true).map { "<p class=\"lede\">\(escaped($0))</p>\n" }.joined()
    for chart in charts() {
      body += "<h2>By kind of care</h2>\n" + Page.picture(chart, pictures, figures: "figures-kinds")
    }
    body += categoryTable(isPublished: true).html(id: "figures-kinds")
    body += "<h2>By month and provider</h2>\n" + monthTable(isPublished: true).html()
    body += providerTable(isPublished: true).html()
    if let table = publishedTable() { body += "<h2>Beside others</h2>\n" + table.html() }
    return Page(title: title, body: body, footer: footer)
  }
}
