extension PlanRule {
  /// Risks that are meant to be greater than they are.
  static let riskToGrow = PlanRule(
    "risk-to-grow", "A risk is to be greater after mitigation than it is now",
    why: "A score to be reached that is above today's is a slip, or a mitigation that does harm.",
    example: "Now 4 × 4, as intended 5 × 5."
  ) { checked in
    checked.plan.risks.compactMap { risk -> PlanFinding? in
      guard let scale = checked.plan.scale(of: risk),
        let now = (risk.current ?? risk.inherent)?.rating(on: scale),
        let wanted = risk.target?.rating(on: scale), wanted > now
      else { return nil }
      return PlanFinding(
        .contradiction, risk, at: "target",
        "“\(risk.name)” is rated \(now), and is to be \(wanted) once it is mitigated",
        "Correct the score that is wrong.")
    }
  }
}
