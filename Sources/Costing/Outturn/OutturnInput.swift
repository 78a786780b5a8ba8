public import Care
public import Forecasting
public import Units

/// The rest of a financial year as simulated twice on the same draws: with everybody, and with nobody new. What the two
/// differ by in a future is the cost of the children to come in it.
public struct SimulatedRest: Sendable {
  /// Today's children and those to come.
  public let all: Futures
  /// Today's children only.
  public let todays: Futures

  /// Two runs of the same futures and months.
  public init(all: Futures, todays: Futures) {
    self.all = all
    self.todays = todays
  }
}

/// All that an outturn is a function of.
public struct OutturnInput: Sendable {
  /// The financial year.
  public var year: FinancialYear
  /// The care histories; their as-of date is the last day that is known.
  public var histories: CareHistories
  /// The fee ledger as known on that day.
  public var ledger: FeeLedger
  /// The budget; nil where none is held against the outturn.
  public var budget: Budget?
  /// List prices, for nights that the ledger has no fee for.
  public var prices: PriceSchedule
  /// How far ends slip.
  public var slippage: EndDateSlippage
  /// Money added by hand.
  public var adjustments: [Adjustment] = []
  /// The rest of the year simulated; nil to go by commitments alone.
  public var simulated: SimulatedRest?

  /// Everything for an outturn.
  public init(
    year: FinancialYear, histories: CareHistories, ledger: FeeLedger, budget: Budget?,
    prices: PriceSchedule, slippage: EndDateSlippage
  ) {
    self.year = year
    self.histories = histories
    self.ledger = ledger
    self.budget = budget
    self.prices = prices
    self.slippage = slippage
  }
}

/// What one child's line comes to in a financial year: the row of the year's child-level schedule, and what next month's
/// movement is taken from.
public struct ChildCost: Sendable, Equatable {
  /// The child.
  public let child: ChildID
  /// The ledger's name for the placement, or the provider's where it has none.
  public let placement: String
  /// What is paid for.
  public let kind: FeeKind
  /// Its category; nil where neither returns nor ledger tell.
  public let category: Category?
  /// The council's cost of the nights up to the as-of date, by month of the year from April, each to the penny.
  public let incurredByMonth: [Money]
  /// The council's cost of the nights committed after it, by month of the year from April.
  public let committedByMonth: [Money]
  /// The council's weekly cost on the as-of date, or on the last night.
  public let weekly: WeeklyRate
  /// Nights up to the as-of date.
  public let nights: Int
  /// Nights committed.
  public let nightsAhead: Int
  /// How the end of the commitment is known; nil where nothing is committed.
  public let basis: Commitment.Basis?
  /// Whether no fee is recorded, so that the list price stands in.
  public let isPricedByDefault: Bool

  /// The council's cost of the nights up to the as-of date.
  public var incurred: Money { incurredByMonth.reduce(.zero, +) }
  /// The council's cost of the nights committed after it.
  public var committed: Money { committedByMonth.reduce(.zero, +) }
  /// What the year comes to if the commitment holds.
  public var total: Money { incurred + committed }
}
