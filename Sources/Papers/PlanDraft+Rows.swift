import Plans
import Units

extension PlanDraft {
  /// Takes a table of risks.
  mutating func readRisks(_ table: PaperTable) {
    guard let named = table.column(.risk) else { return }
    let mitigation = table.column(.mitigation)
    for row in table.rows {
      if isHeading(row), mitigation != named {
        begin(stream: row[0].text, at: row[0])
        continue
      }
      guard row[named].text.count(where: \.isLetter) > 3 else { continue }
      let name = PlanDraft.point(row[named].text)
      let id = id("risk", name)
      var risk = Risk(id: id, name: String(name.prefix(240)))
      risk.stream = stream
      var quoted = words("name", row[named])
      var asks: [String] = []
      if row.isTorn { asks.append(PaperTable.Row.tornAsk) }
      if table.isLaidOut, name.first?.isLowercase == true || name.first?.isASCIIDigit == true {
        asks.append("The name begins in the middle: is something of it on another line?")
      }
      if let mitigation { risk.mitigation = PlanDraft.points(row[mitigation].text) }
      if let mitigation { quoted += words("mitigation", row[mitigation]) }
      readScores(&risk, &quoted, &asks, row, table)
      if let owner = table.column(.owner) { risk.owner = role(row[owner], &asks, &quoted) }
      plan.risks.append(risk)
      note(id, "risks", quoted, .sure, asks: asks)
    }
    stream = ""
  }

  /// Takes a table of milestones.
  mutating func readMilestones(_ table: PaperTable) {
    guard let named = table.column(.milestone) else { return }
    for row in table.rows {
      if isHeading(row) {
        begin(stream: row[0].text, at: row[0])
        continue
      }
      guard row[named].text.count(where: \.isLetter) > 2 else { continue }
      let id = id("milestone", row[named].text)
      var milestone = Milestone(id: id, name: String(row[named].text.prefix(110)))
      milestone.stream = stream
      var quoted = words("name", row[named])
      var asks: [String] = []
      if let column = table.column(.due) {
        (milestone.due, milestone.dueWords) = due(row[column], &quoted, &asks)
      }
      if isFar(milestone.due) { asks.append("The day is far from the paper's own time: was it read well?") }
      if milestone.due == nil { asks.append("No day could be read: by when?") }
      if let owner = table.column(.owner) { milestone.owner = role(row[owner], &asks, &quoted) }
      plan.milestones.append(milestone)
      note(id, "milestones", quoted, .sure, asks: asks)
    }
    stream = ""
  }

  /// Takes an action plan: what, how, how measured, by when, with what, who.
  mutating func readActions(_ table: PaperTable) {
    guard let named = table.column(.what, .how) else { return }
    for row in table.rows {
      if isHeading(row) {
        begin(stream: row[0].text, at: row[0])
        continue
      }
      guard row[named].text.count(where: \.isLetter) > 3 else { continue }
      let id = id("action", row[named].text)
      var action = Action(id: id, name: String(row[named].text.prefix(240)))
      action.stream = stream
      var quoted = words("name", row[named])
      var asks: [String] = []
      func text(_ role: ColumnRole) -> String {
        table.column(role).map { PlanDraft.points(row[$0].text).joined(separator: "; ") } ?? ""
      }
      if named != table.column(.how) { action.how = text(.how) }
      action.success = text(.success)
      action.resource = text(.resource)
      if let column = table.column(.due) { (action.due, action.dueWords) = due(row[column], &quoted, &asks) }
      if let owner = table.column(.owner) { action.owner = role(row[owner], &asks, &quoted) }
      plan.actions.append(action)
      note(id, "actions", quoted, .sure, asks: asks)
    }
    stream = ""
  }

  /// Takes the points of a column for actions.
  mutating func readPoints(_ table: PaperTable, _ column: Int) {
    for row in table.rows where !row[column].isEmpty {
      let points = PlanDraft.points(row[column].text)
      for point in points where point.count > 8 {
        let id = id("action", point)
        plan.actions.append(Action(id: id, name: String(point.prefix(240))))
        note(id, "actions", words("name", row[column]), .likely)
      }
    }
  }

  /// Whether a day is years away from what the paper is about.
  private func isFar(_ day: CivilDay?) -> Bool {
    guard let day, let about = paper.aboutYear else { return false }
    return !(about - 2...about + 6).contains(day.components.year)
  }

  /// A paragraph about a risk, under a heading that speaks of risks.
  mutating func readRisk(_ passage: Passage) {
    guard passage.heading.lowercased().contains("risk"), !passage.isHeading else { return }
    let words = passage.tokens.map(\.word)
    guard words.contains("risk") || words.contains("risks") else { return }
    let sentences = passage.sentences
    guard let saying = sentences.first(where: { $0.contains { $0.word.hasPrefix("risk") } }),
      let last = saying.last, saying.first?.line == last.line, let begin = saying.first
    else { return }
    let quote = paper.quote(last.line, begin.columns.lowerBound..<last.columns.upperBound)
    let id = id("risk", tidy(quote.text))
    var risk = Risk(id: id, name: String(tidy(quote.text).prefix(240)))
    var quoted = [PaperFinding.Evidence(key: "name", quote: quote)]
    for sentence in sentences where sentence.contains(where: { $0.word.hasPrefix("mitigat") }) {
      guard let a = sentence.first, let b = sentence.last, a.line == b.line else { continue }
      let own = paper.quote(a.line, a.columns.lowerBound..<b.columns.upperBound)
      risk.mitigation.append(tidy(own.text))
      quoted.append(PaperFinding.Evidence(key: "mitigation", quote: own))
    }
    plan.risks.append(risk)
    note(id, "risks", quoted, .likely)
  }

  /// A row beside no table: “Total 18/19 Savings” and its amount.
  mutating func read(loose row: PaperTable.Row) {
    let name = row[0].text
    guard row.filled.count == 2, name.lowercased().contains("total"), name.lowercased().contains("saving"),
      let value = row.filled.last, let figure = paper.figures(in: row[value]).first, let money = figure.money,
      row[value].text.count < 24
    else { return }
    let year = paper.figures(in: row[0]).lazy.compactMap { PlanDraft.financialYear($0) }.first
    let parts = savingsInTables.filter { saving in
      year.map { saving.amount(in: $0) != nil } ?? !saving.years.isEmpty
    }
    guard !parts.isEmpty else { return }
    add(
      claim: name, stated: abs(Double(money.pence)) / 100, .sum(of: parts.map(\.id), year: year),
      [evidence("stated", figure)], asks: year == nil ? ["Of which years is this the total?"] : [])
  }

  /// A point without its mark.
  static func point(_ text: String) -> String {
    tidy(String(text.drop { $0.isWhitespace || "•▪-–".contains($0) }))
  }

  /// The points of a cell.
  static func points(_ text: String) -> [String] {
    text.split { $0 == "•" || $0 == "▪" }.map { point(String($0)) }.filter { !$0.isEmpty }
  }
}

extension Figure {
  /// A whole number.
  var whole: Int? { count.flatMap { Int(exactly: $0) } }
}
