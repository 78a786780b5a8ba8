import Foundation
import Operations

/// Reading a plan out of a paper: what it proposes, the plan's file to take away, and keeping it as a plan.
enum PaperRoutes {
  static let all = [
    Route("GET", "/plan/read", .needs(.plan)) { try page($0) },
    Route("POST", "/plan/read", .needs(.plan), largest: largest, add),
    Route("GET", "/plan/read/plan.yaml", .needs(.plan), download),
    Route("POST", "/plan/read/keep", .needs(.plan), keep),
  ]

  /// The largest paper taken, in bytes, with what a form adds.
  private static let largest = 20 << 20

  private struct Choice {
    let path: String, label: String, isCurrent: Bool
  }

  private struct Papers {
    let choices: [Choice]
  }

  private struct Form {
    let error: String?, message: String?, plan: String?, csrf: String, papers: Papers?
  }

  private struct Keep {
    let encoded: String, file: String, csrf: String, replaces: String
  }

  private static func papers(_ visit: Visit) throws -> [CouncilDocument] {
    try visit.site.store.reading { try $0.documents() }.filter { $0.kind == .paper }
  }

  /// The paper asked for, or else the one added last.
  private static func chosen(_ visit: Visit, _ name: String?) throws -> CouncilDocument? {
    let all = try papers(visit)
    guard let name, !name.isEmpty else { return all.max { $0.addedAt < $1.addedAt } }
    guard let one = all.first(where: { $0.name == name }) else { throw WebError.notFound }
    return one
  }

  private static func options(_ paper: CouncilDocument) -> [String: String] {
    ["file": paper.name, "digest": paper.digest]
  }

  private static func address(_ name: String) -> String { "/plan/read?file=" + Site.encoded(name) }

  private static func page(
    _ visit: Visit, file: String? = nil, message: String? = nil, plan: String? = nil, error: String? = nil
  ) throws -> WebResponse {
    let paper = try chosen(visit, file ?? visit.request.query["file"])
    let all = try papers(visit)
    let form = Form(
      error: error, message: message, plan: plan, csrf: visit.csrf,
      papers: all.count > 1
        ? Papers(
          choices: all.map {
            Choice(path: address($0.name), label: $0.name, isCurrent: $0.name == paper?.name)
          }) : nil)
    return try ReportRoutes.page(
      visit, .paper, "Read a paper", .plan, options: paper.map(options) ?? ["file": ""],
      form: visit.site.templates.fill("paper", form),
      empty: paper == nil ? "No paper was read yet." : "It has not been read yet.",
      links: [("/plan", "Plan")], after: paper.map { try keeping(visit, $0) } ?? "",
      status: error == nil ? 200 : 422)
  }

  /// What can be done with a plan once it was read.
  private static func keeping(_ visit: Visit, _ paper: CouncilDocument) throws -> String {
    guard try yaml(visit, paper) != nil else { return "" }
    let name = planName(paper)
    let isThere = try visit.site.store.reading { try $0.documents() }.contains {
      $0.kind == .plan && $0.name == name
    }
    return visit.site.templates.fill(
      "paper-keep",
      Keep(
        encoded: Site.encoded(paper.name), file: paper.name, csrf: visit.csrf,
        replaces: isThere
          ? "It takes the place of the plan \(name), which can be put back on the page Data."
          : "It is kept as \(name), and can be taken back on the page Data."))
  }

  private static func yaml(_ visit: Visit, _ paper: CouncilDocument) throws -> String? {
    try ReportRoutes.latest(visit, .paper, options: options(paper)).result?.kept?["yaml"]
  }

  /// What the plan of a paper is called.
  private static func planName(_ paper: CouncilDocument) -> String {
    let last = paper.name.split(separator: "/").last.map(String.init) ?? "paper"
    let stem = last.split(separator: ".").dropLast().joined(separator: ".")
    return (stem.isEmpty ? last : stem) + ".yaml"
  }

  private static func add(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    guard let upload = visit.request.uploads.first else {
      return try page(visit, error: "Choose a paper first.")
    }
    let endings = [".docx", ".pdf", ".md", ".txt"]
    guard endings.contains(where: upload.name.lowercased().hasSuffix) else {
      return try page(
        visit,
        error: "Give the paper as .docx, .pdf, .md or .txt. Open an older .doc in Word and save it as .docx.")
    }
    let outcome = try KeepDocuments(visit.site.store, now: visit.site.now).add(
      [(name: upload.name, content: upload.content)], as: .paper, by: account)
    guard let name = outcome.added.first?.name ?? outcome.known.first else {
      return try page(visit, error: outcome.problems.first ?? "It could not be kept. Try again.")
    }
    guard let paper = try chosen(visit, name) else { throw WebError.notFound }
    _ = try visit.site.queue.add(.paper, options: options(paper), by: account)
    return .see(address(name))
  }

  private static func download(_ visit: Visit) throws -> WebResponse {
    guard let paper = try chosen(visit, visit.request.query["file"]), let text = try yaml(visit, paper) else {
      throw WebError.notFound
    }
    let note = AuditNote(
      at: visit.site.now(), actor: try visit.signedIn().signInName, action: "export", subject: "paper",
      detail: "plan")
    try visit.site.store.changing(note) { _ in }
    return .file(planName(paper), type: "application/yaml", Data(text.utf8))
  }

  /// Keeps what was read as a plan among the council's files.
  private static func keep(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    guard let paper = try chosen(visit, visit.request.field("file")), let text = try yaml(visit, paper) else {
      throw WebError.notFound
    }
    let name = planName(paper)
    let outcome = try KeepDocuments(visit.site.store, now: visit.site.now).add(
      [(name: name, content: Data(text.utf8))], as: .plan, by: account)
    guard outcome.problems.isEmpty else {
      return try page(visit, file: paper.name, error: outcome.problems[0])
    }
    try visit.site.queue.refresh(by: account)
    return try page(
      visit, file: paper.name, message: "It is kept as the plan \(name).",
      plan: "/plan?file=" + Site.encoded(name))
  }
}
