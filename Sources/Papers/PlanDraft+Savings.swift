import Plans
import Units

extension PlanDraft {
  /// Takes a table of savings: a line for each row, a claim for each total.
  mutating func readSavings(_ table: PaperTable) {
    var sums = TableSums(sign: sign(of: table))
    var before = table.line
    var comments: [(cell: Cell, name: String)] = []
    let named = table.nameColumn
    for row in table.rows {
      beginStream(between: before + 1, and: row.line)
      before = row.line
      let read = amounts(of: row, in: table)
      if read.found.isEmpty, read.asks.isEmpty {
        if isHeading(row) {
          begin(stream: row[0].text, at: row[0])
        } else {
          readTargetCell(row[0], of: table)
        }
        continue
      }
      if total(row, read, of: table, &sums) { continue }
      add(saving: row, read, of: table, &sums)
      readTargetCell(row[0], of: table)
      if let comment = table.column(.comment) { comments.append((row[comment], row[named].text)) }
    }
    for (cell, name) in comments where !cell.isEmpty {
      var passage = Passage.of(cell, in: paper)
      passage.heading = name
      readTargets(passage)
      readSavings(passage)
    }
  }

  /// The year of a column, and the figure that says so.
  func year(of column: PaperTable.Column) -> (year: FinancialYear?, figure: Figure?) {
    let said = column.year ?? year
    return (PlanDraft.financialYear(said), said)
  }

  private mutating func add(
    saving row: PaperTable.Row, _ read: RowAmounts, of table: PaperTable, _ sums: inout TableSums
  ) {
    let named = row[table.nameColumn]
    let isNamed = named.text.count { $0.isLetter } > 2
    let streamName = plan.streams.first { $0.id == stream }.map { ": \($0.name)" } ?? ""
    let name = isNamed ? named.text : "Without a name in the paper, line \(row.line)\(streamName)"
    let id = id("saving", isNamed ? name : "without a name")
    var saving = SavingLine(id: id, name: String(name.prefix(110)))
    saving.stream = stream
    if let comment = table.column(.comment) { saving.note = row[comment].text }
    var quoted = words("name", named)
    var asks = (isNamed ? [] : ["The row has no name: what is it?"]) + read.asks
    sums.isBroken = sums.isBroken || !read.asks.isEmpty
    if row.isTorn { asks.append(PaperTable.Row.tornAsk) }
    if table.isLaidOut, isNamed, named.text.first?.isLowercase == true {
      asks.append("The name begins in the middle: is something of it on another line?")
    }
    if isNamed, TotalWords.begins(named.text) {
      asks.append("It is called a total: is it a saving of its own, or the sum of others?")
    }
    for one in read.found {
      let (year, said) = year(of: table.columns[one.column])
      guard let year, let money = one.figure.money else { continue }
      if saving.amount(in: year) != nil {
        asks.append("Two columns are of \(year): which amount is it, “\(one.figure.quote.text)” too?")
        continue
      }
      let amount = sums.sign.amount(money)
      if amount.pence < 0 { asks.append("“\(one.figure.quote.text)” is less than nothing: is it a cost?") }
      if sums.sign.isUnsure, money.pence < 0, amount.pence > 0 {
        asks.append("“\(one.figure.quote.text)” counts as a saving in the total: is it one?")
      }
      saving.years.append((year, amount))
      sums.add(id, year, amount)
      quoted.append(evidence("years \(year)", one.figure))
      if table.columns[one.column].year == nil, let said {
        quoted.append(evidence("years \(year)", said))
        asks.append("The column says no year. Is it \(year)?")
      }
    }
    let perYear = ["p.a", "per annum", "full year"]
    saving.isPerAnnum = perYear.contains { table.headings.contains($0) }
    readCodes(&saving, &quoted, row, table)
    for column in table.columns.indices where table.columns[column].role == .posts {
      guard let year = PlanDraft.financialYear(table.columns[column].year),
        let figure = paper.figures(in: row[column]).first, let fte = figure.count, fte > 0
      else { continue }
      saving.posts.append((year, fte))
      quoted.append(evidence("posts \(year)", figure))
    }
    saving.years.sort { $0.year < $1.year }
    plan.savings.append(saving)
    note(id, "savings", quoted, .sure, asks: asks)
  }

  /// Cost centre and subjective, in a column that says so.
  private func readCodes(
    _ saving: inout SavingLine, _ quoted: inout [PaperFinding.Evidence], _ row: PaperTable.Row,
    _ table: PaperTable
  ) {
    guard let column = table.column(.costCentre), let quote = quote(row[column]) else { return }
    let codes = row[column].text.split(separator: " ").filter { $0.contains(where: \.isASCIIDigit) }
    guard let first = codes.first else { return }
    saving.costCentre = String(first)
    if codes.count > 1 { saving.subjective = String(codes[1]) }
    quoted.append(PaperFinding.Evidence(key: "cost_centre", quote: quote))
  }

  /// Takes a table of what delivering costs.
  mutating func readCosts(_ table: PaperTable) {
    guard let column = table.columns.indices.first(where: { $0 > 0 && table.columns[$0].role == .cost })
    else { return }
    var sums = TableSums(sign: .asWritten)
    let (year, said) = year(of: table.columns[column])
    for row in table.rows {
      let read = amounts(of: row, in: table, columns: [column])
      guard let figure = read.found.first?.figure, let money = figure.money else { continue }
      if total(row, read, of: table, &sums, suffix: " of costs", ofAllYears: true) { continue }
      let named = row[table.nameColumn]
      let name = named.isEmpty ? "Without a name in the paper, line \(row.line)" : named.text
      let id = id("cost", name)
      var cost = CostLine(id: id, name: String(name.prefix(110)))
      var quoted = words("name", named) + [evidence("years", figure)]
      var asks = read.asks
      if let year { cost.years = [(year, money)] }
      if table.columns[column].year == nil {
        asks.append("The table says no year. \(year.map { "Is it \($0)?" } ?? "Which is it?")")
        if let said { quoted.append(evidence("years", said)) }
      }
      plan.costs.append(cost)
      sums.add(id, nil, money)
      note(id, "costs", quoted, .likely, asks: asks)
    }
  }
}
