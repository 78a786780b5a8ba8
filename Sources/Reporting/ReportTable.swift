/// A table for a person: the same in the terminal and on the page.
public struct ReportTable: Sendable {
  /// One row: its label and a value for each column.
  public struct Row: Sendable {
    /// What the row is.
    public let label: String
    /// Values, in the order of the columns.
    public let cells: [String]
    /// Whether the row is the sum of those above it.
    public let isTotal: Bool

    /// A row.
    public init(label: String, cells: [String], isTotal: Bool) {
      self.label = label
      self.cells = cells
      self.isTotal = isTotal
    }
  }

  /// What the table shows.
  public let title: String
  /// Heading of the labels.
  public let labels: String
  /// Headings of the values.
  public let columns: [String]
  /// The rows.
  public let rows: [Row]
  /// What a reader must know to read it rightly.
  public let notes: [String]
  /// How many of the columns, from the first, hold words rather than numbers.
  public var columnsOfWords = 0

  /// A table.
  public init(
    title: String, labels: String, columns: [String], rows: [Row], notes: [String], columnsOfWords: Int = 0
  ) {
    self.title = title
    self.labels = labels
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.columnsOfWords = columnsOfWords
  }

  /// The table as lines of text, columns lined up, for a terminal.
  public func text() -> String {
    let all = [Row(label: labels, cells: columns, isTotal: false)] + rows
    let labelWidth = all.map(\.label.count).max() ?? 0
    let widths = columns.indices.map { column in all.map { $0.cells[column].count }.max() ?? 0 }
    func line(_ row: Row) -> String {
      let cells = zip(row.cells, widths).enumerated().map { index, pair in
        let space = String(repeating: " ", count: pair.1 - pair.0.count)
        return index < columnsOfWords ? pair.0 + space : space + pair.0
      }
      let label = row.label + String(repeating: " ", count: labelWidth - row.label.count)
      return "  " + ([label] + cells).joined(separator: "   ")
    }
    let rule = "  " + String(repeating: "─", count: labelWidth + widths.reduce(0) { $0 + $1 + 3 })
    var lines = [title, rule, line(all[0]), rule]
    for row in rows {
      if row.isTotal { lines.append(rule) }
      lines.append(line(row))
    }
    lines.append(rule)
    lines += notes.map { wrapped($0) }
    return lines.joined(separator: "\n") + "\n"
  }
}
