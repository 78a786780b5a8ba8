import Units

extension PlanRule {
  /// A saving for each that is more than the cheapest costs.
  static let savesMoreThanItCosts = PlanRule(
    "saves-more-than-it-costs", "Each is to save more than the cheapest of them costs",
    why: "A placement can't save more than is paid for it.",
    example: "A saving of £900 a week from each placement, of which some cost £219."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      guard let workings = saving.derivation, let price = workings.price, let cheapest = workings.cheapest,
        price > cheapest
      else { return nil }
      return PlanFinding(
        .contradiction, saving, at: "derivation",
        "“\(saving.name)” is to save \(Figures.pounds(price)) a \(workings.per) on each, and the cheapest costs \(Figures.pounds(cheapest))",
        "Leave out those that cost less, or take each one's own cost.")
    }
  }
}
