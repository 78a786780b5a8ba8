import Units

extension PlanRule {
  /// Days before the plan was written.
  static let beforePlan = PlanRule(
    "date-before-plan", "Something is due before the plan was written",
    why:
      "A day gone by when the plan is written is a slip of the year, or a thing that was late from the start.",
    example: "Milestones due on 31 March 2017 in a case that begins in 2018."
  ) { checked in
    guard let written = checked.plan.written ?? checked.plan.start else { return [] }
    func finding(_ item: some PlanItem, _ day: CivilDay?, isDone: Bool = false, at key: String = "due")
      -> PlanFinding?
    {
      guard let day, day < written, !isDone else { return nil }
      return PlanFinding(
        .contradiction, item, at: key,
        "“\(item.name)” is due on \(day.spoken), before the plan itself (\(written.spoken))",
        "Correct the day, or say when it was done and what shows it.")
    }
    let plan = checked.plan
    return plan.actions.compactMap { finding($0, $0.due, isDone: $0.done != nil) }
      + plan.milestones.compactMap { finding($0, $0.due, isDone: $0.done != nil) }
      + plan.dependencies.compactMap { finding($0, $0.due) }
      + plan.risks.compactMap { finding($0, $0.review, at: "review") }
      + plan.targets.compactMap { finding($0, $0.last?.by, at: "trajectory") }
      + plan.actions.compactMap { longDone($0, $0.done, plan) }
      + plan.milestones.compactMap { longDone($0, $0.done, plan) }
      + plan.savings.compactMap { early($0, plan) }
  }

  /// What was done over a year before there was a plan.
  private static func longDone(_ item: some PlanItem, _ done: Confirmation?, _ plan: Plan) -> PlanFinding? {
    guard let done, let first = [plan.written, plan.start].compactMap({ $0 }).min(),
      done.on.nights(to: first) > 366
    else { return nil }
    return PlanFinding(
      .doubt, item, at: "done",
      "“\(item.name)” was done on \(done.on.spoken), over a year before the plan (\(first.spoken))",
      "Correct the day, or take it out: what was done long before is no part of the plan.")
  }

  /// A saving that begins, or has money, before the plan does.
  private static func early(_ saving: SavingLine, _ plan: Plan) -> PlanFinding? {
    guard let start = plan.start else { return nil }
    if let begins = saving.start, begins < start {
      return PlanFinding(
        .contradiction, saving, at: "start",
        "“\(saving.name)” saves from \(begins.spoken), and the plan begins on \(start.spoken)",
        "Correct the day; what was saved before belongs to another plan.", stake: saving.years.first?.amount)
    }
    guard let first = saving.years.first(where: { $0.amount != .zero }), first.year.lastDay < start else {
      return nil
    }
    return PlanFinding(
      .contradiction, saving, at: "years",
      "“\(saving.name)” has \(Figures.pounds(first.amount)) in \(first.year), and the plan begins on \(start.spoken)",
      "Correct the year; what was saved before belongs to another plan.", stake: first.amount)
  }
}
