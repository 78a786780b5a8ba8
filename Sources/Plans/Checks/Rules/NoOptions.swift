extension PlanRule {
  /// No other way considered.
  static let noOptions = PlanRule(
    "no-other-options", "No other way to go is named",
    why: "A plan that was compared with nothing can't be said to be the best; and there is no plan B.",
    example: "“No other options were considered.”"
  ) { checked in
    let real = checked.plan.options.filter { option in
      !["none", "no other options", "no other options considered", "n/a"].contains(
        PlanText.words(option).joined(separator: " "))
    }
    guard real.isEmpty else { return [] }
    return [
      PlanFinding(
        .gap, item: "", line: 1, "The plan names no other way to go that was considered",
        "Write “options”: doing nothing, and what would be done if the plan falls short.")
    ]
  }
}
