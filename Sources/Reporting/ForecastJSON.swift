import Care
import Costing
import Forecasting
import Units

extension ForecastReport {
  /// The forecast as JSON, keys sorted: the headline, settings, what was read, and the tables with full figures.
  /// Money is whole pence; children are expected numbers, with the quantiles of the futures beside them.
  public func json() throws -> String {
    try JSONText.of(document)
  }

  private struct Document: Encodable {
    struct Rows: Encodable {
      let read: Int, used: Int, setAside: Int
    }
    struct Line: Encodable {
      let category: String, label: String
      let children: Double, costPence: Int
      var childrenQuantiles: [String: Int]?, costPenceQuantiles: [String: Int]?
    }
    struct Year: Encodable {
      let financialYear: String, lastDay: String, isWhole: Bool, knownDays: Int
      let children: Double, costPence: Int
      let childrenQuantiles: [String: Int]?, costPenceQuantiles: [String: Int]?
      let categories: [Line]
    }
    struct Today: Encodable {
      let children: Int, fullYearCostPence: Int
      let categories: [Line]
    }
    let council: String, headline: String, method: String, asOf: String
    let version: String, firstFuture: Int?, futures: Int?, seed: UInt64?
    let referenceFrom: String, referenceTo: String, years: String
    let rows: Rows
    let setAsideByReason: [String: Int], repairs: [String: Int]
    let unknownStarts: Int, warnings: [String]
    let upliftPercent: Double, prices: String, cautions: [String]
    let pricedByDefault: [String: Int]?
    let today: Today
    let financialYears: [Year]
    let backtest: PastForecasts.Document?
    let shortBreaksChildrenToday: Int, shortBreaksCostPence: [String: Int]
  }

  private var document: Document {
    let shown = ungrouped.flatMap(\.categories)
    func lines(
      _ children: [Double], _ cost: [Money], in year: CostedForecast.Year? = nil
    ) -> [Document.Line] {
      shown.map { category in
        Document.Line(
          category: forecast.book[category].id, label: forecast.book[category].label,
          children: children[category.index], costPence: cost[category.index].pence,
          childrenQuantiles: quantiles(year.flatMap { yearEndSpread($0, [category]) }),
          costPenceQuantiles: quantiles(
            year.flatMap { forecast.costSpread(of: $0.year, categories: [category]) }))
      }
    }
    let run = forecast.fullYearCostOfToday
    return Document(
      council: council, headline: headline, method: method.name, asOf: forecast.asOf.description,
      version: method.version, firstFuture: method.simulated?.futures.lowerBound,
      futures: method.simulated?.futures.count, seed: method.simulated?.seed,
      referenceFrom: method.window.first.description, referenceTo: method.window.last.description,
      years: reading.years,
      rows: .init(read: reading.rowsRead, used: reading.rowsUsed, setAside: reading.rowsSetAside),
      setAsideByReason: Dictionary(uniqueKeysWithValues: reading.reasons.map { ($0.reason, $0.rows) }),
      repairs: Dictionary(uniqueKeysWithValues: reading.repairs.map { ($0.repair, $0.count) }),
      unknownStarts: reading.unknownStarts, warnings: reading.warnings,
      upliftPercent: Double(forecast.prices.uplift) / 100, prices: method.prices, cautions: method.cautions,
      pricedByDefault: method.pricedByDefault.map { ["children": $0.children, "of": $0.of] },
      today: .init(
        children: forecast.today.reduce(0, +), fullYearCostPence: run.reduce(Money.zero, +).pence,
        categories: lines(forecast.today.map(Double.init), run)),
      financialYears: forecast.years.map { year in
        Document.Year(
          financialYear: year.year.description, lastDay: year.lastDay.description, isWhole: year.isWhole,
          knownDays: year.knownDays, children: year.children.reduce(0, +),
          costPence: year.cost.reduce(Money.zero, +).pence,
          childrenQuantiles: quantiles(yearEndSpread(year, forecast.book.all)),
          costPenceQuantiles: quantiles(costSpread(year, isPublished: false)),
          categories: lines(year.children, year.cost, in: year))
      }, backtest: past?.document, shortBreaksChildrenToday: forecast.respite?.today ?? 0,
      shortBreaksCostPence: Dictionary(
        uniqueKeysWithValues: forecast.years.map {
          ($0.year.description, forecast.respite?.cost(in: $0.year).pence ?? 0)
        }))
  }

  private func quantiles(_ spread: Spread?) -> [String: Int]? {
    spread.map { Dictionary(uniqueKeysWithValues: zip(Spread.names, $0.quantiles)) }
  }
}
