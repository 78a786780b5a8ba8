import Plans
import Units

extension PlanReport {
  /// The tables of the part wanted.
  func tables(isPublished: Bool) -> [ReportTable] {
    switch part {
    case .status:
      [scorecardTable, targetsTable(isPublished: isPublished)].compactMap { $0 } + savingsTables
        + [effectsTable, harmTable(isPublished: isPublished), statedTable, pastTable, efficiencyTable]
        .compactMap { $0 } + actionTables
    case .bridge: [bridgeTable, atRiskTable, mediumTermTable] + [efficiencyTable].compactMap { $0 }
    case .risks: heatTables + [registerTable].compactMap { $0 }
    case .actions: actionTables + [statedTable].compactMap { $0 }
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

  /// The figures as a long, stable CSV: `item,kind,statistic,value`. Money is whole pence.
  public func csv() -> String {
    (targetLines + savingLines + actionLines + moneyLines).reduce("item,kind,statistic,value\n") {
      $0 + CSVText.line($1)
    }
  }

  /// A line of the CSV for every statistic of an item that has a value.
  private static func lines(
    _ item: String, _ kind: String, _ statistics: [(name: String, value: String?)]
  ) -> [[String]] {
    statistics.compactMap { statistic in statistic.value.map { [item, kind, statistic.name, $0] } }
  }

  private var targetLines: [[String]] {
    status.targets.flatMap { one in
      PlanReport.lines(
        one.target.id, "target",
        [
          ("status", one.status.rawValue), ("actual", one.actual.map { String($0.value) }),
          ("chance", one.evidence.chance.map { String($0) }),
          ("chance_without", one.evidence.chanceWithout.map { String($0) }),
          ("pace_a_month", one.requiredPace.map { String($0) }),
          ("gap", one.evidence.gap.map { String($0) }),
        ])
    }
  }

  private var savingLines: [[String]] {
    status.savings.flatMap { one in
      PlanReport.lines(
        one.line.id, "saving",
        [
          ("status", one.status.rawValue), ("stated", one.stated?.status.rawValue),
          ("planned", String(one.planned.pence)), ("confirmed", String(one.confirmed.pence)),
          ("expected", one.simulated.map { String($0.expected.pence) }),
        ])
    }
  }

  private var actionLines: [[String]] {
    status.actions.flatMap { one in
      PlanReport.lines(
        one.action.id, "action",
        [("delivered", one.isDelivered ? "yes" : "no"), ("days_late", one.daysLate.map { String($0) })])
    }
  }

  private var moneyLines: [[String]] {
    bridgeSteps.map { [$0.label, "bridge", "pounds", String($0.pounds)] }
      + mediumTerm.years.enumerated().flatMap { place, year in
        PlanReport.lines(
          year.description, "medium term",
          [
            ("pressures", String(mediumTerm.pressures[place].pence)),
            ("new_savings", String(mediumTerm.new(place).pence)),
            ("brought_forward", String(mediumTerm.broughtForward(place).pence)),
            ("left_to_find", String(mediumTerm.leftToFind(place).pence)),
          ])
      }
  }

  /// The report as JSON, keys sorted. Money is whole pence.
  public func json() throws -> String {
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    func pence(_ money: Money) -> JSONValue { .number(Double(money.pence)) }
    let targets: [JSONValue] = status.targets.map { one in
      [
        "id": .string(one.target.id), "status": .string(one.status.rawValue),
        "actual": number(one.actual?.value), "chance": number(one.evidence.chance),
        "chanceWithout": number(one.evidence.chanceWithout), "paceAMonth": number(one.requiredPace),
        "gap": number(one.evidence.gap), "why": .array(one.judgement.reasons.map { .string($0) }),
      ]
    }
    let savings: [JSONValue] = status.savings.map { one in
      [
        "id": .string(one.line.id), "status": .string(one.status.rawValue),
        "stated": one.stated.map { .string($0.status.rawValue) } ?? .null,
        "standsApart": .bool(one.line.isVolatile), "financialYear": .string(one.year.description),
        "plannedPence": pence(one.planned), "confirmedPence": pence(one.confirmed),
        "expectedPence": one.simulated.map { pence($0.expected) } ?? .null,
        "chance": number(one.simulated?.chance), "why": .array(one.judgement.reasons.map { .string($0) }),
      ]
    }
    let actions: [JSONValue] = status.actions.map { one in
      [
        "id": .string(one.action.id), "delivered": .bool(one.isDelivered),
        "words": .string(PlanReport.words(one.delivery)), "daysLate": number(one.daysLate.map(Double.init)),
      ]
    }
    let steps: [JSONValue] = bridgeSteps.map {
      ["step": .string($0.label), "pounds": .number(Double($0.pounds))]
    }
    return try JSONText.of(
      [
        "plan": .string(plan.name), "asOf": .string(status.asOf.description),
        "headline": .string(sentences().joined(separator: " ")), "targets": .array(targets),
        "savings": .array(savings), "actions": .array(actions), "bridge": .array(steps),
        "howItWasMade": .array(method.map { .string($0) }),
      ] as JSONValue)
  }

  /// The report as one self-contained page; counts of few children are held back.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page {
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
    return Page(
      title: title, body: body,
      footer:
        "Made by Homeward from the plan and the council's own returns and ledger, on \(status.asOf.spoken). Status is worked out from evidence. Counts of one to five children are held back."
    )
  }
}
