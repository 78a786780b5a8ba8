import Units

/// The amounts of a row, and what in its cells of amounts could not be read, or not wholly.
struct RowAmounts {
  var found: [(column: Int, figure: Figure)] = []
  var asks: [String] = []
}

extension PlanDraft {
  /// The amounts of a row.
  func amounts(of row: PaperTable.Row, in table: PaperTable, columns: [Int]? = nil) -> RowAmounts {
    var amounts = RowAmounts()
    for column in columns ?? table.amountColumns {
      let cell = row[column]
      if cell.isEmpty { continue }
      let doubt = doubt(cell, in: table, column)
      if let figure = figure(row, column, of: table), doubt?.isBroken != true {
        amounts.found.append((column, figure))
      }
      guard let doubt else { continue }
      let heading = table.columns[column].year?.quote.text ?? table.columns[column].heading
      let line = cell.spots.first?.line ?? row.line
      amounts.asks.append("Line \(line), \(heading): “\(cell.text.prefix(60))” \(doubt.words)")
    }
    return amounts
  }

  /// What is unsure of an amount's cell; broken where no amount is to be taken from it.
  private func doubt(_ cell: Cell, in table: PaperTable, _ column: Int) -> (words: String, isBroken: Bool)? {
    let figures = paper.figures(in: cell)
    let amounts = figures.filter { $0.money != nil }
    let rest = rest(of: cell, without: figures.prefix { $0 != amounts.first } + amounts.prefix(1))
    guard let amount = amounts.first else {
      if rest.contains(where: \.isASCIIDigit) || !figures.isEmpty {
        return ("can't be read as an amount: which is it?", true)
      }
      let isNone = ["", "nil", "none", "n/a", "na", "-", "–"].contains(tidy(rest).lowercased())
      let awaited = ["tbc", "tba", "tbd", "confirm", "determined"].contains { rest.lowercased().contains($0) }
      return !isNone && awaited ? ("says no amount yet: which is it?", true) : nil
    }
    if cell.text.count >= 24 { return ("says more than an amount: which is it?", true) }
    if rest.contains(where: \.isASCIIDigit) {
      return ("holds more than one figure, or a broken one: which is it?", true)
    }
    let words = rest.lowercased().split { !$0.isLetter }.map(String.init)
    if words.contains(where: { !["p", "a", "pa", "fye", "pye", "per", "annum", "gbp"].contains($0) }) {
      return ("says more than an amount: what does it mean?", false)
    }
    let scale = table.columns[column].scale
    if amount.quote.text.split(separator: ".").last?.count == 3, amount.quote.text.contains("."),
      scale < 1_000_000,
      amount.quote.text.last?.isASCIIDigit == true
    {
      return ("may be thousands with a stop for a comma: which is it?", true)
    }
    if !table.columns[column].isScaleKnown {
      let mark = table.columns[column].scaleQuote?.text ?? ""
      return ("stands under “\(mark)”: is it pounds, or thousands?", false)
    }
    if scale > 1, case .money = amount.value, amount.quote.text.filter(\.isLetter).isEmpty {
      return (
        "has a pound sign under “\(table.columns[column].scaleQuote?.text ?? "")”: pounds, or more?", false
      )
    }
    return nil
  }

  /// A cell's characters without some figures'.
  private func rest(of cell: Cell, without figures: [Figure]) -> String {
    var text = ""
    for spot in cell.spots {
      let plain = paper.lines[spot.line - 1].plain
      for place in spot.columns
      where !figures.contains(where: { $0.quote.line == spot.line && $0.quote.columns.contains(place) }) {
        text.append(plain[place])
      }
      text += " "
    }
    return text
  }
}

extension PaperTable {
  /// The column that names what its rows are: one whose heading says so, else the first that holds words.
  var nameColumn: Int { named ?? toldNameColumn }

  private var toldNameColumn: Int {
    let free = columns.indices.filter { index in
      let role = columns[index].role
      let isOther: [ColumnRole] = [
        .posts, .costCentre, .comment, .owner, .due, .score, .how, .progress, .resource, .year, .success,
      ]
      return !possibleAmounts.contains(index) && !(role.map(isOther.contains) ?? false)
    }
    for wanted in [
      ["proposal", "saving", "savings", "initiative", "project", "scheme"], ["description", "title"],
    ] {
      let found = free.first { index in
        let words = columns[index].heading.lowercased().split { !$0.isLetter }.map(String.init)
        return words.count <= 4 && words.contains { wanted.contains($0) } && holdsWords(index)
      }
      if let found { return found }
    }
    if holdsWords(0) || free.isEmpty { return 0 }
    return free.first(where: holdsWords) ?? 0
  }

  /// Whether at least half of a column's filled cells are words, and no references such as “CS1”.
  private func holdsWords(_ column: Int) -> Bool {
    let filled = rows.map { $0[column].text }.filter { !$0.isEmpty }
    let worded = filled.count { text in
      text.count(where: \.isLetter) > 2 && !(text.count < 8 && text.contains(where: \.isASCIIDigit))
    }
    return worded > 0 && worded * 2 >= filled.count
  }
}
