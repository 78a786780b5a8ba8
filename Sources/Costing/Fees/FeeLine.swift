public import Care
public import Units

/// What a line of the fee ledger pays for.
public enum FeeKind: String, CaseIterable, Sendable {
  /// A looked-after child's placement.
  case placement
  /// Money paid to a disabled child's family, who buy the support.
  case directPayment = "direct payment"
  /// A package of support that the council buys for a child, looked after or not.
  case package
  /// An allowance that goes on after care: special guardianship, child arrangements, adoption, Staying Put.
  case allowance
}

/// What a week is charged for, in pence. The parts need not make up the whole: what no part explains is seen by
/// `unexplained(of:)`, never added silently.
public struct FeeParts: Hashable, Sendable {
  /// Care and accommodation.
  public var core: Int
  /// Education.
  public var education: Int
  /// Therapy.
  public var therapy: Int
  /// Transport.
  public var transport: Int

  /// Pence a week for each.
  public init(core: Int = 0, education: Int = 0, therapy: Int = 0, transport: Int = 0) {
    self.core = core
    self.education = education
    self.therapy = therapy
    self.transport = transport
  }

  /// All parts together, pence a week.
  public var sum: Int { core + education + therapy + transport }

  /// Pence a week of a whole fee that the parts don't explain; nought where no part is stated.
  public func unexplained(of weekly: WeeklyRate) -> Int { sum == 0 ? 0 : weekly.pencePerWeek - sum }
}

/// What others pay of a week's fee, in pence. The council pays the rest.
public struct FundersShares: Hashable, Sendable {
  /// The health service: continuing care, joint funding.
  public var health: Int
  /// The dedicated schools grant or another education budget.
  public var education: Int

  /// Pence a week from each.
  public init(health: Int = 0, education: Int = 0) {
    self.health = health
    self.education = education
  }

  /// What others pay together, pence a week.
  public var sum: Int { health + education }
}

/// Where a line stands in a file that was read: for findings that a person can follow.
public struct LedgerPlace: Hashable, Sendable {
  /// Position of the file in `FeeLedger.files`.
  public let file: Int32
  /// Row in the file or sheet, 1 for the first.
  public let row: Int32

  /// A row of a file.
  public init(file: Int32, row: Int32) {
    self.file = file
    self.row = row
  }
}

/// A rate period of the fee ledger: what is charged for a child's nights from a day on, under one rate.
public struct FeeLine: Sendable {
  /// Where it was read.
  public var place: LedgerPlace
  /// The child, as the returns name it: a match table has been applied.
  public var child: ChildID
  /// What is paid for.
  public var kind: FeeKind
  /// The ledger's own name for the placement; empty where it has none.
  public var placement: String
  /// Who is paid; empty where the ledger doesn't say.
  public var provider: String
  /// The contract it is charged under; empty for none.
  public var contract: String
  /// The category by the ledger's own placement codes; nil where it has none. The stay's category goes before it.
  public var category: Category?
  /// The first night at this rate.
  public var start: CivilDay
  /// The day after the last night at this rate; nil while it goes on.
  public var end: CivilDay?
  /// When the placement began; nil where the ledger doesn't say.
  public var placementStart: CivilDay?
  /// The day the child left the placement; nil while it goes on.
  public var placementEnd: CivilDay?
  /// The day the placement was planned to end, as last recorded; nil where nobody has planned one.
  public var plannedEnd: CivilDay?
  /// The whole fee a week, before others' shares.
  public var weekly: WeeklyRate
  /// What it is made of.
  public var parts: FeeParts
  /// What others pay of it.
  public var shares: FundersShares
  /// When the rate is next to be uplifted; nil where the ledger doesn't say.
  public var upliftDate: CivilDay?
  /// Cost centre; empty where the ledger has none.
  public var costCentre: String
  /// Subjective code; empty where the ledger has none.
  public var subjective: String

  /// A rate period.
  public init(
    place: LedgerPlace, child: ChildID, kind: FeeKind = .placement, placement: String = "",
    provider: String = "", contract: String = "", category: Category? = nil, start: CivilDay,
    end: CivilDay?, placementStart: CivilDay? = nil, placementEnd: CivilDay? = nil,
    plannedEnd: CivilDay? = nil, weekly: WeeklyRate, parts: FeeParts = FeeParts(),
    shares: FundersShares = FundersShares(), upliftDate: CivilDay? = nil, costCentre: String = "",
    subjective: String = ""
  ) {
    self.place = place
    self.child = child
    self.kind = kind
    self.placement = placement
    self.provider = provider
    self.contract = contract
    self.category = category
    self.start = start
    self.end = end
    self.placementStart = placementStart
    self.placementEnd = placementEnd
    self.plannedEnd = plannedEnd
    self.weekly = weekly
    self.parts = parts
    self.shares = shares
    self.upliftDate = upliftDate
    self.costCentre = costCentre
    self.subjective = subjective
  }

  /// The council's own part of the fee a week: the whole less others' shares.
  public var councilWeekly: WeeklyRate { WeeklyRate(pencePerWeek: weekly.pencePerWeek - shares.sum) }

  /// Nights charged at this rate within some days; a rate that goes on is charged to their end.
  public func nights(in days: DayRange) -> Int { days.nights(ofStayFrom: start, to: end) }
}
