import Foundation
import Operations
import Units

/// Trying a scenario out, and keeping it.
enum ScenarioRoutes {
  static let all =
    [
      Route("GET", "/forecast/scenario", .needs(.forecast), open),
      Route("POST", "/forecast/scenario", .needs(.forecast), answer),
    ] + KeptScenarioRoutes.all

  /// What a scenario without a name is called while it is tried.
  private static let unnamed = "What you try out"

  private static func open(_ visit: Visit) throws -> WebResponse {
    let today = RunQueue.day(visit.site.now())
    let query = visit.request.query
    if let id = query["run"] {
      guard let number = Int64(id) else { throw WebError.notFound }
      guard let run = try visit.site.store.reading({ try $0.run(number) }) else {
        return try page(visit, .usual(today: today), notice: gone)
      }
      guard run.kind == .scenario, let text = run.options["scenario"] else { throw WebError.notFound }
      guard var draft = ScenarioDraft(text: text, today: today) else { return try tooMuch(visit, today) }
      if draft.name == unnamed { draft.name = "" }
      return try page(visit, draft, run: run, editing: query["editing"] ?? "")
    }
    guard let id = query["from"] else { return try page(visit, .usual(today: today)) }
    guard let kept = try KeptScenario.one(id, visit) else { throw WebError.notFound }
    guard let draft = ScenarioDraft(text: kept.text, today: today) else { return try tooMuch(visit, today) }
    let run = try visit.site.store.reading { try kept.run(in: $0.runs(.scenario, most: 500)) }
    return try page(visit, draft, run: run, editing: id)
  }

  private static let gone =
    "What was tried under this address is no longer there: tries that nobody keeps go after a month, or when a hundred newer ones were made. Here you begin a new one."

  private static func tooMuch(_ visit: Visit, _ today: CivilDay) throws -> WebResponse {
    try page(
      visit, .usual(today: today),
      notice:
        "That scenario says more than these levers can. To change it, change its file and load it again on the page Data. Here you begin a new one."
    )
  }

  private static func page(
    _ visit: Visit, _ draft: ScenarioDraft, run: Run? = nil, editing: String = "",
    problems: [ScenarioDraft.Problem] = [], notice: String? = nil
  ) throws -> WebResponse {
    let site = visit.site
    let result = try run.flatMap { run in try site.store.reading { try $0.result(of: run.id) } }
    let known = problems.isEmpty ? run : nil
    let panel =
      try known.map { try RunRoutes.panel($0, shown: result == nil ? "" : $0.resultDigest, visit) }
      ?? words(visit, problems)
    let form = ScenarioForm(
      links: try ForecastRoutes.links(visit, current: "/forecast/scenario"), notice: notice,
      csrf: visit.csrf, editing: editing, live: live(visit, run?.id),
      levers: ScenarioForm.levers(draft, problems), name: draft.name, panel: panel,
      shown: try ReportRoutes.shown(visit, run, result))
    let isUnderWay = known.map { !$0.state.isOver } ?? false
    return try visit.page(
      "Try out a scenario", .forecast, site.templates.fill("scenario-form", form),
      status: problems.isEmpty ? 200 : 422, again: isUnderWay ? 3 : nil)
  }

  /// What stands in the place of a picture that can't be drawn.
  private static func words(_ visit: Visit, _ problems: [ScenarioDraft.Problem]) -> String {
    visit.site.templates.fill(
      "scenario-panel",
      ScenarioForm.Problems(
        hasProblems: !problems.isEmpty,
        heading: problems.allSatisfy { $0.field == "name" }
          ? "It is not kept yet" : "This can't be worked out yet",
        problems: problems.map { .init(field: $0.field.isEmpty ? nil : $0.field, words: $0.words) },
        words: "Nothing is changed yet: move a lever, and what it does appears here."))
  }

  private static func live(_ visit: Visit, _ run: Int64?, isSwapped: Bool = false) -> String {
    visit.site.templates.fill(
      "scenario-live", ScenarioForm.Live(run: run.map { "\($0)" } ?? "", isSwapped: isSwapped))
  }

  // MARK: What was sent

