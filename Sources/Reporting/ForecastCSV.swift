import Care
import Costing
import Forecasting
import Units

extension ForecastReport {
  /// The forecast as a long, stable CSV: `date,category,measure,statistic,value`, one line for every month end,
  /// category (`all` for the total) and measure. History has statistic `actual`; the forecast `mean` and, where the
  /// method has futures, the quantiles `p2.5` to `p97.5`. The measures `nights_in_year`, `cost_pence_in_year` and
  /// `cost_pounds_in_year` are of the financial years forecast, dated their last day covered, what is known of them
  /// included.
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
    addYears(&out, ids, shown)
    addQuantiles(&out, ids, shown)
    addRespite(&out)
    return out
  }

  private func addYears(_ out: inout String, _ ids: [String], _ shown: [Int]) {
    for year in forecast.years {
      let day = year.lastDay.description
      let nights = year.nights
      add(
        &out, day, "nights_in_year", "mean", ids, shown, nights.map { "\($0)" }, "\(nights.reduce(0, +))")
      addCost(&out, day, "mean", ids, shown, year.cost, of: "_in_year")
    }
  }

  /// The quantiles of every month and year: of all children, then of each category.
  private func addQuantiles(_ out: inout String, _ ids: [String], _ shown: [Int]) {
    guard forecast.futures != nil else { return }
    let all = forecast.book.all
    let parts = [("all", all)] + shown.map { (ids[$0], [all[$0]]) }
    func line(_ day: String, _ name: String, _ measure: String, _ spread: Spread?) {
      guard let spread else { return }
      let isMoney = measure.hasPrefix("cost")
      for (statistic, value) in zip(Spread.names, spread.quantiles) {
        guard isMoney else {
          out += "\(day),\(name),\(measure),\(statistic),\(value)\n"
          continue
        }
        let pounds = measure.replacing("cost", with: "cost_pounds")
        out += "\(day),\(name),\(measure.replacing("cost", with: "cost_pence")),\(statistic),\(value)\n"
        out += "\(day),\(name),\(pounds),\(statistic),\(Money(pence: value).plainPounds)\n"
      }
    }
    for month in forecast.coming.indices {
      let day = forecast.coming[month].lastDay.description
      for (name, categories) in parts {
        for (measure, count) in [
          ("children", Futures.Measure.children), ("starts", .starts), ("ends", .ends), ("moves", .moves),
        ] {
          line(day, name, measure, forecast.spread(count, month: month, categories: categories))
        }
        line(day, name, "cost", forecast.costSpread(month: month, categories: categories))
      }
    }
    for year in forecast.years {
      let day = year.lastDay.description
      for (name, categories) in parts {
        line(day, name, "nights_in_year", forecast.nightsSpread(of: year.year, categories: categories))
        line(day, name, "cost_in_year", forecast.costSpread(of: year.year, categories: categories))
      }
    }
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
    _ out: inout String, _ day: String, _ statistic: String, _ ids: [String], _ shown: [Int],
    _ cost: [Money], of period: String = ""
  ) {
    let total = cost.reduce(Money.zero, +)
    add(
      &out, day, "cost_pence" + period, statistic, ids, shown, cost.map { String($0.pence) },
      String(total.pence))
    add(&out, day, "cost_pounds" + period, statistic, ids, shown, cost.map(\.plainPounds), total.plainPounds)
  }

  private func add(
    _ out: inout String, _ day: String, _ measure: String, _ statistic: String, _ ids: [String],
    _ shown: [Int], _ values: [String], _ total: String
  ) {
    out += "\(day),all,\(measure),\(statistic),\(total)\n"
    for index in shown { out += "\(day),\(ids[index]),\(measure),\(statistic),\(values[index])\n" }
  }
}
