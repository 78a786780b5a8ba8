import Foundation
import Operations

/// Adding the council's files, taking them back, and what the rules find.
enum DataRoutes {
  static let all = [
    Route("GET", "/data", .signedIn) { try page($0) },
    Route("POST", "/data", .signedIn, largest: 64 << 20, add),
    Route("POST", "/data/remove/:id", .signedIn, remove),
    Route("POST", "/data/restore/:id", .signedIn, restore),
    Route("GET", "/data/findings", .needs(.seeChildren)) {
      try ReportRoutes.page($0, .check, "What the rules find", .data, empty: "No returns are loaded yet.")
    },
  ]

  private struct File {
    let id: String, name: String, kind: String, size: String, added: String, by: String, mayRemove: Bool,
      csrf: String
  }

  private struct Kind {
    let value: String, label: String
  }

  private struct Problems {
    let lines: [String]
  }

  private struct Page {
    let message: String?, undo: String?, problems: Problems?, mayAdd: Bool, csrf: String, kinds: [Kind]
    let isEmpty: Bool, files: [File], findings: Bool
  }

  static func page(
    _ visit: Visit, message: String? = nil, undo: String? = nil, problems: [String] = []
  ) throws -> WebResponse {
    let account = try visit.signedIn()
    let documents = try visit.site.store.reading { try $0.documents() }
    let kinds = DocumentKind.allCases.filter { account.may($0.permission) }
    guard Area.data.isFor(account) else { throw AccessError.forbidden }
    let page = Page(
      message: message, undo: undo, problems: problems.isEmpty ? nil : Problems(lines: problems),
      mayAdd: !kinds.isEmpty, csrf: visit.csrf,
      kinds: kinds.map { Kind(value: $0.rawValue, label: $0.label) },
      isEmpty: documents.isEmpty,
      files: documents.map {
        File(
          id: $0.id, name: $0.name, kind: $0.kind.label, size: Phrases.size($0.size),
          added: Phrases.moment($0.addedAt), by: $0.addedBy, mayRemove: account.may($0.kind.permission),
          csrf: visit.csrf)
      }, findings: account.may(.seeChildren) && documents.contains { $0.kind == .returns })
    return try visit.page(
      "Data", .data, template: "data", page, status: problems.isEmpty || message != nil ? 200 : 422)
  }

  private static func add(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    let files = visit.request.uploads.map { (name: $0.name, content: $0.content) }
    guard !files.isEmpty else { return try page(visit, problems: ["Choose a file first."]) }
    let kind = DocumentKind(rawValue: visit.request.field("kind"))
    let outcome = try KeepDocuments(visit.site.store, now: visit.site.now).add(files, as: kind, by: account)
    if !outcome.added.isEmpty { try visit.site.queue.refresh(by: account) }
    var parts: [String] = []
    if !outcome.added.isEmpty {
      parts.append(
        "Added \(Phrases.count(outcome.added.count, "file", "files")): \(Phrases.kinds(outcome.added)). What stands on the other pages is being worked out anew."
      )
    }
    if !outcome.known.isEmpty {
      parts.append(
        "\(Phrases.count(outcome.known.count, "file is", "files are")) there already, the same to the byte.")
    }
    return try page(
      visit, message: parts.isEmpty ? nil : parts.joined(separator: " "), problems: outcome.problems)
  }

  private static func remove(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    let keep = KeepDocuments(visit.site.store, now: visit.site.now)
    guard let gone = try keep.remove(visit.parameters["id"] ?? "", by: account) else {
      throw WebError.notFound
    }
    try visit.site.queue.refresh(by: account)
    return try page(visit, message: "\(gone.name) no longer counts.", undo: gone.id)
  }

  private static func restore(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    let keep = KeepDocuments(visit.site.store, now: visit.site.now)
    guard let back = try keep.restore(visit.parameters["id"] ?? "", by: account) else {
      throw WebError.notFound
    }
    try visit.site.queue.refresh(by: account)
    return try page(visit, message: "\(back.name) counts again.")
  }
}
