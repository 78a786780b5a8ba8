import Foundation
import Operations
import Reporting

/// People and their roles, the audit, settings.
enum PeopleRoutes {
  static let all = [
    Route("GET", "/people", .needs(.administer)) { try page($0) },
    Route("POST", "/people", .needs(.administer), add),
    Route("POST", "/people/:id/roles", .needs(.administer), roles),
    Route("POST", "/people/:id/link", .needs(.administer), link),
    Route("POST", "/people/:id/second-factor", .needs(.administer), removeSecondFactor),
    Route("POST", "/people/:id/disable", .needs(.administer)) { try setDisabled($0, true) },
    Route("POST", "/people/:id/enable", .needs(.administer)) { try setDisabled($0, false) },
    Route("GET", "/settings", .needs(.administer)) { try settings($0) },
    Route("POST", "/settings", .needs(.administer), saveSettings),
    Route("GET", "/audit", .needs(.audit), audit),
    Route("GET", "/audit.csv", .needs(.audit)) { try auditFile($0, exact: false) },
    Route("GET", "/audit.jsonl", .needs(.audit)) { try auditFile($0, exact: true) },
  ]

  private struct RoleField {
    let field: String, value: String, label: String, words: String, isOn: Bool
  }

  private struct Person {
    let id: Int64, name: String, signInName: String, isDisabled: Bool, hasPassword: Bool, roles: [RoleField]
    let hasSecondFactor: Bool, csrf: String
  }

  private struct Page {
    let message: String?, link: String?, error: String?, people: [Person], newRoles: [RoleField], csrf: String
  }

  private struct Line {
    let number: Int64, when: String, actor: String, action: String, subject: String, detail: String
  }

  private struct AuditPage {
    let verdict: String, count: Int, entries: [Line]
  }

  private static func fields(_ mark: String, _ on: Set<AccessRole>) -> [RoleField] {
    AccessRole.allCases.map {
      RoleField(
        field: "role-\(mark)-\($0.rawValue)", value: $0.rawValue, label: $0.label, words: $0.words,
        isOn: on.contains($0))
    }
  }

  private static func page(
    _ visit: Visit, message: String? = nil, link: String? = nil, error: String? = nil
  ) throws -> WebResponse {
    let people = try visit.site.store.reading { try $0.accounts() }
    let page = Page(
      message: message, link: link, error: error,
      people: people.map {
        Person(
          id: $0.id, name: $0.name, signInName: $0.signInName, isDisabled: $0.isDisabled,
          hasPassword: $0.hasPassword, roles: fields("\($0.id)", $0.roles),
          hasSecondFactor: $0.hasSecondFactor, csrf: visit.csrf)
      }, newRoles: fields("new", []), csrf: visit.csrf)
    return try visit.page(
      "People", .administration, template: "people", page, status: error == nil ? 200 : 400)
  }

  private static func chosen(_ visit: Visit) -> Set<AccessRole> {
    Set(visit.request.fields.filter { $0.name == "role" }.compactMap { AccessRole(rawValue: $0.value) })
  }

  /// Does what an administrator asks for; what can't be done is said on the page.
  private static func doing(_ visit: Visit, _ body: () throws -> (String, link: String?)) throws
    -> WebResponse
  {
    do {
      let (message, link) = try body()
      return try page(visit, message: message, link: link)
    } catch let error as AccessError where error != .forbidden {
      return try page(visit, error: error.words)
    }
  }

  private static func linkWords(_ visit: Visit, _ secret: String) -> String {
    let host = visit.request.headers["host"] ?? ""
    return "\(visit.site.isSecure ? "https" : "http")://\(host)/link/\(secret)"
  }

  private static func add(_ visit: Visit) throws -> WebResponse {
    let request = visit.request
    return try doing(visit) {
      let account = try visit.signedIn()
      let id = try visit.site.accounts.add(
        request.field("signInName"), name: request.field("name"), roles: chosen(visit), by: account)
      let secret = try visit.site.signIn.link(for: id, by: account)
      return ("Added. Give them this link; it works once, for a day:", linkWords(visit, secret))
    }
  }

  private static func roles(_ visit: Visit) throws -> WebResponse {
    try doing(visit) {
      try visit.site.accounts.setRoles(chosen(visit), of: visit.number("id"), by: visit.signedIn())
      return ("The roles are saved.", nil)
    }
  }

  private static func link(_ visit: Visit) throws -> WebResponse {
    try doing(visit) {
      let secret = try visit.site.signIn.link(for: visit.number("id"), by: visit.signedIn())
      return ("Give them this link; it works once, for a day:", linkWords(visit, secret))
    }
  }

  private static func removeSecondFactor(_ visit: Visit) throws -> WebResponse {
    try doing(visit) {
      try visit.site.accounts.removeSecondFactor(of: visit.number("id"), by: visit.signedIn())
      return ("They sign in without a code until they set one up again.", nil)
    }
  }

  private static func setDisabled(_ visit: Visit, _ isDisabled: Bool) throws -> WebResponse {
    try doing(visit) {
      try visit.site.accounts.setDisabled(isDisabled, of: visit.number("id"), by: visit.signedIn())
      return (isDisabled ? "They may sign in no more." : "They may sign in again.", nil)
    }
  }

  private struct SettingsPage {
    let council: String, csrf: String
  }

  private static func settings(_ visit: Visit) throws -> WebResponse {
    let council = try visit.site.store.reading { try $0.setting("council") } ?? ""
    return try visit.page(
      "Settings", .administration, template: "settings", SettingsPage(council: council, csrf: visit.csrf))
  }

  private static func saveSettings(_ visit: Visit) throws -> WebResponse {
    let name = visit.request.field("council").trimmingCharacters(in: .whitespacesAndNewlines)
    guard (1...200).contains(name.count) else { throw AccessError.name("Write the council's name.") }
    let note = AuditNote(
      at: visit.site.now(), actor: try visit.signedIn().signInName, action: "setting.set", subject: "council",
      detail: name)
    try visit.site.store.changing(note) { try $0.set("council", name) }
    // It stands in what is worked out.
    try visit.site.queue.refresh(by: visit.signedIn())
    return .see("/settings")
  }

  private static func audit(_ visit: Visit) throws -> WebResponse {
    let verdict = try VerifyAudit.run(visit.site.store)
    let words =
      switch verdict {
      case .whole(let entries, let last):
        "The chain of \(entries) entries holds. Its last mark is \(last.prefix(16))…: write it down elsewhere, and a later change of the past can be told."
      case .broken(let number):
        "From entry \(number) on the audit can't be trusted: it was changed from outside."
      }
    let entries = try visit.site.store.reading { reading in
      try reading.auditEntries(after: max(0, reading.auditCount() - 200), most: 200)
    }
    let page = AuditPage(
      verdict: words, count: entries.count,
      entries: entries.reversed().map {
        Line(
          number: $0.number, when: Phrases.moment($0.note.at), actor: $0.note.actor, action: $0.note.action,
          subject: $0.note.subject, detail: $0.note.detail)
      })
    return try visit.page("Audit", .administration, template: "audit", page)
  }

  private static func auditFile(_ visit: Visit, exact: Bool) throws -> WebResponse {
    let note = AuditNote(
      at: visit.site.now(), actor: try visit.signedIn().signInName, action: "export", subject: "audit")
    try visit.site.store.changing(note) { _ in }
    if exact {
      return .file("audit.jsonl", type: "application/x-ndjson", try AuditJSON.text(visit.site.store))
    }
    return .file("audit.csv", type: "text/csv", Data(try AuditCSV.text(visit.site.store).utf8))
  }
}
