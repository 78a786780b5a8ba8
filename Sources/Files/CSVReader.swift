/// One value of a CSV record: where it stands in the text.
public struct CSVField: Sendable {
  /// First byte of the value, inside any quotes.
  public let start: Int
  /// First byte after the value.
  public let end: Int
  /// Whether doubled quotes inside stand for single ones.
  public let hasDoubledQuotes: Bool

  /// A value that stands there.
  public init(start: Int, end: Int, hasDoubledQuotes: Bool) {
    self.start = start
    self.end = end
    self.hasDoubledQuotes = hasDoubledQuotes
  }
}

/// Reads CSV text (RFC 4180 and what spreadsheets make of it) record by record, without copying it.
///
/// Line ends may be LF, CRLF or CR; blank lines and lines of nothing but separators are passed over, and every
/// record keeps the number of the line it starts on, so that a person finds it in the file. A quote that is never
/// closed does not swallow the file: its line is handed out as it stands, marked.
public struct CSVReader {
  /// Number of columns, once the header is known. A quoted value that runs over a line's end and holds as many
  /// separators is taken for rows swallowed by a stray quote.
  public var columns = Int.max

  /// The most values of one record that are handed out, more than a spreadsheet has columns, and the first beyond
  /// them that is not blank.
  public static let mostValues = 20_000
  /// The most lines that one record runs over. Beyond them a quote is a stray one: without a limit, a chain of such
  /// quotes would be read again from each of its lines.
  private static let mostLines = 100

  private let text: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var position = 0
  private var nextLine = 1
  /// The line on which the present record starts, 1 for the first of the file.
  public private(set) var line = 0
  /// Whether the present record has a quote out of place: never closed, closed in the middle of a value, or
  /// swallowing rows. It is then handed out as it stands, to its line's end.
  public private(set) var hasOpenQuote = false
  /// Whether the present record holds a NUL byte.
  public private(set) var hasNUL = false

  /// A reader of text (UTF-8, valid for as long as the reader is used). The separator is the one of comma, tab,
  /// semicolon that stands most often on the first line holding anything.
  public init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    var counts = (comma: 0, tab: 0, semicolon: 0)
    var seen = false
    for byte in text.prefix(65_536) {
      switch byte {
      case UInt8(ascii: ","): counts.comma += 1
      case UInt8(ascii: "\t"): counts.tab += 1
      case UInt8(ascii: ";"): counts.semicolon += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
      default: seen = true
      }
      if seen, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
    }
    separator =
      counts.comma >= max(counts.tab, counts.semicolon)
      ? UInt8(ascii: ",") : counts.tab >= counts.semicolon ? UInt8(ascii: "\t") : UInt8(ascii: ";")
  }

  /// Puts the next record's values in `fields`; false at the end of the text.
  public mutating func next(_ fields: inout [CSVField]) -> Bool {
    while position < text.count {
      fields.removeAll(keepingCapacity: true)
      line = nextLine
      hasOpenQuote = false
      hasNUL = false
      let start = position
      if !readRecord(&fields, quotes: true) {
        fields.removeAll(keepingCapacity: true)
        position = start
        nextLine = line
        hasNUL = false
        _ = readRecord(&fields, quotes: false)
        hasOpenQuote = true
      }
      if fields.contains(where: { !isBlank($0) }) { return true }
    }
    return false
  }

  /// The value of a field as text.
  public func string(_ field: CSVField) -> String { string(field, most: .max) }

  /// The value of a field as text, cut to the whole characters (Unicode scalars) that `most` bytes hold.
  public func string(_ field: CSVField, most: Int) -> String {
    let raw = text[field.start..<field.end]
    guard field.hasDoubledQuotes else {
      return String(decoding: raw.prefix(CSVReader.whole(raw, most)), as: UTF8.self)
    }
    var bytes: [UInt8] = []
    var isFirstOfPair = false
    for byte in raw {
      isFirstOfPair = byte == UInt8(ascii: "\"") && !isFirstOfPair
      if byte != UInt8(ascii: "\"") || isFirstOfPair { bytes.append(byte) }
      if bytes.count > most { break }
    }
    return String(decoding: bytes.prefix(CSVReader.whole(bytes, most)), as: UTF8.self)
  }

  /// How many of the first `most` bytes of UTF-8 text are of scalars that are whole in them.
  public static func whole(_ bytes: some RandomAccessCollection<UInt8>, _ most: Int) -> Int {
    guard most < bytes.count else { return bytes.count }
    var count = most
    while count > 0, bytes[bytes.index(bytes.startIndex, offsetBy: count)] & 0xC0 == 0x80 { count -= 1 }
    return count
  }

  @inline(__always)
  private func take(_ field: CSVField, _ fields: inout [CSVField]) {
    if fields.count < CSVReader.mostValues || (fields.count == CSVReader.mostValues && !isBlank(field)) {
      fields.append(field)
    }
  }

  private func isBlank(_ field: CSVField) -> Bool {
    for index in field.start..<field.end where text[index] != 0x20 { return false }
    return true
  }

  /// Reads to the end of a record. False if a quote is never closed.
  private mutating func readRecord(_ fields: inout [CSVField], quotes: Bool) -> Bool {
    let count = text.count
    var p = position
    while true {
      if quotes, p < count, text[p] == UInt8(ascii: "\"") {
        guard let field = readQuoted(from: p, &p) else { return false }
        take(field, &fields)
      } else {
        let start = p
        while p < count {
          let byte = text[p]
          if byte == separator || byte == 0x0A || byte == 0x0D { break }
          if byte == 0 { hasNUL = true }
          p += 1
        }
        take(CSVField(start: start, end: p, hasDoubledQuotes: false), &fields)
      }
      if p < count, text[p] == separator {
        p += 1
        continue
      }
      break
    }
    if p < count {
      if text[p] == 0x0D, p + 1 < count, text[p + 1] == 0x0A { p += 1 }
      p += 1
      nextLine += 1
    }
    position = p
    return true
  }

  /// Reads a quoted value whose opening quote is at `open`; `p` ends at the separator or line end after it. Nil where
  /// the quote is out of place.
  private mutating func readQuoted(from open: Int, _ p: inout Int) -> CSVField? {
    var index = open + 1
    var doubled = false
    var separators = 0
    var hasLineEnd = false
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "\"") else { break }
        doubled = true
        index += 2
        continue
      }
      if byte == 0x0A || (byte == 0x0D && !(index + 1 < text.count && text[index + 1] == 0x0A)) {
        nextLine += 1
        hasLineEnd = true
        guard nextLine - line < CSVReader.mostLines else { return nil }
      }
      if byte == separator { separators += 1 }
      if byte == 0 { hasNUL = true }
      // A value of a return never holds this much: the quote is a stray one.
      guard index - open < 65_536 else { return nil }
      index += 1
    }
    guard index < text.count, !(hasLineEnd && separators >= columns - 1) else { return nil }
    p = index + 1
    while p < text.count, text[p] == 0x20 { p += 1 }
    guard p == text.count || text[p] == separator || text[p] == 0x0A || text[p] == 0x0D else { return nil }
    return CSVField(start: open + 1, end: index, hasDoubledQuotes: doubled)
  }
}
