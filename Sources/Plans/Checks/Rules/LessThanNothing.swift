import Units

extension PlanRule {
  /// Signs that were turned round.
  static let lessThanNothing = PlanRule(
    "less-than-nothing", "A saving or a target is less than nothing",
    why: "A minus where none belongs turns a cost into a saving in one table, and takes it off in the next.",
    example: "A saving of −£80,000; −4 children in external homes."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      var all = Money.zero
      for (year, amount) in saving.years {
        // What is new in a year may give back some of what came before it.
        all = saving.basis == .incremental ? all + amount : amount
        guard all < .zero else { continue }
        return PlanFinding(
          .contradiction, saving, at: "years",
          "“\(saving.name)” saves \(Figures.pounds(all)) in \(year): less than nothing is a cost",
          "Write it without the minus, or among the costs.", stake: Money(pence: -all.pence))
      }
      return nil
    }
      + checked.plan.targets.compactMap { target -> PlanFinding? in
        guard !mayBeNegative(target) else { return nil }
        let points =
          [("baseline", target.baseline)] + target.trajectory.map { ("trajectory", $0) }
          + target.actuals.map { ("actuals", $0) }
        guard
          let (key, point) = points.lazy.compactMap({ key, point in point.map { (key, $0) } })
            .first(where: { $1.value < 0 })
        else { return nil }
        return PlanFinding(
          .contradiction, target, at: key,
          "“\(target.name)” is \(Figures.value(point.value, target.unit)) on \(point.by.spoken), and there can't be fewer than none",
          "Correct the value.")
      }
  }

  /// Whether a target may be below nought: a balance of money, or a change.
  private static func mayBeNegative(_ target: Target) -> Bool {
    guard PlanMeasure(target.measure).reason == .other else { return false }
    let words = Set([target.unit, target.name, target.measure].flatMap { PlanText.words($0) })
    return !words.isDisjoint(with: [
      "pounds", "money", "change", "points", "net", "difference", "growth", "percent", "percentage", "share",
      "overspend", "underspend", "variance", "balance",
    ]) || ["£", "%"].contains { target.unit.contains($0) }
  }
}
