import Operations
import Units

/// The children behind each figure of the measures: for those who may see rows about children.
enum CountedRoutes {
  static let path = "/children/rows"

  static let all = [
    Route("GET", path, .needs(.seeChildren)) { visit in
      try page(visit, { visit.request.query[$0] ?? "" }, revealed: false)
    },
    Route("POST", path, .needs(.seeChildren)) { visit in
      try page(visit, { visit.request.field($0) }, revealed: true)
    },
  ]

  private struct Subject {
    let id: String, label: String, isOn: Bool
  }

  private struct Part {
    let path: String, label: String, isOn: Bool
  }

  private struct Line {
    let child: String, day: String, nights: String, reason: String
  }

  private struct Table {
    let label: String, hasNights: Bool, lines: [Line]
  }

  private struct Page {
    let subjects: [Subject], label: String, parts: [Part], withheld: String?, revealed: Bool, path: String
    let csrf: String, measure: String, part: String, page: Int, words: String, table: Table?
    let before: String?, after: String?, run: Int64, file: String?
  }

  /// The rows of a part of a measure. Children stand under pseudonyms until somebody asks for their identifiers; either
  /// way it is noted who saw which.
  private static func page(
    _ visit: Visit, _ asked: (String) -> String, revealed: Bool
  ) throws -> WebResponse {
    let title = "Children behind the measures"
    let (_, shown, result) = try ReportRoutes.latest(visit, .measureRows)
    guard let shown, let result, let counted = try CountedRows(result, for: visit.childRows()),
      let subject = counted.subjects.first(where: { $0.id == asked("measure") }) ?? counted.subjects.first
    else {
      return try ReportRoutes.page(
        visit, .measureRows, title, .children, empty: "No returns are loaded yet.",
        links: [("/children", "Children in care")])
    }
    let part = CountedRows.Part(rawValue: asked("part")) ?? .counted
    let own = counted.rows(of: subject.id, part)
    let rows = RowPage(own.rows, asked: asked("page"))
    let note = AuditNote(
      at: visit.site.now(), actor: try visit.signedIn().signInName, action: "child.read",
      subject: "run \(shown.id)",
      detail:
        "\(subject.id), \(part.rawValue), page \(rows.number), \(rows.rows.count) rows\(Visit.noted(own.withheld)), \(revealed ? "identifiers" : "pseudonyms")"
    )
    let lines = try visit.site.store.changing(note) { changes in
      rows.rows.map { row in
        Line(
          child: revealed ? row.child : changes.pseudonym(of: row.child),
          day: CivilDay(row.day)?.spoken ?? row.day, nights: row.nights, reason: row.reason)
      }
    }
    let label = part == .counted ? subject.label : "\(subject.label): \(part.rawValue)"
    let file = result.files.first.flatMap { file in
      visit.account?.mayTake(file) == true ? "/runs/\(shown.id)/files/\(file.name)" : nil
    }
    let filled = Page(
      subjects: counted.subjects.map { Subject(id: $0.id, label: $0.label, isOn: $0 == subject) },
      label: subject.label,
      parts: CountedRows.Part.allCases.compactMap { one in
        let all = counted.rows(of: subject.id, one)
        guard one == .counted || one == part || all.rows.count + all.withheld > 0 else { return nil }
        return Part(
          path: link(subject.id, one, 1),
          label: "\(one.label) (\(all.rows.count + all.withheld))", isOn: one == part)
      },
      withheld: Visit.words(withheld: own.withheld), revealed: revealed,
      path: link(subject.id, part, rows.number), csrf: visit.csrf, measure: subject.id, part: part.rawValue,
      page: rows.number, words: rows.words("row", "rows"),
      table: lines.isEmpty
        ? nil : Table(label: label, hasNights: lines.contains { !$0.nights.isEmpty }, lines: lines),
      before: rows.before.map { link(subject.id, part, $0) },
      after: rows.after.map { link(subject.id, part, $0) }, run: shown.id, file: file)
    return try visit.page(title, .children, template: "counted", filled)
  }

  private static func link(_ measure: String, _ part: CountedRows.Part, _ page: Int) -> String {
    let fields = [
      ("measure", measure), ("part", part == .counted ? "" : part.rawValue),
      ("page", page > 1 ? "\(page)" : ""),
    ]
    return path + "?"
      + fields.filter { !$0.1.isEmpty }.map { "\($0.0)=\(Site.encoded($0.1))" }.joined(separator: "&")
  }
}
