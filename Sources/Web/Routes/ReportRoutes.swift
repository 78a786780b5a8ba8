import Foundation
import Operations

/// Pages that show what was worked out last.
enum ReportRoutes {
  static let all = [
    Route("GET", "/children", .needs(.see)) {
      try page($0, .measures, "Children in care", .children, empty: "No returns are loaded yet.")
    },
    Route("GET", "/money", .needs(.see)) {
      try page(
        $0, .outturn, "Money", .money, empty: "An outturn needs the fee ledger beside the returns.",
        links: [
          ("/money/unit-costs", "What a week of each kind of care costs"),
          ("/money/fees", "Fees held against the returns"),
        ])
    },
    Route("GET", "/money/unit-costs", .needs(.see)) {
      try page(
        $0, .unitCosts, "Unit costs", .money, empty: "Unit costs need the fee ledger beside the returns.")
    },
    Route("GET", "/money/fees", .needs(.money)) {
      try page($0, .fees, "Fees held against the returns", .money, empty: "No fee ledger is loaded yet.")
    },
    Route("GET", "/plan", .needs(.see)) {
      try page(
        $0, .planStatus, "Plan", .plan, empty: "No plan is loaded yet.",
        links: [("/plan/checks", "What the checks find in it")])
    },
    Route("GET", "/plan/checks", .needs(.see)) {
      try page($0, .planCheck, "Checks of the plan", .plan, empty: "No plan is loaded yet.")
    },
    Route("GET", "/cases", .needs(.see)) {
      try page($0, .appraisal, "Cases", .cases, empty: "No business case is loaded yet.")
    },
  ]

  struct Link {
    let path: String, label: String
  }

  struct File {
    let path: String, name: String, isSensitive: Bool
  }

  struct Report {
    let panel: String, form: String, shown: String, empty: String, links: [Link]
  }

  /// What a run gave, as a part of a page.
  struct Shown {
    let isSwapped: Bool, older: String?, body: String?, run: Int64, footer: String, hasFiles: Bool
    let files: [File], title: String?
  }

  /// What a run gave; `isSwapped` where it takes the place of what a page shows, with its title.
  static func shown(
    _ visit: Visit, _ run: Run?, _ result: RunResult?, older: String? = nil, isSwapped: Bool = false
  ) throws -> String {
    let account = try visit.signedIn()
    let id = run?.id ?? 0
    let files = (result?.files ?? []).filter { account.may($0.isSensitive ? .seeChildren : .export) }
    // A page on which a scenario is tried keeps its own title.
    let title = isSwapped && run?.kind != .scenario ? result?.title : nil
    return visit.site.templates.fill(
      "shown",
      Shown(
        isSwapped: isSwapped, older: older, body: result.map { withFiles($0.body, id, account) }, run: id,
        footer: HTMLText.plain(result?.footer ?? ""), hasFiles: !files.isEmpty,
        files: files.map {
          File(path: "/runs/\(id)/files/\($0.name)", name: $0.name, isSensitive: $0.isSensitive)
        }, title: title))
  }

  /// The latest of a kind with these options; where it is under way, how far it has come, and what the one before
  /// gave.
  static func page(
    _ visit: Visit, _ kind: RunKind, _ title: String, _ area: Area, options: [String: String]? = nil,
    form: String = "", empty: String, links: [(String, String)] = []
  ) throws -> WebResponse {
    let (runs, inputs) = try visit.site.store.reading {
      (try $0.runs(kind, most: 500), CouncilFolder.inputs(try $0.documents(), for: kind))
    }
    let own = runs.filter { run in options.map { $0 == run.options } ?? true }
    let latest = own.first
    let (shown, result) = try visit.site.store.reading { reading -> (Run?, RunResult?) in
      for run in own {
        if let result = try reading.result(of: run.id) { return (run, result) }
      }
      return (nil, nil)
    }
    let panel = try latest.map { try RunRoutes.panel($0, shown: shown?.resultDigest ?? "", visit) } ?? ""
    let older: String? =
      if let shown, shown.id != latest?.id {
        "This is from before; a newer one is being worked out."
      } else if let shown, shown.inputs != inputs, latest?.state.isOver ?? true {
        "The council's files changed since this was worked out."
      } else { nil }
    let report = Report(
      panel: panel, form: form, shown: try ReportRoutes.shown(visit, shown, result, older: older),
      empty: latest == nil ? empty : "", links: links.map { Link(path: $0.0, label: $0.1) })
    let isUnderWay = latest.map { !$0.state.isOver } ?? false
    return try visit.page(
      result?.title ?? title, area, visit.site.templates.fill("report", report), again: isUnderWay ? 3 : nil)
  }

  /// A link to a file of figures below each table, for those who may take figures away.
  private static func withFiles(_ body: String, _ run: Int64, _ account: Account) -> String {
    guard account.may(.export) else { return body }
    let parts = body.components(separatedBy: "</table></div>")
    return parts.enumerated().map { number, part in
      number == parts.count - 1
        ? part
        : part
          + "</table></div>\n<p class=\"note\"><a href=\"/runs/\(run)/tables/\(number)\" download>This table as CSV</a></p>"
    }.joined()
  }
}
