import Foundation
import Operations

/// What would have to be true for a target to be met.
enum TargetRoutes {
  static let all = [
    Route("GET", "/forecast/targets", .needs(.see)) { try page($0, $0.request.query) },
    Route("POST", "/forecast/targets", .needs(.forecast), ask),
  ]

  private static let path = "/forecast/targets"
  private static let names = ["measure", "most", "by", "chance", "change", "from", "to"]

  private struct Option {
    let value: String, label: String, isOn: Bool
  }

  private struct Form {
    let error: String?, mayAsk: Bool, isFolded: Bool, csrf: String, measures: [Option], most: String,
      by: String
    let chances: [Option], changes: [Option], isMoving: Bool, froms: [Option], tos: [Option]
  }

  private struct Asked {
    let path: String, label: String
  }

  private struct List {
    let list: [Asked]
  }

  private struct Before {
    let asked: List?
  }

  private static func page(
    _ visit: Visit, _ given: [String: String], error: String? = nil
  ) throws -> WebResponse {
    let options = given.filter { names.contains($0.key) && !$0.value.isEmpty }
    let isAsked = !options.isEmpty && error == nil
    let documents = try visit.site.store.reading { try $0.documents() }
    let hasReturns = documents.contains { $0.kind == .returns }
    return try ReportRoutes.page(
      visit, .require, "What would it take?", .forecast, options: isAsked ? options : ["asked": "nothing"],
      form: ForecastRoutes.links(visit, current: path)
        + visit.site.templates.fill("target-form", form(visit, options, error, mayAsk: hasReturns)),
      empty: !hasReturns
        ? "No returns are loaded yet."
        : isAsked
          ? "This has not been worked out yet."
          : "Say what should be met, and by when. Homeward then finds how many fewer children would have to come into care, or how many more would have to leave, for it to be so.",
      after: before(visit), status: error == nil ? 200 : 422)
  }

  private static func form(
    _ visit: Visit, _ options: [String: String], _ error: String?, mayAsk: Bool
  ) throws -> Form {
    func list(_ name: String, _ all: [(String, String)]) -> [Option] {
      all.map { Option(value: $0.0, label: $0.1, isOn: $0.0 == (options[name] ?? "")) }
    }
    let places = TargetAsk.placements.map { ($0.id, $0.words) }
    return Form(
      error: error, mayAsk: try mayAsk && visit.signedIn().may(.forecast),
      isFolded: !options.isEmpty && error == nil, csrf: visit.csrf,
      measures: list(
        "measure", [("children", "Children in care on a day"), ("cost", "Cost of care in a year")]),
      most: options["most"] ?? "", by: options["by"] ?? "",
      chances: list(
        "chance",
        [
          ("", "On average: about an even chance"), ("50", "In 50 futures of 100"),
          ("80", "In 80 futures of 100"), ("90", "In 90 futures of 100"),
        ]),
      changes: list("change", TargetAsk.changes.map { ($0.name, $0.words) }),
      isMoving: options["change"] == "step-downs", froms: list("from", places), tos: list("to", places))
  }

  /// What was asked before, the latest first, each once.
  private static func before(_ visit: Visit) throws -> String {
    let runs = try visit.site.store.reading { try $0.runs(.require, most: 50) }
    var seen: Set<[String: String]> = []
    let asked = runs.filter { $0.state == .done && seen.insert($0.options).inserted }.prefix(8).map {
      Asked(path: address($0.options), label: words($0.options))
    }
    return visit.site.templates.fill(
      "target-list", Before(asked: asked.isEmpty ? nil : List(list: Array(asked))))
  }

  private static func words(_ options: [String: String]) -> String {
    let what =
      options["measure"] == "cost"
      ? "£\(options["most"] ?? "") in the year of" : "\(options["most"] ?? "") children on"
    let change = TargetAsk.changes.first { $0.name == options["change"] }?.words ?? ""
    let sure = options["chance"].map { ", in \($0) futures of 100" } ?? ""
    return "At most \(what) \(options["by"] ?? "")\(sure): \(change.lowercased())"
  }

  private static func address(_ options: [String: String]) -> String {
    path + "?"
      + names.compactMap { name in options[name].map { "\(name)=\(Site.encoded($0))" } }.joined(
        separator: "&")
  }

  private static func ask(_ visit: Visit) throws -> WebResponse {
    var options: [String: String] = [:]
    for name in names {
      let answer = visit.request.field(name).trimmingCharacters(in: .whitespacesAndNewlines)
      if !answer.isEmpty { options[name] = answer }
    }
    if options["change"] != "step-downs" { (options["from"], options["to"]) = (nil, nil) }
    options["most"] = options["most"].map { $0.filter { !",£ ".contains($0) } }
    do {
      _ = try TargetAsk(options)
    } catch {
      return try page(visit, options, error: error.description)
    }
    _ = try visit.site.queue.add(.require, options: options, by: visit.signedIn())
    return .see(address(options))
  }
}
