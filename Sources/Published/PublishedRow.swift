import Files

/// One line of a file of statistics, by column name.
struct PublishedRow {
  private let places: [String: Int]
  private(set) var fields: [CSVField] = []
  private var reader: CSVReader

  /// The first line's names, spaces dropped and letters made small.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    reader = CSVReader(text)
    guard reader.next(&fields) else { return nil }
    let names = fields.map { [reader] in reader.string($0).trimmed.lowercased() }
    places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The names of the columns.
  var columns: Set<String> { Set(places.keys) }

  /// Goes to the next line; false at the end.
  mutating func next() -> Bool { reader.next(&fields) }

  /// A column's value, spaces dropped; empty where there is no such column or value.
  subscript(_ column: String) -> String {
    guard let place = places[column], place < fields.count else { return "" }
    return reader.string(fields[place]).trimmed
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else { return self }
    return String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The text as a part of a measure's name: small letters and figures, “under” and “over” for < and >, hyphens
  /// for all else.
  var slug: String {
    var bytes: [UInt8] = []
    let words =
      contains { $0 == "<" || $0 == ">" }
      ? replacing("<", with: "under ").replacing(">", with: "over ") : self
    for byte in words.lowercased().utf8 where byte != UInt8(ascii: "'") && byte < 0x80 {
      let isPlain =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isPlain { bytes.append(byte) } else if let last = bytes.last, last != 0x2D { bytes.append(0x2D) }
    }
    if bytes.last == 0x2D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What stands in a file for a value.
enum PublishedValue: Equatable {
  /// A number.
  case number(Double)
  /// Suppressed or not available, in the publisher's code.
  case withheld(String)
  /// Nothing at all.
  case nothing
  /// Neither a number nor a known code.
  case unreadable

  /// Codes that stand for a value. Sources: Government Statistical Service, Symbols in tables (c, x, z, u, low);
  /// Department for Education, statistics guides (k: rounds to nought per cent; x, .., ., -: suppressed or not
  /// available in earlier releases).
  private static let codes: Set<String> = [
    "c", "k", "u", "x", "z", "low", ":", "-", ".", "..", "~", "*", "[x]", "[c]", "[z]", "[low]", "n/a",
  ]

  init(_ text: String, flag: String = "") {
    if text.isEmpty {
      self = flag.isEmpty ? .nothing : .withheld(flag)
    } else if let number = Double(text), number.isFinite {
      self = .number(number)
    } else if PublishedValue.codes.contains(text.lowercased()) {
      self = .withheld(text.lowercased())
    } else if text.contains(","), let number = Double(text.filter { $0 != "," }), number.isFinite {
      self = .number(number)
    } else {
      self = .unreadable
    }
  }
}
