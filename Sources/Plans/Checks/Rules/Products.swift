import Units

extension PlanRule {
  /// Products that don't tie.
  static let products = PlanRule(
    "product-does-not-tie", "Volume × price × time is not what is stated",
    why: "A figure worked out wrongly is repeated in every table after it.",
    example: "Four beds for twelve weeks at £500 are £24,000; the case says £25,000."
  ) { checked in
    checked.plan.claims.compactMap { claim -> PlanFinding? in
      guard case .product(let factors) = claim.making, !factors.isEmpty else { return nil }
      let product = factors.reduce(1, *)
      let gap = claim.stated - product
      guard abs(gap) > max(claim.tolerance, 0.5) else { return nil }
      return PlanFinding(
        .contradiction, claim, at: "stated",
        "“\(claim.name)” is stated as \(Figures.value(claim.stated, claim.unit)), and \(factors.map(Figures.number).joined(separator: " × ")) is \(Figures.value(product, claim.unit))",
        "Correct the figure, or say what else is in it.",
        stake: claim.unit == "pounds" ? Money(roundingPounds: abs(gap)) : nil)
    }
  }
}