  private static func answer(_ visit: Visit) throws -> WebResponse {
    let request = visit.request
    let keeps = request.field("do") == "keep"
    var draft = ScenarioDraft(
      name: request.field("name"), values: Dictionary(request.fields.map { ($0.name, $0.value) }) { $1 })
    draft.name = ScenarioDraft.oneLine(draft.name)
    var problems = draft.problems
    if keeps, draft.name.isEmpty {
      problems.append(.init(field: "name", words: "Give it a name to keep it under."))
    }
    if draft.changesNothing, keeps || !request.isPartial {
      problems.append(.init(field: "prevent-share", words: "Nothing is changed: move at least one lever."))
    }
    let other = keeps ? try KeptScenario.all(visit).first { $0.file == KeptScenario.file(draft.name) } : nil
    if let other, other.id != request.field("editing") {
      problems.append(
        .init(field: "name", words: "A scenario of this name is kept already: choose another name."))
    }
    try stopBefore(visit)
    guard problems.isEmpty, !draft.changesNothing else {
      if request.isPartial { return .html(words(visit, problems) + live(visit, nil, isSwapped: true)) }
      // What was tried with these very levers stays in sight while a name is missing.
      let text = tried(draft).text
      let shown = try Int64(request.field("live")).flatMap { id in
        try visit.site.store.reading { try $0.run(id) }
      }
      let run = shown.flatMap { $0.kind == .scenario && $0.options["scenario"] == text ? $0 : nil }
      return try page(
        visit, draft, run: run, editing: request.field("editing"), problems: problems)
    }
    return keeps ? try keep(draft, visit) : try show(draft, visit)
  }

  /// What somebody tried before and no longer looks at isn't worked out any further.
  private static func stopBefore(_ visit: Visit) throws {
    let account = try visit.signedIn()
    guard visit.request.isPartial, let before = Int64(visit.request.field("live")),
      let run = try visit.site.store.reading({ try $0.run(before) }), run.kind == .scenario,
      run.startedBy == account.signInName, !run.state.isOver
    else { return }
    try visit.site.queue.cancel(before, by: account)
  }

  /// A draft as it is tried: with a name, whichever.
  private static func tried(_ draft: ScenarioDraft) -> ScenarioDraft {
    var draft = draft
    if draft.name.isEmpty { draft.name = unnamed }
    return draft
  }

  private static func show(_ draft: ScenarioDraft, _ visit: Visit) throws -> WebResponse {
    let id = try visit.site.queue.add(
      .scenario, options: ["scenario": tried(draft).text], by: visit.signedIn())
    let editing = visit.request.field("editing")
    let path =
      "/forecast/scenario?run=\(id)" + (editing.isEmpty ? "" : "&editing=\(Site.encoded(editing))")
    guard visit.request.isPartial else { return .see(path) }
    let (run, result) = try visit.site.store.reading { (try $0.run(id), try $0.result(of: id)) }
    guard let run else { throw WebError.notFound }
    // Until there is a result the picture before stays.
    var text = try RunRoutes.panel(run, shown: result == nil ? "" : run.resultDigest, visit)
    text += live(visit, id, isSwapped: true)
    if result != nil { text += try ReportRoutes.shown(visit, run, result, isSwapped: true) }
    var response = WebResponse.html(text)
    response.headers.append(("homeward-address", path))
    return response
  }

  private static func keep(_ draft: ScenarioDraft, _ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    let editing = visit.request.field("editing")
    let file = KeptScenario.file(draft.name)
    let keep = KeepDocuments(visit.site.store, now: visit.site.now)
    let outcome = try keep.add([(name: file, content: Data(draft.text.utf8))], as: .scenario, by: account)
    guard outcome.problems.isEmpty, let kept = try KeptScenario.all(visit).first(where: { $0.file == file })
    else { throw WebError.badForm(outcome.problems.first ?? "It could not be kept. Try again.") }
    // Under another name it takes the place of the one it was made from.
    if !editing.isEmpty, let before = try KeptScenario.one(editing, visit), before.file != file {
      _ = try keep.remove(before.id, by: account)
    }
    _ = try visit.site.queue.add(.scenario, options: ["scenario": draft.text], by: account)
    // Plans and cases may name its file.
    try visit.site.queue.refresh(by: account)
    return .see("/forecast/scenarios/\(kept.id)")
  }
}
