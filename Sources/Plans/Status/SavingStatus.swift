public import Units

/// How a saving stands in a financial year. What was done and what it did to the budget are two things: an action can be
/// delivered in full and save nothing.
public struct SavingStatus: Sendable, Equatable {
  /// What it did to the budget.
  public enum BudgetEffect: Sendable, Equatable {
    /// The ledger shows this much of it, confirmed by somebody other than its owner.
    case confirmed(Money)
    /// The ledger shows this much; nobody independent confirmed all of it.
    case posted(Money)
    /// The plan says that this much came; the ledger doesn't show it.
    case said(Money)
    /// It takes nothing out of a budget, for what it is.
    case none(SavingKind)
    /// Nothing is seen of it.
    case notSeen
  }

  /// The saving.
  public let line: SavingLine
  /// The year it is judged in: the present one, or the nearest that it has.
  public let year: FinancialYear
  /// What is planned to be saved in that year.
  public let planned: Money
  /// What it did to the budget in that year.
  public let effect: BudgetEffect
  /// What the ledger shows for that year, confirmed or not.
  public let inLedger: Money
  /// What the simulation says; nil where it isn't simulated.
  public let simulated: PlanEvidence.OfSaving?
  /// Actions of its stream that were delivered, and all of them.
  public let actionsDelivered: Int, actions: Int
  /// The status and why.
  public let judgement: StatusJudgement
  /// What somebody stated; nil where nobody did.
  public let stated: StatedStatus?

  /// The status.
  public var status: Status { judgement.status }
  /// What the ledger shows, confirmed by somebody other than its owner; never more than the plan.
  public var confirmed: Money {
    if case .confirmed(let money) = effect { max(.zero, min(money, planned)) } else { .zero }
  }

  init(
    _ line: SavingLine, _ plan: Plan, _ evidence: PlanEvidence, targets: [String: TargetStatus],
    actions: [ActionStatus], milestones: [MilestoneStatus], worse: [HarmStatus]
  ) {
    let asOf = evidence.asOf
    let own = SavingStatus.judgedYear(line, asOf)
    let planned = line.level(in: own)
    let inLedger = SavingStatus.postings(line, plan, evidence, in: own).reduce(.zero) { $0 + $1.amount }
    let confirmed = SavingStatus.confirmed(line, plan, evidence, in: own)
    let said = line.delivered.filter { $0.year == own && ($0.confirmation?.on ?? own.firstDay) <= asOf }
      .reduce(.zero) { $0 + $1.amount }
    self.line = line
    self.year = own
    self.planned = planned
    self.inLedger = inLedger
    if let kind = line.kind, !kind.closesBudgetGap {
      effect = .none(kind)
    } else if confirmed > .zero {
      effect = .confirmed(confirmed)
    } else {
      effect = inLedger > .zero ? .posted(inLedger) : said > .zero ? .said(said) : .notSeen
    }
    simulated = evidence.savings[line.id]?[own]
    let mine = actions.filter { $0.action.stream == line.stream && !line.stream.isEmpty }
    self.actions = mine.count
    actionsDelivered = mine.count(where: \.isDelivered)
    stated = StatedStatus(line.progress, upTo: asOf)
    var judgement = SavingStatus.base(
      line, planned: planned, effect: effect, inLedger: inLedger, simulated,
      SavingStatus.resting(line, targets), plan.thresholds)
    let late = milestones.filter { line.after.contains($0.milestone.id) && $0.isLate(on: asOf) }
    SavingStatus.apply(&judgement, line, plan, asOf: asOf, late: late, worse: worse)
    self.judgement = judgement
  }

  private static func judgedYear(_ line: SavingLine, _ asOf: CivilDay) -> FinancialYear {
    let present = FinancialYear(containing: asOf)
    let stated = line.years.filter { $0.amount != .zero }.map(\.year)
    guard let first = stated.first, let last = stated.last else { return present }
    return min(max(present, first), last)
  }

