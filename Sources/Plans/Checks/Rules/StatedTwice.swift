import Units

extension PlanRule {
  /// The same thing said in two ways.
  static let statedTwice = PlanRule(
    "stated-differently", "The plan says two things of the same thing",
    why: "Whoever holds the plan to account can't know which figure it is held to.",
    example: "380 children in care on one page, 385 on another."
  ) { checked in
    checked.plan.claims.compactMap { claim -> PlanFinding? in
      switch claim.making {
      case .alsoStated(let others):
        let different = others.filter { abs($0 - claim.stated) > claim.tolerance }
        if different.isEmpty { return nil }
        return PlanFinding(
          .contradiction, claim, at: "also_stated",
          "“\(claim.name)” is \(Figures.value(claim.stated, claim.unit)), and elsewhere \(Figures.list(different.map { Figures.value($0, claim.unit) }))",
          "Settle on one figure with its day, and write it everywhere.")
      case .worded(let wordings):
        guard Set(wordings.map { PlanText.words($0) }).count > 1 else { return nil }
        return PlanFinding(
          .contradiction, claim, at: "worded",
          "“\(claim.name)” is described in \(wordings.count) ways: \(Figures.list(wordings.map { "“\($0)”" }))",
          "Settle on one description, and write it everywhere.")
      default: return nil
      }
    }
  }
}
