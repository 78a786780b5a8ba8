import Foundation

/// Rows about children as one person may read them: those of restricted records are left out unless the person is named
/// for them. Whatever shows or hands out such rows takes them from here.
public struct ChildRows: Sendable {
  /// The plain form of every number whose rows this person may not see.
  private let withheld: Set<String>

  /// What somebody may read, as restrictions stand now: they hold for what was worked out before them too.
  ///
  /// - Throws: `StoreError`; who can't be told what is restricted is shown nothing.
  public init(for account: Account, in reading: any CouncilReading) throws {
    withheld = Set(
      try reading.restrictions().filter { !$0.named.contains(account.id) }.map { Restriction.plain($0.child) }
    )
  }

  /// A file's text, and how many rows were left out of it. A file is filtered where it is CSV with a column `child`: all
  /// others hold sums, which stay.
  public func text(of file: RunResult.File) -> (text: String, withheld: Int) {
    guard !withheld.isEmpty, file.type == "text/csv" else { return (file.content, 0) }
    var bytes = Array(file.content.utf8)[...]
    let header = ChildRows.record(&bytes)
    let names = header.cells.map { $0.lowercased() }
    guard let child = names.firstIndex(of: "child") else { return (file.content, 0) }
    var kept = Array(header.bytes)
    var left = 0
    while !bytes.isEmpty {
      let record = ChildRows.record(&bytes)
      if isWithheld(record, child: child) {
        left += 1
      } else {
        kept += record.bytes
      }
    }
    return (String(decoding: kept, as: UTF8.self), left)
  }

  /// Whether a row is of a restricted record. A number may stand in other cells too, such as where it is said which one
  /// was likely meant; one of few characters is not looked for there, since it could be anything.
  private func isWithheld(_ record: Record, child: Int) -> Bool {
    if record.cells.indices.contains(child), withheld.contains(Restriction.plain(record.cells[child])) {
      return true
    }
    return record.cells.contains { cell in
      cell.utf8.count >= ChildRows.telling
        && cell.utf8.split(whereSeparator: ChildRows.isNoSign).contains { word in
          word.count >= ChildRows.telling && withheld.contains(Restriction.plain(String(word) ?? ""))
        }
    }
  }

  /// From so many characters on a number is taken for a child's wherever it stands.
  private static let telling = 5

  private static func isNoSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      false
    default: true
    }
  }

  /// A record of CSV, its bytes with the line's end.
  private struct Record {
    let bytes: ArraySlice<UInt8>
    let cells: [String]
  }

  /// Takes the next record, as our own files are written: quotes doubled within quotes, lines end with LF.
  private static func record(_ bytes: inout ArraySlice<UInt8>) -> Record {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        // The second of two quotes stands for itself.
        if !isQuoted, at >= bytes.startIndex + 2, bytes[at - 2] == byte { cell.append(byte) }
        isQuoted.toggle()
      } else if !isQuoted, byte == UInt8(ascii: ",") {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      } else if !isQuoted, byte == UInt8(ascii: "\n") {
        break
      } else {
        cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    let record = Record(bytes: bytes[..<at], cells: cells)
    bytes = bytes[at...]
    return record
  }
}
