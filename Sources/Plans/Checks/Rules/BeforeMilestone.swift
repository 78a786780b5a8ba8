import Units

extension PlanRule {
  /// A benefit before what brings it.
  static let beforeMilestone = PlanRule(
    "benefit-before-milestone", "A saving begins before what must come first",
    why: "Money can't be saved by something that isn't there yet.",
    example: "A home opens in September; its saving is counted from April."
  ) { checked in
    checked.plan.savings.flatMap { saving -> [PlanFinding] in
      guard let begins = saving.start ?? saving.years.first(where: { $0.amount > .zero })?.year.firstDay
      else {
        return []
      }
      let stake = saving.years.first { $0.amount > .zero }?.amount
      var found = saving.after.compactMap { id -> PlanFinding? in
        guard let milestone = checked.milestones[id] else { return nil }
        guard let day = milestone.done?.on ?? milestone.due else {
          return PlanFinding(
            .gap, saving, at: "after", "“\(saving.name)” waits for “\(milestone.name)”, which has no day",
            "Give the milestone a day.")
        }
        guard day > begins, saving.start != nil || saving.partYearMonths == nil else { return nil }
        return PlanFinding(
          .contradiction, saving, at: saving.start == nil ? "years" : "start",
          "“\(saving.name)” saves from \(begins.spoken), and “\(milestone.name)” comes on \(day.spoken)",
          "Begin the saving after the milestone, and lower the first year's amount.", stake: stake)
      }
      if let initiative = checked.initiatives[saving.initiative], let acts = initiative.start,
        let start = saving.start, start < acts
      {
        found.append(
          PlanFinding(
            .contradiction, saving, at: "start",
            "“\(saving.name)” saves from \(start.spoken), and “\(initiative.name)” acts from \(acts.spoken)",
            "Begin the saving after the initiative.", stake: stake))
      }
      return found
    }
  }
}
