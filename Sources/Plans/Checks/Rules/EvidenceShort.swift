import Units

extension PlanRule {
  /// Evidence that shows less than is claimed, or none.
  static let evidenceShort = PlanRule(
    "evidence-below-claim", "The evidence shows less than is claimed, or there is none",
    why: "A saving is worth as much as what it rests on.",
    example: "£400,000 claimed on evidence of £266,000."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      let largest = CheckedPlan.largest(saving)
      if let shown = saving.evidence.amount {
        guard shown < largest else { return nil }
        return PlanFinding(
          .contradiction, saving, at: "evidence",
          "“\(saving.name)” claims \(claims(saving)), and its evidence shows \(Figures.pounds(shown))",
          "Claim what is shown, or show the rest.", stake: largest - shown)
      }
      guard saving.evidence == SavingLine.Evidence(), largest > .zero else { return nil }
      return PlanFinding(
        .gap, saving,
        "“\(saving.name)” claims \(Figures.pounds(largest)) and says nothing of what it rests on",
        "Write evidence: its grade, day, amount, and what it is.", stake: largest)
    }
  }

  /// A line's amounts: the first and the largest.
  private static func claims(_ saving: SavingLine) -> String {
    let largest = CheckedPlan.largest(saving)
    guard let first = saving.years.first(where: { $0.amount > .zero }), first.amount != largest,
      let most = saving.years.first(where: { $0.amount == largest })
    else { return Figures.pounds(largest) }
    return "\(Figures.pounds(first.amount)) in \(first.year) and \(Figures.pounds(largest)) in \(most.year)"
  }
}
