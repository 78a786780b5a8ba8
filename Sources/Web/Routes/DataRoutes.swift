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

  /// What was just added, to be taken back at one stroke, and what it replaced, to be put back with it.
  private struct Added {
    let ids: [String], replaced: [String]
  }

  /// Files of one folder of the returns.
  private struct Folder {
    let name: String, files: [File], mayRemove: Bool, csrf: String
  }

  /// Files that were taken back or replaced.
  private struct Gone {
    let files: [File]
  }

  /// Files that stand in no folder of the returns.
  private struct Single {
    let files: [File]
  }

  private struct Problems {
    let lines: [String]
  }

  private struct Page {
    let message: String?, undo: String?, added: Added?, problems: Problems?, mayAdd: Bool, csrf: String
    let kinds: [Kind], isEmpty: Bool, single: Single?, folders: [Folder], gone: Gone?, findings: Bool
  }

  static func page(
    _ visit: Visit, message: String? = nil, undo: String? = nil, added: [CouncilDocument] = [],
    replaced: [CouncilDocument] = [], problems: [String] = []
  ) throws -> WebResponse {
    let account = try visit.signedIn()
    let (documents, removed) = try visit.site.store.reading {
      (try $0.documents(), try $0.removedDocuments(most: 20))
    }
    let kinds = DocumentKind.allCases.filter { account.may($0.permission) }
    let inFolders = Dictionary(grouping: documents.filter { folder($0) != nil }) { folder($0) ?? "" }
    let single = documents.filter { folder($0) == nil }
    let page = Page(
      message: message, undo: undo,
      added: added.isEmpty ? nil : Added(ids: added.map(\.id), replaced: replaced.map(\.id)),
      problems: problems.isEmpty ? nil : Problems(lines: problems),
      mayAdd: !kinds.isEmpty, csrf: visit.csrf,
      kinds: kinds.map { Kind(value: $0.rawValue, label: $0.label) },
      isEmpty: documents.isEmpty,
      single: single.isEmpty ? nil : Single(files: single.map { file($0, account, visit.csrf) }),
      folders: inFolders.sorted { $0.key < $1.key }.map { name, own in
        Folder(
          name: "\(name): \(Phrases.count(own.count, "file", "files")) of the return",
          files: own.map { file($0, account, visit.csrf) }, mayRemove: account.may(.load), csrf: visit.csrf)
      },
      gone: removed.isEmpty ? nil : Gone(files: removed.map { file($0, account, visit.csrf) }),
      findings: account.may(.seeChildren) && documents.contains { $0.kind == .returns })
    return try visit.page(
      "Data", .data, template: "data", page, status: problems.isEmpty || message != nil ? 200 : 422)
  }

  /// The folder of a file of the returns, such as a year's.
  private static func folder(_ document: CouncilDocument) -> String? {
    let parts = document.name.split(separator: "/")
    return document.kind == .returns && parts.count > 1 ? parts.dropLast().joined(separator: "/") : nil
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
    if !outcome.replaced.isEmpty {
      let names = outcome.replaced.prefix(3).map(\.name).joined(separator: ", ")
      let more = outcome.replaced.count > 3 ? " and \(outcome.replaced.count - 3) more" : ""
      parts.append("\(names)\(more) no longer counts: this takes its place.")
    }
    if !outcome.known.isEmpty {
      parts.append(
        "\(Phrases.count(outcome.known.count, "file is", "files are")) there already, the same to the byte.")
    }
    return try page(
      visit, message: parts.isEmpty ? nil : parts.joined(separator: " "), added: outcome.added,
      replaced: outcome.replaced, problems: outcome.problems)
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
    let replaced = visit.request.fields.filter { $0.name == "replaced" }.map(\.value)
    let (wanted, before) = try visit.site.store.reading { reading in
      (
        try reading.documents().filter { ids.contains($0.id) },
        try reading.removedDocuments(most: 1_000).filter { replaced.contains($0.id) }
      )
    }
    guard (wanted + before).allSatisfy({ account.may($0.kind.permission) }) else {
      throw AccessError.forbidden
    }
    let gone = try wanted.compactMap { try keep.remove($0.id, by: account) }
    guard !gone.isEmpty else { return try page(visit, problems: ["There is nothing to take back any more."]) }
    let back = try before.compactMap { try keep.restore($0.id, by: account) }
    try visit.site.queue.refresh(by: account)
    return try page(
      visit,
      message: "\(Phrases.count(gone.count, "file no longer counts", "files no longer count"))."
        + (back.isEmpty
          ? ""
          : " \(Phrases.count(back.count, "file that it replaced counts", "files that they replaced count")) again.")
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
