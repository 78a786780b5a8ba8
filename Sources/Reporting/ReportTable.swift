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
}
