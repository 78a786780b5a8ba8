public import Units

/// How a plan stands on a day: every action delivered or not, every saving's effect on the budget apart from it, every
/// target's probability. Made from a plan and its evidence alone; there is no way to set a status.
public struct PlanStatus: Sendable, Equatable {
  /// The day.
  public let asOf: CivilDay
  /// The thresholds that hold.
  public let thresholds: StatusThresholds
  /// Targets, in the plan's order.
  public let targets: [TargetStatus]
  /// Savings, in the plan's order.
  public let savings: [SavingStatus]
  /// Actions, in the plan's order.
  public let actions: [ActionStatus]
  /// Indicators of harm that can be told, in the plan's order.
  public let harm: [HarmStatus]
  /// What finance's ledger showed of its savings by the day.
  public let ledger: [PlanEvidence.LedgerEntry]

  /// Judges a plan by evidence.
  public init(_ plan: Plan, _ evidence: PlanEvidence) {
    asOf = evidence.asOf
    ledger = evidence.ledger.filter { $0.on <= evidence.asOf }
    thresholds = plan.thresholds
    harm = plan.indicators.compactMap { indicator in
      evidence.harm[indicator.id].map { HarmStatus(indicator: indicator, harm: $0) }
    }
    let worse = harm.filter(\.harm.isWorse)
    actions = plan.actions.map { ActionStatus($0, on: evidence.asOf) }
    targets = plan.targets.map { TargetStatus($0, plan, evidence, worse: worse) }
    let met = Dictionary(targets.map { ($0.target.id, $0) }) { first, _ in first }
    savings = plan.savings.map { SavingStatus($0, plan, evidence, targets: met, worse: worse) }
  }

  /// Savings that count towards a budget: those of volatile spending stand apart.
  public var steady: [SavingStatus] { savings.filter { !$0.line.isVolatile } }
  /// Savings of secure or court-ordered placements: their absence is no saving.
  public var volatile: [SavingStatus] { savings.filter(\.line.isVolatile) }
}

/// A status that somebody stated, with who, when and why.
public struct StatedStatus: Sendable, Equatable {
  /// The status stated.
  public let status: Status
  /// When.
  public let on: CivilDay
  /// The role that stated it.
  public let by: String
  /// Why.
  public let why: String

  /// The last status stated in notes up to a day; nil where none is.
  init?(_ notes: [ProgressNote], upTo day: CivilDay) {
    guard let note = notes.filter({ $0.stated != nil && $0.on <= day }).max(by: { $0.on < $1.on }),
      let stated = note.stated
    else { return nil }
    (status, on, by, why) = (stated, note.on, note.by, note.note)
  }
}

/// Whether an action was delivered.
public struct ActionStatus: Sendable, Equatable {
  /// How it stands.
  public enum Delivery: Sendable, Equatable {
    /// Done, and somebody other than its owner says so.
    case delivered(Confirmation)
    /// Its owner says it is done; nobody else does.
    case saidDelivered(Confirmation)
    /// Not done, and its day is past by so many days.
    case overdue(days: Int)
    /// Not done, and not yet due.
    case due(CivilDay)
    /// Not done, and without a day.
    case undated(String)
  }

  /// The action.
  public let action: Action
  /// Whether it was delivered.
  public let delivery: Delivery
  /// What somebody stated; nil where nobody did.
  public let stated: StatedStatus?

  init(_ action: Action, on day: CivilDay) {
    self.action = action
    stated = StatedStatus(action.progress, upTo: day)
    if let done = action.done, done.on <= day {
      let isOwn = Role.isSame(done.by, as: [action.owner])
      delivery = isOwn ? .saidDelivered(done) : .delivered(done)
    } else if let due = action.due {
      delivery = due < day ? .overdue(days: due.nights(to: day)) : .due(due)
    } else {
      delivery = .undated(action.dueWords)
    }
  }

  /// Whether somebody other than its owner says that it is done.
  public var isDelivered: Bool { if case .delivered = delivery { true } else { false } }
  /// Days by which it is late; nil where it isn't.
  public var daysLate: Int? { if case .overdue(let days) = delivery { days } else { nil } }
}

/// How an indicator of harm has moved.
public struct HarmStatus: Sendable, Equatable {
  /// The indicator.
  public let indicator: Indicator
  /// Before and now.
  public let harm: PlanEvidence.Harm
}

/// Whose word it is.
enum Role {
  /// Whether a role is empty or one of others, however it is written: nobody is independent of himself.
  static func isSame(_ role: String, as others: [String]) -> Bool {
    let own = letters(role)
    guard !own.isEmpty else { return true }
    return others.map(letters).contains { !$0.isEmpty && (own.contains($0) || $0.contains(own)) }
  }

  private static func letters(_ role: String) -> String {
    String(role.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
