public import Units

/// From what a plan is to save in a year to what the year's spending did: planned − slippage = delivered; delivered −
/// demand − mix − price − other = effect on the budget. What a saving brings beyond its plan is a step of its own after
/// what was delivered. Every step is whole pence and they add exactly.
///
/// The budget of the year already has the planned savings taken out. Where spending differs from it by T, the effect is
/// planned − T. A saving that did not come is part of T, so it is taken out of the reason that it would have shown as,
/// or it would count twice: a saving on a unit cost out of price, one on a kind of placement out of mix, one on children
/// in care out of demand, any other out of other.
public struct SavingsBridge: Sendable, Equatable {
  /// Why spending differs from its budget, in pence to the penny: `Costing.Variance`'s parts, and whatever no night
  /// explains.
  public struct Difference: Sendable, Equatable {
    /// More or fewer nights of care than budgeted: demand.
    public var demand: Money
    /// Other kinds of care than budgeted.
    public var mix: Money
    /// Dearer or cheaper nights than budgeted.
    public var price: Money
    /// All else, such as pressures and lines without nights.
    public var other: Money

    /// A difference; nothing by default.
    public init(demand: Money = .zero, mix: Money = .zero, price: Money = .zero, other: Money = .zero) {
      self.demand = demand
      self.mix = mix
      self.price = price
      self.other = other
    }

    /// All of it.
    public var total: Money { demand + mix + price + other }
  }

  /// One saving: what was planned, and what of it came.
  public struct Line: Sendable, Equatable {
    /// The saving's id and name.
    public let id: String, name: String
    /// Planned for the year.
    public let planned: Money
    /// In the ledger, confirmed; never more than planned, or it would cover what others didn't bring.
    public let delivered: Money
    /// In the ledger, confirmed, beyond what was planned.
    public let surplus: Money
    /// What is missing.
    public var slippage: Money { planned - delivered }
  }

  /// The year.
  public let year: FinancialYear
  /// Savings that count towards the budget.
  public let lines: [Line]
  /// Savings that stand apart and count for nothing: their kind closes no gap or isn't stated, their cost ends anyway, or
  /// their spending is volatile.
  public let apart: [Line]
  /// What the offsets are made of: the difference from the budget less the savings that did not come.
  public let offset: Difference
  /// Whether the difference from the budget is known; where it isn't, only slippage is told.
  public let isSpendKnown: Bool

  /// Planned for the year.
  public var planned: Money { lines.reduce(.zero) { $0 + $1.planned } }
  /// In the ledger, confirmed.
  public var delivered: Money { lines.reduce(.zero) { $0 + $1.delivered } }
  /// Planned and not delivered.
  public var slippage: Money { planned - delivered }
  /// In the ledger beyond the plans of the savings that brought it.
  public var surplus: Money { lines.reduce(.zero) { $0 + $1.surplus } }
  /// How far spending fell against the budget before any savings.
  public var effect: Money { delivered + surplus - offset.total }

  /// The bridge of a year from a plan's status and, where it is known, how spending differs from its budget.
  public init(
    _ plan: Plan, year: FinancialYear, ledger: [PlanEvidence.LedgerEntry], asOf: CivilDay,
    difference: Difference?
  ) {
    var evidence = PlanEvidence(asOf: asOf)
    evidence.ledger = ledger
    var all: [(saving: SavingLine, own: Line)] = []
    for saving in plan.datedSavings {
      let planned = saving.level(in: year)
      let confirmed = SavingStatus.confirmed(saving, plan, evidence, in: year)
      let own = Line(
        id: saving.id, name: saving.name, planned: planned, delivered: min(confirmed, planned),
        surplus: max(.zero, confirmed - max(.zero, planned)))
      let hasAny = [own.planned, own.delivered, own.surplus].contains { $0 != .zero }
      if hasAny { all.append((saving, own)) }
    }
    self.year = year
    lines = all.filter(\.saving.countsInBudget).map(\.own)
    apart = all.filter { !$0.saving.countsInBudget }.map(\.own)
    isSpendKnown = difference != nil
    var offset = difference ?? Difference()
    if difference != nil {
      for (line, own) in all where line.countsInBudget {
        let moved = own.surplus - own.slippage
        switch PlanMeasure(line.driver).reason {
        case .price: offset.price += moved
        case .mix: offset.mix += moved
        case .demand: offset.demand += moved
        case .other: offset.other += moved
        }
      }
    }
    self.offset = offset
  }
}
