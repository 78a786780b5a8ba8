import Foundation
import Operations
import Reporting

/// What was worked out: how far it has come, its charts, tables and files, and where its figures come from.
enum RunRoutes {
  static let all = [
    Route("GET", "/runs/:id", .needs(.see)) { try page($0) },
    Route("GET", "/runs/:id/panel", .needs(.see), panel),
    Route("GET", "/runs/:id/charts/:chart", .needs(.see), chart),
    Route("GET", "/runs/:id/tables/:number", .needs(.export), table),
    Route("GET", "/runs/:id/files/:name", .needs(.export), file),
    Route("POST", "/runs/:id/cancel", .signedIn, cancel),
    Route("POST", "/runs/:id/again", .signedIn, again),
  ]

  struct Panel {
    let id: Int64, isUnderWay: Bool, shown: String, wait: Int, words: String, total: Int?, done: Int,
      mayStop: Bool
    let csrf: String, failure: String?
  }

  private struct Option {
    let name: String, value: String
  }

  private struct Page {
    let words: String, version: String, by: String, options: [Option], inputs: String, result: String
    let mayRun: Bool, id: Int64, csrf: String, verdict: String?, files: [String], changed: Bool
  }

  private static func found(_ visit: Visit) throws -> Run {
    let (id, account) = (try visit.number("id"), try visit.signedIn())
    guard let run = try visit.site.store.reading({ try $0.run(id) }), account.maySee(run.kind),
      try account.mayLookBack || isOnPages(run, visit)
    else {
      throw WebError.notFound
    }
    return run
  }

  /// Whether a run stands on the pages as everybody sees them: made of the files that count, or the one before while its
  /// successor is under way, with nothing asked beside.
  private static func isOnPages(_ run: Run, _ visit: Visit) throws -> Bool {
    let (files, runs) = try visit.site.store.reading {
      (try $0.documents(), try $0.runs(run.kind, most: 500))
    }
    func isFile(_ kind: DocumentKind) -> Bool {
      files.contains { $0.kind == kind && run.options == ["file": $0.name] }
    }
    let isUsual =
      switch run.kind {
      case .planStatus, .planCheck: isFile(.plan)
      case .appraisal: isFile(.businessCase)
      case .scenario: try KeptScenario.all(visit).contains { run.options == ["scenario": $0.text] }
      case .measures:
        try run.options == MeasuresChoice.kept(in: visit.site.store).options(visit.site.store.reference)
      // What was asked of the council as a whole stands on the page for all.
      case .require: true
      default: run.options.isEmpty
      }
    guard isUsual else { return false }
    let (latest, shown, _) = try ReportRoutes.latest(visit, run.kind, options: run.options)
    let before =
      latest?.state.isOver == false
      ? runs.first { $0.options == run.options && $0.state == .done } : nil
    return [latest?.id, shown?.id, before?.id].contains(run.id)
  }

  private static func result(_ visit: Visit) throws -> (Run, RunResult) {
    let run = try found(visit)
    guard let result = try visit.site.store.reading({ try $0.result(of: run.id) }) else {
      throw WebError.notFound
    }
    guard try visit.signedIn().maySee(result) else { throw AccessError.forbidden }
    return (run, result)
  }

  /// How far a run has come; empty where it is done.
  static func panel(_ run: Run, shown: String, _ visit: Visit) throws -> String {
    let progress = visit.site.queue.progress(of: run.id)
    let total = progress?.total ?? run.total
    let words =
      run.state == .waiting
      ? "Waiting for its turn…"
      : run.resultDigest.isEmpty
        ? "Being worked out…" : "A first picture from few futures. It is getting sharper…"
    let account = try visit.signedIn()
    return visit.site.templates.fill(
      "panel",
      Panel(
        id: run.id, isUnderWay: !run.state.isOver, shown: shown, wait: run.resultDigest.isEmpty ? 250 : 1_000,
        words: words, total: total > 0 ? total : nil,
        done: progress?.done ?? run.done, mayStop: account.may(run.kind.permission), csrf: visit.csrf,
        failure: run.state == .failed || run.state == .cancelled && !run.failure.isEmpty ? run.failure : nil))
  }

  /// How far a run has come, and what it gave where that is newer than what the page shows: put in its place without
  /// loading the page again.
  private static func panel(_ visit: Visit) throws -> WebResponse {
    let run = try found(visit)
    let shown = visit.request.query["shown"] ?? ""
    let isNew = !run.resultDigest.isEmpty && run.resultDigest != shown
    var text = try panel(run, shown: isNew ? run.resultDigest : shown, visit)
    // Outturns and plans have several pages, and forms beside: theirs is loaded again.
    let isInPlace = [.forecast, .scenario, .backtest, .explain, .require].contains(run.kind)
    if isNew, isInPlace {
      let result = try visit.site.store.reading { try $0.result(of: run.id) }
      text += try ReportRoutes.shown(visit, run, result, isSwapped: true)
    }
    var response = WebResponse.html(text)
    // Another run takes the place of one whose files changed before it began.
    if run.state == .cancelled && !run.failure.isEmpty || !isInPlace && (isNew || run.state.isOver) {
      response.headers.append(("hx-refresh", "true"))
    }
    return response
  }

  private static func chart(_ visit: Visit) throws -> WebResponse {
    guard let chart = try result(visit).1.charts.first(where: { $0.id == visit.parameters["chart"] }) else {
      throw WebError.notFound
    }
    return WebResponse(
      headers: [("content-type", "application/json; charset=utf-8")], body: Data(chart.specification.utf8))
  }

