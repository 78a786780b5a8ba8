import Care
import Forecasting
import Units

extension RatesReport {
  /// The readable part for a terminal; `all` adds every cell. Small numbers are shown: it is for the person who holds
  /// the returns.
  public func text(all: Bool) -> String {
    var parts = ["\(council): the rates of its forecast", "", wrapped(opening())]
    if !whatChanges.isEmpty { parts.append(wrapped(whatChanges)) }
    parts += (cautions + reading.warnings).map { wrapped("• " + $0) }
    parts += ["", overview().text()]
    parts += shownHazards.map { matrix($0).text() }
    parts.append(levels().text())
    parts += [entries().text() + wrapped(entryWords()) + "\n"]
    if all {
      parts += (shownHazards + [.destination, .entry]).map { cells($0).text() }
    } else {
      parts.append(wrapped("Every cell, and where changes of placement lead: --all, or --csv FILE."))
    }
    return parts.joined(separator: "\n") + "\n"
  }

  /// The page, without counts: a rate that rests on one to five events is kept back.
  public func page() -> Page {
    var body = "<p class=\"lede\">\(escaped(opening(isPublished: true)))</p>\n"
    if !whatChanges.isEmpty { body += "<p>\(escaped(whatChanges))</p>\n" }
    body += "<h2>All together</h2>\n" + overview(isPublished: true).html()
    body += "<h2>By age and time</h2>\n"
    body += shownHazards.map { matrix($0, isPublished: true).html() }.joined()
    body += "<h2>By placement</h2>\n" + levels(isPublished: true).html()
    body += "<h2>Coming into care</h2>\n" + entries(isPublished: true).html()
    body += "<p>\(escaped(entryWords(isPublished: true)))</p>\n"
    body += "<h2>How it was made</h2>\n"
    body += Page.list(
      reading.warnings + [
        "Intervals hold eight of ten draws, made as the forecast makes them, in \(RateTable.usualFutures) futures."
      ])
    return Page(
      title: "\(council): the rates of its forecast", body: body,
      footer:
        "Made by Homeward from the council's own returns. No count is shown, and no rate that rests on one to five events."
    )
  }

  /// Every line as a long CSV: the event, the scope, the children, what was seen and what is used. Rates are a year,
  /// destinations shares, levels ratios.
  public func csv() -> String {
    let head = [
      "event", "scope", "age", "time", "category", "destination", "same_carer", "uasc", "events", "exposure",
      "seen", "used", "p10", "p90",
    ]
    var out = CSVText.line(head + (scenario == nil ? [] : ["changed", "changed_p10", "changed_p90"]))
    for line in table.lines {
      var values: [String] = [RatesReport.id(line.event), RatesReport.id(line.scope)] + children(line)
      values += [String(line.events), RatesReport.plain(line.exposure)]
      values.append(line.raw.map(RatesReport.plain) ?? "")
      values += [line.estimate.value, line.estimate.low, line.estimate.high].map(RatesReport.plain)
      if scenario != nil {
        values += line.changed.map { [$0.value, $0.low, $0.high].map(RatesReport.plain) } ?? ["", "", ""]
      }
      out += CSVText.line(values)
    }
    return out
  }

  /// Age, time, category, destination, whether with the same carer, whether unaccompanied; empty where all are meant.
  private func children(_ line: RateLine) -> [String] {
    func yes(_ flag: Bool) -> String { flag ? "yes" : "no" }
    let age: String = line.age.map { AgeBand.all[$0].label } ?? ""
    let time: String = line.time.map { TimeBand.labels[$0] } ?? ""
    let category: String = line.category.map { book.entries[$0].id } ?? ""
    let destination: String = line.destination.map { book.entries[$0 % book.entries.count].id } ?? ""
    let sameCarer: String = line.destination.map { yes($0 >= book.entries.count) } ?? ""
    let uasc: String = line.isUASC.map(yes) ?? ""
    return [age, time, category, destination, sameCarer, uasc]
  }

  private static func id(_ scope: RateLine.Scope) -> String {
    switch scope {
    case .all: "all"
    case .age: "age"
    case .cell: "cell"
    case .category: "category_level"
    case .uasc: "uasc_level"
    }
  }

  /// A number for a file: six decimals, no commas.
  private static func plain(_ value: Double) -> String { decimal(value, 6).filter { $0 != "," } }

  /// Every line as JSON, keys sorted; units as in the CSV.
  public func json() throws -> String {
    let entries = table.rates.entries
    return try JSONText.of(
      Document(
        council: council, scenario: scenario, from: table.rates.window.first.description,
        to: table.rates.window.last.description, cautions: cautions, warnings: reading.warnings,
        groupSizes: entries.sizes, tau: Document.Estimate(table.tau),
        rates: table.lines.map { line in
          Document.Line(
            event: RatesReport.id(line.event), scope: RatesReport.id(line.scope),
            age: line.age.map { AgeBand.all[$0].label }, time: line.time.map { TimeBand.labels[$0] },
            category: line.category.map { book.entries[$0].id },
            destination: line.destination.map { book.entries[$0 % book.entries.count].id },
            isSameCarer: line.destination.map { $0 >= book.entries.count }, isUASC: line.isUASC,
            events: line.events, exposure: line.exposure, seen: line.raw,
            used: Document.Estimate(line.estimate), changed: line.changed.map(Document.Estimate.init))
        }))
  }

  private struct Document: Encodable {
    struct Estimate: Encodable {
      let value: Double, p10: Double, p90: Double

      init(_ estimate: RateEstimate) {
        value = estimate.value
        p10 = estimate.low
        p90 = estimate.high
      }
    }
    struct Line: Encodable {
      let event: String, scope: String
      let age: String?, time: String?, category: String?, destination: String?
      let isSameCarer: Bool?, isUASC: Bool?
      let events: Int, exposure: Double, seen: Double?
      let used: Estimate, changed: Estimate?
    }
    let council: String, scenario: String?, from: String, to: String
    let cautions: [String], warnings: [String]
    let groupSizes: [Double]
    let tau: Estimate
    let rates: [Line]
  }
}
