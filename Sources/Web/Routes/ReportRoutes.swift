import Foundation
import Operations

/// Pages that show what was worked out last.
enum ReportRoutes {
  static let all = [
    Route("GET", "/children", .needs(.see)) {
      try page($0, .measures, "Children in care", .children, empty: "No returns are loaded yet.")
    },
    Route("GET", "/forecast", .needs(.see), forecast),
    Route("POST", "/forecast", .needs(.forecast), ask),
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
    let panel: String, form: String, older: String?, body: String?, run: Int64, footer: String, hasFiles: Bool
    let files: [File], empty: String, links: [Link]
  }

  struct Form {
    let mayRun: Bool, csrf: String, until: String, uplift: String, futures: String
  }

  private static func forecast(_ visit: Visit) throws -> WebResponse {
    let query = visit.request.query
    let options = query.filter { ["until", "uplift", "futures"].contains($0.key) && !$0.value.isEmpty }
    let form = Form(
      mayRun: try visit.signedIn().may(.forecast), csrf: visit.csrf, until: query["until"] ?? "",
      uplift: query["uplift"] ?? "3", futures: query["futures"] ?? "1000")
    return try page(
      visit, .forecast, "Forecast", .forecast, options: options,
      form: visit.site.templates.fill("forecast-form", form), empty: "No returns are loaded yet.")
  }

  private static func ask(_ visit: Visit) throws -> WebResponse {
    let names = ["until", "uplift", "futures"]
    let options = names.map { ($0, visit.request.field($0)) }.filter { !$0.1.isEmpty }
    _ = try visit.site.queue.add(
      .forecast, options: Dictionary(options) { $1 }, by: visit.signedIn())
    return .see(
      "/forecast?" + options.map { "\($0.0)=\(Site.encoded($0.1))" }.joined(separator: "&"))
  }

  /// The latest of a kind with these options; where it is under way, how far it has come, and what the one before
  /// gave.
  static func page(
    _ visit: Visit, _ kind: RunKind, _ title: String, _ area: Area, options: [String: String]? = nil,
    form: String = "", empty: String, links: [(String, String)] = []
  ) throws -> WebResponse {
    let account = try visit.signedIn()
    let (runs, inputs) = try visit.site.store.reading {
      (try $0.runs(kind, most: 100), CouncilFolder.inputs(try $0.documents()))
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
    let files = (result?.files ?? []).filter { account.may($0.isSensitive ? .seeChildren : .export) }
    let older: String? =
      if let shown, shown.id != latest?.id {
        "This is from before; a newer one is being worked out."
      } else if let shown, shown.inputs != inputs, latest?.state.isOver ?? true {
        "The council's files changed since this was worked out."
      } else { nil }
    let report = Report(
      panel: panel, form: form, older: older,
      body: result.map { withFiles($0.body, shown?.id ?? 0, account) },
      run: shown?.id ?? 0, footer: HTMLText.plain(result?.footer ?? ""), hasFiles: !files.isEmpty,
      files: files.map {
        File(path: "/runs/\(shown?.id ?? 0)/files/\($0.name)", name: $0.name, isSensitive: $0.isSensitive)
      },
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
