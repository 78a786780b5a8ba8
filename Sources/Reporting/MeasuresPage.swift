import Care
import Units

extension MeasuresReport {
  /// The breakdowns that have a chart.
  private static let drawn = ["place", "age"]

  /// Bars of the placement mix and of ages, without the parts that are kept back.
  public func charts() -> [Chart] {
    measures.breakdowns.filter { MeasuresReport.drawn.contains($0.id) }.map { breakdown in
      let parts = breakdown.parts.compactMap { part -> JSONValue? in
        guard value(part, isPart: true) != nil else { return nil }
        return [
          "part": .string(part.label), "children": .number(Double(part.numerator.count)),
          "words": .string(Words.number(part.numerator.count)),
        ]
      }
      let y: JSONValue = [
        "field": "part", "type": "nominal", "title": .null, "sort": .null,
        "axis": ["labelLimit": 320, "ticks": false, "domain": false],
      ]
      let x: JSONValue = ["field": "children", "type": "quantitative", "title": .null, "axis": .null]
      return Chart(
        id: breakdown.id,
        description:
          "\(breakdown.title): bars of the children in each part. \(parts.count < breakdown.parts.count ? "Parts kept back are not drawn. " : "")The figures are in the table below.",
        spec: [
          "width": 420, "height": ["step": 30], "background": "white",
          "title": ["text": .string(breakdown.title), "anchor": "start", "fontSize": 14, "offset": 12],
          "data": ["values": .array(parts)],
          "encoding": ["y": y, "x": x],
          "layer": [
            ["mark": ["type": "bar", "color": Chart.colours[0], "height": 18]],
            [
              "mark": ["type": "text", "align": "left", "dx": 4, "fontSize": 12],
              "encoding": ["text": ["field": "words", "type": "nominal"]],
            ],
          ], "config": Chart.look,
        ])
    }
  }

  /// The measures as one self-contained page: the answer, the figures with links to their parts, the parts, what to
  /// bear in mind and every definition. `pictures` are the charts as SVG, or why there are none.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page {
    var body = isSuppressed ? "" : "<p class=\"notice\">\(escaped(Self.unsuppressed))</p>\n"
    body += "<p class=\"lede\">\(escaped(headline))</p>\n"
    if keepsBack { body += "<p class=\"note\">\(escaped(keptBackSentence))</p>\n" }
    let places = Dictionary(measures.figures.map { ($0.label, place(of: $0)) }) { first, _ in first }
    body += figuresTable().html { places[$0.label].map { "#" + $0 } }
    body += "<p>\(escaped(flowSentence))</p>\n"
    if let councils = councilsTable() { body += councils.html(id: "councils") }
    for (title, ids) in Self.sections {
      body += "<h2>\(escaped(title))</h2>\n"
      for breakdown in ids.compactMap({ id in measures.breakdowns.first { $0.id == id } }) {
        if let chart = charts().first(where: { $0.id == breakdown.id }), hasPicture(pictures) {
          body += Page.picture(chart, pictures, figures: breakdown.id)
        }
        body += table(breakdown).html(id: breakdown.id)
      }
    }
    if case .failure(let failure) = pictures {
      body += "<p class=\"notice\">\(escaped(failure.description))</p>\n"
    }
    body += "<h2>What to bear in mind</h2>\n" + Page.list(measures.cautions + reading.warnings)
    body += "<p>\(escaped(readingSentence))</p>\n<h2>How each figure is counted</h2>\n<dl>\n"
    for measure in measures.figures {
      body += definition(measure.id, measure.label, measure.definition, measure.source)
    }
    for breakdown in measures.breakdowns {
      body += definition(breakdown.id, breakdown.title, breakdown.definition, breakdown.source)
    }
    return Page(
      title: title, body: body + "</dl>\n",
      footer: isSuppressed
        ? "Made by Homeward from the council's own returns. Counts of one to five children are kept back, with those they could be worked out from."
        : "Made by Homeward from the council's own returns. " + Self.unsuppressed)
  }

  static let unsuppressed =
    "OFFICIAL-SENSITIVE. Small numbers are shown: this is for the people who hold the returns, and not for publication."

  /// The tables under their headings.
  private static let sections = [
    (
      "Who is looked after, and where",
      ["place", "placement", "provider", "age", "legal-status", "unaccompanied", "distance", "area"]
    ),
    ("Who started", ["started-age", "started-legal-status", "started-need", "returned"]),
    ("Who ceased", ["ceased-reason", "ceased-age"]),
    ("How long they are looked after", ["time-ceased-age", "time-current-age"]),
  ]

  /// Where on the page a figure is shown in parts, or else defined.
  private func place(of measure: Measure) -> String {
    let tables = [
      "looked-after": "place", "started": "started-age", "ceased": "ceased-reason",
      "ceased-guardianship": "ceased-reason", "ceased-at-18": "ceased-age", "returned-12-months": "returned",
      "over-20-miles": "distance", "outside-area": "area",
      "returned-24-months": "returned", "returned-ever": "returned", "time-ceased": "time-ceased-age",
      "time-current": "time-current-age",
    ]
    return tables[measure.id] ?? "definition-" + measure.id
  }

  private func hasPicture(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Bool {
    if case .success = pictures { true } else { false }
  }

  private func definition(_ id: String, _ label: String, _ words: String, _ source: String) -> String {
    "<dt id=\"definition-\(escaped(id))\"><strong>\(escaped(label))</strong></dt>\n<dd>\(escaped(words)) Source: \(escaped(source)).</dd>\n"
  }
}
