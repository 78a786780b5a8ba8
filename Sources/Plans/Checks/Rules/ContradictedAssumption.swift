extension PlanRule {
  /// Assumptions that a risk denies.
  static let contradictedAssumption = PlanRule(
    "assumption-contradicted", "What is taken for granted is a risk of the plan's own",
    why: "A plan can't count on something and fear that it isn't so.",
    example: "Savings take it that benefit reform changes nothing; the register has benefit reform as a risk."
  ) { checked in
    checked.plan.assumptions.compactMap { assumption in
      guard let risk = checked.risks[assumption.contradictedBy] else { return nil }
      return PlanFinding(
        .contradiction, assumption, at: "contradicted_by",
        "The plan takes it that “\(assumption.name)”, and its risk “\(risk.name)” (\(risk.id)) says otherwise",
        "Work out what the savings are if the risk comes true.")
    }
  }
}