  /// What the ledger shows for a year up to the day, confirmed by somebody other than its owners. What was taken back
  /// counts whoever confirmed it. A saving without an owner has nobody to be independent of, so nothing of it is
  /// confirmed.
  static func confirmed(
    _ line: SavingLine, _ plan: Plan, _ evidence: PlanEvidence, in year: FinancialYear
  ) -> Money {
    let others = plan.others(stream: line.stream, initiative: line.initiative)
    let all = postings(line, plan, evidence, in: year)
    let counted = all.filter {
      $0.amount < .zero
        || Role.confirms($0.confirmedBy, on: $0.reference, owner: line.owner, others: others)
    }.reduce(.zero) { $0 + $1.amount }
    // A reversal of what nobody confirmed takes no more out than there is.
    return max(counted, min(.zero, all.reduce(.zero) { $0 + $1.amount }))
  }

  /// What the ledger shows for a year up to the day, but for money posted too long before to be the plan's.
  private static func postings(
    _ line: SavingLine, _ plan: Plan, _ evidence: PlanEvidence, in year: FinancialYear
  ) -> [PlanEvidence.LedgerEntry] {
    let first = plan.firstPosting(of: year)
    return evidence.ledger.filter {
      $0.saving == line.id && $0.year == year && $0.on <= evidence.asOf
        && ($0.amount < .zero || $0.on >= first)
    }
  }

  /// The target that a saving rests on, the least likely of several: those it names, and those on its own driver.
  private static func resting(_ line: SavingLine, _ targets: [String: TargetStatus]) -> TargetStatus? {
    targets.values.filter {
      line.dependsOn.contains($0.target.id) || (!line.driver.isEmpty && $0.target.measure == line.driver)
    }
    .min { ($0.status.rank, $0.target.id) < ($1.status.rank, $1.target.id) }
  }

  private static func base(
    _ line: SavingLine, planned: Money, effect: BudgetEffect, inLedger: Money,
    _ simulated: PlanEvidence.OfSaving?, _ target: TargetStatus?, _ thresholds: StatusThresholds
  ) -> StatusJudgement {
    guard planned > .zero else { return StatusJudgement(.unknown, "No amount is planned.") }
    let closes = line.kind?.closesBudgetGap != false
    if case .confirmed(let money) = effect, money >= planned {
      return StatusJudgement(.blue, "The ledger shows all of it, confirmed by somebody other than the owner.")
    }
    if closes, inLedger >= planned {
      return StatusJudgement(
        .green, "The ledger shows all of it; nobody other than the owner has confirmed all of it.")
    }
    if let simulated {
      let hundred = Int((simulated.chance * 100).rounded())
      return StatusJudgement(
        chance: simulated.chance, thresholds, "It comes in full in \(hundred) of 100 simulated futures.")
    }
    if let target {
      guard target.status != .unknown else {
        return StatusJudgement(
          .unknown, "It rests on a target of which nothing is known: \(target.target.name).")
      }
      var judgement = StatusJudgement(
        target.status == .blue ? .green : target.status,
        "It stands as the target it rests on: \(target.target.name).")
      if target.isStated { judgement.note(TargetStatus.statedWords) }
      return judgement
    }
    if case .said = effect {
      return StatusJudgement(.unknown, "The plan says it came; the ledger doesn't show it.")
    }
    return StatusJudgement(.unknown, "Neither the ledger nor a forecast tells of it.")
  }

  private static func apply(
    _ judgement: inout StatusJudgement, _ line: SavingLine, _ plan: Plan, asOf: CivilDay,
    late: [MilestoneStatus], worse: [HarmStatus]
  ) {
    if judgement.status != .unknown, judgement.status != .blue {
      if !late.isEmpty {
        let names = late.map(\.milestone.name).joined(separator: ", ")
        judgement.lower("What must come first is late (\(names)): lowered by one.")
      }
      if let on = line.evidence.on, on.nights(to: asOf) > plan.thresholds.staleAfter, line.initiative.isEmpty
      {
        judgement.lower("Its evidence is \(on.nights(to: asOf)) days old: lowered by one.")
      }
    }
    let isGood = judgement.status.rank >= Status.green.rank
    if isGood, line.isVolatile {
      judgement.stopGreen("Secure and court-ordered placements come and go: their absence is no saving.")
    }
    if isGood, line.kind == nil {
      judgement.stopGreen("What kind of money it is isn't stated: no better than amber.")
    }
    if isGood, line.endsAnyway { judgement.stopGreen("The cost ends anyway: no better than amber.") }
    if isGood, !worse.isEmpty { judgement.stopGreen(HarmStatus.words(worse)) }
  }
}
