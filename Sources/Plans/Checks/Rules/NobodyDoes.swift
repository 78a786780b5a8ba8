import Units

extension PlanRule {
  /// Savings that nothing brings about.
  static let nobodyDoes = PlanRule(
    "saving-without-action", "Nothing in the plan brings a saving about",
    why: "Money is saved by something being done.",
    example: "£25,000 from “specialist services” that no action, milestone or page speaks of."
  ) { checked in
    let acting = Set(
      checked.plan.actions.map(\.stream) + checked.plan.initiatives.map(\.stream)
        + checked.plan.milestones.map(\.stream)
    ).subtracting([""])
    return checked.plan.savings.compactMap { saving -> PlanFinding? in
      guard saving.initiative.isEmpty, saving.after.isEmpty, !acting.contains(saving.stream) else {
        return nil
      }
      return PlanFinding(
        .gap, saving,
        "No initiative, milestone or action\(saving.stream.isEmpty ? "" : " of its stream") belongs to “\(saving.name)”",
        "Name its initiative or milestone, or write the action.", stake: CheckedPlan.largest(saving))
    }
  }
}
