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
  /// Milestones, in the plan's order.
  public let milestones: [MilestoneStatus]
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
    let actions = plan.actions.map { ActionStatus($0, plan, on: evidence.asOf) }
    let milestones = plan.milestones.map { MilestoneStatus($0, plan, on: evidence.asOf) }
    (self.actions, self.milestones) = (actions, milestones)
    targets = plan.targets.map { TargetStatus($0, plan, evidence, worse: worse) }
    let met = Dictionary(targets.map { ($0.target.id, $0) }) { first, _ in first }
    savings = plan.datedSavings.map {
      SavingStatus(
        $0, plan, evidence, targets: met, actions: actions, milestones: milestones, worse: worse)
    }
  }

  /// Savings that count towards a budget.
  public var counted: [SavingStatus] { savings.filter(\.line.countsInBudget) }
  /// Savings that close no gap in a budget, or don't say what kind they are, or whose cost ends anyway.
  public var apart: [SavingStatus] { savings.filter { !$0.line.countsInBudget && !$0.line.isVolatile } }
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

/// How an indicator of harm has moved.
public struct HarmStatus: Sendable, Equatable {
  /// The indicator.
  public let indicator: Indicator
  /// Before and now.
  public let harm: PlanEvidence.Harm
}
