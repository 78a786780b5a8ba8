public import Units

/// A number that each future has one of, which explanations are of: children on a day or the cost of a year.
public enum ForecastMeasure: Sendable, Equatable {
  /// Children in care at the end of a month.
  case children(month: Int)
  /// The cost of some months in pence, with what is known of the same year.
  case cost(months: Range<Int>, known: Int)

  /// The number in every future.
  public func values(_ futures: Futures) -> [Int] {
    let all = Array(0..<futures.categories)
    switch self {
    case .children(let month): return futures.counts(.children, month: month, categories: all)
    case .cost(let months, let known):
      return futures.costs(months: months, categories: all).map { $0 + known }
    }
  }

  /// The months simulated that the number hangs on.
  public var months: Int {
    switch self {
    case .children(let month): month + 1
    case .cost(let months, _): months.upperBound
    }
  }
}

extension ForecastMonths {
  /// The months of a financial year that are forecast; nil where none is, or the forecast ends before the year does.
  public func months(of year: FinancialYear) -> Range<Int>? {
    guard let first = lastDays.firstIndex(where: { year.days.contains($0) }),
      let last = lastDays.firstIndex(of: year.lastDay)
    else { return nil }
    return first..<(last + 1)
  }

  /// The last financial year that is forecast to its end.
  public var lastWholeYear: FinancialYear? {
    lastDays.last { FinancialYear(containing: $0).lastDay == $0 }.map(FinancialYear.init(containing:))
  }

  /// The months up to a day, which must be a last day of one.
  public func upTo(_ day: CivilDay) -> ForecastMonths { ForecastMonths(after: asOf, until: day) }
}

/// How often things happen in simulated futures: what explanations put rates into.
public struct FlowCounts: Sendable, Equatable {
  /// Children who start a period of care, a year.
  public let entries: Double
  /// Children who leave before 18, a year, by kind.
  public let exits: [Double]
  /// Children who turn 18, a year.
  public let eighteenths: Double
  /// Moves to another placement, a year, by the category moved to.
  public let moves: [Double]
  /// Children who start, a year, by the category they start in.
  public let starts: [Double]

  /// Counts the months of futures, or only the first of them.
  public init(_ futures: Futures, of calendar: ForecastMonths, first: Int? = nil) {
    let months = first ?? calendar.count
    let years = Double(calendar.asOf.nights(to: calendar.lastDays[months - 1])) / 365.25
    func mean(_ value: (_ future: Int, _ month: Int) -> Int) -> Double {
      let sum = futures.range.reduce(0) { sum, future in
        (0..<months).reduce(sum) { $0 + value(future, $1) }
      }
      return Double(sum) / Double(max(1, futures.range.count)) / years
    }
    exits = ExitKind.allCases.map { kind in mean { futures.leavers(kind, future: $0, month: $1) } }
    eighteenths = mean { futures.eighteenths(future: $0, month: $1) }
    func each(_ measure: Futures.Measure) -> [Double] {
      (0..<futures.categories).map { category in
        mean { futures.count(measure, future: $0, month: $1, category: category) }
      }
    }
    moves = each(.moves)
    starts = each(.starts)
    entries = starts.reduce(0, +)
  }

  /// Children who leave before 18, a year.
  public var allExits: Double { exits.reduce(0, +) }
  /// Moves to another placement, a year.
  public var allMoves: Double { moves.reduce(0, +) }
}
