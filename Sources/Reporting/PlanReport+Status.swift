import Plans
import Units

extension PlanReport {
  /// Targets: now, wanted, how likely, and what would close the gap. On a page, counts of few children are held back.
  func targetsTable(isPublished: Bool) -> ReportTable? {
    guard !status.targets.isEmpty else { return nil }
    let rows = status.targets.map { one in
      let isHidden = isPublished && isSmall(one)
      func value(_ value: Double?) -> String {
        value.map {
          isPublished && one.target.countsPeople && PlanReport.isSmall($0)
            ? "fewer than 6" : PlanReport.value($0)
        } ?? "–"
      }
      func dated(_ value: String, _ word: String, _ day: CivilDay?) -> String {
        day.map { "\(value) \(word) \($0)" } ?? value
      }
      return ReportTable.Row(
        label: one.target.name,
        cells: [
          one.status.words,
          isPublished && one.evidence.tellsOfFew
            ? "kept back" : dated(value(one.actual?.value), "on", one.actual?.on),
          dated(value(one.target.last?.value), "by", one.target.last?.by),
          value(one.target.baseline?.value),
          PlanReport.chance(one.evidence.chance), PlanReport.chance(one.evidence.chanceWithout),
          isHidden
            ? "–" : one.requiredPace.map { ($0 > 0 ? "+" : "") + Words.number($0, decimals: 1) } ?? "–",
          isHidden ? "–" : value(one.evidence.gap),
        ], isTotal: false)
    }
    return ReportTable(
      title: "Targets", labels: "Target",
      columns: [
        "Status", "Now", "Target", "From", "Chance", "Without plan", "Pace a month", "Gap for plan B",
      ], rows: rows,
      notes: [
        "Chance: futures of a hundred that meet the target by its day, with the plan's initiatives and without. Pace: the change a month from now on that just meets it. Gap: how much more must change for the chance to be \(PlanReport.chance(status.thresholds.green)), which is green."
      ], columnsOfWords: 3)
  }

  /// Whether any value of a target tells of one to five children, by itself or beside another page: then nothing worked out from them is shown either.
  func isSmall(_ one: TargetStatus) -> Bool {
    if one.evidence.tellsOfFew { return true }
    guard one.target.countsPeople else { return false }
    let stated = ([one.target.baseline].compactMap { $0 } + one.target.trajectory).map(\.value)
    return (one.evidence.actuals.map(\.value) + stated).contains(where: PlanReport.isSmall)
  }

  /// Whether a value stands for one to five.
  static func isSmall(_ value: Double) -> Bool { value > 0 && value < Double(Disclosure.smallestShown) }

  /// Savings: what was done and what it did to the budget, apart.
  /// Years are never added to each other, and what stands apart isn't added at all.
  func savingsTable(
    _ savings: [SavingStatus], _ title: String, isTotalled: Bool, notes: [String]
  ) -> ReportTable? {
    guard !savings.isEmpty else { return nil }
    let years = Set(savings.map(\.year)).sorted()
    let hasYear = years.count > 1
    var rows: [ReportTable.Row] = []
    var totals: [ReportTable.Row] = []
    for year in years {
      let own = savings.filter { $0.year == year }
      let planned = Apportion.units(of: own.map(\.planned), penceEach: 100)
      let confirmed = Apportion.units(of: own.map(\.confirmed), penceEach: 100)
      rows += own.indices.map {
        savingsRow(own[$0], hasYear: hasYear, planned.parts[$0], confirmed.parts[$0])
      }
      totals.append(
        ReportTable.Row(
          label: hasYear ? "All of \(year)" : "All",
          cells: ["", "", ""] + (hasYear ? [year.description] : [])
            + [Words.pounds(planned.total), inLedger(confirmed.total), "", ""],
          isTotal: true))
    }
    return ReportTable(
      title: hasYear ? title : title + (years.first.map { ", \($0)" } ?? ""), labels: "Saving",
      columns: ["Status", "Actions delivered", "Budget effect"] + (hasYear ? ["Year"] : [])
        + ["Planned", "Confirmed in ledger", "Expected", "Chance"], rows: rows + (isTotalled ? totals : []),
      notes: notes, columnsOfWords: 3)
  }

