import Units

extension PlanRule {
  /// Savings that come only if something else comes first.
  static let restsOnTarget = PlanRule(
    "rests-on-unmet-target", "A saving rests on a target that isn't met yet",
    why:
      "Posts that are given up because fewer children will be in care can't be given up if they aren't fewer.",
    example: "£400,000 of staff, once there are 320 children in care; there are 380."
  ) { checked in
    checked.plan.savings.flatMap { saving in
      saving.dependsOn.compactMap { id in
        guard let target = checked.targets[id], let last = target.last else { return nil }
        let now = target.actuals.max { $0.by < $1.by } ?? target.baseline
        if let now, target.isHigherBetter ? now.value >= last.value : now.value <= last.value { return nil }
        let today =
          now.map { "it was \(Figures.number($0.value)) on \($0.by.spoken)" }
          ?? "nobody says what it is today"
        return PlanFinding(
          .doubt, saving, at: "depends_on",
          "“\(saving.name)” needs “\(target.name)” at \(Figures.number(last.value)) by \(last.by.spoken), and \(today)",
          "Show it apart from what the plan itself brings about, with the chance of the target.",
          stake: CheckedPlan.largest(saving))
      }
    }
  }
}
