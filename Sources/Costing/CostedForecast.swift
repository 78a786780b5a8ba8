public import Care
public import Forecasting
public import Units

/// Children in care and what they cost, month by month, known and expected: what every table, chart and file of a
/// forecast is made from. All arrays of a month are by category, in the book's order.
public struct CostedForecast: Sendable {
  /// A month of history: counts.
  public struct PastMonth: Sendable {
    /// The counts.
    public let counts: Stock.Month
    /// Cost at list price; nil for months before the price list begins.
    public let cost: [Money]?
  }

  /// A month expected. The first may be the rest of the month in which the as-of date falls.
  public struct ComingMonth: Sendable {
    /// The month's last day.
    public let lastDay: CivilDay
    /// Days of the month that are forecast.
    public let days: Int
    /// Children on the last day.
    public let children: [Double]
    /// Child-nights.
    public let nights: [Double]
    /// Cost, rounded once to whole pence.
    public let cost: [Money]
    /// Children who start.
    public let starts: [Double]
    /// Children who leave, by the category left.
    public let ends: [Double]
    /// Moves, by the category moved to.
    public let moves: [Double]
  }

  /// The last day known.
  public let asOf: CivilDay
  /// The categories.
  public let book: CategoryBook
  /// Prices.
  public let prices: PriceSchedule
  /// Months known, the last up to the as-of date.
  public let past: [PastMonth]
  /// Months expected.
  public let coming: [ComingMonth]
  /// Children in care on the as-of date.
  public let today: [Int]
  /// The simulated futures that the months expected are the means of; nil where the method has no futures.
  public let futures: Futures?
  /// Short breaks, kept apart; nil where there are none, or the method counts them with the rest.
  public private(set) var respite: RespiteForecast?
  /// Which children had a night in each category in each financial year of the months known: positions in
  /// `CareHistories.children`, for telling which money rests on few children.
  public private(set) var childrenInYear: [FinancialYear: [Set<Int32>]] = [:]

  /// Puts prices on a stock and a daily forecast. History is shown from `knownFrom`: before the first return's
  /// 1 April only the children who were still in care are known, and their number would mislead.
  public init(
    stock: Stock, knownFrom: CivilDay, forecast: FlowForecast, prices: PriceSchedule, book: CategoryBook
  ) {
    self.init(
      stock: stock, knownFrom: knownFrom, coming: CostedForecast.coming(forecast, prices, book), futures: nil,
      prices: prices, book: book)
  }

  init(
    stock: Stock, knownFrom: CivilDay, coming: [ComingMonth], futures: Futures?, prices: PriceSchedule,
    book: CategoryBook
  ) {
    asOf = stock.lastDay
    self.book = book
    self.prices = prices
    self.coming = coming
    self.futures = futures
    today = stock.children(on: stock.lastDay)
    past = CostedForecast.past(stock, from: knownFrom, prices, book)
  }

  private static func past(
    _ stock: Stock, from day: CivilDay, _ prices: PriceSchedule, _ book: CategoryBook
  ) -> [PastMonth] {
    stock.months(from: day).map { month in
      let first = month.lastDay.startOfMonth
      guard prices.covers(month.nights, from: first) else { return PastMonth(counts: month, cost: nil) }
      let days = first.nights(to: month.lastDay) + 1
      // Exact: pence-weeks are whole numbers, divided by seven once.
      var sevenths = Array(repeating: 0, count: book.entries.count)
      let rates = book.all.map { prices.rates(of: $0, from: first, days: days) }
      for offset in 0..<days {
        let children = stock.children(on: first + offset)
        for category in children.indices {
          sevenths[category] += children[category] * rates[category][offset]
        }
      }
      return PastMonth(
        counts: month, cost: sevenths.map { WeeklyRate(pencePerWeek: $0).cost(ofNights: 1) })
    }
  }

