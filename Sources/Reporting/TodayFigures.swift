import Care
import Costing
import Forecasting
import Rules
import Units

extension ForecastReport {
  /// Single figures for other pages, as words: `children` and `asOf`, `cost` and `year` of the first whole year ahead, and
  /// `then` and `until`. Empty where nothing may be shown.
  public var figures: [String: String] {
    guard !hidesEverything, let last = forecast.years.last else { return [:] }
    var figures = [
      "children": Words.number(forecast.today.reduce(0, +)), "asOf": forecast.asOf.spoken,
      "then": Words.number(Int(last.children.reduce(0, +).rounded())), "until": last.lastDay.spoken,
    ]
    if let year = forecast.years.first(where: \.isWhole) {
      figures["cost"] = Words.about(year.cost.reduce(Money.zero, +))
      figures["year"] = "\(year.year)"
    }
    return figures
  }
}

extension OutturnReport {
  /// Single figures for other pages, as words: `year`, `asOf`, `outturn`; `budget` and `over` where there is a budget;
  /// `moved` and `since` where something moved. Empty where there are too few children.
  public var figures: [String: String] {
    guard Set(outturn.children.map(\.child)).count >= Disclosure.smallestShown else { return [:] }
    var figures = [
      "year": "\(outturn.year)", "asOf": outturn.asOf.spoken, "outturn": Words.about(outturn.total),
    ]
    if let budget = outturn.budget {
      let over = outturn.total - budget
      figures["budget"] = Words.about(budget)
      figures["over"] =
        over == .zero
        ? "as budgeted" : "\(Words.about(Money(pence: abs(over.pence)))) \(over > .zero ? "over" : "under")"
    }
    if let movement {
      let change = movement.after - movement.before
      figures["since"] = movement.from.spoken
      figures["moved"] =
        change == .zero
        ? "no change" : "\(change > .zero ? "up" : "down") \(Words.about(Money(pence: abs(change.pence))))"
    }
    return figures
  }
}

extension RulesReport {
  /// Single figures for other pages, as words: `findings`, and `new` and `fixed` where there is a load before.
  public var figures: [String: String] {
    var figures = ["findings": Words.number(run.findings.count)]
    if let changes {
      figures["new"] = Words.number(changes.isNew.count { $0 })
      figures["fixed"] = Words.number(changes.fixed.count)
    }
    return figures
  }
}
