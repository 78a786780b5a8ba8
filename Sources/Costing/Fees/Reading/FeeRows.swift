import Care
import Files
import Units

/// The rows of one table becoming lines.
struct FeeRows {
  /// Why a row is no line.
  struct Reason: Error {
    let kind: SetAsideKind
    let field: LedgerField
    let problem: String
  }

  let grid: Grid
  let columns: TableColumns<LedgerField>
  let mapping: LedgerMapping
  let match: MatchTable?
  let book: CategoryBook
  let file: Int32
  private(set) var lines: [FeeLine] = []
  private(set) var setAside: [SetAsideLine] = []
  var findings: [LedgerFinding] = []
  private(set) var count = 0
  var serialDays = 0
  var filledDown = 0
  var madeOfParts = 0
  var otherUnits: [MoneyUnit.Per: Int] = [:]
  /// Columns of shares that are written as income, below nought.
  private var sharesBelowNought: Set<LedgerField> = []
  /// Whether fees are net of what others pay, as their parts tell.
  private(set) var isNet = false
  private var categories: [String: Category] = [:]
  var kinds: [String: FeeKind] = [:]
  private let mergedRows: [Int: [MergedCells]]

  init(
    grid: Grid, columns: TableColumns<LedgerField>, mapping: LedgerMapping, match: MatchTable?,
    book: CategoryBook, file: Int32
  ) {
    self.grid = grid
    self.columns = columns
    self.mapping = mapping
    self.match = match
    self.book = book
    self.file = file
    var merged: [Int: [MergedCells]] = [:]
    for cells in grid.merged where cells.rows.count < 10_000 {
      for row in cells.rows { merged[row, default: []].append(cells) }
    }
    mergedRows = merged
  }

  mutating func readAll() {
    let rows = grid.rows[(columns.header + 1)...].filter { !$0.isBlank }
    sharesBelowNought = Set(
      [LedgerField.health, .schools].filter { field in
        let amounts = rows.compactMap { row in columns[field].flatMap { LedgerAmount(row[$0.column].text) } }
        return amounts.contains(where: \.isNegative)
          && amounts.allSatisfy { $0.isNegative || $0.weekly(MoneyUnit()).pence == 0 }
      })
    isNet = mapping.isNet ?? partsTellNet(rows)
    lines.reserveCapacity(rows.count)
    for row in rows {
      count += 1
      let place = LedgerPlace(file: file, row: Int32(clamping: row.number))
      do throws(Reason) {
        lines.append(try line(row, place))
      } catch {
        let column = columns[error.field]?.column ?? 0
        setAside.append(
          SetAsideLine(
            place: place, address: grid.address(row: row.number, column: column), kind: error.kind,
            problem: error.problem, weekly: weekly(row), start: day(row, .from), end: day(row, .to)))
      }
    }
  }

  /// Whether, in most rows where others pay, the parts less what they pay make up the fee, and not the parts alone.
  private func partsTellNet(_ rows: [GridRow]) -> Bool {
    func pence(_ row: GridRow, _ fields: [LedgerField]) -> Int {
      fields.reduce(0) { sum, field in
        let amount = columns[field].flatMap { use in LedgerAmount(row[use.column].text).map { (use, $0) } }
        return sum + (amount.map { $0.1.weekly(unit(of: $0.0)).pence } ?? 0)
      }
    }
    var (net, whole) = (0, 0)
    for row in rows {
      let shares = abs(pence(row, [.health])) + abs(pence(row, [.schools]))
      guard shares > 0 else { continue }
      let (parts, fee) = (pence(row, [.core, .education, .therapy, .transport]), pence(row, [.fee]))
      guard parts > 0 else { continue }
      if abs(parts - shares - fee) <= 2 { net += 1 }
      if abs(parts - fee) <= 2 { whole += 1 }
    }
    return net > whole
  }

  /// The value of a field; for a row inside merged cells, what the first of them holds.
  mutating func value(_ row: GridRow, _ field: LedgerField) throws(Reason) -> GridValue {
    guard let use = columns[field] else { return .empty }
    let own = row[use.column]
    if case .fault(let text) = own {
      throw Reason(
        kind: .damaged, field: field,
        problem: "The cell holds \(text). Put a value there, or open the workbook in Excel and save it again."
      )
    }
    guard !mergedRows.isEmpty,
      let merge = mergedRows[row.number]?.first(where: { $0.columns.contains(use.column) })
    else { return own }
    let isMoney = !field.isHeldByEach
    if isMoney, merge.rows.count > 1 || merge.columns.count > 1 {
      throw Reason(
        kind: .merged, field: field,
        problem:
          "The amount stands in merged cells, so it is not plain what it is for. Give each row its own.")
    }
    guard merge.rows.count > 1, row.number > merge.rows.lowerBound else { return own }
    filledDown += 1
    return grid.row(merge.rows.lowerBound)?[merge.columns.lowerBound] ?? .empty
  }

  mutating func text(_ row: GridRow, _ field: LedgerField) throws(Reason) -> String {
    try value(row, field).text
  }

  /// The category of the codes of a row; nil where it has none.
  mutating func category(_ row: GridRow, on day: CivilDay) throws(Reason) -> Category? {
    let place = try text(row, .place)
    guard !place.isEmpty, place.utf8.count <= 7 else { return nil }
    let provider = try text(row, .placeProvider)
    let key = place + " " + provider
    if let known = categories[key] { return known == book.unknown ? nil : known }
    let category = book.category(
      place: Code(place.uppercased()), provider: Code(provider.uppercased()),
      in: CollectionYear(containing: day)
    ).0
    categories[key] = category
    return category == book.unknown ? nil : category
  }

  func notes(_ table: String) -> [String] {
    var notes: [String] = []
    if serialDays > 0 {
      notes.append(
        "\(table): \(serialDays) days stood as spreadsheet numbers or in short forms and were read.")
    }
    if filledDown > 0 {
      notes.append("\(table): \(filledDown) cells were filled from the merged cells above them.")
    }
    if madeOfParts > 0 {
      notes.append("\(table): \(madeOfParts) lines have no whole fee; their parts were added.")
    }
    for field in sharesBelowNought.sorted(by: { $0.rawValue < $1.rawValue }) {
      notes.append(
        "\(table): \(field.rawValue) is written below nought, as income, and was read as others' share.")
    }
    if isNet {
      notes.append(
        "\(table): fees are net of what others pay; the whole is the fee and their shares together.")
    }
    for (per, count) in otherUnits.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where per != .week {
      let (times, over) = per.weekly
      notes.append(
        "\(table): \(count) fees are per \(per.rawValue); a week's is that × \(times) ÷ \(over), to the nearest penny."
      )
    }
    return notes
  }

  func isBelowNought(_ field: LedgerField) -> Bool { sharesBelowNought.contains(field) }
}
