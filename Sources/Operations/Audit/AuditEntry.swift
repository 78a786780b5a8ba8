import Foundation
import Secrets

/// What is to be written into the audit beside a change.
public struct AuditNote: Sendable, Equatable {
  /// Seconds since 1970.
  public let at: Int64
  /// Who: a sign-in name, “first run” or “homeward”.
  public let actor: String
  /// What was done, such as `sign-in`, `document.add`, `child.read`.
  public let action: String
  /// To what: a name that tells nothing of a child.
  public let subject: String
  /// More, in words.
  public let detail: String

  /// A note.
  public init(at: Int64, actor: String, action: String, subject: String = "", detail: String = "") {
    self.at = at
    self.actor = AuditNote.keepable(actor)
    self.action = AuditNote.keepable(action)
    self.subject = AuditNote.keepable(subject)
    self.detail = AuditNote.keepable(detail)
  }

  /// SQLite gives a text back to its first NUL only: one that was kept with it would break the chain.
  private static func keepable(_ text: String) -> String { text.replacing("\u{0}", with: "\u{FFFD}") }
}

/// A line of the audit, tied to the one before it: to change or take out one breaks all that follow.
public struct AuditEntry: Sendable, Equatable {
  /// Its place, 1 for the first.
  public let number: Int64
  /// What happened.
  public let note: AuditNote
  /// The digest of the entry before; 64 noughts before the first.
  public let previous: String
  /// SHA-256 of the entry before and all that stands in this one.
  public let digest: String

  /// An entry as it is kept.
  public init(number: Int64, note: AuditNote, previous: String, digest: String) {
    self.number = number
    self.note = note
    self.previous = previous
    self.digest = digest
  }

  /// The entry that follows another; nil for the first.
  public init(_ note: AuditNote, after last: AuditEntry?) {
    number = (last?.number ?? 0) + 1
    previous = last?.digest ?? AuditEntry.beginning
    self.note = note
    digest = AuditEntry.digest(number, note, previous)
  }

  /// What stands for the entry before the first.
  public static let beginning = String(repeating: "0", count: 64)

  /// Whether its digest is that of what stands in it.
  var isWhole: Bool { digest == AuditEntry.digest(number, note, previous) }

  /// Whether it is whole and comes next after another; nil for the first.
  func follows(_ last: AuditEntry?) -> Bool {
    number == (last?.number ?? 0) + 1 && isWhole && previous == last?.digest ?? AuditEntry.beginning
  }

  /// Each field with its length before it, so that no two entries read the same.
  private static func digest(_ number: Int64, _ note: AuditNote, _ previous: String) -> String {
    let fields = [
      previous, String(number), String(note.at), note.actor, note.action, note.subject, note.detail,
    ]
    return Token.sha256(Data(fields.map { "\($0.utf8.count):\($0)" }.joined().utf8))
  }
}

/// A place in an audit by which it can be told again: the last entry's number and digest.
public struct AuditMark: Sendable, Equatable {
  /// The entry's number, and its digest.
  public let number: Int64, digest: String

  /// A mark.
  public init(number: Int64, digest: String) {
    self.number = number
    self.digest = digest
  }
}

/// Whether an audit is whole.
public enum AuditVerdict: Sendable, Equatable {
  /// Every entry follows from the one before; how many, and the last digest.
  case whole(entries: Int64, last: String)
  /// From this entry on it can't be trusted.
  case broken(at: Int64)
}

/// Goes through an audit.
public enum VerifyAudit {
  /// The number of the entry that a mark written down earlier is of, by its first letters; nil where it is none's.
  public static func entry(markedBy mark: String, in store: some CouncilStore) throws -> Int64? {
    try store.reading { reading in
      var last: Int64 = 0
      while true {
        let entries = try reading.auditEntries(after: last, most: 1_000)
        if let found = entries.first(where: { $0.digest.hasPrefix(mark) }) { return found.number }
        guard let end = entries.last else { return nil }
        last = end.number
      }
    }
  }

  /// Says whether the chain of an exported audit holds, from its first entry on. Entries cut off the end are told only
  /// by a mark written down elsewhere.
  public static func run(exported entries: [AuditEntry]) -> AuditVerdict {
    var last: AuditEntry?
    for entry in entries {
      guard entry.follows(last) else { return .broken(at: (last?.number ?? 0) + 1) }
      last = entry
    }
    return .whole(entries: last?.number ?? 0, last: last?.digest ?? AuditEntry.beginning)
  }

  /// Reads every entry, in pages, and says whether the chain holds.
  public static func run(_ store: some CouncilStore) throws -> AuditVerdict {
    try store.reading { reading in
      var last: AuditEntry?
      while true {
        let entries = try reading.auditEntries(after: last?.number ?? 0, most: 1_000)
        if entries.isEmpty { break }
        for entry in entries {
          guard entry.follows(last) else { return .broken(at: (last?.number ?? 0) + 1) }
          last = entry
        }
      }
      let (entries, digest) = (last?.number ?? 0, last?.digest ?? AuditEntry.beginning)
      // Entries cut off the end leave a chain that holds: the store remembers how long it was, and under its key how it
      // ended.
      guard try reading.auditCount() == entries,
        try reading.auditEnd() == AuditMark(number: entries, digest: digest)
      else { return .broken(at: entries + 1) }
      return .whole(entries: entries, last: digest)
    }
  }
}
