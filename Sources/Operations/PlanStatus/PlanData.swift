import Care
import Costing
import Forecasting
import Plans
import Reporting
import Returns
import Units

/// What returns and fee ledger tell of a plan's measures.
struct PlanData {
  let basis: ForecastBasis
  private let stock: Stock
  private let months: [Stock.Month]
  private let costs: UnitCosts?
  /// Positions of the categories that what is published puts together.
  private let together: Set<Int>

  /// Reads what a plan's measures need beyond the basis of its forecast.
  ///
  /// - Throws: `OperationError` where the fee ledger can't be used.
  init(_ basis: ForecastBasis, fees: FeeOptions?) throws(OperationError) {
    self.basis = basis
    let asOf = basis.months.asOf
    stock = Stock(basis.built.histories)
    let from = max(basis.coverage.knownFrom, asOf.adding(months: -60))
    months = stock.months(from: from)
    together = Set(
      basis.built.histories.publishedTogether(from: basis.coverage.knownFrom).map(\.index))
    guard let fees, let days = DayRange(from: from, upTo: asOf + 1) else {
      costs = nil
      return
    }
    costs = UnitCosts(try ReadFees.read(fees, book: basis.book).ledger, basis.built.histories, in: days)
  }

  /// Positions of categories by id; all where none is named, nil where one is not in the book.
  func places(_ ids: [String]) -> [Int]? {
    guard !ids.isEmpty else { return Array(basis.book.entries.indices) }
    let places = ids.compactMap { basis.book.category(id: $0)?.index }
    return places.count == ids.count ? places : nil
  }

  /// Values at month ends as they came; nil where data doesn't hold the measure.
  func actuals(_ measure: PlanMeasure) -> [PlanEvidence.Observation]? {
    switch measure.kind {
    case .children(let ids):
      guard let places = places(ids) else { return nil }
      return months.map { month in
        PlanEvidence.Observation(
          on: month.lastDay, value: Double(places.reduce(0) { $0 + month.children[$1] }), source: .returns)
      }
    case .unitCost(let ids):
      guard let costs, let places = places(ids) else { return nil }
      return Set(costs.cells.map(\.month)).sorted().compactMap { month in
        let sum = costs.sum { cell in
          cell.month == month && cell.category.map { places.contains($0.index) } == true
        }
        // An average of few children's fees tells of them.
        guard sum.children >= Disclosure.smallestShown, let week = sum.councilPerWeek else { return nil }
        return PlanEvidence.Observation(
          on: min(month.endOfMonth, basis.months.asOf), value: Double(week.pencePerWeek) / 100,
          source: .ledger)
      }
    case .returnsToCare, .entries, .moves:
      return [basis.months.asOf.adding(months: -12), basis.months.asOf].compactMap { yearly(measure, to: $0) }
    case .stated: return nil
    }
  }

  /// Whether a measure's values, set beside the counts by category of a forecast's page, would tell of one to five
  /// children: those of the categories put together there that it holds, or those that it doesn't.
  func tellsOfFew(_ measure: PlanMeasure) -> Bool {
    guard case .children(let ids) = measure.kind, let places = places(ids) else { return false }
    let own = together.intersection(places), others = together.subtracting(places)
    return months.contains { month in
      [own, others].contains { places in
        Disclosure.isSmall(places.reduce(0) { $0 + month.children[$1] })
      }
    }
  }

  /// A count of the year to a day; nil where the returns don't cover it.
  func yearly(_ measure: PlanMeasure, to day: CivilDay) -> PlanEvidence.Observation? {
    let from = day.adding(months: -12) + 1
    guard from >= basis.coverage.knownFrom, let year = DayRange(from: from, upTo: day + 1) else { return nil }
    let histories = basis.built.histories
    let count: Int
    switch measure.kind {
    case .moves: count = histories.stays.count { $0.isMove && year.contains($0.start) }
    case .entries: count = histories.periods.count { $0.isStartKnown && year.contains($0.start) }
    case .returnsToCare:
      var ends: [Int32: [CivilDay]] = [:]
      for period in histories.periods {
        if let end = period.end { ends[period.child, default: []].append(end) }
      }
      count = histories.periods.count { period in
        year.contains(period.start) && period.isStartKnown
          && (ends[period.child] ?? []).contains { $0 < period.start && $0.nights(to: period.start) <= 365 }
      }
    default: return nil
    }
    return PlanEvidence.Observation(on: day, value: Double(count), source: .returns)
  }

  /// The measure in every future at each month's end; nil where the simulation doesn't hold it.
  func values(_ measure: PlanMeasure, _ futures: Futures, month: Int) -> [Double]? {
    switch measure.kind {
    case .children(let ids):
      guard let places = places(ids) else { return nil }
      return futures.counts(.children, month: month, categories: places).map(Double.init)
    case .unitCost(let ids):
      guard costs != nil, let places = places(ids) else { return nil }
      let cost = futures.costs(months: month..<(month + 1), categories: places)
      let nights = futures.counts(.nights, month: month, categories: places)
      // A future without any such placement has no unit cost; it is taken to meet a target on one.
      return zip(cost, nights).map { $1 > 0 ? Double($0) * 7 / Double($1) / 100 : 0 }
    case .returnsToCare, .entries, .moves, .stated: return nil
    }
  }
}
