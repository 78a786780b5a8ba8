import Units

/// Finds the tables of a paper: a row of headings, and the rows below it with as many cells.
struct TableFinder {
  let paper: Paper
  private var tables: [PaperTable] = []
  private var open: PaperTable?
  private var caption = (text: "", line: 0)
  /// Whether only headings were read so far.
  private var isHeading = false
  private var starts: [Int] = []
  /// Rows of no table, such as “Total 18/19 Savings” beside an amount.
  private var loose: [PaperTable.Row] = []

  init(_ paper: Paper) { self.paper = paper }

  /// The tables, and the rows that stand in none.
  static func tables(of paper: Paper) -> (tables: [PaperTable], loose: [PaperTable.Row]) {
    var finder = TableFinder(paper)
    for line in paper.lines { finder.read(line) }
    finder.close()
    return (finder.tables, finder.loose)
  }

  private mutating func close() {
    if var table = open {
      for column in table.columns.indices { settle(&table, column) }
      takeScale(ofCaption: &table)
      if !table.rows.isEmpty { tables.append(table) }
    }
    open = nil
  }

  private mutating func read(_ line: Paper.Line) {
    guard let own = line.cells else {
      if line.isBlank { return }
      if isSection(line.words) { close() }
      caption = (line.words, line.number)
      return
    }
    guard own.contains(where: { $0.text.contains { $0 != "-" && $0 != "=" } }) else { return }
    let cells = placed(own, line)
    if isHeading, open?.columns.count == cells.count, isUnitsOnly(cells) { return add(heading: cells) }
    if isHeadings(cells) {
      if continuesHeading(cells, line.number) { return add(heading: cells) }
      begin(cells, line)
      return
    }
    guard let table = open else {
      caption = (line.words, line.number)
      return loose.append(PaperTable.Row(line: line.number, cells: own))
    }
    if isHeading, cells.first?.isEmpty == true, isUnits(cells) { return add(heading: cells) }
    isHeading = false
    if cells.count == table.columns.count || !starts.isEmpty {
      open?.rows.append(PaperTable.Row(line: line.number, cells: cells))
    } else {
      close()
      caption = (line.words, line.number)
      loose.append(PaperTable.Row(line: line.number, cells: own))
    }
  }

  private func continuesHeading(_ cells: [Cell], _ line: Int) -> Bool {
    guard let table = open, isHeading, table.columns.count == cells.count else { return false }
    return cells.first?.isEmpty == true
  }

  private mutating func begin(_ cells: [Cell], _ line: Paper.Line) {
    // The same headings again, on a new page, go on with the table.
    if let table = open, table.columns.map(\.heading) == cells.map(\.text) { return }
    close()
    starts = line.isLaidOut ? cells.map { $0.spots.first?.columns.lowerBound ?? 0 } : []
    open = PaperTable(
      line: line.number, caption: caption.text, captionLine: caption.line,
      columns: [], rows: [], isLaidOut: line.isLaidOut || line.isAligned)
    open?.columns = cells.map { _ in PaperTable.Column(heading: "") }
    isHeading = true
    add(heading: cells)
  }

  private mutating func add(heading cells: [Cell]) {
    var year: Figure?
    var group: (text: String, scale: Scale.Found?) = ("", nil)
    for (column, cell) in cells.enumerated() where open?.columns.indices.contains(column) == true {
      if !cell.isEmpty {
        group = (cell.text, Scale.of(cell, in: paper))
      } else if column > 0, !group.text.isEmpty, open?.columns[column].heading.isEmpty == true {
        open?.columns[column].group = group.text
        open?.columns[column].groupScale = group.scale
      }
      let figures = paper.figures(in: cell)
      open?.columns[column].dates += figures.filter(\.isDate)
      if let own = figures.first(where: { if case .financialYear = $0.value { true } else { false } }) {
        year = own
        open?.columns[column].year = own
      } else if cell.isEmpty, let year, open?.columns[column].year == nil {
        open?.columns[column].year = year
      } else if !cell.isEmpty {
        year = nil
      }
      let heading = open?.columns[column].heading ?? ""
      open?.columns[column].heading = tidy(heading + " " + cell.text)
      if let found = Scale.of(cell, in: paper) { open?.columns[column].take(found) }
    }
  }

  /// Settles what a column holds once its whole heading is known.
  private func settle(_ table: inout PaperTable, _ index: Int) {
    let column = table.columns[index]
    let role = ColumnRole.of(column.heading)
    // A year spreads over the columns beside it only where they hold money or posts.
    let hasOwnYear = column.year.map { column.heading.contains($0.quote.text) } ?? false
    if !hasOwnYear, !column.isMoney, role != .posts { table.columns[index].year = nil }
    table.columns[index].role = role ?? (table.columns[index].year == nil ? nil : .year)
    if role == .posts { table.columns[index].isMoney = false }
    if role == .posts { table.columns[index].role = .posts }
    if column.scaleQuote == nil, let found = column.groupScale,
      column.year != nil || [.saving, .amount, .cost].contains(role)
    {
      table.columns[index].take(found)
    }
  }

