import Units

extension PlanRule {
  /// Risks that nobody watches.
  static let incompleteRisk = PlanRule(
    "risk-incomplete", "A risk without score, owner, day of review or score after mitigation",
    why: "A risk that isn't scored can't be ranked, and one without an owner isn't watched.",
    example: "Ten risks in a list, none scored, owned or dated."
  ) { checked in
    checked.plan.risks.compactMap { risk -> PlanFinding? in
      var missing: [String] = []
      let score = risk.current ?? risk.inherent
      if score == nil { missing.append("score") }
      if score != nil, risk.target == nil, risk.inherent == nil || risk.current == nil {
        missing.append("score after mitigation")
      }
      if risk.owner.isEmpty { missing.append("owner") }
      if risk.review == nil { missing.append("day of review") }
      if missing.isEmpty { return nil }
      return PlanFinding(
        .gap, risk, "“\(risk.name)” has no \(Figures.list(missing, "or"))",
        "Write \(missing.count == 1 ? "it" : "them") down.")
    }
  }
}
