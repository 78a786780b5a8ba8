import Units

extension PlanRule {
  /// Actions that nobody can be held to.
  static let incompleteAction = PlanRule(
    "action-incomplete", "An action or milestone without a firm day, owner or measure of success",
    why: "What has no day is never late, and what has no owner is nobody's.",
    example: "Due “TBA”, “as above”, “ongoing”."
  ) { checked in
    checked.plan.actions.compactMap { action -> PlanFinding? in
      var missing: [String] = []
      if action.due == nil, action.done == nil { missing.append(day(action.dueWords)) }
      if action.owner.isEmpty { missing.append("owner") }
      if action.success.isEmpty { missing.append("measure of success") }
      return finding(action, missing)
    }
      + checked.plan.milestones.compactMap { milestone in
        var missing: [String] = []
        if milestone.due == nil, milestone.done == nil { missing.append(day(milestone.dueWords)) }
        if milestone.owner.isEmpty { missing.append("owner") }
        return finding(milestone, missing)
      }
  }

  private static func day(_ words: String) -> String {
    words.isEmpty ? "day" : "firm day (it says “\(words)”)"
  }

  private static func finding(_ item: some PlanItem, _ missing: [String]) -> PlanFinding? {
    if missing.isEmpty { return nil }
    return PlanFinding(
      .gap, item, at: missing[0].contains("day") ? "due" : "",
      "“\(item.name)” has no \(Figures.list(missing, "or"))",
      "Write \(missing.count == 1 ? "it" : "them") down.")
  }
}
