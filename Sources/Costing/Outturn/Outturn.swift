import Care
public import Forecasting
public import Units

/// A line of an outturn: what a cost centre and subjective code comes to by the year's end.
public struct OutturnLine: Sendable {
  /// Cost centre; may be empty.
  public let costCentre: String
  /// Subjective code; may be empty.
  public let subjective: String
  /// What readers call it.
  public let name: String
  /// What drives it.
  public let driver: BudgetLine.Driver
  /// The year's budget; nil where there is none.
  public let budget: Money?
  /// Nights that the budget was set for; nil where nobody stated them.
  public let budgetNights: Int?
  /// The council's cost of nights up to the as-of date.
  public internal(set) var actual = Money.zero
  /// Committed after it: to planned ends, 18th birthdays or the year's end.
  public internal(set) var committed = Money.zero
  /// What the forecast expects of today's children against their commitments: who leaves or moves before or after the
  /// commitment ends. Mean over the futures.
  public internal(set) var leaversAndMoves = Money.zero
  /// Children to come. Mean over the futures.
  public internal(set) var newStarts = Money.zero
  /// Money added by hand.
  public internal(set) var adjustments = Money.zero
  /// Nights up to the as-of date.
  public internal(set) var nights = 0
  /// Nights expected after it: the mean over the futures, or those committed where there are none.
  public internal(set) var nightsAhead = 0.0
  /// How the outturn spreads over the futures, in pence; nil where nothing in the line was simulated.
  public internal(set) var spread: Spread?

  /// What the year comes to.
  public var outturn: Money { actual + committed + leaversAndMoves + newStarts + adjustments }
  /// More than the budget, or less where below nought; nil where there is none.
  public var variance: Money? { budget.map { outturn - $0 } }
}

/// What a financial year comes to: actual to date, commitments, and what the forecast expects beyond them.
public struct Outturn: Sendable {
  /// The year.
  public let year: FinancialYear
  /// The last day known.
  public let asOf: CivilDay
  /// Its lines: the budget's in their order, then what has no budget.
  public let lines: [OutturnLine]
  /// The whole outturn in every future, in pence; nil without a simulation.
  public let totals: [Int]?
  /// Every child's part.
  public let children: [ChildCost]
  /// How far ends have slipped in the past.
  public let slippage: EndDateSlippage
  /// Adjustments that are past their last day, and so don't count.
  public let expired: [Adjustment]
  /// What nights cost in each month of the year, without adjustments.
  public let months: [OutturnMonth]

  /// How the whole outturn spreads over the futures, in pence; nil without a simulation.
  public var spread: Spread? { totals.flatMap { Spread($0) } }
  /// The general ledger's period of the as-of date: 1 for April.
  public var period: Int { max(1, (months.lastIndex { $0.days.start <= asOf } ?? 0) + 1) }
  /// What the year comes to in all.
  public var total: Money { lines.reduce(.zero) { $0 + $1.outturn } }
  /// The whole budget; nil where no line has one.
  public var budget: Money? {
    let amounts = lines.compactMap(\.budget)
    return amounts.isEmpty ? nil : amounts.reduce(.zero, +)
  }

  /// Why the outturn of looked-after children differs from the budget; nil where the budget states no nights.
  public var variance: Variance? {
    let rows = lines.filter { line in
      if case .category = line.driver { return line.budget != nil || line.outturn != .zero }
      return false
    }
    guard rows.contains(where: { $0.budgetNights != nil }) else { return nil }
    return Variance(
      rows.map {
        VarianceRow(
          name: $0.name, plannedNights: Double($0.budgetNights ?? 0), plannedCost: $0.budget ?? .zero,
          nights: Double($0.nights) + $0.nightsAhead, cost: $0.outturn)
      })
  }
}

/// A month of a financial year.
public struct OutturnMonth: Sendable {
  /// Its days.
  public let days: DayRange
  /// The council's cost of nights that are known.
  public let actual: Money
  /// The council's cost of nights ahead: the mean over the futures, or as committed where there are none.
  public let expected: Money
  /// How the month's whole cost spreads over the futures, in pence; nil for a month that is known.
  public let spread: Spread?
  /// How the cost from 1 April to the month's end spreads, in pence; nil for a month that is known.
  public let spreadToDate: Spread?

  /// Cost in all.
  public var cost: Money { actual + expected }
}
