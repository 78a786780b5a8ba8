import Units

extension PlanRule {
  /// Targets that can't be measured.
  static let incompleteTarget = PlanRule(
    "target-incomplete", "A target without baseline, measure, owner or day",
    why: "Nobody can tell whether it was met, or from where.",
    example: "“310 children in care”, with no figure for today."
  ) { checked in
    checked.plan.targets.compactMap { target -> PlanFinding? in
      var missing: [String] = []
      if target.baseline == nil { missing.append("baseline") }
      if target.measure.isEmpty { missing.append("measure") }
      if target.owner.isEmpty { missing.append("owner") }
      if target.trajectory.isEmpty { missing.append("value with its day") }
      if missing.isEmpty { return nil }
      return PlanFinding(
        .gap, target, "“\(target.name)” has no \(Figures.list(missing, "or"))",
        "Write \(missing.count == 1 ? "it" : "them") down.")
    }
  }
}
