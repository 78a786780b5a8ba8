import Units

extension PlanRule {
  /// Savings on more than the plan's own target moves.
  static let volumeAboveTarget = PlanRule(
    "volume-above-target", "A saving counts more placements than the plan's own target moves",
    why:
      "Eight placements can't end where the plan wants four fewer: the target is too soft, or the saving too much.",
    example: "Eight external homes saved; the target goes from 30 to 26."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      // What is avoided is counted against a forecast, which may rise above the baseline.
      guard saving.kind != .avoided, let workings = saving.derivation, let volume = workings.volume,
        case .children = PlanMeasure(saving.driver).kind,
        let target = checked.plan.targets.first(where: { $0.measure == saving.driver && $0.baseline != nil }),
        let baseline = target.baseline, let last = target.last
      else { return nil }
      let moves = target.isHigherBetter ? last.value - baseline.value : baseline.value - last.value
      let counted = volume * (workings.success ?? 1)
      guard moves > 0, counted > moves + 0.005 else { return nil }
      return PlanFinding(
        .doubt, saving, at: "derivation",
        "“\(saving.name)” counts \(Figures.number(counted))\(workings.success == nil ? "" : " that succeed"), and “\(target.name)” goes from \(Figures.number(baseline.value)) to \(Figures.number(last.value)), by \(Figures.number(moves))",
        "Bring volume and target together, or say what the rest is measured by.",
        stake: Money(roundingPounds: CheckedPlan.largest(saving).pounds * (1 - moves / counted)))
    }
  }
}
