public import Units

/// What kind of money a saving is. Only the first three may close a gap in a budget.
public enum SavingKind: String, CaseIterable, Sendable {
  /// A budget that can be cut every year.
  case cashableRecurring = "cashable_recurring"
  /// A budget that can be cut once.
  case cashableOnce = "cashable_once"
  /// Money that comes in.
  case income
  /// Spending that would otherwise have come, against an agreed forecast.
  case avoided
  /// Other people's money in place of the council's.
  case fundingSwitch = "funding_switch"
  /// Time of staff that becomes free.
  case timeReleased = "time_released"

  /// Whether it may close a gap in a budget.
  public var closesBudgetGap: Bool { self == .cashableRecurring || self == .cashableOnce || self == .income }
}

/// How amounts of years stand to each other.
public enum SavingBasis: String, CaseIterable, Sendable {
  /// Each year's amount is new in that year, on top of those before.
  case incremental
  /// Each year's amount is all that is saved in that year.
  case cumulative
}

/// A saving: how much in which year, of whose budget, resting on what.
public struct SavingLine: PlanItem, Equatable {
  /// What a stated saving is worked out from: volume × price × time × success.
  public struct Derivation: Sendable, Equatable {
    /// Placements, children, families or hours.
    public var volume: Double?
    /// Pounds for one, by `per`.
    public var price: Money?
    /// What the price is for: `week`, `night`, `year`, `hour`, `each`.
    public var per = "week"
    /// How many such times each lasts within the year.
    public var times: Double?
    /// The share that succeeds; nil where nobody said, which counts as all.
    public var success: Double?
    /// Whether price or volume are the most there can be, "up to".
    public var isMaximum = false
    /// The most there are of what is counted, as stated elsewhere in the plan; nil where nobody said.
    public var peak: Double?
    /// What the cheapest of what is counted costs now, by `per`: none can save more than it costs; nil where nobody said.
    public var cheapest: Money?

    /// Nothing stated.
    public init() {}
  }

  /// What evidence a saving rests on.
  public struct Evidence: Sendable, Equatable {
    /// 1 (a trial, or the council's own measured results) to 6 (judgement alone); nil where nobody said.
    public var grade: Int?
    /// The day it is of.
    public var on: CivilDay?
    /// The amount that it shows; nil where it shows none.
    public var amount: Money?
    /// What it is.
    public var words = ""

    /// Nothing stated.
    public init() {}
  }

  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// Words about it.
  public var note = ""
  /// The stream it belongs to; empty for none.
  public var stream = ""
  /// The area of the budget.
  public var area = ""
  /// Cost centre; empty where nobody said.
  public var costCentre = ""
  /// Subjective code; empty where nobody said.
  public var subjective = ""
  /// The role that answers for it.
  public var owner = ""
  /// What kind of money it is; nil where nobody said.
  public var kind: SavingKind?
  /// How its years stand to each other; nil where nobody said.
  public var basis: SavingBasis?
  /// Whether what replaces the cost is still to be taken off; nil where nobody said.
  public var isGross: Bool?
  /// Pounds by financial year, in order.
  public var years: [(year: FinancialYear, amount: Money)] = []
  /// Full-time posts it takes out, by financial year, in order.
  public var posts: [(year: FinancialYear, fte: Double)] = []
  /// The first day on which it saves.
  public var start: CivilDay?
  /// Months of the first year in which it saves; nil where nobody said.
  public var partYearMonths: Double?
  /// Whether its amounts are a whole year's, "p.a.", whenever in the year it begins.
  public var isPerAnnum = false
  /// What it is worked out from.
  public var derivation: Derivation?
  /// What it rests on.
  public var evidence = Evidence()
  /// Milestones that must come first.
  public var after: [String] = []
  /// Targets that must be met for it to come, by id.
  public var dependsOn: [String] = []
  /// The measure that drives it, and the group of children or staff it is about: two lines with the same claim the same
  /// effect.
  public var driver = ""
  /// The group of children or staff it is about.
  public var group = ""
  /// The initiative whose effect it is; empty for none.
  public var initiative = ""
  /// Whether it rests on a cost that ends anyway: a grant that runs out, a post that was never filled.
  public var endsAnyway = false
  /// Whether the spending is volatile by nature: secure or court-ordered placements.
  public var isVolatile = false
  /// Amounts that came, by financial year, with who confirmed them from the ledger.
  public var delivered: [Delivery] = []
  /// What was said of it.
  public var progress: [ProgressNote] = []

