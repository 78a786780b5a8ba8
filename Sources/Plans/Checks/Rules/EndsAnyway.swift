extension PlanRule {
  /// Costs that end without the plan.
  static let endsAnyway = PlanRule(
    "cost-ends-anyway", "A cost that ends anyway is called a saving",
    why: "What would have stopped without the plan is no effect of it.",
    example: "“Funding for play rangers finished: £20,000 saved.”"
  ) { checked in
    let phrases: Phrases = [
      "funding finished", "funding ended", "funding ends", "funding has ended", "grant ended", "grant ends",
      "grant finished", "contract ended", "contract expired", "post was vacant", "never filled",
      "fixed term ended",
    ]
    return checked.plan.savings.compactMap { saving -> PlanFinding? in
      let text = checked.texts(of: saving, ["name", "note", "evidence"]).first {
        $0.first(of: phrases) != nil
      }
      guard saving.endsAnyway || text != nil else { return nil }
      return PlanFinding(
        .doubt, saving, at: saving.endsAnyway ? "ends_anyway" : text?.key ?? "",
        "“\(saving.name)” counts \(Figures.pounds(CheckedPlan.largest(saving))) for a cost that ends without the plan",
        "Take it out of the savings; it belongs in the budget forecast.", stake: CheckedPlan.largest(saving))
    }
  }
}
