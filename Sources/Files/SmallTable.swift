/// A small CSV table with named columns, such as a price list or a list of categories, read whole.
public enum SmallTable {
  /// One line's values by column name.
  public struct Row: Sendable {
    /// Line of the file, 1 for the header.
    public let line: Int
    let values: [String: String]
    /// Whether anything stands beyond the header's columns.
    public let hasMoreThanHeader: Bool

    /// A column's value with surrounding spaces removed; nil where it is empty or the column is not there.
    public subscript(column: String) -> String? { values[column] }
  }

  /// The rows of a table whose header holds at least these columns (in any order and case).
  ///
  /// - Throws: `SmallTableError` where the text is not such a table.
  public static func read(_ bytes: [UInt8], columns: [String]) throws(SmallTableError) -> [Row] {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<[Row], SmallTableError> in
      do throws(NotText) {
        return try TextDecoding.withText(buffer) { text, _ in rows(text, columns: columns) }
      } catch {
        return .failure(SmallTableError(line: 1, problem: "the file is not text: save it as CSV"))
      }
    }
    return try result.get()
  }

  private static func rows(
    _ text: UnsafeBufferPointer<UInt8>, columns: [String]
  ) -> Result<[Row], SmallTableError> {
    var reader = CSVReader(text)
    var fields: [CSVField] = []
    guard reader.next(&fields) else {
      return .failure(SmallTableError(line: 1, problem: "the file is empty"))
    }
    let names = fields.map { trimmed(reader.string($0)).lowercased() }
    for column in columns where !names.contains(column) {
      return .failure(
        SmallTableError(
          line: reader.line,
          problem:
            "the column “\(column)” is missing; the columns needed are \(columns.joined(separator: ", "))"))
    }
    reader.columns = names.count
    var rows: [Row] = []
    while reader.next(&fields) {
      var values: [String: String] = [:]
      for (name, field) in zip(names, fields) {
        let value = trimmed(reader.string(field))
        if !value.isEmpty, values[name] == nil { values[name] = value }
      }
      let rest = fields.dropFirst(names.count).contains { !trimmed(reader.string($0)).isEmpty }
      rows.append(Row(line: reader.line, values: values, hasMoreThanHeader: rest))
    }
    return .success(rows)
  }

  private static func trimmed(_ text: String) -> String {
    var part = text[...]
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }
}

/// Why a small table can't be used, with the line at fault.
public struct SmallTableError: Error, Equatable {
  /// Line of the file, 1 for the header.
  public let line: Int
  /// What is wrong and what to do.
  public let problem: String

  /// A problem on a line.
  public init(line: Int, problem: String) {
    self.line = line
    self.problem = problem
  }
}
