import Plans
import Units

extension PlanDraft {
  /// Takes a table for what its headings say it is.
  mutating func read(_ table: PaperTable) {
    stream = ""
    var table = joined(table)
    table.named = table.nameColumn
    if table.column(.risk) != nil, table.column(.mitigation, .score, .impact) != nil {
      readRisks(table)
    } else if table.isOfSavings {
      readSavings(table)
      leaveColumns(of: table)
      if let column = table.column(.how) { readPoints(table, column) }
    } else if table.isOfCosts {
      readCosts(table)
    } else if table.column(.milestone) != nil {
      readMilestones(table)
    } else if table.column(.what, .how) != nil, table.column(.owner, .due) != nil {
      readActions(table)
    } else if table.isOfMeasures {
      readMeasures(table)
    } else if !table.amountColumns.isEmpty {
      readParts(table)
    } else {
      leave(table)
    }
  }

  /// Notes a table that nothing is made of.
  mutating func leave(_ table: PaperTable) {
    untaken.append(paper.quote(table.line, 0..<paper.lines[table.line - 1].plain.count))
  }

  /// Notes columns of money that are no savings.
  private mutating func leaveColumns(of table: PaperTable) {
    for column in table.possibleAmounts where !table.amountColumns.contains(column) {
      for number in table.line..<(table.rows.first?.line ?? table.line + 1) {
        let cells = paper.lines[number - 1].cells ?? []
        guard cells.indices.contains(column), let spot = cells[column].spots.first else { continue }
        untaken.append(paper.quote(spot.line, spot.columns))
        break
      }
    }
  }

  /// The table with rows that only go on with the one above joined to it.
  func joined(_ table: PaperTable) -> PaperTable {
    var made = table
    made.rows = []
    let telling = table.columns.indices.filter { index in
      guard let role = table.columns[index].role else { return false }
      return [.score, .probability, .due, .saving, .cost, .amount, .year].contains(role) && index > 0
    }
    if let centred = table.rejoined(telling) { return centred }
    for row in table.rows {
      guard let last = made.rows.indices.last, goesOn(row, telling, table) else {
        made.rows.append(row)
        continue
      }
      for column in row.cells.indices where made.rows[last].cells.indices.contains(column) {
        made.rows[last].cells[column].join(row.cells[column])
      }
    }
    return made
  }

  private func goesOn(_ row: PaperTable.Row, _ telling: [Int], _ table: PaperTable) -> Bool {
    if telling.contains(where: { !row[$0].isEmpty }) { return false }
    guard !row.filled.isEmpty else { return true }
    if row[0].isEmpty { return true }
    // A milestone's name over several lines, of which the first or any has its day.
    if table.column(.milestone) != nil, table.column(.due) != nil { return !isKnownHeading(row[0].text) }
    guard let first = row[0].text.first else { return true }
    if first.isLowercase || (table.isLaidOut && isHeading(row) && first.isASCIIDigit) { return true }
    // A point that the page's end parted from its row.
    return "-–•".contains(first) && !telling.isEmpty
  }

  /// Whether words begin the name of a saving or stream read before.
  private func isKnownHeading(_ words: String) -> Bool {
    let words = words.lowercased()
    let names = plan.savings.map(\.name) + plan.streams.map(\.name)
    return names.contains { $0.lowercased().hasPrefix(words) }
  }

  /// Whether a row is a heading among rows: its first cell only.
  func isHeading(_ row: PaperTable.Row) -> Bool { row.filled == [0] }

  /// Takes a heading among rows, or a line of text among them, for a stream.
  mutating func begin(stream words: String, at cell: Cell) {
    var name = words
    for lead in ["work streams", "work stream", "workstream", "objective"]
    where name.lowercased().hasPrefix(lead) {
      let rest = name.dropFirst(lead.count).drop { $0 == " " || $0.isASCIIDigit || "-–—:;.".contains($0) }
      if rest.count > 3 { name = String(rest) }
    }
    name = String(name.prefix(110))
    if let known = plan.streams.first(where: { $0.name == name }) {
      stream = known.id
      return
    }
    let id = id("stream", name)
    stream = id
    plan.streams.append(Stream(id: id, name: name))
    note(id, "streams", self.words("name", cell), .likely)
  }

  /// The heading of text, such as “Objective 1: …”, between a table's rows.
  mutating func beginStream(between start: Int, and end: Int) {
    guard start < end else { return }
    for number in start..<end where paper.lines.indices.contains(number - 1) {
      let line = paper.lines[number - 1]
      let words = line.words.lowercased()
      guard line.cells == nil,
        ["objective", "work stream", "workstream", "priority"].contains(where: words.hasPrefix)
      else { continue }
      begin(stream: line.words, at: Cell(spots: [(number, 0..<line.plain.count)], text: line.words))
    }
  }

  /// Rows with amounts, none of which says it is a saving or a cost: a total is a claim about its parts.
  mutating func readParts(_ table: PaperTable) {
    for column in table.amountColumns {
      var parts: [Double] = []
      var quoted: [PaperFinding.Evidence] = []
      for row in table.rows {
        guard let figure = figure(row, column, of: table), let money = figure.money else { continue }
        let pounds = abs(Double(money.pence)) / 100
        if isTotal(row, of: table), parts.count > 1 {
          add(
            claim: tidy("\(row[0].text), \(table.columns[column].heading)"), stated: pounds, .total(parts),
            quoted + [evidence("stated", figure)])
        } else {
          parts.append(pounds)
          quoted.append(evidence("total", figure))
        }
      }
    }
  }

  /// Says a claim.
  mutating func add(
    claim name: String, stated: Double, _ making: Claim.Making, _ evidence: [PaperFinding.Evidence],
    _ confidence: PaperConfidence = .sure, unit: String = "pounds", asks: [String] = []
  ) {
    let name = String(name.prefix(110))
    let id = id("claim", name)
    var claim = Claim(id: id, name: name, stated: stated, making: making)
    claim.unit = unit
    plan.claims.append(claim)
    note(id, "claims", evidence, confidence, asks: asks)
  }

  /// The amount in a row's cell, with the heading's unit.
  func figure(_ row: PaperTable.Row, _ column: Int, of table: PaperTable) -> Figure? {
    let own = paper.figures(in: row[column]).filter { figure in
      if figure.money == nil { return false }
      return true
    }
    guard var figure = own.first, row[column].text.count < 24 else { return nil }
    if case .number = figure.value {
      figure.scale = table.columns[column].scale
      figure.scaleQuote = table.columns[column].scaleQuote
    }
    figure.row = row[0].text
    figure.column = table.columns[column].heading
    return figure
  }
}
