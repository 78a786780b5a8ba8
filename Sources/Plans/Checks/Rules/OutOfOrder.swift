import Units

extension PlanRule {
  /// Days in the wrong order.
  static let outOfOrder = PlanRule(
    "dates-out-of-order", "Days stand in the wrong order",
    why: "A plan that ends before it begins, or a baseline taken after its target, can't be measured.",
    example: "A baseline of September for a target of March before it."
  ) { checked in
    let plan = checked.plan
    var found: [PlanFinding] = []
    if let start = plan.start, let end = plan.end, end < start {
      found.append(
        PlanFinding(
          .contradiction, item: "", line: 1,
          "The plan ends on \(end.spoken), before it begins on \(start.spoken)",
          "Correct one of them."))
    }
    for target in plan.targets {
      guard let baseline = target.baseline, let first = target.trajectory.first, first.by <= baseline.by
      else {
        continue
      }
      found.append(
        PlanFinding(
          .contradiction, target, at: "baseline",
          "The baseline of “\(target.name)” is of \(baseline.by.spoken), and its first value is due on \(first.by.spoken)",
          "Take a baseline from before the target."))
    }
    found += afterEnd(plan)
    for saving in plan.savings {
      guard let end = plan.end, let start = saving.start, start > end else { continue }
      found.append(
        PlanFinding(
          .contradiction, saving, at: "start",
          "“\(saving.name)” saves from \(start.spoken), after the plan ends on \(end.spoken)",
          "Correct one of them."))
    }
    for saving in plan.savings {
      guard let start = saving.start, let first = saving.years.first(where: { $0.amount > .zero }),
        first.year.lastDay < start
      else { continue }
      found.append(
        PlanFinding(
          .contradiction, saving, at: "years",
          "“\(saving.name)” has \(Figures.pounds(first.amount)) in \(first.year), and saves only from \(start.spoken)",
          "Move the amount to a later year.", stake: first.amount))
    }
    for signature in plan.signOffs {
      guard let on = signature.on, let written = plan.written, on < written else { continue }
      found.append(
        PlanFinding(
          .contradiction, item: "", line: signature.place.line,
          "\(signature.role) signed on \(on.spoken), before the plan was written on \(written.spoken)",
          "Have the plan signed as it is now."))
    }
    return found
  }

  /// What is due once the plan is over; “by 1 April” is by the end of 31 March.
  private static func afterEnd(_ plan: Plan) -> [PlanFinding] {
    guard let end = plan.end else { return [] }
    func finding(_ item: some PlanItem, _ day: CivilDay?, at key: String) -> PlanFinding? {
      guard let day, day > end + 1 else { return nil }
      return PlanFinding(
        .contradiction, item, at: key,
        "“\(item.name)” is due on \(day.spoken), after the plan ends on \(end.spoken)",
        "Correct one of them, or write what is reached by the end.")
    }
    return plan.targets.compactMap { finding($0, $0.last?.by, at: "trajectory") }
      + plan.actions.compactMap { $0.done == nil ? finding($0, $0.due, at: "due") : nil }
      + plan.milestones.compactMap { $0.done == nil ? finding($0, $0.due, at: "due") : nil }
  }
}
