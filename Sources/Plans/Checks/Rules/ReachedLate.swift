import Units

extension PlanRule {
  /// Yearly amounts of what is reached only late in the year.
  static let reachedLate = PlanRule(
    "reached-late-in-year", "A year's saving is claimed for what is reached only late in the year",
    why: "A number of placements that is reached in March saves next to nothing in the year that ends then.",
    example: "Placements fall to 77 by March 2015, and the saving of the whole year stands in 2014/15."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      guard saving.isPerAnnum || (checked.start(of: saving) == nil && saving.partYearMonths == nil),
        let first = saving.years.first(where: { $0.amount > .zero })
      else { return nil }
      let driving = checked.plan.targets.first { target in
        let isOwn =
          saving.dependsOn.contains(target.id) || (!saving.driver.isEmpty && target.measure == saving.driver)
        return isOwn && target.trajectory.contains { FinancialYear(containing: $0.by) == first.year }
      }
      guard let target = driving,
        let reached = target.trajectory.last(where: { FinancialYear(containing: $0.by) == first.year }),
        reached.by > first.year.firstDay + 183
      else { return nil }
      return PlanFinding(
        .contradiction, saving, at: "years",
        "“\(saving.name)” claims \(Figures.pounds(first.amount)) in \(first.year), and “\(target.name)” is at \(Figures.number(reached.value)) only by \(reached.by.spoken): with even progress about half of a year's amount falls into it",
        "Write when it begins to save and for how many months, and the full year's effect in the next year.",
        stake: Money(pence: first.amount.pence / 2))
    }
  }
}
