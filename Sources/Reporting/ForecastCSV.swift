import Care
import Costing
import Units

extension ForecastReport {
  /// The forecast as a long, stable CSV: `date,category,measure,statistic,value`, one line for every month end,
  /// category (`all` for the total) and measure. History has statistic `actual`, the forecast `mean`.
  ///
  /// Cost in history is actual nights at list price. The month in which the as-of date falls has two lines: what is
  /// known, dated the as-of date, and the rest of it, dated the month's end.
  public func csv() -> String {
    var out = "date,category,measure,statistic,value\n"
    let ids = forecast.book.entries.map(\.id)
    let shown = ungrouped.flatMap(\.categories).map(\.index)
    for month in forecast.past {
      let day = month.counts.lastDay.description
      for (measure, values) in [
        ("children", month.counts.children), ("starts", month.counts.starts), ("ends", month.counts.ends),
        ("moves", month.counts.moves),
      ] {
        add(&out, day, measure, "actual", ids, shown, values.map(String.init), String(values.reduce(0, +)))
      }
      if let cost = month.cost { addCost(&out, day, "actual", ids, shown, cost) }
    }
    for month in forecast.coming {
      let day = month.lastDay.description
      for (measure, values) in [
        ("children", month.children), ("starts", month.starts), ("ends", month.ends), ("moves", month.moves),
      ] {
        add(&out, day, measure, "mean", ids, shown, values.map { "\($0)" }, "\(values.reduce(0, +))")
      }
      addCost(&out, day, "mean", ids, shown, month.cost)
    }
    addRespite(&out)
    return out
  }

  /// Short breaks under the category `respite`, which `all` leaves out: children in a series on the day (ahead: on
  /// an average night) and the cost of the recorded breaks.
  private func addRespite(_ out: inout String) {
    guard let respite = forecast.respite else { return }
    for (months, statistic) in [(respite.past, "actual"), (respite.coming, "mean")] {
      for month in months {
        let children = statistic == "actual" ? String(Int(month.children)) : "\(month.children)"
        out += "\(month.lastDay),respite,children,\(statistic),\(children)\n"
        guard let cost = month.cost else { continue }
        out += "\(month.lastDay),respite,cost_pence,\(statistic),\(cost.pence)\n"
        out += "\(month.lastDay),respite,cost_pounds,\(statistic),\(cost.plainPounds)\n"
      }
    }
  }

  private func addCost(
    _ out: inout String, _ day: String, _ statistic: String, _ ids: [String], _ shown: [Int], _ cost: [Money]
  ) {
    let total = cost.reduce(Money.zero, +)
    add(&out, day, "cost_pence", statistic, ids, shown, cost.map { String($0.pence) }, String(total.pence))
    add(&out, day, "cost_pounds", statistic, ids, shown, cost.map(\.plainPounds), total.plainPounds)
  }

  private func add(
    _ out: inout String, _ day: String, _ measure: String, _ statistic: String, _ ids: [String],
    _ shown: [Int], _ values: [String], _ total: String
  ) {
    out += "\(day),all,\(measure),\(statistic),\(total)\n"
    for index in shown { out += "\(day),\(ids[index]),\(measure),\(statistic),\(values[index])\n" }
  }
}
