import Forecasting
import Units

extension BacktestReport {
  /// All methods at all horizons on one measure: errors, bias, score and outcomes inside the intervals. `thousands` for
  /// money, in thousands of pounds.
  func scoreTable(_ measure: Int, notes: [String] = []) -> ReportTable {
    let isMoney = measures[measure].kind == .cost
    let unit = isMoney ? 100_000.0 : 1
    var rows: [ReportTable.Row] = []
    for months in horizons {
      for method in [judged] + Array(rivals) {
        guard let score = result.score(months: months, measure: measure, method: method) else { continue }
        let inside = score.inside.map { "\($0)/\(score.origins)" }
        rows.append(
          ReportTable.Row(
            label: "\(ahead(months)): \(result.methods[method].label)",
            cells: [
              Words.number(score.origins), tenths(score.absoluteError / unit),
              signed(score.bias / unit), tenths(score.crps / unit),
            ] + inside, isTotal: false))
      }
    }
    return ReportTable(
      title: measures[measure].label + (isMoney ? ", £ thousand" : ""), labels: "Forecast",
      columns: ["Origins", "Off by", "Bias", "Score", "Inside 50 %", "80 %", "95 %"], rows: rows,
      notes: notes)
  }

  /// The score of each method on each of several measures at the main horizon.
  func categoryTable(_ chosen: [Int]) -> ReportTable {
    let months = mainHorizon
    let order = [judged] + Array(rivals)
    func row(_ label: String, _ values: (Int) -> Double?) -> ReportTable.Row {
      ReportTable.Row(label: label, cells: order.map { values($0).map(tenths) ?? "–" }, isTotal: false)
    }
    let rows = chosen.map { measure in
      row(measures[measure].label) { result.score(months: months, measure: measure, method: $0)?.crps }
    }
    return ReportTable(
      title: "Score by placement, \(ahead(months)), children", labels: "Placement",
      columns: order.map { result.methods[$0].label.firstCapital },
      rows: rows, notes: [])
  }

  func tenths(_ value: Double) -> String { Words.tenths(Int((value * 10).rounded())) }

  private func signed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths > 0 ? "+" + Words.tenths(tenths) : tenths < 0 ? "−" + Words.tenths(-tenths) : "0.0"
  }

  /// The back-test for a terminal: the answer, the tables, the verdicts and what to know. Small numbers are shown: it is
  /// for the person who holds the returns.
  public func text() -> String {
    var parts = ["\(council): forecasts made from past days, and what happened", "", wrapped(headline), ""]
    parts += [0, 1].map { scoreTable($0).text() }
    parts.append(categoryTable(categories).text())
    for measure in [0, 1] {
      parts.append("What that says of \(measure == 0 ? "the children in care" : "the cost")")
      parts += verdicts(measure).map { wrapped("• " + $0) }
      parts.append("")
    }
    parts.append("How it was made")
    parts.append(wrapped("Origins: \(originWords). Collection years \(reading.years)."))
    parts += (notes + reading.warnings).map { wrapped("• " + $0) }
    return parts.joined(separator: "\n") + "\n"
  }

  /// The origins as days.
  var originWords: String {
    result.origins.map { $0.day.spoken + ($0.isPseudo ? " (pseudo)" : "") }.joined(separator: ", ")
  }
}
