import Units

extension PlanRule {
  /// Peaks passed and aims missed.
  static let limits = PlanRule(
    "limit-passed", "A figure passes its limit, or falls short of its aim",
    why: "A plan that doesn't reach its own aim leaves a gap that somebody has to fill.",
    example: "£1,473,000 found towards £1.8 million: £327,000 to find."
  ) { checked in
    checked.plan.claims.compactMap { claim -> PlanFinding? in
      let money = claim.unit == "pounds"
      switch claim.making {
      case .atMost(let limit) where claim.stated > limit + claim.tolerance:
        return PlanFinding(
          .contradiction, claim, at: "at_most",
          "“\(claim.name)” is \(Figures.value(claim.stated, claim.unit)), above the limit of \(Figures.value(limit, claim.unit))",
          "Correct the figure, or the limit.",
          stake: money ? Money(roundingPounds: claim.stated - limit) : nil)
      case .atLeast(let aim) where claim.stated < aim - claim.tolerance:
        return PlanFinding(
          .contradiction, claim, at: "at_least",
          "“\(claim.name)” is \(Figures.value(claim.stated, claim.unit)), short of \(Figures.value(aim, claim.unit)) by \(Figures.value(aim - claim.stated, claim.unit))",
          "Say where the rest is to come from, or lower the aim.",
          stake: money ? Money(roundingPounds: aim - claim.stated) : nil)
      default: return nil
      }
    }
  }
}
