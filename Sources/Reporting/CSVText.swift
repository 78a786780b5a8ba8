/// Values as CSV, for files that people open in a spreadsheet.
enum CSVText {
  /// One line of values. A value is quoted where it must be, and one that a spreadsheet would take for a formula
  /// gets an apostrophe before it.
  static func line(_ values: [String]) -> String { values.map(field).joined(separator: ",") + "\n" }

  private static func field(_ value: String) -> String {
    var text = value
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars { quoted += scalar == "\"" ? "\"\"" : String(scalar) }
    return quoted + "\""
  }
}