  private static func coming(
    _ forecast: FlowForecast, _ prices: PriceSchedule, _ book: CategoryBook
  ) -> [ComingMonth] {
    let rates = book.all.map { prices.rates(of: $0, from: forecast.firstDay, days: forecast.steps) }
    let width = book.entries.count
    let starts = forecast.startsPerStep
    var months: [ComingMonth] = []
    var step = 0
    while step < forecast.steps {
      let day = forecast.firstDay + step
      let days = min(day.nights(to: day.endOfMonth) + 1, forecast.steps - step)
      var nights = Array(repeating: 0.0, count: width)
      var pence = nights
      var ends = nights
      var moves = nights
      for offset in step..<(step + days) {
        let children = forecast.children(step: offset)
        for category in 0..<width {
          nights[category] += children[category]
          pence[category] += children[category] * Double(rates[category][offset]) / 7
        }
        for (category, count) in forecast.ends(step: offset).enumerated() { ends[category] += count }
        for (category, count) in forecast.moves(step: offset).enumerated() { moves[category] += count }
      }
      months.append(
        ComingMonth(
          lastDay: day + (days - 1), days: days, children: forecast.children(step: step + days - 1),
          nights: nights, cost: pence.map { Money(roundingPence: $0) ?? .zero },
          starts: starts.map { $0 * Double(days) }, ends: ends, moves: moves))
      step += days
    }
    return months
  }
}

extension CostedForecast {
  /// The forecast with what else care histories tell: which children each year's figures rest on and, unless they
  /// are counted with the rest, short breaks.
  public func with(
    _ histories: CareHistories, window: ReferenceWindow, respiteApart: Bool
  ) -> CostedForecast {
    var forecast = self
    for year in Set(past.map { FinancialYear(containing: $0.counts.lastDay) }) {
      forecast.childrenInYear[year] = histories.childrenByCategory(in: year.days)
    }
    guard respiteApart else { return forecast }
    forecast.respite = RespiteForecast(
      histories, window: window, prices: prices, past: past.map(\.counts.lastDay),
      coming: coming.map { ($0.lastDay, $0.days) })
    return forecast
  }

  /// A financial year that the forecast reaches: what is known of it and what is expected, together.
  public struct Year: Sendable {
    /// The year.
    public let year: FinancialYear
    /// Cost by category: months known at list price, and months expected.
    public let cost: [Money]
    /// Child-nights by category.
    public let nights: [Double]
    /// Children on the last day by category: expected.
    public let children: [Double]
    /// The last day covered: 31 March, or the day the forecast ends.
    public let lastDay: CivilDay
    /// Days of the year that are known rather than expected, within the history held.
    public let knownDays: Int
    /// Whether every day of the year is covered by history or forecast.
    public let isWhole: Bool
  }

  /// The financial years that the forecast reaches, in order.
  public var years: [Year] {
    let all = Set(coming.map { FinancialYear(containing: $0.lastDay) }).sorted()
    return all.map { year in
      let known = past.filter { year.days.contains($0.counts.lastDay) }
      let expected = coming.filter { year.days.contains($0.lastDay) }
      var cost = Array(repeating: Money.zero, count: book.entries.count)
      var nights = Array(repeating: 0.0, count: book.entries.count)
      for index in cost.indices {
        for month in known {
          cost[index] += month.cost?[index] ?? .zero
          nights[index] += Double(month.counts.nights[index])
        }
        for month in expected {
          cost[index] += month.cost[index]
          nights[index] += month.nights[index]
        }
      }
      let knownDays = max(0, year.firstDay.nights(to: asOf) + 1)
      let covered = min(
        knownDays, known.reduce(0) { $0 + $1.counts.lastDay.startOfMonth.nights(to: $1.counts.lastDay) + 1 })
      let days = covered + expected.reduce(0) { $0 + $1.days }
      return Year(
        year: year, cost: cost, nights: nights, children: expected.last?.children ?? [],
        lastDay: expected.last?.lastDay ?? year.lastDay, knownDays: covered,
        isWhole: days == year.days.nights && known.allSatisfy { $0.cost != nil })
    }
  }

  /// What today's children would cost in the 365 days from the as-of date if nothing changed: none leaves, moves or
  /// enters, at the prices of the as-of date.
  public var fullYearCostOfToday: [Money] {
    zip(book.all, today).map { category, children in
      (prices.rate(of: category, on: asOf) ?? WeeklyRate(pencePerWeek: 0)).cost(ofNights: children * 365)
    }
  }
}
