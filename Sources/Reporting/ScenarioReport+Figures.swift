import Forecasting
import Units

extension ScenarioReport {
  /// Single figures for a table of several scenarios, as words: `headline`, `until`, `year`, `children`,
  /// `childrenWithout`, `cost`, `costWithout`, `saved`, `low`, `high` and `saves`. Empty where so few are in care that
  /// nothing may be shown.
  public var figures: [String: String] {
    guard !hidesEverything, let last = years.last(where: \.isWhole) ?? years.last else { return [:] }
    let month = last.months.upperBound - 1
    let children = children(month)
    let saving = saving(last.months)
    let care = zip(careCost(last.months), runningCost(last.months)).map { $0 + $1 }
    guard let with = Spread(children.with), let without = Spread(children.without),
      let spread = Spread(saving),
      let cost = Spread(care), let before = Spread(baselineCost(last.months))
    else { return [:] }
    let range = spread.interval(80)
    func thousands(_ pence: Double) -> String { Words.number(Int((pence / 100_000).rounded())) }
    return [
      "headline": headline, "until": months.lastDays[month].spoken, "year": last.label,
      "children": Words.number(Int(with.mean.rounded())),
      "childrenWithout": Words.number(Int(without.mean.rounded())), "cost": thousands(cost.mean),
      "costWithout": thousands(before.mean), "saved": thousands(spread.mean),
      "low": thousands(Double(range.low)), "high": thousands(Double(range.high)),
      "saves": ScenarioReport.share(saving.count { $0 > 0 }, of: saving.count),
    ]
  }
}
