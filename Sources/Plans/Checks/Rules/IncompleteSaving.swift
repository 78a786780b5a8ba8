import Units

extension PlanRule {
  /// Savings that nobody can check.
  static let incompleteSaving = PlanRule(
    "saving-incomplete", "A saving without owner, kind, measure, amount or beginning",
    why: "A saving that nobody owns, or that no measure tells, is found missing at the end of the year.",
    example: "£106,000 with no indicator beside it."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      var missing: [String] = []
      if saving.owner.isEmpty { missing.append("owner") }
      if saving.kind == nil { missing.append("kind") }
      if saving.driver.isEmpty { missing.append("measure that drives it") }
      if saving.years.isEmpty { missing.append("amount by year") }
      if checked.start(of: saving) == nil, saving.partYearMonths == nil { missing.append("beginning") }
      if missing.isEmpty { return nil }
      return PlanFinding(
        .gap, saving, "“\(saving.name)” has no \(Figures.list(missing, "or"))",
        "Write \(missing.count == 1 ? "it" : "them") down.", stake: CheckedPlan.largest(saving))
    }
  }
}
