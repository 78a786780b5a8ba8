public import BusinessCases
import Plans
import Units

extension PlanReport {
  /// What of the year's approved savings is not covered, and the year's pressures.
  public var netAtRisk: NetAtRisk {
    NetAtRisk(
      approved: bridge.planned, achieved: bridge.delivered, pressure: plan.pressure(in: bridge.year))
  }

  /// The bridge's steps, the last their sum; each reason's sign is what it does to the budget.
  var bridgeMoney: [(label: String, money: Money)] {
    let offset = bridge.offset
    func less(_ money: Money) -> Money { .zero - money }
    var named: [(String, Money)] = [
      ("Planned", bridge.planned), ("Slippage: planned and not delivered", less(bridge.slippage)),
    ]
    if bridge.surplus != .zero { named.append(("Delivered beyond the plan", bridge.surplus)) }
    named += [
      ("Demand: nights of care beyond the budget", less(offset.demand)),
      ("Mix: other kinds of care", less(offset.mix)), ("Price: dearer nights", less(offset.price)),
      ("All else", less(offset.other)),
    ]
    return named + [("Effect on the budget", bridge.effect)]
  }

  /// The steps of which something is known: without a ledger and budget nobody can tell the effect.
  var knownSteps: [(label: String, money: Money)] {
    bridge.isSpendKnown ? bridgeMoney : bridgeMoney.filter { PlanReport.ofLedger.contains($0.label) }
  }

  private static let ofLedger = [
    "Planned", "Slippage: planned and not delivered", "Delivered beyond the plan",
  ]

  /// The bridge's steps in whole pounds, which add as printed; each reason's sign is what it does to the budget.
  public var bridgeSteps: [(label: String, pounds: Int)] {
    let named = bridgeMoney.dropLast()
    let units = Apportion.units(of: named.map(\.money), penceEach: 100)
    return zip(named, units.parts).map { ($0.label, $1) } + [("Effect on the budget", units.total)]
  }

  /// From planned savings to the budget.
  var bridgeTable: ReportTable {
    var steps = bridgeSteps
    let total = steps.removeLast()
    let delivered = steps[0].pounds + steps[1].pounds
    var rows = [
      ReportTable.Row(label: steps[0].label, cells: [Words.pounds(steps[0].pounds)], isTotal: false),
      ReportTable.Row(label: steps[1].label, cells: [Words.pounds(steps[1].pounds)], isTotal: false),
      ReportTable.Row(label: "Delivered, in the ledger", cells: [Words.pounds(delivered)], isTotal: true),
    ]
    var notes = [
      "A saving that did not come is in slippage alone: it is taken out of the reason that it would have shown as."
    ]
    let others = steps.dropFirst(2)
    rows += (bridge.isSpendKnown ? others : others.filter { $0.label == PlanReport.ofLedger[2] }).map {
      ReportTable.Row(label: $0.label, cells: [Words.pounds($0.pounds)], isTotal: false)
    }
    if bridge.isSpendKnown {
      rows.append(ReportTable.Row(label: total.label, cells: [Words.pounds(total.pounds)], isTotal: true))
    } else {
      notes = ["Give the fee ledger and the budget to see what demand, mix and price did."]
    }
    if !bridge.apart.isEmpty {
      notes.append(
        "Standing apart, counted nowhere: \(bridge.apart.map(\.name).joined(separator: ", ")).")
    }
    return ReportTable(
      title: "From planned savings to the budget, \(bridge.year)", labels: "Step", columns: ["£"],
      rows: rows, notes: notes)
  }

  /// Each saving planned, delivered and missing, with the net at risk.
  var atRiskTable: ReportTable {
    let approved = Apportion.units(of: bridge.lines.map(\.planned), penceEach: 100)
    let achieved = Apportion.units(of: bridge.lines.map(\.delivered), penceEach: 100)
    var rows = bridge.lines.indices.map { place in
      ReportTable.Row(
        label: bridge.lines[place].name,
        cells: [
          Words.pounds(approved.parts[place]), Words.pounds(achieved.parts[place]), "",
          Words.pounds(approved.parts[place] - achieved.parts[place]),
        ], isTotal: false)
    }
    let pounds = Words.wholePounds(plan.pressure(in: bridge.year))
    rows.append(
      ReportTable.Row(
        label: "Pressures in the year", cells: ["", "", Words.pounds(pounds), Words.pounds(pounds)],
        isTotal: false))
    rows.append(
      ReportTable.Row(
        label: "All",
        cells: [
          Words.pounds(approved.total), Words.pounds(achieved.total), Words.pounds(pounds),
          Words.pounds(approved.total - achieved.total + pounds),
        ], isTotal: true))
    return ReportTable(
      title: "Net at risk, \(bridge.year): approved − achieved + pressures", labels: "Saving",
      columns: ["Approved", "Achieved", "Pressures", "Net at risk"], rows: rows, notes: [])
  }

