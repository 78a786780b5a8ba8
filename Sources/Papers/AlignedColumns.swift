/// The columns of tables that spaces alone part, as text out of a PDF has them.
///
/// One line can't tell whether a space parts two words or two cells. All of a table's lines together can: between two
/// columns every line is blank at the same places.
struct AlignedColumns {
  /// Where each column stands.
  private var columns: [Range<Int>] = []
  /// The lines of the table, its headings first.
  private var rows: [Paper.Line]

  /// At which places some line has a character.
  private var isFilled: [Bool] = []

  private init(heading: Paper.Line) {
    rows = [heading]
    fill(heading)
  }

  private mutating func fill(_ line: Paper.Line) {
    if isFilled.count < line.plain.count {
      isFilled += [Bool](repeating: false, count: line.plain.count - isFilled.count)
    }
    for (place, character) in line.plain.enumerated() where character != " " { isFilled[place] = true }
  }

  /// The lines, those of such tables with a cell for every column.
  static func settled(_ lines: [Paper.Line]) -> [Paper.Line] {
    var settled = lines
    var place = 0
    while place < lines.count {
      guard let table = table(from: place, in: lines) else {
        place += 1
        continue
      }
      for row in table.rows {
        settled[row.number - 1] = row.with(cells: table.cells(of: row))
      }
      place = table.rows.last?.number ?? place + 1
    }
    return settled
  }

  /// The table whose headings stand on a line; nil where none do, or nothing is below them.
  private static func table(from start: Int, in lines: [Paper.Line]) -> AlignedColumns? {
    guard lines[start].isLaidOut, lines[start].cells != nil else { return nil }
    var table = AlignedColumns(heading: lines[start])
    var blanks = 0
    for line in lines[(start + 1)...] {
      if line.isBlank {
        blanks += 1
        if blanks > 2 { break }
        continue
      }
      // A line by itself after a blank one begins something else.
      guard line.isLaidOut, blanks == 0 || line.cells != nil, let longer = table.adding(line) else { break }
      table = longer
      blanks = 0
    }
    return table.rows.count > 1 ? table : nil
  }

  /// The table with a line more; nil where its headings would no longer say what the columns hold.
  private func adding(_ line: Paper.Line) -> AlignedColumns? {
    var longer = self
    longer.rows.append(line)
    longer.fill(line)
    longer.columns = longer.parted()
    let headings = longer.columns.map { rows[0].words(in: $0) }
    let telling = headings.count { ColumnRole.of($0) != nil || ColumnRole.isYear($0) }
    return telling >= 2 && telling * 2 >= headings.count ? longer : nil
  }

  /// What no line's blanks part.
  private func parted() -> [Range<Int>] {
    let width = isFilled.count
    var found: [Range<Int>] = []
    var start: Int?
    for place in 0...width {
      let isBlank = place >= width || !isFilled[place]
      if !isBlank, start == nil { start = place }
      if isBlank, let from = start {
        found.append(from..<place)
        start = nil
      }
    }
    return joined(found)
  }

  /// Columns that one space parts, of which one has no heading or nothing below it, are one: its words happen to
  /// stand below each other.
  private func joined(_ found: [Range<Int>]) -> [Range<Int>] {
    found.reduce(into: []) { columns, next in
      guard let last = columns.last, next.lowerBound - last.upperBound == 1,
        [last, next].contains(where: { range in
          rows[0].words(in: range).isEmpty || rows.dropFirst().allSatisfy { $0.words(in: range).isEmpty }
        })
      else { return columns.append(next) }
      columns[columns.count - 1] = last.lowerBound..<next.upperBound
    }
  }

  private func cells(of line: Paper.Line) -> [Cell] {
    columns.map { Paper.Line.cell(line.plain, line.number, line.clamped($0)) }
  }
}

extension Paper.Line {
  /// The part of a range that the line has.
  fileprivate func clamped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: 0..<plain.count) }

  /// The words that stand in a column.
  fileprivate func words(in range: Range<Int>) -> String { tidy(String(plain[clamped(range)])) }

  /// The line with cells that are known, so that no spaces tell them.
  fileprivate func with(cells: [Cell]) -> Paper.Line {
    Paper.Line(number: number, characters: characters, plain: plain, cells: cells, isAligned: true)
  }
}
