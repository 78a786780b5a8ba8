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
    let given = revealed ? visit.request.field("page") : visit.request.query["page"] ?? ""
    let page = RowPage(found.rows, asked: given)
    let note = AuditNote(
      at: visit.site.now(), actor: try visit.signedIn().signInName, action: "child.read",
      subject: "run \(shown.id)",
      detail:
        "rule \(rule), page \(page.number), \(page.rows.count) rows\(Visit.noted(found.withheld)), \(revealed ? "identifiers" : "pseudonyms")"
    )
    let lines = try visit.site.store.changing(note) { changes in
      page.rows.map { row in
        Line(
          child: revealed ? row.child : changes.pseudonym(of: row.child),
          place: "\(row.file), line \(row.line)",
          column: row.column, value: row.isIdentifying && !revealed ? "not shown" : row.value)
      }
    }
    let filled = Page(
      message: found.message, action: found.action, words: page.words("row fails it", "rows fail it"),
      revealed: revealed, lines: lines,
      path: "/data/findings/\(Site.encoded(rule))", csrf: visit.csrf, page: page.number,
      before: page.before, after: page.after, run: shown.id,
      withheld: Visit.words(withheld: found.withheld))
    return try visit.page("Rule \(rule)", .data, template: "findings", filled)
  }
}
