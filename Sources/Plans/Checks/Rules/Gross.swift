import Units

extension PlanRule {
  /// Gross shown as net.
  static let gross = PlanRule(
    "gross-as-net", "What replaces the cost is not taken off, or nobody says whether it is",
    why: "A child who leaves residential care goes somewhere, and that costs too.",
    example: "£900 a week for each placement that ends, and nothing for the foster home that follows."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      let stake = CheckedPlan.largest(saving)
      switch saving.isGross {
      case true?:
        return PlanFinding(
          .doubt, saving, at: "is_gross",
          "“\(saving.name)” counts \(Figures.pounds(stake)) gross: what comes instead is still to be taken off",
          "Take off what the replacement costs, and write is_gross: no.", stake: stake)
      case nil where saving.derivation != nil || PlanMeasure(saving.driver).countsPlacements:
        return PlanFinding(
          .gap, saving, at: "derivation",
          "“\(saving.name)” doesn't say whether what comes instead is taken off",
          "Write is_gross: no once it is, yes while it isn't.", stake: stake)
      default: return nil
      }
    }
  }
}
