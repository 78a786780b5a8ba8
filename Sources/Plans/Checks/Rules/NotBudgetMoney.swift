import Units

extension PlanRule {
  /// What can't be taken out of a budget, added to what can.
  static let notBudgetMoney = PlanRule(
    "not-budget-money", "Avoided, one-off or volatile savings are counted with what can be cut from a budget",
    why:
      "Only recurring cash, cash once and income close a gap in a budget; cash once closes it for one year.",
    example: "Avoided placements in the total that the budget is cut by."
  ) { checked in
    let sums = checked.plan.claims.flatMap { claim -> [PlanFinding] in
      guard case .sum(let ids, let year) = claim.making else { return [] }
      let lines = CheckedPlan.terms(ids).filter { $0.sign > 0 }.compactMap { checked.savings[$0.id] }
      let soft = lines.filter {
        $0.kind?.closesBudgetGap == false || $0.isVolatile || $0.kind == .cashableOnce
      }
      guard !soft.isEmpty,
        soft.count < lines.count || soft.contains(where: { $0.kind?.closesBudgetGap != false })
      else { return [] }
      let money = soft.reduce(Money.zero) { sum, line in
        sum + (year.map { line.amount(in: $0) ?? .zero } ?? CheckedPlan.largest(line))
      }
      guard money > .zero else { return [] }
      return [
        PlanFinding(
          .doubt, claim, at: "sum_of",
          "\(Figures.pounds(money)) of “\(claim.name)” can't be taken out of a budget for good: \(Figures.list(soft.prefix(6).map { "“\($0.name)” (\(PlanRule.kindWords($0)))" }))",
          "Total what can be cut apart from what is avoided, one-off or volatile.", stake: money)
      ]
    }
    let repeated = checked.plan.savings.filter { line in
      line.kind == .cashableOnce && line.years.count { $0.amount > .zero } > 1 && line.basis == .cumulative
    }
    return sums
      + repeated.map {
        PlanFinding(
          .contradiction, $0, at: "years", "“\($0.name)” can be saved once, and stands in several years",
          "Leave it in the year in which it comes.", stake: CheckedPlan.largest($0))
      }
  }

  static func kindWords(_ line: SavingLine) -> String {
    if line.isVolatile { return "volatile" }
    switch line.kind {
    case .avoided: return "avoided"
    case .fundingSwitch: return "other people's money"
    case .timeReleased: return "time"
    case .cashableOnce: return "once"
    case .income: return "income"
    default: return "recurring"
    }
  }
}