  /// Where no heading says what amounts are multiplied by, a line right above may: “All figures in £000”.
  private func takeScale(ofCaption table: inout PaperTable) {
    guard table.captionLine > 0, table.line - table.captionLine <= 4,
      !table.columns.contains(where: { $0.scaleQuote != nil })
    else { return }
    let plain = paper.lines[table.captionLine - 1].plain
    let cell = Cell(spots: [(table.captionLine, 0..<plain.count)], text: table.caption)
    guard let found = Scale.of(cell, in: paper), found.scale > 1 else { return }
    for index in table.columns.indices
    where table.columns[index].year != nil || [.saving, .cost].contains(table.columns[index].role) {
      table.columns[index].take(found)
    }
  }

  /// Whether cells are headings: at least two say what a column holds, or all that are filled do.
  private func isHeadings(_ cells: [Cell]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard !filled.isEmpty, filled.allSatisfy({ $0.text.count <= 90 || ColumnRole.of($0.text) == .risk }),
      !filled.contains(where: holdsData)
    else { return false }
    let datesTell = datesTell(cells)
    // A risk table's first heading may explain its scale at length.
    let telling = filled.filter {
      ColumnRole.of($0.text) != nil || ColumnRole.isYear($0.text) || (datesTell && ColumnRole.isDate($0.text))
    }
    if filled.count == 1 { return ColumnRole.of(filled[0].text) == .indicator && cells.count > 2 }
    let short = filled.filter { $0.text.split(separator: " ").count <= 11 }
    let roles = Set(telling.map { ColumnRole.of($0.text) })
    guard roles.count >= 2 || telling.allSatisfy({ ColumnRole.isYear($0.text) || ColumnRole.isDate($0.text) })
    else { return false }
    return telling.count >= 2 && telling.count * 2 >= filled.count && short.count == filled.count
  }

  /// Whether days among cells are headings: several of them, behind a heading; in a row of actions they are data.
  private func datesTell(_ cells: [Cell]) -> Bool {
    if open?.columns.contains(where: { ColumnRole.of($0.heading) == .due }) == true { return false }
    guard let first = cells.first, cells.dropFirst().count(where: { ColumnRole.isDate($0.text) }) > 1 else {
      return false
    }
    return first.isEmpty || ColumnRole.of(first.text) != nil && first.text.split(separator: " ").count <= 3
  }

  /// Whether a cell holds an amount: a heading holds none but years and “£000”.
  private func holdsData(_ cell: Cell) -> Bool {
    paper.figures(in: cell).contains { figure in
      switch figure.value {
      case .money(let money): money.pence != 0
      case .percent: true
      case .number(let number): number != 0 && !cell.text.contains("1-5")
      case .day, .month, .financialYear, .year: false
      }
    } || cell.text.contains("•") || cell.text.contains("▪")
  }

  /// Whether cells below headings say units, and no data.
  private func isUnits(_ cells: [Cell]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return !filled.isEmpty && !filled.contains(where: holdsData) && filled.allSatisfy { $0.text.count < 24 }
  }

  /// Whether every cell but the first says a unit.
  private func isUnitsOnly(_ cells: [Cell]) -> Bool {
    let units = cells.dropFirst().filter { !$0.isEmpty }
    return !units.isEmpty
      && units.allSatisfy {
        $0.text.count < 12 && (ColumnRole.of($0.text) == .posts || Scale.of($0, in: paper) != nil)
      }
      && !units.contains(where: holdsData)
  }

  /// Whether a line begins another part of the paper, at which a table ends.
  private func isSection(_ words: String) -> Bool {
    let number = words.prefix { $0.isASCIIDigit || $0 == "." }
    return !number.isEmpty && number.count < 5 && words.count < 90
      && words.dropFirst(number.count).first == " "
      && words.dropFirst(number.count + 1).first?.isUppercase == true && number.last == "."
  }

  /// The cells of a laid-out line under the headings they stand below; other lines' as they are.
  private func placed(_ cells: [Cell], _ line: Paper.Line) -> [Cell] {
    guard line.isLaidOut, let table = open, !starts.isEmpty, !isHeadings(cells) else { return cells }
    var placed = [Cell](repeating: .none, count: table.columns.count)
    for cell in cells {
      guard let columns = cell.spots.first?.columns else { continue }
      let nearest = starts.indices.min {
        distance(starts[$0], columns) < distance(starts[$1], columns)
      }
      if let nearest, placed.indices.contains(nearest) { placed[nearest].join(cell) }
    }
    return placed
  }

  private func distance(_ start: Int, _ columns: Range<Int>) -> Int {
    columns.contains(start)
      ? 0 : min(abs(start - columns.lowerBound), abs(start - columns.upperBound))
  }
}