  /// Money that came.
  public struct Delivery: Sendable, Equatable {
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Who confirmed it, and from what; nil where nobody did.
    public var confirmation: Confirmation?

    /// Money that came.
    public init(year: FinancialYear, amount: Money, confirmation: Confirmation?) {
      self.year = year
      self.amount = amount
      self.confirmation = confirmation
    }
  }

  /// A saving.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// Whether it may close a gap in a budget: its kind is stated and does so, its cost would not end anyway, and its
  /// spending is not volatile. All else stands apart and counts in no total.
  public var countsInBudget: Bool { kind?.closesBudgetGap == true && !endsAnyway && !isVolatile }

  /// The day from which it saves: its own, or its initiative's.
  public func begins(with initiative: Initiative?) -> CivilDay? { start ?? initiative?.start }

  /// The amount of a year; nil where none is stated.
  public func amount(in year: FinancialYear) -> Money? { years.first { $0.year == year }?.amount }

  /// Whether two are the same.
  public static func == (a: SavingLine, b: SavingLine) -> Bool {
    a.id == b.id && a.name == b.name && a.stream == b.stream && a.area == b.area && a.kind == b.kind
      && a.basis == b.basis && a.isGross == b.isGross && a.years.elementsEqual(b.years, by: ==)
      && a.posts.elementsEqual(b.posts, by: ==) && a.start == b.start && a.derivation == b.derivation
      && a.evidence == b.evidence && a.after == b.after && a.driver == b.driver && a.group == b.group
      && a.initiative == b.initiative && a.delivered == b.delivered && a.costCentre == b.costCentre
      && a.subjective == b.subjective && a.owner == b.owner && a.partYearMonths == b.partYearMonths
      && a.note == b.note && a.isPerAnnum == b.isPerAnnum && a.dependsOn == b.dependsOn
      && a.endsAnyway == b.endsAnyway && a.isVolatile == b.isVolatile && a.progress == b.progress
  }
}

/// What delivering the plan costs.
public struct CostLine: PlanItem, Equatable {
  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// Words about it.
  public var note = ""
  /// Who pays; empty for the council.
  public var payer = ""
  /// Full-time posts it pays for; nil where it pays for none, or nobody said.
  public var fte: Double?
  /// Months of the first year that it pays for; nil where nobody said.
  public var months: Double?
  /// What is held already, unspent, for the same thing; nil for nothing.
  public var held: Money?
  /// Pounds by financial year, in order.
  public var years: [(year: FinancialYear, amount: Money)] = []

  /// A cost.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// Whether two are the same.
  public static func == (a: CostLine, b: CostLine) -> Bool {
    a.id == b.id && a.name == b.name && a.payer == b.payer && a.note == b.note && a.fte == b.fte
      && a.months == b.months && a.held == b.held && a.years.elementsEqual(b.years, by: ==)
  }
}

/// A pressure on the budgets that the savings are of.
public struct Pressure: PlanItem, Equatable {
  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// Pounds by financial year, in order.
  public var years: [(year: FinancialYear, amount: Money)] = []

  /// A pressure.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// Whether two are the same.
  public static func == (a: Pressure, b: Pressure) -> Bool {
    a.id == b.id && a.name == b.name && a.years.elementsEqual(b.years, by: ==)
  }
}
