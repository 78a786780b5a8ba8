public import Foundation
import Files
import Secrets

/// Adding the council's files and taking them back.
public struct KeepDocuments: Sendable {
  /// What became of files that were sent.
  public struct Outcome: Sendable, Equatable {
    /// What was added.
    public var added: [CouncilDocument] = []
    /// Files that are there already, byte for byte.
    public var known: [String] = []
    /// What was not taken, and why.
    public var problems: [String] = []
  }

  private let store: any CouncilStore
  private let now: SignIn.Clock

  /// The files of a council's store.
  public init(_ store: any CouncilStore, now: @escaping SignIn.Clock) {
    self.store = store
    self.now = now
  }

  /// Adds files, zip archives unpacked; all that can be used, in one change. `kind` is what somebody says they are; nil
  /// to find out.
  ///
  /// - Throws: `StoreError`.
  public func add(
    _ files: [(name: String, content: Data)], as kind: DocumentKind?, by actor: Account
  ) throws -> Outcome {
    var outcome = Outcome()
    var wanted: [(kind: DocumentKind, name: String, content: Data)] = []
    for (name, content) in files.flatMap({ unpacked($0.name, $0.content, &outcome) }) {
      guard let safe = CouncilFolder.safeName(name) else {
        outcome.problems.append("A file's name can't be used: give it a plain one.")
        continue
      }
      guard !content.isEmpty else {
        outcome.problems.append("\(safe) is empty.")
        continue
      }
      guard let told = kind ?? TellKind.of(safe, content) else {
        outcome.problems.append("\(safe): its columns don't tell what it is. Say it below, or leave it out.")
        continue
      }
      guard actor.may(told.permission) else {
        outcome.problems.append("\(safe) is a \(told.label.lowercased()): your roles don't let you add one.")
        continue
      }
      wanted.append((told, safe, content))
    }
    let known = try store.reading { try $0.documents() }
    outcome.known = wanted.filter { file in
      known.contains { $0.isSame(file.kind, file.name, file.content) }
    }.map(\.name)
    // What is there already is no change, and no line in the audit.
    guard outcome.known.count < wanted.count else { return outcome }
    outcome.known = []
    let note = AuditNote(
      at: now(), actor: actor.signInName, action: "document.add",
      subject: wanted.count == 1 ? wanted[0].kind.rawValue : "\(wanted.count) files",
      detail: Set(wanted.map(\.kind.rawValue)).sorted().joined(separator: ", "))
    try store.changing(note) { changes in
      let there = try changes.documents()
      for file in wanted {
        if there.contains(where: { $0.isSame(file.kind, file.name, file.content) }) {
          outcome.known.append(file.name)
          continue
        }
        outcome.added.append(
          try changes.add(file.kind, name: file.name, file.content, by: actor.signInName, at: now()))
      }
    }
    return outcome
  }

  /// Takes a file back; it can be put back. Gives it.
  ///
  /// - Throws: `AccessError.forbidden`, `StoreError`.
  public func remove(_ id: String, by actor: Account) throws -> CouncilDocument? {
    guard let document = try store.reading({ try $0.documents().first { $0.id == id } }) else { return nil }
    guard actor.may(document.kind.permission) else { throw AccessError.forbidden }
    let note = AuditNote(
      at: now(), actor: actor.signInName, action: "document.remove", subject: document.kind.rawValue,
      detail: document.id)
    return try store.changing(note) { try $0.remove(id, at: now()) ? document : nil }
  }

  /// Puts a file back that was taken back. Gives it.
  ///
  /// - Throws: `AccessError.forbidden`, `StoreError`.
  public func restore(_ id: String, by actor: Account) throws -> CouncilDocument? {
    let gone = try store.reading { try $0.removedDocuments(most: 1_000).first { $0.id == id } }
    guard let document = gone else { return nil }
    guard actor.may(document.kind.permission) else { throw AccessError.forbidden }
    let note = AuditNote(
      at: now(), actor: actor.signInName, action: "document.restore", subject: document.kind.rawValue,
      detail: document.id)
    return try store.changing(note) { try $0.restore(id) ? document : nil }
  }

  private func unpacked(_ name: String, _ content: Data, _ outcome: inout Outcome) -> [(
    name: String, content: Data
  )] {
    // A spreadsheet is an archive too.
    guard name.lowercased().hasSuffix(".zip") else { return [(name, content)] }
    do throws(FilesError) {
      let files = try Unpacking.files(of: content, named: name, in: CouncilFolder.place)
      return files.compactMap { file in
        let last = file.path.split(separator: "/").last ?? ""
        let isOther = last.hasPrefix(".") || file.path.hasPrefix("__MACOSX/")
        return isOther ? nil : (file.path, file.content)
      }
    } catch {
      outcome.problems.append(error.description)
      return []
    }
  }
}

extension CouncilDocument {
  fileprivate func isSame(_ kind: DocumentKind, _ name: String, _ content: Data) -> Bool {
    self.kind == kind && self.name == name && size == content.count && digest == Token.sha256(content)
  }
}