  /// Savings by year and posts, as an efficiency plan has them: those that count first, then those that stand apart, then
  /// the plan's own total of both.
  var efficiencyTable: ReportTable? {
    let years = mediumTerm.years
    func saves(_ line: MediumTerm.Line) -> Bool { line.years.contains { $0.level != .zero } }
    let (counted, apart) = (mediumTerm.savings.filter(saves), mediumTerm.apart.filter(saves))
    let lines = counted + apart
    guard !lines.isEmpty else { return nil }
    let columns = years.indices.map { place in
      Apportion.units(of: lines.map { $0.years[place].level }, penceEach: 100)
    }
    func row(_ index: Int) -> ReportTable.Row {
      ReportTable.Row(
        label: lines[index].saving.name + (index < counted.count ? "" : " (stands apart)"),
        cells: [lines[index].saving.kind.map(PlanReport.words) ?? "not said"]
          + columns.map { Words.pounds($0.parts[index]) }, isTotal: false)
    }
    func total(_ label: String, _ part: Range<Int>) -> ReportTable.Row {
      ReportTable.Row(
        label: label, cells: [""] + columns.map { Words.pounds($0.parts[part].reduce(0, +)) }, isTotal: true)
    }
    var rows = counted.indices.map(row)
    if !counted.isEmpty { rows.append(total("Counts towards the budget", 0..<counted.count)) }
    if !apart.isEmpty {
      rows += (counted.count..<lines.count).map(row)
      rows.append(total("As the plan states it", 0..<lines.count))
    }
    let posts = years.map { year in
      let stated = plan.savings.flatMap(\.posts).filter { $0.year == year }
      return stated.isEmpty ? nil : stated.reduce(0) { $0 + $1.fte }
    }
    if posts.contains(where: { $0 ?? 0 != 0 }) {
      rows.append(
        ReportTable.Row(
          label: "Posts (full-time)",
          cells: [""] + posts.map { $0.map { Words.number($0, decimals: 1) } ?? "–" },
          isTotal: false))
    }
    return ReportTable(
      title: "Efficiency plan: saved in each year", labels: "Saving",
      columns: ["Kind"] + years.map(\.description), rows: rows, notes: [], columnsOfWords: 1)
  }

  /// Pressures, new savings and the full-year effect brought forward, by year.
  var mediumTermTable: ReportTable {
    let places = mediumTerm.years.indices
    func row(_ label: String, isTotal: Bool = false, _ money: (Int) -> Int) -> ReportTable.Row {
      ReportTable.Row(label: label, cells: places.map { Words.pounds(money($0)) }, isTotal: isTotal)
    }
    // The three parts are rounded together, so that what is left is their difference as printed.
    let units = places.map { place in
      Apportion.units(
        of: [
          mediumTerm.pressures[place], .zero - mediumTerm.new(place),
          .zero - mediumTerm.broughtForward(place),
        ], penceEach: 100)
    }
    return ReportTable(
      title: "Medium term, £ against the year before", labels: "",
      columns: mediumTerm.years.map(\.description),
      rows: [
        row("Pressures") { units[$0].parts[0] }, row("New savings") { units[$0].parts[1] },
        row("Full-year effect brought forward") { units[$0].parts[2] },
        row("Left to find", isTotal: true) { units[$0].total },
        row("Saved in the year in all") { Words.wholePounds(mediumTerm.level($0)) },
        row("Cost of delivering") { Words.wholePounds(mediumTerm.costs[$0]) },
      ],
      notes: [
        "Full-year effect: what a saving that began within a year brings in the next, when it lasts all twelve months. Savings that close no gap in a budget, or don't say what kind they are, are left out."
      ])
  }
}
