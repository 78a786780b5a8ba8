import Forecasting
import Units

extension ScenarioReport {
  /// Cost by financial year without and with the scenario, and what it saves.
  func costTable() -> ReportTable {
    let lines = years.map { sums($0.months) }
    var rows = zip(years, lines).map { costRow($0.label, $1, $0.months, isTotal: false) }
    if years.count > 1 { rows.append(costRow("All", total(lines), 0..<months.count, isTotal: true)) }
    let columns =
      ["Without"] + (showsAssumptions ? ["Assumptions"] : []) + ["Care with it"]
      + (actions == nil ? [] : ["To run it"]) + ["Saved", "8 futures in 10", "Saves"]
    var notes = [
      actions == nil
        ? "Saved is what care costs less; below nought it costs more."
        : "Saved is what care costs less, with the cost of running the initiatives taken off; below nought it costs more.",
      "Saves: the share of the futures in which something is saved.",
    ]
    if showsAssumptions {
      notes.append(
        "Assumptions: what care would cost with the changed rates and prices and without the initiatives. Saved is against that: what the initiatives do."
      )
    }
    return ReportTable(
      title: "Cost of care without and with the scenario, £ thousand", labels: "Financial year",
      columns: columns, rows: rows, notes: notes)
  }

  /// Whether changed assumptions stand apart from what initiatives do.
  private var showsAssumptions: Bool { changesAssumptions && actions != nil }

  /// Means in whole thousands of pounds: without the scenario, with its assumptions, care with it, and to run it.
  private func sums(_ months: Range<Int>) -> [Int] {
    [baselineCost(months), assumedCost(months), careCost(months), runningCost(months)].map {
      thousands((Spread($0)?.mean ?? 0).rounded())
    }
  }

  /// The sum of rows as printed, so that they add up to it.
  private func total(_ lines: [[Int]]) -> [Int] {
    (0..<4).map { column in lines.reduce(0) { $0 + $1[column] } }
  }

  /// What a row of sums saves, so that the printed row adds up.
  private func saved(_ sums: [Int]) -> Int { sums[showsAssumptions ? 1 : 0] - sums[2] - sums[3] }

  private func costRow(
    _ label: String, _ sums: [Int], _ months: Range<Int>, isTotal: Bool
  ) -> ReportTable.Row {
    let saving = saving(months)
    let range = Spread(saving)?.interval(80) ?? (low: 0, high: 0)
    var cells = [Words.number(sums[0])]
    if showsAssumptions { cells.append(Words.number(sums[1])) }
    cells.append(Words.number(sums[2]))
    if actions != nil { cells.append(Words.number(sums[3])) }
    cells.append(Words.number(saved(sums)))
    cells.append(
      "\(Words.number(thousands(Double(range.low)))) to \(Words.number(thousands(Double(range.high))))")
    cells.append(ScenarioReport.share(saving.count { $0 > 0 }, of: saving.count))
    return ReportTable.Row(label: label, cells: cells, isTotal: isTotal)
  }

  private func thousands(_ pence: Double) -> Int { Int((pence / 100_000).rounded()) }

  /// Children in care at each year's end without and with the scenario.
  func childrenTable() -> ReportTable {
    let rows = years.map { year -> ReportTable.Row in
      let month = year.months.upperBound - 1
      let children = children(month)
      let without = Int((Spread(children.without)?.mean ?? 0).rounded())
      let with = Int((Spread(children.with)?.mean ?? 0).rounded())
      let range =
        Spread(zip(children.with, children.without).map { $0 - $1 })?.interval(80) ?? (low: 0, high: 0)
      return ReportTable.Row(
        label: months.lastDays[month].spoken,
        cells: [
          Words.number(without), Words.number(with), Words.change(with - without),
          "\(Words.change(range.low)) to \(Words.change(range.high))",
        ], isTotal: false)
    }
    return ReportTable(
      title: "Children in care without and with the scenario", labels: "Day",
      columns: ["Without", "With", "Difference", "8 futures in 10"], rows: rows, notes: [])
  }

