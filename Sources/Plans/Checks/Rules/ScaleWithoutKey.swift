extension PlanRule {
  /// Scores that mean nothing.
  static let scaleWithoutKey = PlanRule(
    "scale-without-key", "Risks are scored on a scale without a key",
    why: "Whether B3 is grave is known only to who wrote it.",
    example: "A matrix of letters and numbers with no word on what they stand for."
  ) { checked in
    var seen: Set<String> = []
    return checked.plan.risks.compactMap { risk -> PlanFinding? in
      guard risk.current != nil || risk.inherent != nil, seen.insert(risk.scale).inserted else { return nil }
      guard let scale = checked.plan.scale(of: risk) else { return nil }
      let steps = scale.likelihood + scale.impact
      guard steps.isEmpty || steps.contains(where: { $0.words.isEmpty }) else { return nil }
      let item: any PlanItem = scale.place.line > 0 ? scale : risk
      return PlanFinding(
        .gap, item: item.id, line: item.place.line,
        "Risks are scored on “\(scale.name)”, and the plan doesn't say what its steps stand for",
        "Write the scale under “scales”, with words for each step: a chance, and pounds or harm.")
    }
  }
}
