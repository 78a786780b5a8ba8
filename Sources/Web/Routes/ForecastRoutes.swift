import Operations

/// The forecast, what drives it, and how earlier ones did.
enum ForecastRoutes {
  static let all =
    [
      Route("GET", "/forecast", .needs(.see), forecast),
      Route("POST", "/forecast", .needs(.forecast), ask),
      Route("GET", "/forecast/backtest", .needs(.see)) { try other($0, .backtest) },
      Route("POST", "/forecast/backtest", .needs(.forecast)) { try begin($0, .backtest) },
      Route("GET", "/forecast/explain", .needs(.see)) { try other($0, .explain) },
      Route("POST", "/forecast/explain", .needs(.forecast)) { try begin($0, .explain) },
    ] + ScenarioRoutes.all + TargetRoutes.all

  /// What a forecast may be asked with.
  private static let names = ["until", "asOf", "ratesFrom", "ratesTo", "uplift", "futures"]

  private struct Form {
    let mayRun: Bool, csrf: String, until: String, asOf: String, ratesFrom: String, ratesTo: String,
      uplift: String, futures: String
  }

  private struct Item {
    let path: String, label: String, isCurrent: Bool
  }

  private struct Ask {
    let words: String, button: String?, path: String, csrf: String
  }

  private struct Links {
    let links: [Item], ask: Ask?
  }

  /// Links to the pages about the forecast, those somebody may use.
  static func links(_ visit: Visit, current: String) throws -> String {
    try links(visit, current: current, ask: nil)
  }

  private static func links(_ visit: Visit, current: String, ask: Ask?) throws -> String {
    let mayRun = try visit.signedIn().may(.forecast)
    let pages = [
      ("/forecast", "Forecast"), ("/forecast/scenario", "Try out a scenario"),
      ("/forecast/scenarios", "Scenarios kept"), ("/forecast/targets", "What would it take?"),
      ("/forecast/explain", "What drives it"),
      ("/forecast/backtest", "How right it was before"),
    ].filter { mayRun || $0.0 != "/forecast/scenario" }
    return visit.site.templates.fill(
      "forecast-links",
      Links(links: pages.map { Item(path: $0.0, label: $0.1, isCurrent: $0.0 == current) }, ask: ask))
  }

  private static func forecast(_ visit: Visit) throws -> WebResponse {
    let query = visit.request.query
    let options = query.filter { names.contains($0.key) && !$0.value.isEmpty }
    guard try options.isEmpty || visit.signedIn().mayLookBack else { throw AccessError.forbidden }
    let form = Form(
      mayRun: try visit.signedIn().may(.forecast), csrf: visit.csrf, until: query["until"] ?? "",
      asOf: query["asOf"] ?? "", ratesFrom: query["ratesFrom"] ?? "", ratesTo: query["ratesTo"] ?? "",
      uplift: query["uplift"] ?? "3", futures: query["futures"] ?? "1000")
    return try ReportRoutes.page(
      visit, .forecast, "Forecast", .forecast, options: options,
      form: try links(visit, current: "/forecast") + visit.site.templates.fill("forecast-form", form),
      empty: "No returns are loaded yet.")
  }

  private static func ask(_ visit: Visit) throws -> WebResponse {
    let options = names.map { ($0, visit.request.field($0)) }.filter { !$0.1.isEmpty }
    _ = try visit.site.queue.add(
      .forecast, options: Dictionary(options) { $1 }, by: visit.signedIn())
    return .see(
      "/forecast?" + options.map { "\($0.0)=\(Site.encoded($0.1))" }.joined(separator: "&"))
  }

  private static func words(_ kind: RunKind) -> String {
    kind == .backtest
      ? "Forecasts made anew as they would have been made in earlier years, held against what came. It takes a minute or two."
      : "What the change in children and cost is made of, and which assumption moves it most. It takes about half a minute."
  }

  /// The back-test and what drives the forecast: worked out when somebody asks.
  private static func other(_ visit: Visit, _ kind: RunKind) throws -> WebResponse {
    let (latest, documents, inputs) = try visit.site.store.reading {
      (try $0.runs(kind, most: 1).first, try $0.documents(), try $0.inputs(for: kind))
    }
    let isThere = latest.map {
      !$0.state.isOver || $0.state == .done && $0.inputs == inputs
    }
    let mayBegin = try visit.signedIn().may(.forecast) && documents.contains { $0.kind == .returns }
    let ask = Ask(
      words: words(kind), button: mayBegin && isThere != true ? "Work it out" : nil, path: kind.path,
      csrf: visit.csrf)
    return try ReportRoutes.page(
      visit, kind, kind.label, .forecast, options: [:],
      form: links(visit, current: kind.path, ask: ask),
      empty: documents.contains { $0.kind == .returns }
        ? "Nobody has worked it out yet." : "No returns are loaded yet.")
  }

  private static func begin(_ visit: Visit, _ kind: RunKind) throws -> WebResponse {
    _ = try visit.site.queue.add(kind, options: [:], by: visit.signedIn())
    return .see(kind.path)
  }
}
