public import Care
public import Files
import Units

/// Reads a council's fee ledger from its tables. Every row beneath the headings becomes a line or is set aside with the
/// address of the cell at fault; whatever is decided on the way is said in the notes.
public enum FeeReader {
  /// The ledger in tables.
  ///
  /// - Parameters:
  ///   - match: what the children's numbers are in the returns; nil where they are the same.
  ///   - book: the categories that placement codes make.
  /// - Throws: `GridError` where no table has the headings needed, or the mapping does not fit it.
  public static func read(
    _ grids: [Grid], mapping: LedgerMapping = LedgerMapping(), match: MatchTable? = nil, book: CategoryBook
  ) throws(GridError) -> FeeReading {
    var reading = FeeReading(ledger: FeeLedger(files: [], lines: []))
    var files: [String] = []
    var lines: [FeeLine] = []
    var left: [String] = []
    var tables: [(grid: Grid, fee: Int)] = []
    for grid in grids where mapping.sheet == nil || grid.sheet == mapping.sheet {
      guard let columns = try TableColumns<LedgerField>(grid, mapping: mapping.columns) else {
        left.append(grid.sheet ?? grid.file)
        continue
      }
      var rows = FeeRows(
        grid: grid, columns: columns, mapping: mapping, match: match, book: book, file: Int32(files.count))
      files.append(grid.sheet.map { "\(grid.file), sheet \($0)" } ?? grid.file)
      tables.append((grid, columns[.fee]?.column ?? 0))
      rows.readAll()
      reading.take(rows, grid)
      lines += rows.lines
    }
    guard !files.isEmpty else { throw noTable(grids, mapping, left) }
    if !left.isEmpty {
      reading.notes.append(
        "Not read, as they lack the headings of a ledger: \(left.joined(separator: ", ")).")
    }
    FeeEnds.settle(&lines, mapping.ends, &reading)
    FeeDoubts(lines).setAside(from: &lines, tables, &reading)
    reading.ledger = FeeLedger(files: files, lines: lines)
    reading.setAside.sort { ($0.place.file, $0.place.row) < ($1.place.file, $1.place.row) }
    return reading
  }

  /// Which column of a table holds what; nil where it is no ledger.
  ///
  /// - Throws: `GridError` where the mapping names a heading that the table lacks.
  public static func columns(
    _ grid: Grid, _ mapping: LedgerMapping
  ) throws(GridError) -> TableColumns<LedgerField>? {
    try TableColumns<LedgerField>(grid, mapping: mapping.columns)
  }

  private static func noTable(_ grids: [Grid], _ mapping: LedgerMapping, _ left: [String]) -> GridError {
    let file = grids.first?.file ?? "the ledger"
    if let sheet = mapping.sheet, left.isEmpty {
      let names = grids.compactMap(\.sheet).joined(separator: ", ")
      return GridError(file: file, problem: "has no sheet “\(sheet)”. Its sheets are: \(names).")
    }
    let first = grids.first?.rows.first?.values.map(\.text).filter { !$0.isEmpty } ?? []
    return GridError(
      file: file,
      problem:
        "no row has headings for the child, the first day and the fee. Its first row is: \(first.prefix(12).joined(separator: ", ")). \(Means.said("Write a mapping (homeward fees map) that says which columns they are.", inBrowser: "Name its columns child, placement start, placement end and weekly fee, and load it again."))"
    )
  }
}

extension FeeReading {
  /// Takes over what the rows of a table came to.
  fileprivate mutating func take(_ rows: FeeRows, _ grid: Grid) {
    setAside += rows.setAside
    findings += rows.findings
    self.rows += rows.count
    columns += rows.columns.uses.map { "\($0.field.rawValue): \($0.heading)" }
    let above = grid.rows[..<rows.columns.header].count
    let table = grid.sheet ?? grid.file
    if above > 0 {
      notes.append("\(table): \(above) row\(above == 1 ? "" : "s") above the headings were taken for titles.")
    }
    if !rows.columns.unused.isEmpty {
      notes.append("\(table): not read: \(rows.columns.unused.joined(separator: ", ")).")
    }
    notes += grid.notes + rows.notes(table)
  }
}
