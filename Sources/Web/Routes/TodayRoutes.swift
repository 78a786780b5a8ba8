import Operations

/// The first page.
enum TodayRoutes {
  static let all = [Route("GET", "/", .needs(.see), today)]

  private struct Part {
    let path: String, heading: String, ledes: [String], chart: String?, chartWords: String, note: String?
  }

  private struct Changes {
    let lines: [String]
  }

  private struct Page {
    let isEmpty: Bool, mayLoad: Bool, parts: [Part], changes: Changes?
    /// Whether the council has no name yet, and this person could give it one.
    let isNameless: Bool
  }

  private static func today(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    let page = try visit.site.store.reading { reading in
      let documents = try reading.documents()
      let setting = try reading.setting("council")
      var parts: [Part] = []
      for (kind, area, heading, chart) in [
        (RunKind.forecast, Area.forecast, "Children in care and what they cost", "fan"),
        (.outturn, .money, "Outturn against budget", nil), (.planStatus, .plan, "The plan", nil),
      ] as [(RunKind, Area, String, String?)] where area.isFor(account) {
        let runs = try reading.runs(kind, most: 50)
        let usual = runs.filter { $0.options.isEmpty || kind == .planStatus }
        let inputs = try reading.inputs(for: kind)
        guard let latest = usual.first, account.mayLookBack || usual.contains(where: { $0.inputs == inputs })
        else { continue }
        let done = try usual.first { try $0.state == .done && reading.result(of: $0.id) != nil }
        let shown = try done ?? usual.first { try reading.result(of: $0.id) != nil }
        let result = try shown.flatMap { try reading.result(of: $0.id) }
        let note: String? =
          if latest.state == .failed, shown == nil {
            "It could not be worked out: its page says why."
          } else if !latest.state.isOver {
            "Being worked out from the files loaded last."
          } else if shown?.inputs != inputs {
            "Worked out from earlier files."
          } else { nil }
        let drawn = result?.charts.first { $0.id == chart }
        parts.append(
          Part(
            path: area.path, heading: heading, ledes: result.map { HTMLText.ledes($0.body) } ?? [],
            chart: drawn.flatMap { drawn in shown.map { "/runs/\($0.id)/charts/\(drawn.id)" } },
            chartWords: drawn?.words ?? "", note: note))
      }
      let last = documents.map(\.addedAt).max()
      let added = documents.filter { $0.addedAt == last }
      let changes = last.map { moment in
        Changes(lines: [
          "\(Phrases.moment(moment)): \(Phrases.count(added.count, "file", "files")) added by \(added.first?.addedBy ?? "")",
          Phrases.kinds(added),
        ])
      }
      return Page(
        isEmpty: documents.isEmpty, mayLoad: Area.data.isFor(account), parts: parts, changes: changes,
        isNameless: account.may(.administer) && setting == nil)
    }
    return try visit.page("Today", .today, template: "today", page)
  }
}
