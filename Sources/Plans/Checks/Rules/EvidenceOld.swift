import Units

extension PlanRule {
  /// Evidence and positions that are old.
  static let evidenceOld = PlanRule(
    "evidence-old", "What the plan rests on is old",
    why: "A position of October in a plan of February has missed four months of placements.",
    example: "A recovery plan of February with the position of October."
  ) { checked in
    guard let written = checked.plan.written else { return [] }
    func finding(_ item: some PlanItem, _ what: String, _ day: CivilDay?, at key: String, days: Int)
      -> PlanFinding?
    {
      guard let day, day.nights(to: written) > days else { return nil }
      return PlanFinding(
        .doubt, item, at: key,
        "\(what) “\(item.name)” is of \(day.spoken), \(day.nights(to: written)) days before the plan (\(written.spoken))",
        "Bring it up to date before anything is decided on it.")
    }
    let plan = checked.plan
    return plan.savings.compactMap {
      finding($0, "The evidence of", $0.evidence.on, at: "evidence", days: 366)
    }
      + plan.targets.compactMap { finding($0, "The baseline of", $0.baseline?.by, at: "baseline", days: 366) }
      + plan.claims.compactMap {
        finding($0, "The figure", $0.on, at: "on", days: isOutturn($0.on) ? 366 : plan.thresholds.staleAfter)
      }
  }

  /// Whether a day ends a financial year: a year's outturn stands until the next.
  private static func isOutturn(_ day: CivilDay?) -> Bool {
    day.map { FinancialYear(containing: $0).lastDay == $0 } ?? false
  }
}
