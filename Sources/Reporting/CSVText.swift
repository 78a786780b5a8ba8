/// Values as CSV, for files that people open in a spreadsheet.
public enum CSVText {
  /// One line of values. A value is quoted where it must be, and one that a spreadsheet would take for a formula
  /// gets an apostrophe before it; a number below nought is none.
  public static func line(_ values: [String]) -> String {
    var bytes: [UInt8] = []
    append(values, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds one line of values.
  static func append(_ values: [String], to bytes: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds one value.
  static func append(_ value: String, to bytes: inout [UInt8]) {
    var value = value
    value.withUTF8 { append($0, to: &bytes) }
  }

  /// Whether a value is a number below nought, which is no formula: digits after the sign, with one point at most.
  private static func isBelowNought(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.first == UInt8(ascii: "-"), value.count > 1 else { return false }
    let digits = value.dropFirst().count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let points = value.count { $0 == UInt8(ascii: ".") }
    return points <= 1 && digits > 0 && digits + points == value.count - 1
  }

  private static func append(_ value: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let needsQuotes = value.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if let first = value.first, "=+-@\t\r".utf8.contains(first), !isBelowNought(value) {
      bytes.append(UInt8(ascii: "'"))
    }
    if needsQuotes {
      for byte in value {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    } else {
      bytes.append(contentsOf: value)
    }
  }
}