  /// What each initiative saves over the whole forecast: alone, and its fair share of what all save together. Savings
  /// alone have no total, because they can't be added.
  func initiativeTable(isPublished: Bool = false) -> ReportTable? {
    guard let overlap else { return nil }
    let (shares, joint) = sharedOut(overlap)
    var rows = zip(overlap.parts, shares).map { part, mean -> ReportTable.Row in
      let alone = Spread(part.alone)
      let share = Spread(part.share.map { Int($0.rounded()) })
      let cases = Int((Spread(part.cases)?.mean ?? 0).rounded())
      let hidden = isPublished && Disclosure.isSmall(cases)
      return ReportTable.Row(
        label: isPublished ? part.initiative.name : shortened(part.initiative),
        cells: [
          "\(part.initiative.grade.rawValue)",
          part.initiative.kind.eligible == nil ? "–" : hidden ? "fewer than 6" : Words.number(cases),
          amount(alone), range(alone), Words.number(mean), range(share),
        ], isTotal: false)
    }
    rows.append(
      ReportTable.Row(
        label: "All together", cells: ["", "", "", "", Words.number(joint), range(Spread(overlap.joint))],
        isTotal: true))
    return ReportTable(
      title: "What each initiative saves over the whole forecast, £ thousand", labels: "Initiative",
      columns: [
        "Evidence", "Children", "Alone", "8 futures in 10", "Fair share", "8 futures in 10",
      ], rows: rows, notes: overlapNotes(overlap))
  }

  /// The mean shares and what they add up to, in whole thousands of pounds: where the same futures are behind it, the
  /// saving that the table of costs prints.
  private func sharedOut(_ overlap: Overlap) -> (shares: [Int], joint: Int) {
    let isSame = overlap.joint.count == with.range.count
    let joint =
      isSame
      ? saved(total(years.map { sums($0.months) }))
      : thousands((Spread(overlap.joint)?.mean ?? 0).rounded())
    let means = overlap.parts.map { part in
      part.share.reduce(0, +) / Double(max(1, part.share.count)) / 100_000
    }
    return (Apportion.wholeNumbers(means, total: joint), joint)
  }

  /// A name that leaves room for the figures in a terminal: of a long one the id, which stands beside the name in what
  /// was assumed.
  private func shortened(_ initiative: Initiative) -> String {
    let name = initiative.name.count <= ScenarioReport.longestName ? initiative.name : initiative.id
    return name.count <= ScenarioReport.longestName
      ? name : name.prefix(ScenarioReport.longestName - 1) + "…"
  }

  private static let longestName = 22

  private func amount(_ spread: Spread?) -> String { Words.number(thousands((spread?.mean ?? 0).rounded())) }

  private func range(_ spread: Spread?) -> String {
    let range = spread?.interval(80) ?? (low: 0, high: 0)
    return
      "\(Words.number(thousands(Double(range.low)))) to \(Words.number(thousands(Double(range.high))))"
  }

  private func overlapNotes(_ overlap: Overlap) -> [String] {
    let twice = Money(pence: Int((Spread(overlap.overlap)?.mean ?? 0).rounded()))
    var notes = [
      "Children: those acted on when all act, on average. Evidence: from 1, the best, to 6."
    ]
    if changesAssumptions {
      notes.append(
        "The initiatives are held against care with the changed assumptions, not against care without.")
    }
    if overlap.parts.count > 1 {
      notes.append(
        twice.pence >= 0
          ? "Savings alone can't be added: that would count \(Words.about(twice)) of the joint saving twice."
          : "Together the initiatives save \(Words.about(Money(pence: -twice.pence))) more than each alone: they help each other."
      )
      notes.append(
        "The fair share is what an initiative adds to those before it, averaged over all orders (Shapley).")
    }
    if overlap.joint.count < with.range.count {
      notes.append("Savings were shared out in the first \(Words.number(overlap.joint.count)) futures.")
    }
    if let worst = overlap.parts.map(\.samplingError).max(), worst > 0 {
      notes.append(
        "With more than \(Overlap.exactUpTo) initiatives orders are sampled: a share's mean may be off by \(Words.about(Money(pence: Int(2 * worst))))."
      )
    }
    return notes
  }
}
