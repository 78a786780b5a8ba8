extension ReportTable {
  /// The table as lines of text for a terminal, columns lined up. Where it would be wider than `width`, headings are
  /// broken into lines, and then labels and words; a number never is.
  public func text(width: Int = 100) -> String {
    let all = [Row(label: labels, cells: columns, isTotal: false)] + rows
    let widths = widths(all, within: width - 2)
    let rule = "  " + String(repeating: "─", count: widths.reduce(0) { $0 + $1 + 3 } - 3)
    var lines = [title, rule] + self.lines(all[0], widths) + [rule]
    for row in rows {
      if row.isTotal { lines.append(rule) }
      lines += self.lines(row, widths)
    }
    lines.append(rule)
    lines += notes.map { wrapped($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether a column, the labels being the first, holds words that may be broken into lines.
  private func holdsWords(_ column: Int) -> Bool { column <= columnsOfWords }

  /// The width of the labels and of every column.
  private func widths(_ all: [Row], within width: Int) -> [Int] {
    func widest(_ rows: some Sequence<Row>, _ size: (String) -> Int) -> [Int] {
      (0...columns.count).map { column in rows.map { size($0.text(column)) }.max() ?? 0 }
    }
    func longestWord(_ text: String) -> Int { text.unbroken.map(\.count).max() ?? 0 }
    let head = widest([all[0]], longestWord)
    let broken = zip(widest(rows, \.count), head).map(max)
    let least = zip(widest(rows, longestWord), head).map { max($0 + 4, $1) }
    var widths = widest(all, \.count)
    for end in [broken, widths.indices.map { holdsWords($0) ? min(broken[$0], least[$0]) : broken[$0] }] {
      while widths.reduce(0, { $0 + $1 + 3 }) - 3 > width,
        let column = widths.indices.filter({ widths[$0] > end[$0] })
          .max(by: { widths[$0] - end[$0] < widths[$1] - end[$1] })
      {
        widths[column] -= 1
      }
    }
    return widths
  }

  /// A row as lines, most often one: what is broken goes on below, but a heading stands on the rule.
  private func lines(_ row: Row, _ widths: [Int]) -> [String] {
    let isHead = row.label == labels && row.cells == columns
    let parts = widths.indices.map {
      ReportTable.broken(row.text($0), widths[$0], isHanging: !isHead && holdsWords($0))
    }
    let height = parts.map(\.count).max() ?? 1
    return (0..<height).map { line in
      "  "
        + widths.indices.map { column in
          let own = parts[column]
          let place = isHead && column > 0 ? line - (height - own.count) : line
          let text = own.indices.contains(place) ? own[place] : ""
          let space = String(repeating: " ", count: widths[column] - text.count)
          return holdsWords(column) ? text + space : space + text
        }.joined(separator: "   ")
    }
  }

  /// A text in lines of a width, those after the first a little to the right where they hang.
  private static func broken(_ text: String, _ width: Int, isHanging: Bool) -> [String] {
    guard text.count > width else { return [text] }
    let indent = String(text.prefix { $0 == " " })
    var lines: [String] = []
    var line = indent
    var isBlank = true
    for word in text.unbroken {
      if !isBlank, line.count + 1 + word.count > width {
        lines.append(line)
        line = isHanging ? indent + "  " : indent
        isBlank = true
      }
      line += (isBlank ? "" : " ") + word
      isBlank = false
    }
    return lines + [line]
  }
}

extension ReportTable.Row {
  /// The label, or the value of a column counted from 1.
  fileprivate func text(_ column: Int) -> String { column == 0 ? label : cells[column - 1] }
}
