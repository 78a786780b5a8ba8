import Forecasting
import Units

extension ScenarioReport {
  /// The comparison for a terminal.
  public func text() -> String {
    var parts = [
      "\(council): what if", "", wrapped(headline), "", costTable().text(), childrenTable().text(),
    ]
    if let table = initiativeTable() { parts.append(table.text()) }
    parts.append("What was assumed")
    for paragraph in ScenarioText(scenario, book: book).paragraphs {
      parts.append(wrapped(paragraph.first))
      parts += paragraph.others.map { wrapped("• " + $0) } + [""]
    }
    parts.append("How it was made")
    parts.append(
      wrapped(
        "The same \(Words.number(with.range.count)) futures with and without the scenario (seed \(seed)), so that a difference is the scenario's doing and not chance. \(method.prices)"
      ))
    parts += method.cautions.map { wrapped("• " + $0) }
    return parts.joined(separator: "\n") + "\n"
  }

  /// The comparison as one self-contained page that may be published.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page {
    guard !hidesEverything else {
      return Page(
        title: title,
        body: "<p class=\"lede\">There are too few children in care to publish a comparison.</p>\n",
        footer: "Made by Homeward.")
    }
    let charts = charts()
    let drawn = (try? pictures.get()) != nil
    var body = "<p class=\"lede\">\(escaped(headline))</p>\n"
    body +=
      "<h2>What is saved</h2>\n" + Page.picture(charts[0], pictures, figures: "cost")
      + (drawn ? "<p class=\"note\">The bars are the mean; the line holds eight futures in ten.</p>\n" : "")
      + "<div id=\"cost\">\(costTable().html())</div>\n"
    body +=
      "<h2>Children in care</h2>\n" + Page.picture(charts[1], pictures, figures: "children")
      + (drawn
        ? "<p class=\"note\">The pale area holds eight futures in ten without the scenario.</p>\n" : "")
      + "<div id=\"children\">\(childrenTable().html())</div>\n"
    if let table = initiativeTable(isPublished: true) {
      body += "<h2>Each initiative</h2>\n<div class=\"named\">\(table.html())</div>\n"
    }
    body += "<h2>What was assumed</h2>\n"
    body += ScenarioText(scenario, book: book).paragraphs.dropFirst().map { paragraph in
      paragraph.others.isEmpty
        ? "<p>\(escaped(paragraph.first))</p>\n"
        : "<h3>\(escaped(paragraph.first))</h3>\n" + Page.list(paragraph.others)
    }.joined()
    body += "<h2>How it was made</h2>\n<p>\(escaped(method.description))</p>\n" + Page.list(method.cautions)
    return Page(
      title: title, body: body,
      footer:
        "Made by Homeward from the council's own returns, as of \(months.asOf.spoken): \(Words.number(with.range.count)) futures with and without the scenario, seed \(seed)."
    )
  }

  private var title: String { "\(council): what if – \(scenario.name)" }

  /// Whether at some month's end so few may be in care, without the scenario or with it, that nothing may be shown.
  var hidesEverything: Bool {
    (0..<months.count).contains { month in
      let children = children(month)
      return [children.without, children.with].contains { values in
        (Spread(values)?.interval(95).low ?? 0) < Disclosure.smallestShown
      }
    }
  }

  /// Every figure, one a line: `table,row,statistic,value`; money in pence.
  public func csv() -> String {
    var out = "table,row,statistic,value\n"
    func add(_ table: String, _ row: String, _ name: String, _ values: [Int]) {
      guard let spread = Spread(values) else { return }
      out += CSVText.line([table, row, "\(name)_mean", "\(spread.mean)"])
      for (level, value) in zip(Spread.names, spread.quantiles) {
        out += CSVText.line([table, row, "\(name)_\(level)", "\(value)"])
      }
    }
    for year in years {
      add("cost", year.label, "without_pence", baselineCost(year.months))
      if changesAssumptions { add("cost", year.label, "assumptions_pence", assumedCost(year.months)) }
      add("cost", year.label, "care_with_pence", careCost(year.months))
      add("cost", year.label, "running_pence", runningCost(year.months))
      add("cost", year.label, "saved_pence", saving(year.months))
      let children = children(year.months.upperBound - 1)
      add("children", months.lastDays[year.months.upperBound - 1].description, "without", children.without)
      add("children", months.lastDays[year.months.upperBound - 1].description, "with", children.with)
    }
    for part in overlap?.parts ?? [] {
      add("initiative", part.initiative.id, "children", part.cases)
      add("initiative", part.initiative.id, "alone_pence", part.alone)
      add("initiative", part.initiative.id, "share_pence", part.share.map { Int($0.rounded()) })
    }
    if let overlap {
      add("initiative", "all", "joint_pence", overlap.joint)
      add("initiative", "all", "overlap_pence", overlap.overlap)
    }
    return out
  }

  private struct Document: Encodable {
    struct Range: Encodable {
      let mean: Double, quantiles: [String: Int]

      init?(_ values: [Int]) {
        guard let spread = Spread(values) else { return nil }
        mean = spread.mean
        quantiles = Dictionary(uniqueKeysWithValues: zip(Spread.names, spread.quantiles))
      }
    }
    struct Year: Encodable {
      let financialYear: String, isWhole: Bool, lastDay: String, shareThatSaves: Double
      let withoutPence: Range?, careWithPence: Range?, runningPence: Range?, savedPence: Range?
      let childrenWithout: Range?, childrenWith: Range?
    }
    struct Part: Encodable {
      let id: String, name: String, evidence: Int, samplingErrorPence: Double
      let children: Range?, alonePence: Range?, sharePence: Range?
    }
    let council: String, scenario: String, headline: String, asOf: String, seed: UInt64, futures: Int
    let financialYears: [Year], initiatives: [Part], jointPence: Range?, overlapPence: Range?
    let cautions: [String]
  }

  /// The comparison as JSON, keys sorted; money is whole pence.
  public func json() throws -> String {
    try JSONText.of(
      Document(
        council: council, scenario: scenario.name, headline: headline, asOf: months.asOf.description,
        seed: seed, futures: with.range.count,
        financialYears: years.map { year in
          let saving = saving(year.months)
          let children = children(year.months.upperBound - 1)
          return Document.Year(
            financialYear: year.year.description, isWhole: year.isWhole,
            lastDay: months.lastDays[year.months.upperBound - 1].description,
            shareThatSaves: Double(saving.count { $0 > 0 }) / Double(max(1, saving.count)),
            withoutPence: .init(baselineCost(year.months)), careWithPence: .init(careCost(year.months)),
            runningPence: .init(runningCost(year.months)), savedPence: .init(saving),
            childrenWithout: .init(children.without), childrenWith: .init(children.with))
        },
        initiatives: (overlap?.parts ?? []).map { part in
          Document.Part(
            id: part.initiative.id, name: part.initiative.name, evidence: part.initiative.grade.rawValue,
            samplingErrorPence: part.samplingError, children: .init(part.cases),
            alonePence: .init(part.alone), sharePence: .init(part.share.map { Int($0.rounded()) }))
        }, jointPence: overlap.flatMap { .init($0.joint) },
        overlapPence: overlap.flatMap { .init($0.overlap) }, cautions: method.cautions))
  }
}
