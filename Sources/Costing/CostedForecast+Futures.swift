public import Care
public import Forecasting
public import Units

extension CostedForecast {
  /// Puts what is known beside simulated futures: the months ahead hold the futures' means, and the futures
  /// themselves give every interval.
  public init(
    stock: Stock, knownFrom: CivilDay, futures: Futures, months: ForecastMonths, prices: PriceSchedule,
    book: CategoryBook
  ) {
    let coming = (0..<months.count).map { month in
      ComingMonth(
        lastDay: months.lastDays[month], days: months.days(of: month),
        children: futures.means(.children, month: month), nights: futures.means(.nights, month: month),
        cost: futures.meanCosts(month: month).map { Money(roundingPence: $0) ?? .zero },
        starts: futures.means(.starts, month: month), ends: futures.means(.ends, month: month),
        moves: futures.means(.moves, month: month))
    }
    self.init(
      stock: stock, knownFrom: knownFrom, coming: coming, futures: futures, prices: prices, book: book)
  }

  /// How the children of some categories on a coming month's last day spread over the futures; nil where the method
  /// has none.
  public func childrenSpread(month: Int, categories: [Category]) -> Spread? {
    spread(.children, month: month, categories: categories)
  }

  /// How a count of a coming month spreads over the futures.
  public func spread(_ measure: Futures.Measure, month: Int, categories: [Category]) -> Spread? {
    futures.flatMap { Spread($0.counts(measure, month: month, categories: categories.map(\.index))) }
  }

  /// How the cost of a coming month spreads over the futures, in pence.
  public func costSpread(month: Int, categories: [Category]) -> Spread? {
    futures.flatMap { Spread($0.costs(months: month..<(month + 1), categories: categories.map(\.index))) }
  }

  /// How the cost of a financial year spreads over the futures, in pence: what is known of the year is the same in
  /// all of them.
  public func costSpread(of year: FinancialYear, categories: [Category]) -> Spread? {
    guard let futures else { return nil }
    let months = coming.indices.filter { year.days.contains(coming[$0].lastDay) }
    guard let first = months.first, let last = months.last else { return nil }
    let known = past.filter { year.days.contains($0.counts.lastDay) }.reduce(0) { sum, month in
      sum + categories.reduce(0) { $0 + (month.cost?[$1.index].pence ?? 0) }
    }
    let ahead = futures.costs(months: first..<(last + 1), categories: categories.map(\.index))
    return Spread(ahead.map { $0 + known })
  }

  /// How the child-nights of a financial year spread over the futures: what is known of the year is the same in all
  /// of them.
  public func nightsSpread(of year: FinancialYear, categories: [Category]) -> Spread? {
    guard let futures else { return nil }
    let months = coming.indices.filter { year.days.contains(coming[$0].lastDay) }
    let known = past.filter { year.days.contains($0.counts.lastDay) }.reduce(0) { sum, month in
      sum + categories.reduce(0) { $0 + month.counts.nights[$1.index] }
    }
    let places = categories.map(\.index)
    return Spread(
      futures.values { future in
        months.reduce(known) { sum, month in
          places.reduce(sum) { $0 + futures.count(.nights, future: future, month: month, category: $1) }
        }
      })
  }

  /// The position of the last coming month of a financial year; nil where the forecast does not reach it.
  public func lastMonth(of year: FinancialYear) -> Int? {
    coming.lastIndex { year.days.contains($0.lastDay) }
  }
}
