public import Foundation

/// The audit as lines of JSON, each an entry to the letter as the chain's digests were made of it: who has the file can
/// verify it by itself. A CSV can't be: what a spreadsheet would take for a formula gets an apostrophe there.
public enum AuditJSON {
  private struct Line: Codable {
    let number: Int64, at: Int64, actor: String, action: String, subject: String, detail: String
    let previous: String, digest: String

    init(_ entry: AuditEntry) {
      (number, at, actor) = (entry.number, entry.note.at, entry.note.actor)
      (action, subject, detail) = (entry.note.action, entry.note.subject, entry.note.detail)
      (previous, digest) = (entry.previous, entry.digest)
    }

    var entry: AuditEntry {
      AuditEntry(
        number: number,
        note: AuditNote(at: at, actor: actor, action: action, subject: subject, detail: detail),
        previous: previous, digest: digest)
    }
  }

  /// One object a line, keys sorted; `at` in seconds since 1970.
  public static func text(_ store: some CouncilStore) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try store.reading { reading in
      var out = Data()
      var last: Int64 = 0
      while true {
        let entries = try reading.auditEntries(after: last, most: 1_000)
        guard let end = entries.last else { return out }
        for entry in entries {
          out += try encoder.encode(Line(entry))
          out.append(UInt8(ascii: "\n"))
        }
        last = end.number
      }
    }
  }

  /// The entries of an exported file.
  ///
  /// - Throws: `OperationError.export` with the line that is none.
  public static func entries(of file: Data, named path: String) throws(OperationError) -> [AuditEntry] {
    let decoder = JSONDecoder()
    var entries: [AuditEntry] = []
    for (number, line) in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      let own = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard !own.isEmpty else { continue }
      guard let read = try? decoder.decode(Line.self, from: Data(own)) else {
        throw .export(
          path: path,
          number == 0
            ? "its first line is no entry. Give a file that `homeward audit export --format json` wrote: a CSV can't be verified by itself."
            : "line \(number + 1) is no entry: it was changed or cut.")
      }
      entries.append(read.entry)
    }
    return entries
  }
}
