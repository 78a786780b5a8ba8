import Units

/// Checks plans by every rule.
public enum PlanChecker {
  /// Every rule; a new one is written in a file of its own and added here.
  public static let all: [PlanRule] = [
    // Figures that must agree.
    .totals, .products, .workings, .tooMuchTime, .abovePeak, .volumeAboveTarget, .lessThanNothing,
    .savesMoreThanItCosts, .statedTwice, .limits, .allocation,
    .statedRating, .riskToGrow, .incrementalOrCumulative,
    // Dates that must agree.
    .beforeMilestone, .beforePlan, .outOfOrder, .partYear, .reachedLate,
    .targetBeforeSavings,
    // Claims that are too much.
    .claimedTwice, .notBudgetMoney, .avoidedWithoutBaseline, .volatile, .endsAnyway, .everyOneSucceeds,
    .maximum,
    .gross, .totalGrows, .restsOnTarget, .evidenceShort, .evidenceOld, .hedged, .statusStated, .ownerConfirms,
    .laxThresholds,
    // Targets and risks that mean little.
    .looserThanToday, .notMonotone, .noMitigation, .contradictedAssumption,
    // What isn't said.
    .incompleteTarget, .incompleteSaving, .nobodyDoes, .incompleteAction, .incompleteRisk, .scaleWithoutKey,
    .posts, .placeholder, .terms, .noOptions,
  ]

  /// All findings, the gravest first and then by line.
  public static func findings(in plan: Plan) -> [PlanFinding] {
    let checked = CheckedPlan(plan)
    return all.flatMap { $0.findings(in: checked) }.enumerated().sorted {
      ($0.element.severity, $0.element.line, $0.offset) < ($1.element.severity, $1.element.line, $1.offset)
    }.map(\.element)
  }

  /// The rule of an id; nil where there is none.
  public static func rule(_ id: String) -> PlanRule? { all.first { $0.id == id } }
}
