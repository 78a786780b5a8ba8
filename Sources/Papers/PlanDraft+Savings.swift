import Plans
import Units

extension PlanDraft {
  /// Takes a table of savings: a line for each row, a claim for each total.
  mutating func readSavings(_ table: PaperTable) {
    var amounts: [(id: String, year: FinancialYear?, money: Money)] = []
    var before = table.line
    var comments: [(cell: Cell, name: String)] = []
    for row in table.rows {
      beginStream(between: before + 1, and: row.line)
      before = row.line
      let found = table.amountColumns.compactMap { column in
        figure(row, column, of: table).map { (column: column, figure: $0) }
      }
      if found.isEmpty {
        if isHeading(row) {
          begin(stream: row[0].text, at: row[0])
        } else {
          readTargetCell(row[0], of: table)
        }
        continue
      }
      if row[0].text.lowercased().contains("total") {
        for one in found { total(one.figure, row, year(of: table.columns[one.column]).year, amounts) }
        continue
      }
      let id = add(saving: row, found, of: table)
      for one in found {
        if let money = one.figure.money {
          amounts.append((id, year(of: table.columns[one.column]).year, Money(pence: abs(money.pence))))
        }
      }
      readTargetCell(row[0], of: table)
      if let comment = table.column(.comment) { comments.append((row[comment], row[0].text)) }
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
    saving row: PaperTable.Row, _ found: [(column: Int, figure: Figure)], of table: PaperTable
  ) -> String {
    let isNamed = row[0].text.count { $0.isLetter } > 2
    let streamName = plan.streams.first { $0.id == stream }?.name ?? ""
    let name = isNamed ? row[0].text : tidy("Without a name in the paper, line \(row.line): \(streamName)")
    let id = id("saving", isNamed ? name : "without a name")
    var saving = SavingLine(id: id, name: String(name.prefix(110)))
    saving.stream = stream
    if let comment = table.column(.comment) { saving.note = row[comment].text }
    var quoted = words("name", row[0])
    var asks = isNamed ? [] : ["The row has no name: what is it?"]
    for one in found {
      let (year, said) = year(of: table.columns[one.column])
      guard let year, let money = one.figure.money, saving.amount(in: year) == nil else { continue }
      saving.years.append((year, Money(pence: abs(money.pence))))
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
    return id
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

  /// A total: the sum of the lines above it, in its year.
  private mutating func total(
    _ figure: Figure, _ row: PaperTable.Row, _ year: FinancialYear?,
    _ amounts: [(id: String, year: FinancialYear?, money: Money)]
  ) {
    guard let money = figure.money else { return }
    let ids = amounts.filter { $0.year == year }.map(\.id)
    guard !ids.isEmpty else { return }
    add(
      claim: tidy("\(row[0].text) \(year.map(\.description) ?? "")"),
      stated: abs(Double(money.pence)) / 100, .sum(of: ids, year: year), [evidence("stated", figure)])
  }

  /// Takes a table of what delivering costs.
  mutating func readCosts(_ table: PaperTable) {
    guard let column = table.columns.indices.first(where: { $0 > 0 && table.columns[$0].role == .cost })
    else { return }
    var ids: [String] = []
    let (year, said) = year(of: table.columns[column])
    for row in table.rows {
      guard let figure = figure(row, column, of: table), let money = figure.money else { continue }
      if row[0].text.lowercased().contains("total") {
        if !ids.isEmpty {
          add(
            claim: tidy("\(row[0].text) of costs"), stated: Double(money.pence) / 100,
            .sum(of: ids, year: nil),
            [evidence("stated", figure)])
        }
        continue
      }
      let name = row[0].isEmpty ? "Without a name in the paper, line \(row.line)" : row[0].text
      let id = id("cost", name)
      var cost = CostLine(id: id, name: String(name.prefix(110)))
      var quoted = words("name", row[0]) + [evidence("years", figure)]
      var asks: [String] = []
      if let year { cost.years = [(year, money)] }
      if table.columns[column].year == nil {
        asks.append("The table says no year. \(year.map { "Is it \($0)?" } ?? "Which is it?")")
        if let said { quoted.append(evidence("years", said)) }
      }
      plan.costs.append(cost)
      ids.append(id)
      note(id, "costs", quoted, .likely, asks: asks)
    }
  }
}