  /// Pounds in finance's ledger; without its postings nobody knows.
  private func inLedger(_ pounds: Int) -> String { isLedgerGiven ? Words.pounds(pounds) : "–" }

  private func savingsRow(
    _ one: SavingStatus, hasYear: Bool, _ planned: Int, _ confirmed: Int
  ) -> ReportTable.Row {
    ReportTable.Row(
      label: one.line.name,
      cells: [
        one.status.words, one.actions == 0 ? "none named" : "\(one.actionsDelivered) of \(one.actions)",
        PlanReport.words(one.effect),
      ] + (hasYear ? [one.year.description] : []) + [
        Words.pounds(planned), inLedger(confirmed),
        one.simulated.map { Words.about($0.expected) } ?? "–", PlanReport.chance(one.simulated?.chance),
      ], isTotal: false)
  }

  var savingsTables: [ReportTable] {
    [
      savingsTable(
        status.counted, "Savings: action delivered and budget effect are two things", isTotalled: true,
        notes: [
          "Blue needs the money in finance's ledger, confirmed by somebody other than the owner. Nobody can type it."
        ]),
      savingsTable(
        status.apart, "Standing apart: no gap in a budget closes with these", isTotalled: false,
        notes: [
          "Avoided spending, other people's money, time, costs that end anyway and what doesn't say its kind count in no total."
        ]),
      savingsTable(
        status.volatile, "Standing apart: secure and court-ordered placements", isTotalled: false,
        notes: ["Such placements come and go. That there are fewer is no saving, so it counts in no total."]),
    ].compactMap { $0 }
  }

  /// What somebody stated, beside what was computed.
  /// On a page the reasons are left out: what somebody writes may tell of few children.
  func statedTable(isPublished: Bool) -> ReportTable? {
    var rows = status.savings.compactMap { one in
      one.stated.map { row(one.line.name, one.status.words, $0, isPublished) }
    }
    rows += status.actions.compactMap { one in
      one.stated.map { row(one.action.name, PlanReport.words(one.delivery), $0, isPublished) }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      title: "Stated otherwise", labels: "Item",
      columns: ["Computed", "Stated", "By", "On"] + (isPublished ? [] : ["Why"]),
      rows: rows, notes: ["What is stated stands beside what is computed and never replaces it."],
      columnsOfWords: isPublished ? 4 : 5)
  }

  private func row(
    _ name: String, _ computed: String, _ stated: StatedStatus, _ isPublished: Bool
  ) -> ReportTable.Row {
    ReportTable.Row(
      label: name,
      cells: [computed, stated.status.words, stated.by, stated.on.description]
        + (isPublished ? [] : [stated.why]), isTotal: false)
  }

  /// Indicators of harm.
  func harmTable(isPublished: Bool) -> ReportTable? {
    guard !status.harm.isEmpty else { return nil }
    func value(_ value: Double) -> String {
      isPublished && PlanReport.isSmall(value) ? "fewer than 6" : PlanReport.value(value)
    }
    return ReportTable(
      title: "Beside the savings: signs of harm", labels: "Indicator",
      columns: ["", "Before", "Now", "Known on"],
      rows: status.harm.map {
        ReportTable.Row(
          label: $0.indicator.name,
          cells: [
            $0.harm.isWorse ? "◆ Worse" : "No worse", value($0.harm.before.value), value($0.harm.now.value),
            $0.harm.now.on.description,
          ], isTotal: false)
      },
      notes: [
        "A count from the returns is worse where it rose by more than such counts vary by chance; a value of the plan's, where it is worse at all."
      ], columnsOfWords: 1)
  }

