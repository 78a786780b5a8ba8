import Units

extension PlanRule {
  /// Targets that are met already.
  static let looserThanToday = PlanRule(
    "target-looser-than-today", "A target asks for less than there is already",
    why: "A target that is met before the plan begins can't show that the plan works.",
    example: "13 residential placements by March, and 12 today."
  ) { checked in
    checked.plan.targets.compactMap { target -> PlanFinding? in
      let known = target.actuals.max { $0.by < $1.by } ?? target.baseline
      guard let known,
        let loose = target.trajectory.first(where: {
          $0.by > known.by && (target.isHigherBetter ? $0.value < known.value : $0.value > known.value)
        })
      else { return noChange(target) }
      return PlanFinding(
        .contradiction, target, at: "trajectory",
        "“\(target.name)” is to be \(Figures.number(loose.value)) by \(loose.by.spoken), and was \(Figures.number(known.value)) on \(known.by.spoken) already",
        "Set a target beyond today's figure, or correct the figure.")
    }
  }

  /// A target that is the baseline.
  private static func noChange(_ target: Target) -> PlanFinding? {
    guard let baseline = target.baseline, let last = target.last, baseline.by < last.by,
      last.value == baseline.value
    else { return nil }
    return PlanFinding(
      .doubt, target, at: "trajectory",
      "“\(target.name)” is to be \(Figures.number(last.value)) by \(last.by.spoken), as it was on \(baseline.by.spoken)",
      "Set a target beyond the baseline; what is only to stay as it is, is watched as an indicator.")
  }
}
