import Plans
import Units

/// What a column of a table of measures holds.
private enum MeasureColumn {
  case target, dated, baseline, other

  init(_ column: PaperTable.Column) {
    let words = Set(column.words.split { !$0.isLetter }.map(String.init))
    func says(_ some: String...) -> Bool { words.contains { word in some.contains { word.hasPrefix($0) } } }
    if says(
      "average", "national", "region", "neighbour", "england", "benchmark", "median", "quartile", "rank",
      "statistical", "comparator", "variance", "rag", "trend", "direction", "change")
    {
      self = .other
    } else if says("target", "plan", "aim", "trajectory", "ambition", "goal") {
      self = .target
    } else if says("actual", "outturn", "baseline", "current", "latest", "position") {
      self = .baseline
    } else {
      self = column.dates.isEmpty ? .other : .dated
    }
  }
}

extension PaperTable {
  /// Whether its rows are measures with values by day, or indicators.
  var isOfMeasures: Bool {
    if column(.indicator) != nil { return true }
    let dated = columns.dropFirst().filter { !$0.dates.isEmpty }
    guard dated.count >= 2, !columns.contains(where: { $0.isMoney || $0.role == .posts }) else {
      return false
    }
    return saysTargets || dated.contains { $0.dates.contains(where: \.isDayOrMonth) }
  }

  /// Whether its headings, or the line above it, speak of targets.
  fileprivate var saysTargets: Bool {
    let words = headings + " " + caption.lowercased()
    return ["target", "trajectory", "performance", "indicator", "ambition"].contains { words.contains($0) }
  }
}

extension PlanDraft {
  /// Takes a table of measures: in columns of targets or of days to come stands what is to be reached; where no heading
  /// says so, the last figure of a row is asked about.
  mutating func readMeasures(_ table: PaperTable) {
    let named = table.nameColumn
    let kinds = table.columns.map(MeasureColumn.init)
    let hasTargets = kinds.indices.contains { $0 != named && kinds[$0] == .target }
    let columns = kinds.indices.filter { $0 != named && kinds[$0] == (hasTargets ? .target : .dated) }
    let asks = hasTargets || table.saysTargets ? [] : ["Nothing says that these are targets: are they?"]
    for row in table.rows where row[named].text.count > 3 && !isHeading(row) {
      if columns.isEmpty {
        guard let last = row.filled.last(where: { $0 != named && kinds[$0] != .baseline }) else { continue }
        readMeasure(
          row, [last], table, kinds, asks: ["No heading says which figure is the target: is it this?"])
      } else {
        readMeasure(row, columns, table, kinds, asks: asks)
      }
    }
  }

  private mutating func readMeasure(
    _ row: PaperTable.Row, _ columns: [Int], _ table: PaperTable, _ kinds: [MeasureColumn],
    asks given: [String]
  ) {
    let named = table.nameColumn
    var target = Target(id: "", name: String(row[named].text.prefix(110)))
    target.stream = stream
    var quoted: [PaperFinding.Evidence] = []
    var asks = given
    for column in columns {
      guard let (figure, value) = value(of: row[column], table.columns[column], &asks) else { continue }
      if case .percent = figure.value { target.unit = "percent" }
      if figure.poundsSaid != nil || table.columns[column].isMoney { target.unit = "pounds" }
      let date = table.columns[column].dates.last ?? dueDate(row, table)
      quoted.append(evidence("trajectory", figure))
      guard let date, let by = date.value.lastDay else {
        let wanted = year.flatMap { PlanDraft.financialYear($0)?.lastDay }
        if let wanted, let year, !target.trajectory.contains(where: { $0.by == wanted }) {
          target.trajectory.append(Target.Point(by: wanted, value: value))
          quoted.append(evidence("trajectory", year))
        }
        asks.append("By when is \(figure.quote.text) to be reached? The paper doesn't say plainly.")
        continue
      }
      quoted.append(evidence("trajectory", date))
      if kinds[column] == .dated, let written = plan.written, by <= written {
        asks.append("\(figure.quote.text) is of \(by), before the paper: is it what was, or a target?")
      } else if target.trajectory.contains(where: { $0.by == by }) {
        asks.append("Two columns are of \(by): which value is the target, \(figure.quote.text) too?")
      } else {
        target.trajectory.append(Target.Point(by: by, value: value))
      }
    }
    guard !quoted.isEmpty || asks.count > given.count else { return }
    readBaseline(&target, &quoted, row, table, kinds)
    target.trajectory.sort { $0.by.number < $1.by.number }
    target.id = id("target", target.name)
    plan.targets.append(target)
    note(target.id, "targets", words("name", row[named]) + quoted, .likely, asks: asks)
  }

  private func dueDate(_ row: PaperTable.Row, _ table: PaperTable) -> Figure? {
    table.column(.due).flatMap { paper.figures(in: row[$0]).first { $0.value.lastDay != nil } }
  }

  /// The one value of a cell; more than one is asked about.
  private func value(
    of cell: Cell, _ column: PaperTable.Column, _ asks: inout [String]
  ) -> (figure: Figure, value: Double)? {
    let figures = paper.figures(in: cell).filter { !$0.isDate }
    let line = cell.spots.first?.line ?? 0
    let digits = cell.text.filter(\.isASCIIDigit)
    let isOne = figures.count == 1 && figures[0].quote.text.filter(\.isASCIIDigit) == digits
    if !isOne, !digits.isEmpty {
      asks.append("Line \(line): “\(cell.text.prefix(60))” is not one value: which is to be reached?")
    }
    // Digits that nothing but spaces part may be one number.
    let hasWords = cell.text.contains { $0.isLetter || $0 == "(" }
    guard var figure = figures.first, isOne || (hasWords && cell.text.hasPrefix(figure.quote.text)) else {
      return nil
    }
    if column.isMoney, case .number = figure.value {
      (figure.scale, figure.scaleQuote) = (column.scale, column.scaleQuote)
    }
    if figure.poundsSaid != nil || column.isMoney {
      return figure.money.map { (figure, Double($0.pence) / 100) }
    }
    return figure.count.map { (figure, $0) }
  }

  private func readBaseline(
    _ target: inout Target, _ quoted: inout [PaperFinding.Evidence], _ row: PaperTable.Row,
    _ table: PaperTable,
    _ kinds: [MeasureColumn]
  ) {
    var unasked: [String] = []
    let known = kinds.indices.filter { kinds[$0] == .baseline && $0 != table.nameColumn }
    for column in known.reversed() {
      guard let (figure, value) = value(of: row[column], table.columns[column], &unasked) else { continue }
      quoted.append(evidence("baseline", figure))
      if let date = table.columns[column].dates.last, let by = date.value.lastDay {
        target.baseline = Target.Point(by: by, value: value)
        quoted.append(evidence("baseline", date))
      } else {
        target.note = "From \(figure.quote.text)."
      }
      return
    }
  }
}
