import Costing
import Forecasting
import Units

extension OutturnReport {
  /// How the ends of commitments are known.
  func endsTable() -> ReportTable? {
    let bases = Commitment.Basis.allCases.filter { basis in
      outturn.children.contains { $0.basis == basis }
    }
    guard !bases.isEmpty else { return nil }
    let groups = bases.map { basis in outturn.children.filter { $0.basis == basis } }
    let units = Apportion.units(
      of: groups.map { $0.reduce(Money.zero) { $0 + $1.committed } }, penceEach: 100_000)
    let rows = bases.indices.map { index in
      ReportTable.Row(
        label: OutturnReport.words(bases[index]),
        cells: [Words.number(groups[index].count), Words.number(units.parts[index])], isTotal: false)
    }
    return ReportTable(
      title: "To which day commitments run", labels: "End", columns: ["Commitments", "£ thousand"],
      rows: rows + [
        ReportTable.Row(
          label: "All",
          cells: [Words.number(groups.reduce(0) { $0 + $1.count }), Words.number(units.total)], isTotal: true)
      ], notes: [])
  }

  static func words(_ basis: Commitment.Basis) -> String {
    switch basis {
    case .stated: "Stated in the ledger"
    case .planned: "Planned, moved by the council's own slippage"
    case .overdue: "Planned, and passed"
    case .eighteenth: "No plan: 18th birthday or year's end"
    case .yearEnd: "No plan, no date of birth: year's end"
    }
  }

  /// What is to be accrued: code by code; in what is published, the codes of lines of few children together.
  private func accrualGroups(isPublished: Bool) -> [(label: String, accruals: [Accrual])] {
    let few = Set(
      groups(isPublished: isPublished).filter { $0.lines.count > 1 }.flatMap(\.lines).map {
        AccountCode(costCentre: $0.costCentre, subjective: $0.subjective)
      })
    let together = accruals.filter { few.contains($0.code) }
    let alone = accruals.filter { !few.contains($0.code) }.map { accrual in
      let code = [accrual.code.costCentre, accrual.code.subjective].filter { !$0.isEmpty }
      return (
        label: "\(code.isEmpty ? "No code" : code.joined(separator: "/")) \(accrual.name)",
        accruals: [accrual]
      )
    }
    return alone + (together.isEmpty ? [] : [(label: OutturnReport.ofFew, accruals: together)])
  }

  /// What is to be accrued.
  func accrualsTable(isPublished: Bool = false) -> ReportTable? {
    guard !accruals.isEmpty else { return nil }
    let groups = accrualGroups(isPublished: isPublished)
    func column(_ value: (Accrual) -> Money) -> (parts: [Int], total: Int) {
      Apportion.units(
        of: groups.map { $0.accruals.reduce(.zero) { $0 + value($1) } }, penceEach: 100_000)
    }
    let (incurred, billed, accrued) = (column(\.incurred), column(\.billed), column(\.accrued))
    func row(_ label: String, _ owed: Int, _ paid: Int, _ held: Int, isTotal: Bool) -> ReportTable.Row {
      ReportTable.Row(
        label: label,
        cells: [
          Words.number(owed), Words.number(paid), Words.number(held), Words.change(owed - paid - held),
        ], isTotal: isTotal)
    }
    let rows = groups.indices.map { index in
      row(
        groups[index].label, incurred.parts[index], billed.parts[index], accrued.parts[index], isTotal: false)
    }
    return ReportTable(
      title: "Accruals at \(outturn.asOf.spoken), £ thousand", labels: "Code",
      columns: ["Incurred", "Billed", "Accrued", "To accrue"],
      rows: rows + [row("All", incurred.total, billed.total, accrued.total, isTotal: true)],
      notes: ["Billed and accrued: the general ledger up to and with period \(outturn.period)."])
  }

  /// Grants and joint funding.
  func incomeTable() -> ReportTable? {
    guard let income else { return nil }
    let lines: [(String, Money)] = [
      ("Grants, such as for unaccompanied children", income.grants),
      ("Other funders' shares of nights, by the fee ledger", income.shares),
      ("Joint funding billed", income.billed), ("… of it not received", income.outstanding),
      ("Shares that nobody has billed", income.unbilled),
    ]
    guard lines.contains(where: { $0.1 != .zero }) else { return nil }
    return ReportTable(
      title: "Income to \(outturn.asOf.spoken)", labels: "", columns: ["Pounds"],
      rows: lines.map { ReportTable.Row(label: $0.0, cells: [Words.exactly($0.1)], isTotal: false) },
      notes: ["The outturn is the council's part of every fee already; grants are not taken off it."])
  }

  /// How the year's earlier forecasts did.
  func scoresTable() -> ReportTable? {
    guard !scores.isEmpty else { return nil }
    let rows = scores.map { score in
      let error = score.expected - score.actual
      return ReportTable.Row(
        label: score.asOf.spoken,
        cells: [
          Words.about(score.expected), percent(error, of: score.actual), rangeWords(score.range),
          score.isHeld.map { $0 ? "yes" : "no" } ?? "–",
          percent(score.committed - score.actual, of: score.actual),
          score.nextMonth.map { percent($0.expected - $0.actual, of: $0.actual) } ?? "–",
          score.nextMonth.map { $0.range.contains($0.actual.pence) ? "yes" : "no" } ?? "–",
        ], isTotal: false)
    }
    return ReportTable(
      title: "How forecasts made earlier did", labels: "As of",
      columns: ["Outturn", "Off by", "8 futures in 10", "Held", "Commitments alone", "Next month", "Held"],
      rows: rows,
      notes: [
        scores[0].words + " Off by: expected less what came, in percent of what came."
      ])
  }

  private func percent(_ error: Money, of whole: Money) -> String {
    guard whole.pence != 0 else { return "–" }
    let tenths = Int((Double(error.pence) * 1000 / Double(whole.pence)).rounded())
    return (tenths > 0 ? "+" : "") + Words.tenths(tenths) + " %"
  }

  private func rangeWords(_ range: ClosedRange<Int>?) -> String {
    guard let range else { return "–" }
    return
      "\(Words.about(Money(pence: range.lowerBound))) to \(Words.about(Money(pence: range.upperBound)))"
  }
}

extension OutturnScore {
  /// What came, in words.
  var words: String { "The year came to \(Words.about(actual))." }
}
