import Foundation
import Operations
import Reporting

/// Business cases: all of them, each on its page, several beside each other, templates, and signing off.
enum CaseRoutes {
  static let all = [
    Route("GET", "/cases", .needs(.see)) { try page($0) },
    Route("GET", "/cases/compare", .needs(.see), compare),
    Route("GET", "/cases/templates/:kind", .needs(.see), template),
    Route("POST", "/cases/sign-off", .needs(.see), signOff),
    Route("POST", "/cases/withdraw", .needs(.see), withdraw),
  ]

  /// A sign-off as it is kept: it is of the file's very bytes.
  struct SignOff: Codable {
    let by: String, signInName: String, at: Int64, words: String

    static func name(_ document: CouncilDocument) -> String { "case.signed." + document.digest }

    static func of(_ document: CouncilDocument, _ reading: any CouncilReading) throws -> SignOff? {
      try reading.setting(name(document)).flatMap {
        try? JSONDecoder().decode(SignOff.self, from: Data($0.utf8))
      }
    }
  }

  struct Kind {
    let name: String, purpose: String
  }

  struct Line {
    let file: String, path: String, name: String, cells: [String], isWorkedOut: Bool, state: String,
      sign: String
  }

  struct Table {
    let columns: [String], lines: [Line]
  }

  private struct List {
    let table: Table?, mayCompare: Bool, mayLoad: Bool, kinds: [Kind]
  }

  private struct Signing {
    let message: String?, error: String?, signed: String?, words: String?, maySign: Bool, mayWithdraw: Bool
    let file: String, csrf: String, why: String?
  }

  private static func cases(_ visit: Visit) throws -> [CouncilDocument] {
    try visit.site.store.reading { try $0.documents() }.filter { $0.kind == .businessCase }
  }

  /// A case as a line of a table; figures of few children are kept back from those who may not see them.
  private static func line(_ visit: Visit, _ document: CouncilDocument) throws -> Line {
    let (latest, _, result) = try ReportRoutes.latest(visit, .appraisal, options: ["file": document.name])
    let figures = result?.figures ?? [:]
    let isKeptBack = try result.map { try !visit.signedIn().maySee($0) } ?? false
    let isWorkedOut = !figures.isEmpty && !isKeptBack
    let signed = try visit.site.store.reading { try SignOff.of(document, $0) }
    let state =
      isKeptBack
      ? "kept back: about fewer than six children"
      : latest?.state == .failed
        ? "can't be worked out: see its page" : figures.isEmpty ? "being worked out" : ""
    return Line(
      file: document.name, path: "/cases?file=" + Site.encoded(document.name),
      name: figures["name"] ?? document.name,
      cells: CaseReport.figureNames.map { isWorkedOut ? figures["figure " + $0] ?? "–" : "–" },
      isWorkedOut: isWorkedOut, state: state, sign: signed.map { "Signed off by \($0.by)" } ?? "No")
  }

  private static func table(_ visit: Visit, _ documents: [CouncilDocument]) throws -> Table? {
    documents.isEmpty
      ? nil : Table(columns: CaseReport.figureNames, lines: try documents.map { try line(visit, $0) })
  }

  private static func page(
    _ visit: Visit, file: String? = nil, message: String? = nil, error: String? = nil
  ) throws -> WebResponse {
    let documents = try cases(visit)
    guard let file = file ?? visit.request.query["file"] else {
      let list = List(
        table: try table(visit, documents), mayCompare: documents.count > 1,
        mayLoad: try visit.signedIn().may(.plan),
        kinds: ReadCase.kinds.map { Kind(name: $0.name, purpose: $0.purpose) })
      return try visit.page("Cases", .cases, template: "cases", list)
    }
    guard let document = documents.first(where: { $0.name == file }) else { throw WebError.notFound }
    return try ReportRoutes.page(
      visit, .appraisal, document.name, .cases, options: ["file": file],
      empty: "The case has not been worked out yet.", links: [("/cases", "All cases")],
      after: signing(visit, document, message, error), status: error == nil ? 200 : 422)
  }

