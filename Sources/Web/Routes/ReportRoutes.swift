import Foundation
import Operations

/// Pages that show what was worked out last.
enum ReportRoutes {
  static let all = [
    Route("GET", "/children", .needs(.see)) { try ChildrenRoutes.page($0) },
    Route("POST", "/children", .needs(.forecast), ChildrenRoutes.choose),
  ]

  struct Link {
    let path: String, label: String
  }

  struct File {
    let path: String, name: String, isSensitive: Bool, withheld: String?
  }

  struct Report {
    let panel: String, form: String, shown: String, empty: String, after: String, links: [Link]
  }

  /// What a run gave, as a part of a page.
  struct Shown {
    let isSwapped: Bool, older: String?, body: String?, run: Int64, footer: String, hasFiles: Bool
    let files: [File], title: String?
  }

  /// What a run gave, or one of its other pages; `isSwapped` where it takes the place of what a page shows, with its
  /// title.
  static func shown(
    _ visit: Visit, _ run: Run?, _ result: RunResult?, older: String? = nil, isSwapped: Bool = false,
    part: String? = nil
  ) throws -> String {
    let account = try visit.signedIn()
    let id = run?.id ?? 0
    let isKeptBack = result.map { !account.maySee($0) } ?? false
    let own = part.flatMap { part in result?.parts?.first { $0.name == part } }
    let files = isKeptBack || part != nil ? [] : (result?.files ?? []).filter { account.mayTake($0) }
    let body = part == nil ? result?.body : own?.body
    let rows = try visit.childRows()
    // A page on which a scenario is tried keeps its own title.
    let title = isSwapped && run?.kind != .scenario ? result?.title : nil
    return visit.site.templates.fill(
      "shown",
      Shown(
        isSwapped: isSwapped, older: older,
        body: isKeptBack ? keptBack : body.map { withFiles($0, id, part, account) }, run: id,
        footer: HTMLText.plain((part == nil ? result?.footer : own?.footer) ?? ""), hasFiles: !files.isEmpty,
        files: files.map {
          File(
            path: "/runs/\(id)/files/\($0.name)", name: $0.name, isSensitive: $0.isSensitive,
            withheld: Visit.words(withheld: rows.text(of: $0).withheld))
        }, title: title))
  }

  /// The latest run of a kind with these options, of the files that count now where there is one, and the run and result
  /// to be shown: its own, or while it is under way those of the one before. Who only looks on sees nothing made of
  /// earlier files that nobody is making anew.
  static func latest(
    _ visit: Visit, _ kind: RunKind, options: [String: String]? = nil
  ) throws -> (latest: Run?, shown: Run?, result: RunResult?) {
    let mayLookBack = try visit.signedIn().mayLookBack
    return try visit.site.store.reading { reading in
      let inputs = try reading.inputs(for: kind)
      let all = try reading.runs(kind, most: 500).filter { run in options.map { $0 == run.options } ?? true }
      guard mayLookBack || all.contains(where: { $0.inputs == inputs }) else { return (nil, nil, nil) }
      let own = all.filter { $0.inputs == inputs } + all.filter { $0.inputs != inputs }
      for run in own {
        if let result = try reading.result(of: run.id) { return (own.first, run, result) }
      }
      return (own.first, nil, nil)
    }
  }

  /// The latest of a kind with these options; where it is under way, how far it has come, and what the one before
  /// gave. `part` names one of the run's other pages; `after` stands below it all.
  static func page(
    _ visit: Visit, _ kind: RunKind, _ title: String, _ area: Area, options: [String: String]? = nil,
    form: String = "", empty: String, links: [(String, String)] = [], part: String? = nil, after: String = "",
    status: Int = 200
  ) throws -> WebResponse {
    let inputs = try visit.site.store.reading { try $0.inputs(for: kind) }
    let (latest, shown, result) = try latest(visit, kind, options: options)
    let panel = try latest.map { try RunRoutes.panel($0, shown: shown?.resultDigest ?? "", visit) } ?? ""
    let older: String? =
      if let shown, shown.id != latest?.id {
        "This is from before; a newer one is being worked out."
      } else if let shown, shown.inputs != inputs, latest?.state.isOver ?? true {
        "The council's files changed since this was worked out."
      } else { nil }
    let report = Report(
      panel: panel, form: form,
      shown: try ReportRoutes.shown(visit, shown, result, older: older, part: part),
      empty: latest == nil ? empty : "", after: after, links: links.map { Link(path: $0.0, label: $0.1) })
    let isUnderWay = latest.map { !$0.state.isOver } ?? false
    return try visit.page(
      (part.map { part in result?.parts?.first { $0.name == part }?.title } ?? result?.title) ?? title, area,
      visit.site.templates.fill("report", report),
      status: status, again: isUnderWay ? 3 : nil)
  }

  private static let keptBack =
    "<p class=\"notice\">This is about fewer than six children or families, who could be known by it. Those who keep it, and those who see rows about children, may read it.</p>"

  /// A link to a file of figures below each table, for those who may take figures away.
  private static func withFiles(_ body: String, _ run: Int64, _ part: String?, _ account: Account) -> String {
    guard account.may(.export) else { return body }
    let parts = body.components(separatedBy: "</table></div>")
    return parts.enumerated().map { number, text in
      number == parts.count - 1
        ? text
        : text
          + "</table></div>\n<p class=\"note\"><a href=\"/runs/\(run)/tables/\(number)\(part.map { "?part=" + $0 } ?? "")\" download>This table as CSV</a></p>"
    }.joined()
  }
}
