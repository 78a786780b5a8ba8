import Papers
import Plans
import Reporting

extension PaperPlan {
  /// The most rows that a table of the page has; the rest stands in the plan's file.
  private static let mostRows = 200

  /// What was found for a page: each figure with its quote, how sure it is, what a person is to settle, of what nothing
  /// was made, and what the rules find in the plan.
  public var html: String {
    var out = "<p class=\"lede\">\(escaped(lede))</p>\n"
    if reading.findings.isEmpty {
      out +=
        "<p>Nothing in it reads like a saving, a target, a risk or an action. Is it the paper that holds the plan? Tables that stand in it as pictures can't be read.</p>\n"
    }
    out += questionsTable?.html(id: "ask") ?? ""
    for (section, name) in PaperPlan.sections { out += table(section, name)?.html() ?? "" }
    out += quotes("Tables and columns of which nothing was made", reading.untaken)
    out += quotes("Has digits and can't be read; nothing was made of it", reading.unreadable)
    out += "<h2>The plan as proposed, checked</h2>\n"
    return out + PlanFindings(plan, place: { "Line \($0) of the plan's file" }).html()
  }

  private var lede: String {
    let all = reading.findings
    func count(_ level: PaperConfidence) -> Int { all.count { $0.confidence == level } }
    let found = Words.count(all.count, "item", "items")
    return
      "“\(plan.name)”: \(Words.count(reading.figures.count, "figure", "figures")) in the paper, \(found) made of them. The paper says \(Words.number(count(.sure))) plainly and \(Words.number(count(.likely))) likely; \(Words.number(count(.ask))) \(count(.ask) == 1 ? "is" : "are") for a person to settle."
  }

  private var questionsTable: ReportTable? {
    var order: [String] = []
    var items: [String: [String]] = [:]
    for finding in reading.findings {
      for ask in finding.asks {
        if items[ask] == nil { order.append(ask) }
        items[ask, default: []].append(names[finding.id] ?? finding.id)
      }
    }
    guard !order.isEmpty else { return nil }
    let rows = order.prefix(PaperPlan.mostRows).map { ask in
      let own = items[ask] ?? []
      let more = own.count > 8 ? "; and \(own.count - 8) more" : ""
      return ReportTable.Row(
        label: ask, cells: [own.prefix(8).joined(separator: "; ") + more], isTotal: false)
    }
    return ReportTable(
      title: "For a person to settle", labels: "Question", columns: ["About"], rows: Array(rows), notes: [],
      columnsOfWords: 1)
  }

  /// The items of a section, a row for each quote they rest on.
  private func table(_ section: String, _ title: String) -> ReportTable? {
    let found = reading.findings.filter { $0.section == section }
    guard !found.isEmpty else { return nil }
    let rows = found.flatMap { finding in
      finding.evidence.map { one in
        ReportTable.Row(
          label: names[finding.id] ?? finding.id,
          cells: [one.key, said(one), PaperPlan.sure(finding.confidence), Words.number(one.quote.line)],
          isTotal: false)
      }
    }
    let rest = rows.count - PaperPlan.mostRows
    return ReportTable(
      title: title, labels: "Item", columns: ["What", "In the paper", "How sure", "Line"],
      rows: Array(rows.prefix(PaperPlan.mostRows)),
      notes: rest > 0 ? ["\(Words.number(rest)) more rows stand in the plan's file."] : [], columnsOfWords: 3)
  }

  /// The quote, with the headings that it stands under.
  private func said(_ one: PaperFinding.Evidence) -> String {
    var words = "“\(PaperPlan.cut(one.quote.text))”"
    guard let figure = one.figure else { return words }
    if let scale = figure.scaleQuote, figure.scale != 1 { words += " under “\(PaperPlan.cut(scale.text))”" }
    if !figure.row.isEmpty { words += ", row “\(PaperPlan.cut(figure.row))”" }
    if !figure.column.isEmpty { words += ", column “\(PaperPlan.cut(figure.column))”" }
    return words
  }

  private func quotes(_ title: String, _ quotes: [Quote]) -> String {
    guard !quotes.isEmpty else { return "" }
    let rows = quotes.prefix(40).map {
      ReportTable.Row(label: "Line \($0.line)", cells: [PaperPlan.cut($0.text)], isTotal: false)
    }
    let rest = quotes.count - rows.count
    return ReportTable(
      title: title, labels: "Where", columns: ["In the paper"], rows: Array(rows),
      notes: rest > 0 ? ["and \(Words.number(rest)) more"] : [], columnsOfWords: 1
    ).html()
  }

  /// What items are called, by their ids.
  private var names: [String: String] {
    let all =
      plan.streams.map { ($0.id, $0.name) } + plan.savings.map { ($0.id, $0.name) }
      + plan.targets.map { ($0.id, $0.name) } + plan.risks.map { ($0.id, $0.name) }
      + plan.actions.map { ($0.id, $0.name) } + plan.milestones.map { ($0.id, $0.name) }
      + plan.costs.map { ($0.id, $0.name) } + [("plan", plan.name)]
    return Dictionary(all.filter { !$0.1.isEmpty }) { first, _ in first }
  }

  private static func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 120 ? line.prefix(120) + "…" : line
  }

  private static func sure(_ level: PaperConfidence) -> String {
    switch level {
    case .sure: "Plainly said"
    case .likely: "Likely: look at it"
    case .ask: "Ask: a person decides"
    }
  }
}
