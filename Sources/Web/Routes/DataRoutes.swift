import Foundation
import Operations

/// Adding the council's files, taking them back, and what the rules find.
enum DataRoutes {
  static let all = [
    Route("GET", "/data", .needsOne([.seeChildren] + adding)) { try page($0) },
    Route("POST", "/data", .needsOne(adding), largest: 64 << 20, add),
    Route("POST", "/data/remove/:id", .needsOne(adding), remove),
    Route("POST", "/data/restore/:id", .needsOne(adding), restore),
    Route("POST", "/data/undo", .needsOne(adding), undo),
  ]

  /// What whoever adds a file of some kind may do.
  private static var adding: [Permission] {
    let needed = Set(DocumentKind.allCases.map(\.permission))
    return Permission.allCases.filter(needed.contains)
  }

  private struct File {
    let id: String, name: String, kind: String, size: String, added: String, by: String, mayRemove: Bool,
      csrf: String
  }

  private struct Kind {
    let value: String, label: String
  }

  /// What was just added, to be taken back at one stroke.
  private struct Added {
    let ids: [String]
  }

  /// Files that were taken back or replaced.
  private struct Gone {
    let files: [File]
  }

  private struct Problems {
    let lines: [String]
  }

  private struct Page {
    let message: String?, undo: String?, added: Added?, problems: Problems?, mayAdd: Bool, csrf: String
    let kinds: [Kind], isEmpty: Bool, files: [File], gone: Gone?, findings: Bool
  }

  static func page(
    _ visit: Visit, message: String? = nil, undo: String? = nil, added: [CouncilDocument] = [],
    problems: [String] = []
  ) throws -> WebResponse {
    let account = try visit.signedIn()
    let (documents, removed) = try visit.site.store.reading {
      (try $0.documents(), try $0.removedDocuments(most: 20))
    }
    let kinds = DocumentKind.allCases.filter { account.may($0.permission) }
    let page = Page(
      message: message, undo: undo, added: added.isEmpty ? nil : Added(ids: added.map(\.id)),
      problems: problems.isEmpty ? nil : Problems(lines: problems),
      mayAdd: !kinds.isEmpty, csrf: visit.csrf,
      kinds: kinds.map { Kind(value: $0.rawValue, label: $0.label) },
      isEmpty: documents.isEmpty,
      files: documents.map { file($0, account, visit.csrf) },
      gone: removed.isEmpty ? nil : Gone(files: removed.map { file($0, account, visit.csrf) }),
      findings: account.may(.seeChildren) && documents.contains { $0.kind == .returns })
    return try visit.page(
      "Data", .data, template: "data", page, status: problems.isEmpty || message != nil ? 200 : 422)
  }

  private static func file(_ document: CouncilDocument, _ account: Account, _ csrf: String) -> File {
    File(
      id: document.id, name: document.name, kind: document.kind.label, size: Phrases.size(document.size),
      added: Phrases.moment(document.addedAt), by: document.addedBy,
      mayRemove: account.may(document.kind.permission), csrf: csrf)
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
      visit, message: parts.isEmpty ? nil : parts.joined(separator: " "), added: outcome.added,
      problems: outcome.problems)
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

  /// Takes back what was just added.
  private static func undo(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    let keep = KeepDocuments(visit.site.store, now: visit.site.now)
    let ids = visit.request.fields.filter { $0.name == "id" }.map(\.value)
    // All of them, or nothing.
    let wanted = try visit.site.store.reading { try $0.documents() }.filter { ids.contains($0.id) }
    guard wanted.allSatisfy({ account.may($0.kind.permission) }) else { throw AccessError.forbidden }
    let gone = try wanted.compactMap { try keep.remove($0.id, by: account) }
    guard !gone.isEmpty else { return try page(visit, problems: ["There is nothing to take back any more."]) }
    try visit.site.queue.refresh(by: account)
    return try page(
      visit,
      message:
        "\(Phrases.count(gone.count, "file no longer counts", "files no longer count")). What they replaced can be put back below."
    )
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
