import Units

extension PlanRule {
  /// Trajectories that turn back.
  static let notMonotone = PlanRule(
    "trajectory-turns-back", "A trajectory turns back on its way",
    why: "A value that must get worse before it gets better is a slip, or a story that must be told.",
    example: "14, then 7, then 9, then 5 agency workers."
  ) { checked in
    checked.plan.targets.compactMap { target -> PlanFinding? in
      for (before, after) in zip(target.trajectory, target.trajectory.dropFirst())
      where target.isHigherBetter ? after.value < before.value : after.value > before.value {
        return PlanFinding(
          .contradiction, target, at: "trajectory",
          "“\(target.name)” goes from \(Figures.number(before.value)) on \(before.by.spoken) to \(Figures.number(after.value)) on \(after.by.spoken), away from what is wanted",
          "Correct the values, or write is_higher_better: \(target.isHigherBetter ? "no" : "yes") if more is \(target.isHigherBetter ? "not " : "")better."
        )
      }
      return nil
    }
  }
}