  private static func table(_ visit: Visit) throws -> WebResponse {
    let (run, result) = try result(visit)
    let part = visit.request.query["part"]
    if run.kind == .outturn, part == MoneyRoutes.contracts, try !visit.signedIn().may(.money) {
      throw AccessError.forbidden
    }
    guard let body = part.map({ part in result.parts?.first { $0.name == part }?.body }) ?? result.body else {
      throw WebError.notFound
    }
    let tables = HTMLText.tables(body)
    let number = Int(try visit.number("number"))
    guard tables.indices.contains(number) else { throw WebError.notFound }
    try note(visit, run, "table \(number)")
    return .file(
      "\(run.kind.rawValue)-\(run.id)-table-\(number + 1).csv", type: "text/csv",
      HTMLText.csv(tables[number].rows))
  }

  private static func file(_ visit: Visit) throws -> WebResponse {
    let (run, result) = try result(visit)
    guard let file = result.files.first(where: { $0.name == visit.parameters["name"] }) else {
      throw WebError.notFound
    }
    guard try visit.signedIn().mayTake(file) else { throw AccessError.forbidden }
    let (text, withheld) = try visit.childRows().text(of: file)
    try note(visit, run, file.name + Visit.noted(withheld))
    return .file(file.name, type: file.type, Data(text.utf8))
  }

  private static func note(_ visit: Visit, _ run: Run, _ what: String) throws {
    let note = AuditNote(
      at: visit.site.now(), actor: try visit.signedIn().signInName, action: "export",
      subject: "run \(run.id)",
      detail: what)
    try visit.site.store.changing(note) { _ in }
  }

  private static func cancel(_ visit: Visit) throws -> WebResponse {
    let run = try found(visit)
    guard try visit.signedIn().may(run.kind.permission) else { throw AccessError.forbidden }
    try visit.site.queue.cancel(run.id, by: visit.signedIn())
    return .see(run.kind.path)
  }

  private static func again(_ visit: Visit) throws -> WebResponse {
    let run = try found(visit)
    guard try visit.signedIn().may(run.kind.permission) else { throw AccessError.forbidden }
    let verdict = try visit.site.queue.verify(run, by: visit.signedIn())
    return try page(visit, verdict: verdict)
  }

  private static func page(_ visit: Visit, verdict: String? = nil) throws -> WebResponse {
    let run = try found(visit)
    let (documents, inputs) = try visit.site.store.reading {
      (try $0.documents(), try $0.inputs(for: run.kind))
    }
    let isSame = inputs == run.inputs
    let page = Page(
      words: "\(run.kind.label), asked for on \(Phrases.moment(run.startedAt)).",
      version: "Homeward \(run.version)",
      by: run.startedBy,
      options: run.options.sorted { $0.key < $1.key }.map { Option(name: $0.key, value: $0.value) },
      inputs: run.inputs, result: run.resultDigest.isEmpty ? "–" : run.resultDigest,
      mayRun: try isSame && run.state == .done && visit.signedIn().may(run.kind.permission), id: run.id,
      csrf: visit.csrf,
      verdict: verdict,
      files: isSame ? documents.map { "\($0.kind.label): \($0.name) (\($0.digest.prefix(12))…)" } : [],
      changed: !isSame)
    return try visit.page("Where the figures come from", nil, template: "run", page)
  }
}

extension RunKind {
  /// What it is called.
  var label: String {
    switch self {
    case .check: "Check of the returns"
    case .measures: "Measures"
    case .measureRows: "Children behind the measures"
    case .forecast: "Forecast"
    case .backtest: "Back-test"
    case .explain: "What drives the forecast"
    case .scenario: "Scenario"
    case .require: "What would it take?"
    case .unitCosts: "Unit costs"
    case .outturn: "Outturn"
    case .fees: "Fees held against the returns"
    case .planStatus: "Status of the plan"
    case .planCheck: "Checks of the plan"
    case .appraisal: "Appraisal"
    case .paper: "Plan read from a paper"
    }
  }

  /// The page that shows it.
  var path: String {
    switch self {
    case .check: "/data/findings"
    case .measures: "/children"
    case .measureRows: "/children/rows"
    case .forecast: "/forecast"
    case .backtest: "/forecast/backtest"
    case .explain: "/forecast/explain"
    case .scenario: "/forecast/scenarios"
    case .require: "/forecast/targets"
    case .unitCosts: "/money/unit-costs"
    case .outturn: "/money"
    case .fees: "/money/fees"
    case .planStatus: "/plan"
    case .planCheck: "/plan/checks"
    case .appraisal: "/cases"
    case .paper: "/plan/read"
    }
  }
}

extension Account {
  /// Whether somebody may see what a kind of run gives: a check of the returns shows rows about children.
  func maySee(_ kind: RunKind) -> Bool {
    switch kind {
    case .check, .measureRows: may(.seeChildren)
    case .fees: may(.money)
    case .paper: may(.plan)
    default: may(.see)
    }
  }

  /// Whether somebody may see what a run gave: of few children or families only those who see or keep them.
  func maySee(_ result: RunResult) -> Bool {
    result.figures["few"] == nil || may(.seeChildren) || may(.plan)
  }

  /// Whether somebody may see what was worked out from earlier files or with other assumptions. Who only looks on may
  /// not: set beside what stands on the pages it could tell of few children.
  var mayLookBack: Bool { [.seeChildren, .load, .forecast, .money, .plan].contains(where: may) }

  /// Whether somebody may take a run's file away.
  func mayTake(_ file: RunResult.File) -> Bool { may(.export) && (!file.isSensitive || may(.seeChildren)) }
}
