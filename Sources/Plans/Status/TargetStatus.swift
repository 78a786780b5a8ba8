import Units

/// How a target stands.
public struct TargetStatus: Sendable, Equatable {
  /// The target.
  public let target: Target
  /// What is known of it.
  public let evidence: PlanEvidence.OfTarget
  /// The status and why.
  public let judgement: StatusJudgement
  /// The change a month from the last value that reaches the target on its day; nil where it can't be told.
  public let requiredPace: Double?

  /// The last value known.
  public var actual: PlanEvidence.Observation? { evidence.actuals.last }
  /// The status.
  public var status: Status { judgement.status }

  /// Whether all that is known of it is what the plan itself says.
  public var isStated: Bool { actual?.source == .stated }

  init(_ target: Target, _ plan: Plan, _ evidence: PlanEvidence, worse: [HarmStatus]) {
    var own = evidence.targets[target.id] ?? PlanEvidence.OfTarget()
    own.actuals = own.actuals.filter { $0.on <= evidence.asOf }
    self.target = target
    self.evidence = own
    requiredPace = TargetStatus.pace(target, own.actuals.last, asOf: evidence.asOf)
    var judgement = TargetStatus.base(target, own, plan.thresholds, asOf: evidence.asOf)
    if judgement.status != .unknown, let last = own.actuals.last {
      let age = last.on.nights(to: evidence.asOf)
      if age > plan.thresholds.staleAfter, evidence.asOf <= target.last?.by ?? .distantPast {
        judgement.lower(
          "The last value is \(age) days old, more than \(plan.thresholds.staleAfter): lowered by one.")
      }
      if last.source == .stated {
        if judgement.status == .green {
          judgement.stopGreen(TargetStatus.statedWords + " No better than amber.")
        } else {
          judgement.note(TargetStatus.statedWords)
        }
      }
    }
    if !worse.isEmpty, judgement.status == .green {
      judgement.stopGreen(HarmStatus.words(worse))
    }
    self.judgement = judgement
  }

  static let statedWords = "The values are the plan's own, not from a return or ledger."

  private static func base(
    _ target: Target, _ own: PlanEvidence.OfTarget, _ thresholds: StatusThresholds, asOf: CivilDay
  ) -> StatusJudgement {
    guard let last = target.last else { return StatusJudgement(.unknown, "It has no value to reach.") }
    if asOf >= last.by {
      guard let then = own.actuals.last(where: { $0.on <= last.by }),
        then.on.nights(to: last.by) <= thresholds.staleAfter
      else {
        return StatusJudgement(.unknown, "Its day is past, and no value near the day is known.")
      }
      let isMet = target.isMet(then.value)
      return StatusJudgement(
        isMet ? .green : .red, isMet ? "It was met on its day." : "Its day is past and it was not met.")
    }
    guard let chance = own.chance else {
      return StatusJudgement(
        .unknown, own.actuals.isEmpty ? "Nothing is known of its measure." : "Nothing tells how likely it is."
      )
    }
    let hundred = Int((chance * 100).rounded())
    return StatusJudgement(
      chance: chance, thresholds,
      "It is met by \(last.by.spoken) in \(hundred) of 100 futures."
        + (own.basis.isEmpty ? "" : " " + own.basis))
  }

  private static func pace(_ target: Target, _ actual: PlanEvidence.Observation?, asOf: CivilDay) -> Double? {
    guard let last = target.last, let actual, last.by > asOf, last.by > actual.on,
      !target.isMet(actual.value)
    else { return nil }
    return (last.value - actual.value) / (Double(actual.on.nights(to: last.by)) / 30.4375)
  }
}

extension Target {
  /// Whether a value meets the target.
  public func isMet(_ value: Double) -> Bool {
    guard let last else { return false }
    return isHigherBetter ? value >= last.value : value <= last.value
  }
}

extension HarmStatus {
  static func words(_ worse: [HarmStatus]) -> String {
    let names = worse.map(\.indicator.name).joined(separator: ", ")
    return "An indicator of harm is worse than at the start (\(names)): no better than amber."
  }
}
