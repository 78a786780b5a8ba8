extension PaperTable {
  /// The table with its rows put together where a row's amounts or scores stand on a middle or last line of it; nil
  /// where they stand on first lines, or its columns are not told by spaces.
  func rejoined(_ telling: [Int]) -> PaperTable? {
    guard isLaidOut, !telling.isEmpty, let first = rows.first, !isAnchor(first, telling) else { return nil }
    let named = nameColumn
    // A stream's heading begins many a table: the second line must go on with the first, or be without a name.
    guard rows.count > 1, rows[1][named].isEmpty || rows[1][named].text.first?.isLowercase == true else {
      return nil
    }
    var made = self
    made.rows = []
    var hasAnchor = false
    var isTorn = false
    for row in rows {
      let isOwn = isAnchor(row, telling)
      let begins = row[named].text.first.map { $0.isUppercase || $0 == "£" } ?? false
      guard let last = made.rows.indices.last, !begins, !(isOwn && hasAnchor) else {
        made.rows.append(row)
        made.rows[made.rows.count - 1].isTorn = isTorn
        (hasAnchor, isTorn) = (isOwn, false)
        continue
      }
      // A capital below a whole row may begin the next row's words.
      if hasAnchor, row[named].isEmpty, row.cells.contains(where: { $0.text.first?.isUppercase == true }) {
        isTorn = true
        made.rows[last].isTorn = true
      }
      for column in row.cells.indices where made.rows[last].cells.indices.contains(column) {
        made.rows[last].cells[column].join(row.cells[column])
      }
      hasAnchor = hasAnchor || isOwn
    }
    return made
  }

  private func isAnchor(_ row: Row, _ telling: [Int]) -> Bool { telling.contains { !row[$0].isEmpty } }
}
