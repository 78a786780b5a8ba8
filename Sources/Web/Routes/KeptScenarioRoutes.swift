import Foundation
import Operations
import Reporting

/// Scenarios that are kept: each with what it gives, and all side by side.
enum KeptScenarioRoutes {
  static let all = [
    Route("GET", "/forecast/scenarios", .needs(.see)) { try page($0) },
    Route("POST", "/forecast/scenarios", .needs(.forecast), work),
    Route("GET", "/forecast/scenarios.csv", .needs(.export), csv),
    Route("GET", "/forecast/scenarios/:id", .needs(.see), one),
    Route("POST", "/forecast/scenarios/:id/remove", .needs(.forecast), remove),
    Route("POST", "/forecast/scenarios/:id/restore", .needs(.forecast), restore),
  ]

  private struct Row {
    let id: String, name: String, headline: String?, note: String?, mayEdit: Bool, mayRemove: Bool
    let csrf: String
  }

  private struct Table {
    let html: String, mayExport: Bool
  }

  private struct Page {
    let links: String, message: String?, undo: String?, csrf: String, isUnderWay: Bool, isEmpty: Bool
    let mayRun: Bool, mayWork: Bool, rows: [Row], table: Table?
  }

  /// A scenario with its latest run and what that gave.
  private struct Standing {
    let kept: KeptScenario, run: Run?, result: RunResult?, isCurrent: Bool
  }

  private static func standings(_ visit: Visit) throws -> [Standing] {
    let all = try KeptScenario.all(visit)
    return try visit.site.store.reading { reading in
      let runs = try reading.runs(.scenario, most: 500)
      let inputs = try reading.inputs(for: .scenario)
      return try all.map { kept in
        let run = kept.run(in: runs)
        return Standing(
          kept: kept, run: run, result: try run.flatMap { try reading.result(of: $0.id) },
          isCurrent: run?.inputs == inputs)
      }
    }
  }

  private static func page(_ visit: Visit, message: String? = nil, undo: String? = nil) throws -> WebResponse
  {
    let account = try visit.signedIn()
    let standings = try standings(visit)
    let mayRun = account.may(.forecast)
    let today = RunQueue.day(visit.site.now())
    let isUnderWay = standings.contains { $0.run.map { !$0.state.isOver } ?? false }
    let table = table(standings)
    let page = Page(
      links: try ForecastRoutes.links(visit, current: "/forecast/scenarios"), message: message, undo: undo,
      csrf: visit.csrf, isUnderWay: isUnderWay, isEmpty: standings.isEmpty, mayRun: mayRun,
      mayWork: mayRun && standings.contains { !$0.isCurrent || $0.run?.state == .cancelled },
      rows: standings.map { one in
        Row(
          id: one.kept.id, name: one.kept.name, headline: one.result?.figures["headline"], note: note(one),
          mayEdit: mayRun && ScenarioDraft(text: one.kept.text, today: today) != nil, mayRemove: mayRun,
          csrf: visit.csrf)
      },
      table: table.rows.isEmpty ? nil : Table(html: table.html(), mayExport: account.may(.export)))
    return try visit.page(
      "Scenarios kept", .forecast, visit.site.templates.fill("scenarios", page), again: isUnderWay ? 3 : nil)
  }

  private static func note(_ one: Standing) -> String? {
    guard let run = one.run else { return "It was not worked out yet." }
    if run.state == .failed { return "It could not be worked out: its page says why." }
    if run.state == .cancelled { return "It was stopped before it was worked out." }
    if !run.state.isOver { return "Being worked out." }
    return one.isCurrent ? nil : "Worked out from earlier files."
  }

  /// The scenarios that were worked out, side by side.
  private static func table(_ standings: [Standing]) -> ReportTable {
    let known = standings.compactMap { one in
      one.result.flatMap { $0.figures.isEmpty ? nil : (name: one.kept.name, figures: $0.figures) }
    }
    let until = known.first?.figures["until"] ?? ""
    let year = known.first?.figures["year"] ?? ""
    let names = ["children", "childrenWithout", "cost", "costWithout", "saved", "saves"]
    return ReportTable(
      title: "Children in care on \(until), and £ thousand in \(year)", labels: "Scenario",
      columns: [
        "Children", "Without it", "Cost", "Without it", "Saved", "Saves", "Saved, 8 futures in 10",
      ],
      rows: known.map { one in
        ReportTable.Row(
          label: one.name,
          cells: names.map { one.figures[$0] ?? "" }
            + ["\(one.figures["low"] ?? "") to \(one.figures["high"] ?? "")"], isTotal: false)
      },
      notes: [
        "Each is held against the same forecast. Savings of several scenarios can't be added: two may reach the same children.",
        "Where a scenario changes assumptions too, such as how prices rise, saved is against care with these: what its initiatives do.",
        "Saves: the share of the futures in which something is saved. Saved is what is left after the cost of running it; below nought it costs more.",
      ])
  }

  private static func csv(_ visit: Visit) throws -> WebResponse {
    let table = table(try standings(visit))
    let rows = [[table.title] + table.columns] + table.rows.map { [$0.label] + $0.cells }
    let note = AuditNote(
      at: visit.site.now(), actor: try visit.signedIn().signInName, action: "export", subject: "scenarios")
    try visit.site.store.changing(note) { _ in }
    return .file("scenarios.csv", type: "text/csv", HTMLText.csv(rows))
  }

  private static func work(_ visit: Visit) throws -> WebResponse {
    for kept in try KeptScenario.all(visit) {
      _ = try visit.site.queue.add(.scenario, options: ["scenario": kept.text], by: visit.signedIn())
    }
    return .see("/forecast/scenarios")
  }

  private static func one(_ visit: Visit) throws -> WebResponse {
    guard let kept = try KeptScenario.one(visit.parameters["id"] ?? "", visit) else {
      throw WebError.notFound
    }
    return try ReportRoutes.page(
      visit, .scenario, kept.name, .forecast, options: ["scenario": kept.text],
      form: ForecastRoutes.links(visit, current: ""),
      empty: "It was not worked out yet. The page “Scenarios kept” has a button for that.",
      links: try visit.signedIn().may(.forecast)
        ? [("/forecast/scenario?from=\(kept.id)", "Change it, or try out something like it")] : [])
  }

  private static func remove(_ visit: Visit) throws -> WebResponse {
    let keep = KeepDocuments(visit.site.store, now: visit.site.now)
    guard let kept = try KeptScenario.one(visit.parameters["id"] ?? "", visit),
      let gone = try keep.remove(kept.id, by: visit.signedIn())
    else { throw WebError.notFound }
    try visit.site.queue.refresh(by: visit.signedIn())
    return try page(visit, message: "“\(kept.name)” was removed.", undo: gone.id)
  }

  private static func restore(_ visit: Visit) throws -> WebResponse {
    let keep = KeepDocuments(visit.site.store, now: visit.site.now)
    let id = visit.parameters["id"] ?? ""
    let gone = try visit.site.store.reading { try $0.removedDocuments(most: 1_000).first { $0.id == id } }
    guard gone?.kind == .scenario, try keep.restore(id, by: visit.signedIn()) != nil else {
      throw WebError.notFound
    }
    try visit.site.queue.refresh(by: visit.signedIn())
    return try page(visit, message: "It is kept again.")
  }
}
