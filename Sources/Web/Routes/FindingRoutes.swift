import Operations

/// What the rules find in the returns, and the rows behind each rule: for those who may see rows about children.
enum FindingRoutes {
  static let all = [
    Route("GET", "/data/findings", .needs(.seeChildren)) {
      try ReportRoutes.page(
        $0, .check, "What the rules find in the returns", .data,
        empty:
          "No returns are loaded yet. Load the SSDA903 return on the page Data, and the rules run by themselves.",
        links: [("/data", "Data")])
    },
    Route("GET", "/data/findings/:rule", .needs(.seeChildren)) { try rows($0, revealed: false) },
    Route("POST", "/data/findings/:rule", .needs(.seeChildren)) { try rows($0, revealed: true) },
  ]

  /// Rows on one page.
  static let most = 200

  private struct Line {
    let child: String, place: String, column: String, value: String
  }

  private struct Page {
    let message: String, action: String, words: String, revealed: Bool, lines: [Line], path: String
    let csrf: String, page: Int, before: Int?, after: Int?, run: Int64, withheld: String?
  }

  /// The rows that fail a rule. Children stand under pseudonyms until somebody asks for their identifiers; either way it
  /// is noted who saw which rule's rows of which run.
  private static func rows(_ visit: Visit, revealed: Bool) throws -> WebResponse {
    let rule = visit.parameters["rule"] ?? ""
    let (_, shown, result) = try ReportRoutes.latest(visit, .check)
    let childRows = try visit.childRows()
    guard let shown, let result, let found = FindingRows(rule, in: result, for: childRows) else {
      throw WebError.notFound
    }
    let pages = max(1, (found.rows.count + most - 1) / most)
    let given = revealed ? visit.request.field("page") : visit.request.query["page"] ?? ""
    let page = min(max(1, Int(given) ?? 1), pages)
    let own = found.rows[((page - 1) * most)..<min(page * most, found.rows.count)]
    let note = AuditNote(
      at: visit.site.now(), actor: try visit.signedIn().signInName, action: "child.read",
      subject: "run \(shown.id)",
      detail:
        "rule \(rule), page \(page), \(own.count) rows\(Visit.noted(found.withheld)), \(revealed ? "identifiers" : "pseudonyms")"
    )
    let lines = try visit.site.store.changing(note) { changes in
      own.map { row in
        Line(
          child: revealed ? row.child : changes.pseudonym(of: row.child),
          place: "\(row.file), line \(row.line)",
          column: row.column, value: row.isIdentifying && !revealed ? "not shown" : row.value)
      }
    }
    let words =
      found.rows.isEmpty
      ? ""
      : pages == 1
        ? Phrases.count(found.rows.count, "row fails", "rows fail") + " it."
        : "\(found.rows.count) rows fail it; these are \((page - 1) * most + 1) to \((page - 1) * most + own.count)."
    let filled = Page(
      message: found.message, action: found.action, words: words, revealed: revealed, lines: lines,
      path: "/data/findings/\(Site.encoded(rule))", csrf: visit.csrf, page: page,
      before: page > 1 ? page - 1 : nil, after: page < pages ? page + 1 : nil, run: shown.id,
      withheld: Visit.words(withheld: found.withheld))
    return try visit.page("Rule \(rule)", .data, template: "findings", filled)
  }
}