  private static func signing(
    _ visit: Visit, _ document: CouncilDocument, _ message: String?, _ error: String?
  ) throws -> String {
    let account = try visit.signedIn()
    let signed = try visit.site.store.reading { try SignOff.of(document, $0) }
    let isOwn = document.addedBy == account.signInName
    let signing = Signing(
      message: message, error: error,
      signed: signed.map { "Signed off by \($0.by) on \(Phrases.moment($0.at))." }, words: signed?.words,
      maySign: maySign(account) && !isOwn && signed == nil,
      mayWithdraw: signed.map { $0.signInName == account.signInName } ?? false, file: document.name,
      csrf: visit.csrf,
      why: signed == nil && maySign(account) && isOwn
        ? "You added this case: somebody else signs it off." : nil)
    return visit.site.templates.fill("case-signing", signing)
  }

  /// Whether somebody's work is to sign cases off: finance, and whoever keeps cases.
  private static func maySign(_ account: Account) -> Bool {
    account.may(.money) || account.may(.plan) || account.roles.contains(.panelChair)
  }

  private static func compare(_ visit: Visit) throws -> WebResponse {
    let asked = Set(
      visit.request.query.keys.filter { $0.hasPrefix("case.") }.map { String($0.dropFirst("case.".count)) })
    let chosen = try cases(visit).filter { asked.contains($0.name) }
    guard chosen.count > 1, let table = try table(visit, chosen) else { return .see("/cases") }
    return try visit.page("Cases beside each other", .cases, template: "compare", table)
  }

  private static func template(_ visit: Visit) throws -> WebResponse {
    let kind = visit.parameters["kind"] ?? ""
    guard ReadCase.kinds.contains(where: { $0.name == kind }), let text = ReadCase.template(kind) else {
      throw WebError.notFound
    }
    return .file("\(kind).yaml", type: "application/yaml", Data(text.utf8))
  }

  private static func found(_ visit: Visit) throws -> CouncilDocument {
    let name = visit.request.field("file")
    guard let document = try cases(visit).first(where: { $0.name == name }) else { throw WebError.notFound }
    return document
  }

  private static func signOff(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    guard maySign(account) else { throw AccessError.forbidden }
    let document = try found(visit)
    guard document.addedBy != account.signInName else {
      return try page(visit, file: document.name, error: "You added this case: somebody else signs it off.")
    }
    let words = visit.request.field("words").trimmingCharacters(in: .whitespacesAndNewlines)
    guard (3...300).contains(words.count) else {
      return try page(
        visit, file: document.name, error: "Say in a few words what you sign off, and on what condition.")
    }
    let now = visit.site.now()
    let kept = SignOff(by: account.name, signInName: account.signInName, at: now, words: words)
    let note = AuditNote(
      at: now, actor: account.signInName, action: "case.sign-off", subject: document.name,
      detail: "\(document.digest.prefix(16)): \(words)")
    let text = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
    do {
      try visit.site.store.changing(note) { changes in
        guard try SignOff.of(document, changes) == nil else {
          throw OperationError.setting("The case is signed off already.")
        }
        try changes.set(SignOff.name(document), text)
      }
    } catch let error as OperationError {
      return try page(visit, file: document.name, error: error.description)
    }
    return try page(visit, file: document.name, message: "The case is signed off.")
  }

  /// Takes one's own sign-off back.
  private static func withdraw(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    let document = try found(visit)
    guard let signed = try visit.site.store.reading({ try SignOff.of(document, $0) }),
      signed.signInName == account.signInName
    else { throw AccessError.forbidden }
    let note = AuditNote(
      at: visit.site.now(), actor: account.signInName, action: "case.withdraw", subject: document.name,
      detail: "\(document.digest.prefix(16))")
    try visit.site.store.changing(note) { try $0.set(SignOff.name(document), "") }
    return try page(visit, file: document.name, message: "Your sign-off is taken back.")
  }
}
