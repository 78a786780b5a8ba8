import Foundation
import Operations
import Reporting
import Units

/// Savings plans: how each stands, its actions, risks, bridge and checks, and the versions that were kept.
enum PlanRoutes {
  static let all =
    [
      Route("GET", "/plan", .needs(.see)) { try page($0, nil, "Plan") },
      Route("GET", "/plan/actions", .needs(.see)) { try page($0, "actions", "Action plan") },
      Route("GET", "/plan/risks", .needs(.see)) { try page($0, "risks", "Risks") },
      Route("GET", "/plan/bridge", .needs(.see)) { try page($0, "bridge", "From plan to budget") },
      Route("GET", "/plan/checks", .needs(.see), checks),
      Route("GET", "/plan/template.yaml", .needs(.see)) { _ in
        .file("plan.yaml", type: "application/yaml", Data(ReadPlan.template.utf8))
      },
      Route("GET", "/plan/plan.yaml", .needs(.export), download),
      Route("POST", "/plan/keep", .needs(.plan)) { try ask($0, keeping: true) },
      Route("POST", "/plan/again", .needs(.plan)) { try ask($0, keeping: false) },
    ] + PaperRoutes.all

  private struct Choice {
    let path: String, label: String, isCurrent: Bool
  }

  private struct Plans {
    let choices: [Choice]
  }

  private struct Head {
    let plans: Plans?, pages: [Choice], keeping: String
  }

  private struct Row {
    let name: String, cells: [String]
  }

  private struct History {
    let days: [String], rows: [Row]
  }

  private struct Foot {
    let file: String, csrf: String, mayKeep: Bool, isOld: Bool, asOf: String, history: History?
    let download: String?
  }

  private struct Empty {
    let mayLoad: Bool
  }

  /// The pages of a plan by path and name.
  private static let pages = [
    ("/plan", "How it stands"), ("/plan/actions", "Actions"), ("/plan/risks", "Risks"),
    ("/plan/bridge", "From plan to budget"), ("/plan/checks", "Checks"),
  ]

  /// The plan chosen, or else the first; nil where there is none.
  private static func chosen(_ visit: Visit) throws -> (name: String, all: [String])? {
    let names = try visit.site.store.reading { try $0.documents() }.filter { $0.kind == .plan }.map(\.name)
    let asked = visit.request.query["file"] ?? visit.request.field("file")
    if !asked.isEmpty, !names.contains(asked) { throw WebError.notFound }
    return names.first.map { (asked.isEmpty ? $0 : asked, names) }
  }

  private static func empty(_ visit: Visit) throws -> WebResponse {
    try visit.page(
      "Plan", .plan, template: "plan-empty", Empty(mayLoad: visit.signedIn().may(.plan)))
  }

  /// The plans to choose from and the pages of the one chosen.
  private static func head(_ visit: Visit, _ name: String, _ all: [String], _ path: String) throws -> String {
    let suffix = all.count > 1 ? "?file=" + Site.encoded(name) : ""
    let runs = try visit.site.store.reading { try $0.runs(.planStatus, most: 20) }
    let keeping = runs.first {
      $0.options["file"] == name && $0.options["keep"] != nil && (!$0.state.isOver || $0.state == .failed)
    }
    let head = Head(
      plans: all.count > 1
        ? Plans(
          choices: all.map {
            Choice(path: "\(path)?file=\(Site.encoded($0))", label: $0, isCurrent: $0 == name)
          }) : nil,
      pages: pages.map { Choice(path: $0.0 + suffix, label: $0.1, isCurrent: $0.0 == path) }
        + (try visit.signedIn().may(.plan)
          ? [Choice(path: "/plan/read", label: "Read a paper", isCurrent: false)] : []),
      keeping: try keeping.map { try RunRoutes.panel($0, shown: "", visit) } ?? "")
    return visit.site.templates.fill("plan-head", head)
  }

  private static func page(_ visit: Visit, _ part: String?, _ title: String) throws -> WebResponse {
    guard let (name, all) = try chosen(visit) else { return try empty(visit) }
    return try ReportRoutes.page(
      visit, .planStatus, title, .plan, options: ["file": name],
      form: head(visit, name, all, part.map { "/plan/" + $0 } ?? "/plan"),
      empty: "How the plan stands has not been worked out yet.", part: part,
      after: part == nil ? foot(visit, name) : "")
  }

  private static func checks(_ visit: Visit) throws -> WebResponse {
    guard let (name, all) = try chosen(visit) else { return try empty(visit) }
    return try ReportRoutes.page(
      visit, .planCheck, "Checks of the plan", .plan, options: ["file": name],
      form: head(visit, name, all, "/plan/checks"), empty: "The plan has not been checked yet.")
  }

  /// What was kept of the plan before, and the forms that keep it now and judge it anew.
  private static func foot(_ visit: Visit, _ name: String) throws -> String {
    let account = try visit.signedIn()
    let (_, shown, result) = try ReportRoutes.latest(visit, .planStatus, options: ["file": name])
    guard let shown, let kept = result?.kept else { return "" }
    let items = kept["items"].flatMap {
      try? JSONDecoder().decode([String: String].self, from: Data($0.utf8))
    }
    let statuses = try visit.site.store.reading { try $0.plans.statuses(of: kept["plan"] ?? "") }
    let isOld = kept["asOf"] != RunQueue.day(visit.site.now()).description && shown.state == .done
    let foot = Foot(
      file: name, csrf: visit.csrf, mayKeep: account.may(.plan), isOld: isOld, asOf: kept["asOf"] ?? "",
      history: history(statuses, items ?? [:]),
      download: account.may(.export) ? "/plan/plan.yaml?file=" + Site.encoded(name) : nil)
    return visit.site.templates.fill("plan-foot", foot)
  }

  private static func history(_ statuses: [KeptStatus], _ items: [String: String]) -> History? {
    let days = Set(statuses.map(\.on)).sorted().suffix(6)
    guard !days.isEmpty else { return nil }
    let names = items.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return History(
      days: days.map(\.spoken),
      rows: names.map { id, name in
        Row(
          name: name,
          cells: days.map { day in statuses.last { $0.on == day && $0.item == id }?.status.words ?? "–" })
      })
  }

  private static func ask(_ visit: Visit, keeping: Bool) throws -> WebResponse {
    guard let (name, _) = try chosen(visit) else { throw WebError.notFound }
    var options = ["file": name]
    if keeping { options["keep"] = RunQueue.moment(visit.site.now()) }
    _ = try visit.site.queue.add(.planStatus, options: options, by: visit.signedIn(), anew: true)
    return .see("/plan?file=" + Site.encoded(name))
  }

  private static func download(_ visit: Visit) throws -> WebResponse {
    guard let (name, _) = try chosen(visit) else { throw WebError.notFound }
    let (_, shown, result) = try ReportRoutes.latest(visit, .planStatus, options: ["file": name])
    guard let shown, let text = result?.kept?["yaml"] else { throw WebError.notFound }
    let note = AuditNote(
      at: visit.site.now(), actor: try visit.signedIn().signInName, action: "export",
      subject: "run \(shown.id)", detail: "plan")
    try visit.site.store.changing(note) { _ in }
    return .file("plan.yaml", type: "application/yaml", Data(text.utf8))
  }
}
