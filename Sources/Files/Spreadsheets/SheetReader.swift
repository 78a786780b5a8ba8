import Units

extension Spreadsheet {
  /// The cells of a sheet.
  ///
  /// - Throws: `GridError` where its part is missing, damaged or too large.
  public func grid(of sheet: Sheet) throws(GridError) -> Grid {
    var reading = SheetReading(book: self)
    try walk(sheet.part) { reading.step($0, $1) }
    return Grid(
      file: name, sheet: sheet.name, rows: reading.rows, merged: reading.merged,
      notes: reading.notes.map { "\(name), sheet “\(sheet.name)”: \($0)" })
  }
}

/// A sheet being read.
private struct SheetReading {
  private enum Element { case row, cell, value, formula, text, phonetic, other }

  let book: Spreadsheet
  private(set) var rows: [GridRow] = []
  private(set) var merged: [MergedCells] = []
  private var cells = 0
  private var hiddenRows = 0
  private var hiddenColumns = 0
  private var isCutShort = false

  private var open: [Element] = []
  private var row = 0
  private var column = -1
  private var values: [GridValue] = []
  private var isHidden = false
  private var kind = "n"
  private var style = 0
  private var text = ""
  private var hasFormula = false

  init(book: Spreadsheet) { self.book = book }

  var notes: [String] {
    var notes: [String] = []
    if hiddenRows > 0 { notes.append("\(hiddenRows) hidden or filtered rows were read like the others.") }
    if hiddenColumns > 0 { notes.append("\(hiddenColumns) hidden columns were read like the others.") }
    if isCutShort {
      notes.append("columns after \(Grid.letters(Spreadsheet.mostColumns - 1)) were not read.")
    }
    return notes
  }

  /// Takes one step; an error ends the reading.
  mutating func step(_ reader: XMLReader, _ event: XMLEvent) -> GridError? {
    switch event {
    case .start(let name): open.append(start(name, reader))
    case .text(let part):
      if open.last == .value || (open.last == .text && !open.contains(.phonetic)) { text += part }
    case .end:
      switch open.popLast() {
      case .cell: endCell()
      case .row: endRow()
      default: break
      }
    }
    guard cells <= Spreadsheet.mostCells else {
      return GridError(
        file: book.name,
        problem:
          "a sheet of over \(Spreadsheet.mostCells) cells. Delete its empty columns, or save it as CSV.")
    }
    return nil
  }

  private mutating func start(_ name: String, _ reader: XMLReader) -> Element {
    switch name {
    case "c" where open.last == .row:
      startCell(reader)
      return .cell
    case "row":
      startRow(reader)
      return .row
    case "v" where open.last == .cell: return .value
    case "f" where open.last == .cell:
      hasFormula = true
      return .formula
    case "t" where open.contains(.cell): return .text
    case "rPh": return .phonetic
    case "mergeCell": reader.attributes { if $0 == "ref" { merge($1) } }
    case "col":
      var (first, last, isHidden) = (0, 0, false)
      reader.attributes { name, value in
        switch name {
        case "min": first = Int(value) ?? 0
        case "max": last = Int(value) ?? 0
        case "hidden": isHidden = value == "1" || value == "true"
        default: break
        }
      }
      // A sheet that hides everything to its right says so of columns that hold nothing.
      if isHidden, last < 16_384 { hiddenColumns += max(0, last - first + 1) }
    default: break
    }
    return .other
  }

  private mutating func startRow(_ reader: XMLReader) {
    var number = row + 1
    isHidden = false
    reader.attributes { name, value in
      if name == "r" { number = Int(value) ?? number }
      if name == "hidden" { isHidden = value == "1" || value == "true" }
    }
    row = number
    column = -1
    values = []
    values.reserveCapacity(rows.last?.values.count ?? 0)
  }

  private mutating func startCell(_ reader: XMLReader) {
    kind = "n"
    style = 0
    text = ""
    hasFormula = false
    var next = column + 1
    reader.attributes { name, value in
      switch name {
      case "r": next = Grid.place(value)?.column ?? next
      case "t": kind = value
      case "s": style = Int(value) ?? 0
      default: break
      }
    }
    column = next
  }

  private mutating func endCell() {
    let value = self.value
    guard value != .empty else { return }
    guard column < Spreadsheet.mostColumns else {
      isCutShort = true
      return
    }
    while values.count <= column { values.append(.empty) }
    values[column] = value
  }

  private mutating func endRow() {
    guard !values.isEmpty else { return }
    cells += values.count
    if isHidden { hiddenRows += 1 }
    rows.append(GridRow(number: row, values: values, isHidden: isHidden))
  }

  private var value: GridValue {
    switch kind {
    case "s":
      guard let index = Int(text), book.strings.indices.contains(index) else {
        return text.isEmpty ? .empty : .fault("a text that the workbook doesn't hold")
      }
      return GridFile.cell(book.strings[index])
    case "inlineStr", "str": return GridFile.cell(text)
    case "b": return text.isEmpty ? .empty : .boolean(text == "1" || text == "true")
    case "e": return .fault(text)
    case "d": return CivilDay(String(text.prefix(10))).map(GridValue.day) ?? GridFile.cell(text)
    default:
      if text.isEmpty { return hasFormula ? .fault("a formula whose value was not saved") : .empty }
      guard let number = SheetNumber.plain(text) else { return .fault(text) }
      if book.dateStyles.indices.contains(style), book.dateStyles[style],
        let day = SheetNumber.day(number, from1904: book.countsFrom1904)
      {
        return .day(day)
      }
      return .number(number)
    }
  }

  private mutating func merge(_ reference: String) {
    let ends = reference.split(separator: ":")
    guard ends.count == 2, let a = Grid.place(ends[0]), let b = Grid.place(ends[1]), a.row <= b.row,
      a.column <= b.column
    else { return }
    merged.append(MergedCells(rows: a.row...b.row, columns: a.column...b.column))
  }
}
