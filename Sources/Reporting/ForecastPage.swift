import Care
import Costing
import Forecasting
import Units

extension ForecastReport {
  /// The report as one self-contained page: readable without scripts, printable, no small number and no value of a
  /// child on it. `pictures` are the charts as SVG, or why there are none.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page {
    let groups = grouped
    let showsCounts = !hidesEverything
    var body = "<p class=\"lede\">\(escaped(showsCounts ? pageHeadline(groups) : tooFew))</p>\n"
    if showsCounts {
      body += countsPart(groups, pictures)
    }
    if let past { body += past.section(hidesCounts: !showsCounts) }
    body += "<h2>What was set aside</h2>\n" + readingPart
    body += "<h2>How it was made</h2>\n" + methodPart
    if showsCounts {
      body += "<h2 id=\"figures\">The figures behind the charts</h2>\n"
      body += costHistoryTable(groups).html() + historyTable(groups).html()
      body += [fanTable(), placementFanTable(groups)].compactMap { $0?.html() }.joined()
    }
    return Page(
      title: "\(council): children in care and what they cost", body: body,
      footer:
        "Made by Homeward from the council's own returns, as of \(forecast.asOf.spoken). Counts of one to five children are shown only together with others, and so is the money that rests on them."
    )
  }

  private var tooFew: String {
    "There are too few children to publish a count or a cost: at some time shown fewer than six were in care. The figures are in the terminal's table and the CSV file, for those who hold the returns."
  }

  /// Charts and tables of children, money and placements.
  private func countsPart(
    _ groups: [Disclosure.Group], _ pictures: Result<[String: String], ChartRenderer.Failure>
  ) -> String {
    var body = ""
    // Why there are no pictures is said once.
    if case .failure(let failure) = pictures { body += Page.notice(failure) }
    let drawn = (try? pictures.get()) ?? [:]
    let byPlacement = placementCharts(groups)
    let all = charts(groups)
    func picture(_ id: String, _ legend: String = "") -> String {
      guard let chart = all.first(where: { $0.id == id }), drawn[id] != nil else { return "" }
      let words = legend.isEmpty ? "" : "<p class=\"note\">\(legend)</p>\n"
      return Page.picture(chart, pictures, figures: "figures") + words
    }
    body += "<h2>Children in care</h2>\n"
    body += picture("fan", "The line is what is known, the dashed one the mean of the futures.")
    body += childrenRangeTable(isPublished: true)?.html() ?? ""
    body += picture("children") + childrenTable(groups).html()
    body += "<h2>What care costs</h2>\n" + picture("cost", forecast.futures == nil ? "" : Self.costLegend)
    body += costRangeTable(isPublished: true)?.html() ?? ""
    body += costTable(groups, isPublished: true).html()
    guard let table = placementRangeTable(groups, isPublished: true) else { return body }
    body += "<h2>How sure the forecast is, placement by placement</h2>\n"
    if !drawn.isEmpty {
      body +=
        "<p>Children known, the mean of the futures (dashed) and the range of eight futures in ten. Each chart has a scale of its own; what is fewer than six is drawn at six.</p>\n"
      body += Page.smallPictures(zip(groups.map(\.label), byPlacement), drawn, figures: "figures")
    }
    return body + table.html()
      + Page.list(
        wideSentences(groups, isPublished: true) + stillSentences(groups))
  }

  private static let costLegend =
    "Paler bars are the mean of the futures; the thick line holds eight futures in ten, the thin one 95 in 100."

  /// The counts behind the chart of children: every month's end.
  private func historyTable(_ groups: [Disclosure.Group]) -> ReportTable {
    var rows: [ReportTable.Row] = []
    for month in forecast.past {
      let cells = groups.map { group in group.categories.reduce(0) { $0 + month.counts.children[$1.index] } }
      rows.append(row(short(month.counts.lastDay), cells))
    }
    for month in forecast.coming {
      let values = groups.map { group in group.categories.reduce(0) { $0 + month.children[$1.index] } }
      let total = Int(month.children.reduce(0, +).rounded())
      rows.append(row(short(month.lastDay) + " (forecast)", Apportion.wholeNumbers(values, total: total)))
    }
    return ReportTable(
      title: "Children in care at each month's end", labels: "Day",
      columns: groups.map(\.label) + ["All"], rows: rows, notes: [])
  }

  /// The sums behind the chart of cost: every whole year.
  private func costHistoryTable(_ groups: [Disclosure.Group]) -> ReportTable {
    let rows = costYears().map { year in
      let parts = groups.map { group in group.categories.reduce(Money.zero) { $0 + year.cost[$1.index] } }
      return row(
        year.label + (year.isForecast ? " (forecast)" : ""),
        Apportion.units(of: parts, penceEach: 100_000).parts)
    }
    return ReportTable(
      title: "Cost of care by financial year, £ thousand", labels: "Financial year",
      columns: groups.map(\.label) + ["All"], rows: rows,
      notes: ["Years that are past are actual nights at list price, not the ledger's outturn."])
  }

  private func row(_ label: String, _ cells: [Int]) -> ReportTable.Row {
    ReportTable.Row(
      label: label, cells: (cells + [cells.reduce(0, +)]).map(Words.number), isTotal: false)
  }

  private var readingPart: String {
    var out =
      "<p>\(Words.number(reading.filesUsed)) of \(Words.count(reading.filesMet, "file", "files")) were used, collection years \(escaped(reading.years)). Rows: \(Words.number(reading.rowsRead)) read = \(Words.number(reading.rowsUsed)) used + \(Words.number(reading.rowsSetAside)) set aside. \(escaped(asOfSentence))</p>\n"
    out += Page.list(
      reading.reasons.map { "\(Words.number($0.rows)) set aside: \($0.reason.lowercasedFirst)" })
    if !reading.repairs.isEmpty {
      out += "<p>Found while joining the years, and what was done:</p>\n"
      out += Page.list(reading.repairs.map { "\(masked($0.count)): \($0.repair.lowercasedFirst)" })
    }
    out += Page.list(reading.warnings)
    guard !hidesEverything else { return out }
    let known = forecast.today.reduce(0, +) - reading.unknownStarts
    if reading.unknownStarts > 0, !Disclosure.isSmall(known) {
      out +=
        "<p>\(escaped(unknownStarts(shown(reading.unknownStarts))))</p>\n"
    }
    out += respiteSentences(shown).map { "<p>\(escaped($0))</p>\n" }.joined()
    return out
  }

  private func masked(_ count: Int) -> String {
    Disclosure.isSmall(count) ? "fewer than six" : Words.number(count)
  }

  private func shown(_ count: Int) -> String {
    Disclosure.isSmall(count)
      ? "fewer than six children" : Words.count(count, "child", "children")
  }

  private var methodPart: String {
    var out = "<p>\(escaped(method.description))</p>\n"
    out += methodSentences.map { "<p>\(escaped($0))</p>\n" }.joined()
    return out + Page.list(method.cautions)
  }
}

/// Text made safe for a page. What belongs to the number before it, a percent sign or the unit of money, is kept on its
/// line.
///
/// Scalar by scalar, as a browser reads: as a character, `<` with a mark on it or before it is another than `<`.
public func escaped(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  out.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out.append(contentsOf: "&amp;".unicodeScalars)
    case "<": out.append(contentsOf: "&lt;".unicodeScalars)
    case ">": out.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
    case "'": out.append(contentsOf: "&#39;".unicodeScalars)
    case "%" where out.last == " ":
      out.removeLast()
      out.append(contentsOf: "\u{A0}%".unicodeScalars)
    case " " where out.last == "£": out.append("\u{A0}")
    default: out.append(scalar)
    }
  }
  return String(out)
}
