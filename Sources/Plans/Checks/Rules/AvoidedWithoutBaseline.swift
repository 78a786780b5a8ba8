import Units

extension PlanRule {
  /// Avoidance against nothing.
  static let avoidedWithoutBaseline = PlanRule(
    "avoided-without-baseline", "A cost is said to be avoided, and nothing says what would have come",
    why:
      "Avoidance can only be shown against a forecast that was agreed, with its day, before the plan began.",
    example: "“25 families kept out of care”, with no count of those who would have come."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      guard saving.kind == .avoided else { return nil }
      let hasBaseline = checked.plan.targets.contains { target in
        target.baseline != nil
          && (saving.dependsOn.contains(target.id)
            || (!saving.driver.isEmpty && target.measure == saving.driver))
      }
      if hasBaseline { return nil }
      return PlanFinding(
        .doubt, saving, at: "kind",
        "“\(saving.name)” is avoided, and no target with a baseline has its measure\(saving.driver.isEmpty ? "" : " “\(saving.driver)”")",
        "Agree a forecast without the plan, and write a target whose baseline is of that day.",
        stake: CheckedPlan.largest(saving))
    }
  }
}
