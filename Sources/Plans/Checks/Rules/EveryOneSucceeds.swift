import Units

extension PlanRule {
  /// Nobody fails.
  static let everyOneSucceeds = PlanRule(
    "everyone-succeeds", "It is taken for granted that everybody succeeds",
    why: "Some placements break down and some families come back; a plan that allows for none falls short.",
    example: "25 families × £40,341 = £1,008,525; at 80 % it is £806,820."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      guard let workings = saving.derivation, workings.volume != nil, (workings.success ?? 1) >= 1 else {
        return nil
      }
      let largest = CheckedPlan.largest(saving)
      return PlanFinding(
        .doubt, saving, at: workings.success == nil ? "derivation" : "derivation.success",
        "“\(saving.name)” \(workings.success == nil ? "doesn't say which share succeeds, so all must" : "takes it that all succeed"): with 80 % it is \(Figures.pounds(Money(roundingPounds: largest.pounds * 0.8))) instead of \(Figures.pounds(largest))",
        "Write success: the share that experience or a trial shows.",
        stake: Money(roundingPounds: largest.pounds * 0.2))
    }
  }
}
