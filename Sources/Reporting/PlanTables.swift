public import Files
public import Units

/// A plan as tables, one a kind of item, written as a spreadsheet.
public struct PlanTables: Sendable {
  /// One table.
  public struct Table: Sendable {
    /// Its name: the sheet's.
    public let name: String
    /// Headings of its columns.
    public let columns: [String]
    /// Its rows.
    public let rows: [[Cell]]

    /// A table.
    public init(name: String, columns: [String], rows: [[Cell]]) {
      (self.name, self.columns, self.rows) = (name, columns, rows)
    }
  }

  /// A value of a table.
  public enum Cell: Sendable {
    /// Words, days and lists.
    case text(String)
    /// A number.
    case number(Double)
    /// Pounds.
    case money(Money)
  }

  private let tables: [Table]

  /// Tables in the order of their sheets.
  public init(_ tables: [Table]) { self.tables = tables }

  /// Writes the spreadsheet, whole or not at all.
  ///
  /// - Throws: `FilesError.unwritable`.
  public func write(to path: String) throws(FilesError) {
    let sheets = tables.map { table in
      Workbook.Sheet(
        name: table.name, columns: table.columns,
        widths: table.columns.indices.map { PlanTables.width(table, $0) },
        rows: table.rows.map { $0.map(PlanTables.cell) })
    }
    try Workbook(sheets: sheets).write(to: path)
  }

  /// A cell of the workbook; money is written as the number of pounds, so that pence are kept.
  private static func cell(_ cell: Cell) -> Workbook.Cell {
    switch cell {
    case .text(let text): .text(text)
    case .number(let number): .decimal(number)
    case .money(let money): .money(money.pence)
    }
  }

  private static func width(_ table: Table, _ column: Int) -> Int {
    let longest =
      table.rows.prefix(200).map { row -> Int in
        guard row.indices.contains(column), case .text(let text) = row[column] else { return 10 }
        return text.split(separator: "\n").map(\.count).max() ?? 0
      }.max() ?? 0
    return min(48, max(table.columns[column].count + 3, longest + 1))
  }
}
