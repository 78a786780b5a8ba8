import Plans
import Units

extension PlanReport {
  /// The tables of the part wanted.
  func tables(isPublished: Bool) -> [ReportTable] {
    switch part {
    case .status:
      [scorecardTable(isPublished: isPublished), targetsTable(isPublished: isPublished)].compactMap { $0 }
        + savingsTables
        + [
          effectsTable, harmTable(isPublished: isPublished), statedTable(isPublished: isPublished), pastTable,
          efficiencyTable,
        ]
        .compactMap { $0 } + actionTables
    case .bridge: [bridgeTable, atRiskTable, mediumTermTable] + [efficiencyTable].compactMap { $0 }
    case .risks: heatTables + [registerTable].compactMap { $0 }
    case .actions: actionTables + [statedTable(isPublished: isPublished)].compactMap { $0 }
    }
  }

  /// The reasons for statuses, a sentence each.
  func reasons(isPublished: Bool) -> [String] {
    guard part == .status else { return [] }
    func words(_ name: String, _ judgement: StatusJudgement) -> String {
      "\(name) is \(judgement.status.rawValue): \(judgement.reasons.joined(separator: " "))"
    }
    return status.targets.map { words($0.target.name, $0.judgement) }
      + status.savings.map { words($0.line.name, $0.judgement) }
  }

  /// How statuses have changed over the days they were kept.
  var pastTable: ReportTable? {
    let days = Set(past.map(\.on)).sorted().suffix(6)
    guard !days.isEmpty else { return nil }
    let names =
      status.targets.map { ($0.target.id, $0.target.name, $0.status) }
      + status.savings.map { ($0.line.id, $0.line.name, $0.status) }
    return ReportTable(
      title: "Status as it was kept", labels: "Item", columns: days.map(\.description) + ["Now"],
      rows: names.map { id, name, now in
        ReportTable.Row(
          label: name,
          cells: days.map { day in past.last { $0.on == day && $0.item == id }?.status.words ?? "–" }
            + [now.words], isTotal: false)
      }, notes: [], columnsOfWords: days.count + 1)
  }

  /// Where it comes from, for the parts that hang on evidence: actions and risks are the plan's own.
  private var told: [String] { part == .status || part == .bridge ? method : [] }

  /// The report for a terminal.
  public func text() -> String {
    var parts = [title, ""] + sentences().map { wrapped($0) } + [""]
    parts += tables(isPublished: false).map { $0.text() }
    let reasons = reasons(isPublished: false)
    if !reasons.isEmpty { parts += ["Why"] + reasons.map { wrapped("• " + $0) } + [""] }
    parts += told.isEmpty ? [] : ["How it was made"] + told.map { wrapped("• " + $0) }
    return parts.joined(separator: "\n") + "\n"
  }

  /// The report as one self-contained page; counts of few children are held back.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> String {
    var body = sentences().map { "<p class=\"lede\">\(escaped($0))</p>\n" }.joined()
    let charts = charts()
    if !charts.isEmpty {
      body +=
        "<h2>\(part == .bridge ? "From plan to budget" : part == .risks ? "Heat map" : "Targets")</h2>\n"
      switch pictures {
      case .success: for chart in charts { body += Page.picture(chart, pictures, figures: "figures") }
      case .failure(let failure): body += Page.notice(failure)
      }
    }
    body += "<h2 id=\"figures\">The figures</h2>\n" + tables(isPublished: true).map { $0.html() }.joined()
    let reasons = reasons(isPublished: true)
    if !reasons.isEmpty { body += "<h2>Why</h2>\n" + Page.list(reasons) }
    if !told.isEmpty { body += "<h2>How it was made</h2>\n" + Page.list(told) }
    return Page.html(
      title: title, body: body,
      footer:
        "Made by Homeward from the plan and the council's own returns and ledger, on \(status.asOf.spoken). Status is worked out from evidence. Counts of one to five children are held back."
    )
  }
}
