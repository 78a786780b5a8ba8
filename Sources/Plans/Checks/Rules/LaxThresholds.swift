import Units

extension PlanRule {
  /// Colours that come cheaply.
  static let laxThresholds = PlanRule(
    "thresholds-lax", "The plan's own thresholds make it greener than the usual ones",
    why: "A status is compared with other plans', and few readers look up from which chance it is green.",
    example: "Green from a chance of 50 % on, where 75 % is usual."
  ) { checked in
    let (own, usual) = (checked.plan.thresholds, StatusThresholds())
    func percent(_ share: Double) -> String { "\(Figures.number(share * 100)) %" }
    var lax: [String] = []
    if own.green < usual.green {
      lax.append("green from \(percent(own.green)) (usually \(percent(usual.green)))")
    }
    if own.amber < usual.amber {
      lax.append("amber from \(percent(own.amber)) (usually \(percent(usual.amber)))")
    }
    if own.staleAfter > usual.staleAfter {
      lax.append("evidence stale after \(own.staleAfter) days (usually \(usual.staleAfter))")
    }
    if lax.isEmpty { return [] }
    return [
      PlanFinding(
        .doubt, item: "", line: 1,
        "The plan's thresholds are laxer than the usual ones: \(Figures.list(lax))",
        "Keep to the usual ones, or have whoever is told the status agree to these.")
    ]
  }
}
