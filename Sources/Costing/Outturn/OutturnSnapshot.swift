import Forecasting
public import Units

/// What a month's forecast is remembered by: each child's part of it, and what stood beside them.
public struct OutturnSnapshot: Sendable, Equatable {
  /// One child's placement, package or payment.
  public struct Row: Sendable, Equatable {
    /// The child.
    public let child: ChildID
    /// What is paid for.
    public let kind: FeeKind
    /// The ledger's name for the placement.
    public let placement: String
    /// The council's weekly cost.
    public let weekly: WeeklyRate
    /// Cost by month of the year from April, of nights up to the as-of date.
    public let incurredByMonth: [Money]
    /// Nights committed after it.
    public let nightsAhead: Int
    /// What they cost.
    public let committed: Money

    /// A row.
    public init(
      child: ChildID, kind: FeeKind, placement: String, weekly: WeeklyRate, incurredByMonth: [Money],
      nightsAhead: Int, committed: Money
    ) {
      self.child = child
      self.kind = kind
      self.placement = placement
      self.weekly = weekly
      self.incurredByMonth = incurredByMonth
      self.nightsAhead = nightsAhead
      self.committed = committed
    }

    /// What the year comes to if the commitment holds.
    var total: Money { incurredByMonth.reduce(committed, +) }
  }

  /// The year.
  public let year: FinancialYear
  /// The last day that was known.
  public let asOf: CivilDay
  /// The rows.
  public let rows: [Row]
  /// What the forecast expected of today's children beyond their commitments.
  public let leaversAndMoves: Money
  /// What it expected of children to come.
  public let newStarts: Money
  /// Money added by hand.
  public let adjustments: Money
  /// Budgets that nothing drives.
  public let undriven: Money
  /// Low and high end of the 80 % interval of the outturn, in pence; nil without a simulation.
  public let range: ClosedRange<Int>?
  /// The next month's expected cost and the ends of its 80 % interval, by which it is scored; nil without one.
  public let nextMonth: MonthExpected?

  /// The month after the as-of date, as it was expected.
  public struct MonthExpected: Sendable, Equatable {
    /// Its last day.
    public let lastDay: CivilDay
    /// Expected cost.
    public let cost: Money
    /// Low and high end of the 80 % interval, in pence.
    public let range: ClosedRange<Int>

    /// A month.
    public init(lastDay: CivilDay, cost: Money, range: ClosedRange<Int>) {
      self.lastDay = lastDay
      self.cost = cost
      self.range = range
    }
  }

  /// A snapshot.
  public init(
    year: FinancialYear, asOf: CivilDay, rows: [Row], leaversAndMoves: Money, newStarts: Money,
    adjustments: Money, undriven: Money, range: ClosedRange<Int>?, nextMonth: MonthExpected?
  ) {
    self.year = year
    self.asOf = asOf
    self.rows = rows
    self.leaversAndMoves = leaversAndMoves
    self.newStarts = newStarts
    self.adjustments = adjustments
    self.undriven = undriven
    self.range = range
    self.nextMonth = nextMonth
  }

  /// The outturn it remembers.
  public var total: Money {
    rows.reduce(leaversAndMoves + newStarts + adjustments + undriven) { $0 + $1.total }
  }
}

extension Outturn {
  /// What this month's forecast is remembered by.
  public var snapshot: OutturnSnapshot {
    let next = months.first { $0.days.start <= asOf + 1 && asOf + 1 < $0.days.end }
    let expected = next.flatMap { month in
      month.spread.map { spread in
        let (low, high) = spread.interval(80)
        return OutturnSnapshot.MonthExpected(
          lastDay: month.days.end - 1, cost: month.cost, range: min(low, high)...max(low, high))
      }
    }
    let range = spread.map { $0.interval(80) }
    return OutturnSnapshot(
      year: year, asOf: asOf,
      rows: children.map {
        OutturnSnapshot.Row(
          child: $0.child, kind: $0.kind, placement: $0.placement, weekly: $0.weekly,
          incurredByMonth: $0.incurredByMonth, nightsAhead: $0.nightsAhead, committed: $0.committed)
      },
      leaversAndMoves: lines.reduce(.zero) { $0 + $1.leaversAndMoves },
      newStarts: lines.reduce(.zero) { $0 + $1.newStarts },
      adjustments: lines.reduce(.zero) { $0 + $1.adjustments },
      undriven: lines.filter { $0.driver == .none }.reduce(.zero) { $0 + $1.committed },
      range: range.map { min($0.low, $0.high)...max($0.low, $0.high) }, nextMonth: expected)
  }
}
