import Costing
import Units

extension OutturnLine {
  /// Whether its money is for nights of a kind of care.
  var isOfCare: Bool { if case .category = driver { true } else { false } }
}

extension OutturnReport {
  /// Rows of the variance shown as one: what they are called and where they stand.
  private struct VarianceGroup {
    let label: String, places: [Int]
  }

  /// The rows as they are shown; nil where a line of few children could be told from them.
  private func varianceGroups(_ variance: Variance, isPublished: Bool) -> [VarianceGroup]? {
    guard isPublished else {
      return variance.rows.enumerated().map { VarianceGroup(label: $1.name, places: [$0]) }
    }
    var place: [Int: Int] = [:]
    for (index, line) in shownLines.enumerated() where line.isOfCare { place[index] = place.count }
    let groups = groups(isPublished: true).filter { $0.lines.contains(where: \.isOfCare) }
    guard place.count == variance.rows.count, groups.allSatisfy({ $0.lines.allSatisfy(\.isOfCare) }) else {
      return nil
    }
    return groups.map { VarianceGroup(label: $0.label, places: $0.places.compactMap { place[$0] }) }
  }

  /// Why the outturn differs from the budget.
  func varianceTable(isPublished: Bool = false) -> ReportTable? {
    guard let variance = outturn.variance else { return nil }
    let all = VarianceGroup(label: "All looked-after children", places: Array(variance.parts.indices))
    let groups = varianceGroups(variance, isPublished: isPublished)
    let shown = groups ?? [all]
    func column(_ value: (Variance.Parts) -> Money) -> (parts: [Int], total: Int) {
      thousands(shown.map { group in group.places.reduce(.zero) { $0 + value(variance.parts[$1]) } })
    }
    let columns = [column(\.volume), column(\.mix), column(\.price)]
    func row(_ label: String, _ parts: [Int], isTotal: Bool) -> ReportTable.Row {
      ReportTable.Row(
        label: label, cells: parts.map(Words.change) + [Words.change(parts.reduce(0, +))], isTotal: isTotal)
    }
    let rows = shown.indices.map { index in
      row(shown[index].label, columns.map { $0.parts[index] }, isTotal: false)
    }
    return ReportTable(
      title: "Why it differs from the budget, £ thousand", labels: "Line",
      columns: ["Volume", "Mix", "Price", "In all"],
      rows: rows + (groups == nil ? [] : [row("All", columns.map(\.total), isTotal: true)]),
      notes: [
        "Volume: more or fewer nights in all. Mix: other kinds of care than planned. Price: a dearer or cheaper night."
      ])
  }

  /// Nights and what a week of them costs, as budgeted and as expected, for a page that may be published.
  func nightsTable() -> ReportTable? {
    guard let variance = outturn.variance,
      let groups = varianceGroups(variance, isPublished: true)
    else { return nil }
    func cells(_ places: [Int]) -> [String] {
      let rows = places.map { variance.rows[$0] }
      func week(_ cost: (VarianceRow) -> Money, _ nights: (VarianceRow) -> Double) -> String {
        let all = rows.reduce(0) { $0 + nights($1) }
        let pence = Double(rows.reduce(.zero) { $0 + cost($1) }.pence)
        return all < 1 ? "–" : "£" + Words.number(Int((pence * 7 / all / 100).rounded()))
      }
      func whole(_ nights: (VarianceRow) -> Double) -> String {
        Words.number(Int(rows.reduce(0) { $0 + nights($1) }.rounded()))
      }
      return [
        whole(\.plannedNights), whole(\.nights), week(\.plannedCost, \.plannedNights), week(\.cost, \.nights),
      ]
    }
    let rows = groups.map { ReportTable.Row(label: $0.label, cells: cells($0.places), isTotal: false) }
    let all = ReportTable.Row(label: "All", cells: cells(Array(variance.rows.indices)), isTotal: true)
    return ReportTable(
      title: "Nights and what a week costs", labels: "Line",
      columns: ["Nights, budget", "Nights, expected", "A week, budget", "A week, expected"],
      rows: rows + [all], notes: ["Nights: those known, and those expected to the year's end."])
  }

  /// What makes the difference, in a sentence.
  var varianceSentence: String? {
    guard let variance = outturn.variance?.total, let budget = outturn.budget else { return nil }
    let other = outturn.total - budget - variance.total
    let parts = [
      ("the number of nights", variance.volume), ("the kinds of care", variance.mix),
      ("the price of a night", variance.price), ("other lines", other),
    ].filter { $0.1 != .zero }.sorted { abs($0.1.pence) > abs($1.1.pence) }
    guard !parts.isEmpty else { return nil }
    let words = parts.map { name, money in
      let size = Words.about(Money(pence: abs(money.pence)))
      return "\(name) \(money > .zero ? "adds" : "takes off") \(size)"
    }
    return ScenarioText.list(words, "and").capitalisedFirst + "."
  }
}
