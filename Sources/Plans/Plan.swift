public import Units

/// A savings plan: what a programme claims, who does what by when, and what it is to bring. A plan is a claim; it is
/// checked as a compiler checks a program (`PlanChecker`) and tied to data by `Operations`.
public struct Plan: Sendable, Equatable {
  /// What it is called.
  public var name: String
  /// Whose it is; empty where nobody said.
  public var council = ""
  /// The role that answers for all of it.
  public var sponsor = ""
  /// Words for whoever reads it.
  public var note = ""
  /// The day the plan was written, or its position is of; nil where nobody said.
  public var written: CivilDay?
  /// The first day on which it acts.
  public var start: CivilDay?
  /// The last day.
  public var end: CivilDay?
  /// The thresholds of status; the usual ones where a plan states none.
  public var thresholds = StatusThresholds()
  /// Objectives or work streams.
  public var streams: [Stream] = []
  /// Initiatives: what changes children's lives in care, with an effect that can be simulated.
  public var initiatives: [Initiative] = []
  /// Actions.
  public var actions: [Action] = []
  /// Targets of indicators.
  public var targets: [Target] = []
  /// Savings.
  public var savings: [SavingLine] = []
  /// Costs of delivering.
  public var costs: [CostLine] = []
  /// Milestones.
  public var milestones: [Milestone] = []
  /// Scales that risks are scored on.
  public var scales: [RiskScale] = []
  /// Risks.
  public var risks: [Risk] = []
  /// What the plan depends on.
  public var dependencies: [Dependency] = []
  /// Indicators watched without a target, harm among them.
  public var indicators: [Indicator] = []
  /// Principles it claims to follow.
  public var principles: [Principle] = []
  /// Figures that the plan states as sums, products or counts of others, to be recomputed.
  public var claims: [Claim] = []
  /// Pressures on the same budgets.
  public var pressures: [Pressure] = []
  /// What it assumes.
  public var assumptions: [Assumption] = []
  /// Other ways to go that were considered, in words.
  public var options: [String] = []
  /// Who signed it.
  public var signOffs: [SignOff] = []

  /// A plan of a name.
  public init(name: String) { self.name = name }

  /// Savings, each with the day from which it saves: its own, or its initiative's.
  public var datedSavings: [SavingLine] {
    let own = Dictionary(initiatives.map { ($0.id, $0) }) { first, _ in first }
    return savings.map { saving in
      var dated = saving
      dated.start = saving.begins(with: own[saving.initiative])
      return dated
    }
  }

  /// All pressures of a year.
  public func pressure(in year: FinancialYear) -> Money {
    pressures.flatMap(\.years).filter { $0.year == year }.reduce(.zero) { $0 + $1.amount }
  }

  /// The first year in which it acts: that of its start, else the first with a saving, else with a pressure; nil where
  /// it has none.
  public var firstYear: FinancialYear? {
    func first(_ years: [(year: FinancialYear, amount: Money)]) -> FinancialYear? {
      years.filter { $0.amount != .zero }.map(\.year).min()
    }
    return start.map(FinancialYear.init(containing:)) ?? first(savings.flatMap(\.years))
      ?? first(pressures.flatMap(\.years))
  }

  /// The first day on which a posting of a year's saving can be the plan's: a year before it was written or begins, the
  /// earlier of the two; a year before the financial year where neither is stated.
  public func firstPosting(of year: FinancialYear) -> CivilDay {
    ([written, start].compactMap { $0 }.min() ?? year.firstDay).adding(months: -12)
  }

  /// Everybody beside its owner whose word on an item alone does not count: the owners of its stream and initiative, and
  /// the sponsor.
  func others(stream: String, initiative: String = "") -> [String] {
    [sponsor] + streams.filter { $0.id == stream && !stream.isEmpty }.map(\.owner)
      + initiatives.filter { $0.id == initiative && !initiative.isEmpty }.map(\.owner)
  }
}

/// Where an item stands in its file: the line it begins on, and the line of each key.
public struct PlanPlace: Sendable, Hashable {
  /// The line it begins on, 1 for the file's first.
  public var line: Int
  /// The line of each key.
  public var keys: [String: Int]

  /// A place.
  public init(line: Int = 0, keys: [String: Int] = [:]) {
    self.line = line
    self.keys = keys
  }

  /// The line of a key, or the item's own where it has none.
  public func line(of key: String) -> Int { keys[key] ?? line }
}

/// Something in a plan that has a name of its own, which stays the same in every version of the file.
public protocol PlanItem: Sendable {
  /// Its name in the file.
  var id: String { get }
  /// What readers call it.
  var name: String { get }
  /// Where it stands.
  var place: PlanPlace { get }
}

/// An objective or work stream.
public struct Stream: PlanItem, Equatable {
  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// What it is for.
  public var objective = ""
  /// The role that answers for it.
  public var owner = ""

  /// A stream.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// Something that changes which children come into care, leave or move, or what they cost.
public struct Initiative: PlanItem, Equatable {
  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// The stream it belongs to; empty for none.
  public var stream = ""
  /// The role that answers for it.
  public var owner = ""
  /// The scenario file's initiative that simulates it, as `file.yaml#id` or an id of the plan's own `scenario`; empty
  /// where it can't be simulated.
  public var effect = ""
  /// The first day on which it acts.
  public var start: CivilDay?

  /// An initiative.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// Something to be done.
public struct Action: PlanItem, Equatable {
  /// Its name in the file.
  public var id: String
  /// What we want.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// The stream it belongs to; empty for none.
  public var stream = ""
  /// What we will do.
  public var how = ""
  /// How success is measured.
  public var success = ""
  /// By when; nil where nobody said, or not plainly.
  public var due: CivilDay?
  /// By when as the plan writes it, where that is no day: "TBA", "ongoing".
  public var dueWords = ""
  /// What it takes.
  public var resource = ""
  /// The role that does it.
  public var owner = ""
  /// What has happened, in order of day.
  public var progress: [ProgressNote] = []
  /// When it was done, with evidence; nil while it isn't.
  public var done: Confirmation?

  /// An action.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// What was said of an item on a day.
public struct ProgressNote: Sendable, Equatable {
  /// The day.
  public var on: CivilDay
  /// The role that said it.
  public var by: String
  /// What.
  public var note: String
  /// The status that somebody stated; it never replaces the computed one, and stands beside it.
  public var stated: Status?

  /// A note.
  public init(on: CivilDay, by: String, note: String, stated: Status? = nil) {
    self.on = on
    self.by = by
    self.note = note
    self.stated = stated
  }
}

/// Somebody's word that something is so, with what it rests on.
public struct Confirmation: Sendable, Equatable {
  /// The day from which it is so.
  public var on: CivilDay
  /// The role that confirms it; it counts only where it isn't the owner's.
  public var by: String
  /// What it rests on: a journal, a return, minutes.
  public var evidence: String

  /// A confirmation.
  public init(on: CivilDay, by: String, evidence: String) {
    self.on = on
    self.by = by
    self.evidence = evidence
  }
}

/// Somebody's signature under a plan.
public struct SignOff: Sendable, Equatable {
  /// The role.
  public var role: String
  /// The day; nil where it isn't signed yet.
  public var on: CivilDay?
  /// Where it stands.
  public var place = PlanPlace()

  /// A signature.
  public init(role: String, on: CivilDay?) {
    self.role = role
    self.on = on
  }
}
