/// Rows about children as one person may read them: those of restricted records are left out unless the person is named
/// for them. Whatever shows or hands out such rows takes them from here.
public struct ChildRows: Sendable {
  /// The plain form of every number whose rows this person may not see.
  private let withheld: Set<String>
  /// Marks of them, by which words of a text are told without making each a text of its own.
  private let marks: Set<UInt64>

  /// What somebody may read, as restrictions stand now: they hold for what was worked out before them too.
  ///
  /// - Throws: `StoreError`; who can't be told what is restricted is shown nothing.
  public init(for account: Account, in reading: any CouncilReading) throws {
    withheld = Set(
      try reading.restrictions().filter { !$0.named.contains(account.id) }.map { Restriction.plain($0.child) }
    )
    marks = Set(
      withheld.map { number in
        var word = Word()
        for byte in number.utf8 { word.add(byte) }
        return word.mark
      })
  }

  /// A file's text, and how many rows were left out of it. A file is filtered where it is CSV with a column `child`: all
  /// others hold sums, which stay.
  public func text(of file: RunResult.File) -> (text: String, withheld: Int) {
    guard !withheld.isEmpty, file.type == "text/csv" else { return (file.content, 0) }
    let header = file.content.prefix { $0 != "\n" }.split(separator: ",", omittingEmptySubsequences: false)
    guard let child = header.firstIndex(where: { $0.lowercased() == "child" }) else {
      return (file.content, 0)
    }
    let bytes = Array(file.content.utf8)
    var (kept, left) = ([UInt8](), 0)
    kept.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let row = Row(of: bytes, from: start, column: child, marks)
        // Numbers of few characters, and those written oddly, are told where they have a cell to themselves.
        if row.tellsOfMarked || withheld.contains(Restriction.plain(row.cell)) {
          left += 1
        } else {
          kept += bytes[start..<row.end]
        }
        start = row.end
      }
    }
    return (String(decoding: kept, as: UTF8.self), left)
  }
}

/// A row of CSV as our own files are written: quotes doubled within quotes, lines end with LF.
private struct Row {
  /// Where the next one begins.
  var end: Int
  /// The cell of one column, quotes and all.
  let cell: String
  /// Whether a marked number stands in any cell, such as where it is said which one was likely meant.
  private(set) var tellsOfMarked = false

  init(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, column wanted: Int, _ marks: Set<UInt64>) {
    var (isQuoted, column, place) = (false, 0, start..<start)
    var word = Word()
    end = start
    scan: while end < bytes.count {
      let byte = bytes[end]
      end += 1
      guard !word.add(byte) else { continue }
      if word.isTelling, marks.contains(word.mark) { tellsOfMarked = true }
      word = Word()
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        if column == wanted { place = place.lowerBound..<(end - 1) }
        column += 1
        if column == wanted { place = end..<end }
      case UInt8(ascii: "\n") where !isQuoted: break scan
      default: break
      }
    }
    if word.isTelling, marks.contains(word.mark) { tellsOfMarked = true }
    if column == wanted { place = place.lowerBound..<end }
    cell = String(decoding: bytes[place], as: UTF8.self)
  }
}

/// Letters and digits that stand together, in the form in which numbers are held against each other: capitals, without
/// leading noughts.
private struct Word {
  /// FNV-1a, 64 bits: two words that differ have the same mark once in 2^64.
  private(set) var mark: UInt64 = 0xCBF2_9CE4_8422_2325
  private var length = 0
  private var isBegun = false

  /// From so many characters on a word is taken for a child's number wherever it stands: a shorter one could be anything.
  var isTelling: Bool { length >= 5 }

  /// Takes a byte in; false where it ends the word.
  @discardableResult
  mutating func add(_ byte: UInt8) -> Bool {
    let plain: UInt8
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): plain = byte
    case UInt8(ascii: "a")...UInt8(ascii: "z"): plain = byte - 32
    default: return false
    }
    length += 1
    if plain == UInt8(ascii: "0"), !isBegun { return true }
    isBegun = true
    mark = (mark ^ UInt64(plain)) &* 0x100_0000_01B3
    return true
  }
}
