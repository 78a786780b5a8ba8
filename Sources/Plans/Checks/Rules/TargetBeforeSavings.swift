import Units

extension PlanRule {
  /// Money to be found before any saving comes.
  static let targetBeforeSavings = PlanRule(
    "target-before-savings", "A target in pounds is due before any saving of the plan comes",
    why: "A gap can't be closed by savings that begin a year after it is to be closed.",
    example: "No overspend by March 2014; every saving of the plan is in 2014/15."
  ) { checked in
    let years = checked.plan.savings.flatMap { $0.years.filter { $0.amount > .zero }.map(\.year) }
    guard let first = years.min() else { return [] }
    return checked.plan.targets.compactMap { target -> PlanFinding? in
      guard ["pounds", "£", "money"].contains(target.unit.lowercased()), let last = target.last,
        last.by < first.firstDay
      else { return nil }
      return PlanFinding(
        .contradiction, target, at: "trajectory",
        "“\(target.name)” is to be \(Figures.value(last.value, "pounds")) by \(last.by.spoken), and the plan's first saving is in \(first)",
        "Write the savings that meet it, or move its day.")
    }
  }
}
