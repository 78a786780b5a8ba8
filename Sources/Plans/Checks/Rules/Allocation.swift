import Units

extension PlanRule {
  /// Money set aside that is not the money needed, or held already.
  static let allocation = PlanRule(
    "allocation-not-costed", "What is set aside is not what is costed",
    why:
      "Money that is set aside and not costed is lost sight of; money asked for twice is asked for in vain.",
    example: "£165,000 agreed and £154,000 costed: £11,000 has no purpose."
  ) { checked in
    checked.plan.claims.compactMap { claim -> PlanFinding? in
      guard case .allocated(let ids) = claim.making else { return nil }
      let costed = CheckedPlan.terms(ids).reduce(0.0) { sum, term in
        sum + term.sign * (checked.amounts[term.id] ?? [:]).values.reduce(0) { $0 + $1.pounds }
      }
      let gap = claim.stated - costed
      guard abs(gap) > max(claim.tolerance, 0.005) else { return nil }
      return PlanFinding(
        .contradiction, claim, at: "stated",
        "\(Figures.value(claim.stated, claim.unit)) is set aside as “\(claim.name)” and \(Figures.value(costed, claim.unit)) is costed: \(Figures.value(abs(gap), claim.unit)) \(gap > 0 ? "has no purpose" : "isn't covered")",
        gap > 0 ? "Say what the rest is for, or give it back." : "Say where the rest comes from.",
        stake: Money(roundingPounds: abs(gap)))
    }
      + checked.plan.costs.compactMap { cost in
        guard let held = cost.held, held > .zero else { return nil }
        return PlanFinding(
          .doubt, cost, at: "held",
          "“\(cost.name)” is asked for, and \(Figures.pounds(held)) is held for it unspent",
          "Spend what is held first, or say why it can't be.", stake: held)
      }
  }
}