  /// What initiatives save alone and together.
  var effectsTable: ReportTable? {
    guard let effects, !effects.rows.isEmpty else { return nil }
    let hasShares = effects.rows.contains { $0.share != nil }
    func cells(_ values: [Int], _ share: [Double]?, _ fewer: [Int]?) -> [String] {
      let sorted = values.sorted()
      func at(_ tenths: Int) -> String {
        Words.about(Money(pence: sorted.isEmpty ? 0 : sorted[max(0, (tenths * sorted.count + 9) / 10 - 1)]))
      }
      let children = fewer.map { Words.number(effects.mean($0), decimals: 1) } ?? "–"
      let part = share.map { values in
        Words.about(Money(pence: Int((values.reduce(0, +) / Double(max(1, values.count))).rounded())))
      }
      return [Words.about(Money(pence: Int(effects.mean(values).rounded()))), "\(at(1)) to \(at(9))"]
        + (hasShares ? [part ?? "–"] : []) + [children]
    }
    let rows = effects.rows.map {
      ReportTable.Row(label: $0.name, cells: cells($0.alone, $0.share, $0.fewer), isTotal: false)
    }
    let joint = ReportTable.Row(
      label: "All together", cells: cells(effects.joint, nil, nil), isTotal: true)
    let overlap = Words.about(Money(pence: Int(effects.overlap.rounded())))
    return ReportTable(
      title: "What initiatives save to \(effects.until.spoken)", labels: "Initiative",
      columns: ["Alone", "8 futures in 10"] + (hasShares ? ["Fair share"] : []) + ["Fewer children"],
      rows: rows + [joint],
      notes: [
        "Savings alone are never added: together they save \(overlap) less than their sum. Running costs are taken off. The evidence behind each claim is discounted."
      ])
  }

  static func chance(_ share: Double?) -> String {
    share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
  }

  static func value(_ value: Double) -> String {
    Words.number(value, decimals: value == value.rounded() || value.magnitude >= 1000 ? 0 : 1)
  }

  static func words(_ effect: SavingStatus.BudgetEffect) -> String {
    switch effect {
    case .confirmed(let money): "\(Words.pounds(money)) in the ledger, confirmed"
    case .posted(let money): "\(Words.pounds(money)) in the ledger, not confirmed"
    case .said(let money): "\(Words.pounds(money)) said, not in the ledger"
    case .none(let kind): "none: \(words(kind))"
    case .notSeen: "none seen"
    }
  }

  static func words(_ kind: SavingKind) -> String {
    switch kind {
    case .cashableRecurring: "cashable every year"
    case .cashableOnce: "cashable once"
    case .income: "income"
    case .avoided: "spending avoided"
    case .fundingSwitch: "other people's money"
    case .timeReleased: "time released"
    }
  }

  static func words(_ delivery: Delivery) -> String {
    switch delivery {
    case .delivered(let done): "✓ Delivered \(done.on), confirmed by \(done.by)"
    case .saidDelivered(let done): "Said to be delivered \(done.on), confirmed by nobody else"
    case .overdue(let days): "◆ Not delivered, \(Words.count(days, "day", "days")) overdue"
    case .due(let day): "Not delivered, due \(day)"
    case .undated(let words): "Not delivered, no firm date" + (words.isEmpty ? "" : ": “\(words)”")
    }
  }
}

extension Target {
  /// Whether its values count children, or what so few children may be told from.
  var countsPeople: Bool {
    switch PlanMeasure(measure).kind {
    case .children, .returnsToCare, .entries, .moves: return true
    case .unitCost: return false
    case .stated: break
    }
    let words = "\(unit) \(unit.isEmpty ? measure + " " + name : "")".lowercased()
    return ["child", "young", "people", "placement", "moves", "famil", "baby", "babies", "leaver", "sibling"]
      .contains { words.contains($0) }
  }
}
