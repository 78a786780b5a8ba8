public import Forecasting
public import Units

/// A line of a business case: a cost or a benefit, from what drives it. Its amount over some days is quantity × unit
/// value × time × engagement × success × (1 − deadweight) × attribution × (1 − drop-off) for every full year since it
/// began × (1 − optimism), after the Greater Manchester cost-benefit model.
public struct CaseLine: Sendable, Equatable {
  /// Cost or benefit.
  public enum Role: Sendable, Equatable {
    /// Money spent on delivery; once or every year.
    case cost(isOneOff: Bool)
    /// Money saved, earned or released.
    case benefit(BenefitKind)
  }

  /// What one unit is worth, over which time.
  public enum Per: String, CaseIterable, Sendable {
    /// Once, when it begins to count.
    case once
    /// Every night it counts.
    case night
    /// Every seven nights it counts.
    case week
    /// Every financial year it counts, in proportion to its days.
    case year
  }

  /// Named once and for good.
  public var id: String
  /// Words for people.
  public var name: String
  /// Cost or benefit.
  public var role: Role
  /// How many.
  public var quantity = 1.0
  /// What one is worth, in pence of the price year.
  public var unitPence: Double
  /// Over which time.
  public var per: Per
  /// First day.
  public var from: CivilDay
  /// First day on which it counts no more.
  public var until: CivilDay
  /// How the quantity builds up.
  public var uptake = Uptake.atOnce
  /// Days that each of the quantity counts; nil to the line's end.
  public var stayDays: Double?
  /// Days by which it all comes later than its dates say; the last day stays.
  public var delay = 0.0
  /// What lowers or raises the product.
  public var adjustment = Adjustment()
  /// Who pays, or gains; empty for the council, with a remark that nobody is named.
  public var shares: [PayerShare] = []
  /// The basis on which its figures are stated.
  public var basis: SavingsBasis = .cumulative
  /// Amounts by financial year, in place of quantity × unit value, as cumulative savings; nil for none.
  public var yearly: YearlySavings?
  /// What is said of the figure's worth.
  public var claim = Claim()
  /// The year in whose prices the unit value is; nil for the case's.
  public var priceYear: FinancialYear?
  /// What amounts by year, or simulated, are multiplied by.
  public var scale = 1.0
  /// What a simulated initiative saves, in place of quantity × unit value; nil for none.
  public var model: ModelBenefit?

  /// A line that counts from a day up to another.
  public init(
    id: String, name: String, role: Role, quantity: Double = 1, unitPence: Double, per: Per, from: CivilDay,
    until: CivilDay
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.quantity = quantity
    self.unitPence = unitPence
    self.per = per
    self.from = from
    self.until = until
  }

  /// Whether it is a cost.
  public var isCost: Bool { if case .cost = role { true } else { false } }
  /// What sort of benefit it is; nil for a cost.
  public var benefit: BenefitKind? { if case .benefit(let kind) = role { kind } else { nil } }
  /// The council's share of it.
  public var councilShare: Double { ExactValue.councilShare(self) }
  /// Whether it comes once.
  public var isOneOff: Bool {
    switch role {
    case .cost(let isOneOff): isOneOff
    case .benefit(let kind): kind == .cashableOneOff
    }
  }
}

/// What makes of a claim what may be counted on; every share from 0 to 1.
public struct Adjustment: Sendable, Equatable {
  /// Of those it is meant for, the share that takes part.
  public var engagement = 1.0
  /// Of those, the share for whom it works.
  public var success = 1.0
  /// The share that would have come about anyway.
  public var deadweight = 0.0
  /// The share of what comes about that is this case's doing.
  public var attribution = 1.0
  /// The share of the effect lost in every year after the first.
  public var dropOff = 0.0
  /// How good the evidence is; nil where none is stated, and nothing is taken off.
  public var grade: EvidenceGrade?

  /// Nothing adjusted.
  public init() {}

  /// By how much optimism is corrected: benefits are lowered by this share, costs raised by it.
  public var optimism: Double { grade?.chanceOfNoEffect ?? 0 }

  /// The product of all that does not change with time.
  func factor(isCost: Bool) -> Double {
    engagement * success * (1 - deadweight) * attribution * (isCost ? 1 + optimism : 1 - optimism)
  }
}

/// What an author says of a figure, for the general checks.
public struct Claim: Sendable, Equatable {
  /// Whether the figure is the most there can be and not what is expected.
  public var isMaximum = false
  /// Whether what replaces it is not yet taken off.
  public var isGross = false
  /// The day of the evidence.
  public var evidenceDay: CivilDay?
  /// Whether success was stated at all.
  public var statesSuccess = false

  /// Nothing said.
  public init() {}
}
