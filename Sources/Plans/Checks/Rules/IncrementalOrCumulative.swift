import Units

extension PlanRule {
  /// Years of which nobody knows how they stand to each other.
  static let incrementalOrCumulative = PlanRule(
    "incremental-or-cumulative", "It isn't said, or is mixed, whether years are new or in all",
    why:
      "£760,000, £1,280,000 and £2,400,000 are £2.4 million a year if cumulative, and £4.44 million if each is new.",
    example: "A table of savings by year without a word on how its columns stand to each other."
  ) { checked in
    undeclared(checked) + checked.plan.claims.compactMap { mixed($0, checked) }
  }

  private static func undeclared(_ checked: CheckedPlan) -> [PlanFinding] {
    let lines = checked.plan.savings.filter { $0.basis == nil && $0.years.count > 1 }
    guard !lines.isEmpty else { return [] }
    let all = checked.plan.savings.filter { $0.years.count > 1 }
    let years = Set(all.flatMap { $0.years.map(\.year) }).sorted()
    let totals = years.map { year in all.reduce(0) { $0 + ($1.amount(in: year)?.pence ?? 0) } }
    let incremental = Money(pence: totals.reduce(0, +))
    let cumulative = Money(pence: totals.last ?? 0)
    let stated = checked.plan.claims.filter { $0.unit == "pounds" }.map(\.stated)
    let tying = [(incremental, "each year is new"), (cumulative, "they are cumulative")].filter { money, _ in
      stated.contains { abs($0 - money.pounds) < 0.5 }
    }
    let ties =
      tying.isEmpty ? "" : "; the stated total ties if \(tying.map(\.1).joined(separator: ", and if "))"
    guard let first = lines.first else { return [] }
    let what = lines.count == 1 ? "“\(first.name)” has" : "\(lines.count) lines from “\(first.name)” on have"
    return [
      PlanFinding(
        .gap, first, at: "years",
        "\(what) several years and \(lines.count == 1 ? "doesn't" : "don't") say whether each is new. Lines of several years together save \(Figures.pounds(incremental)) a year in the end if each year is new, \(Figures.pounds(cumulative)) if they are cumulative\(ties)",
        "Write basis: incremental where each year's amount is new, cumulative where it is all that is saved that year.",
        stake: incremental - cumulative)
    ]
  }

  /// Sums over lines of different bases, or over the years of a cumulative line.
  private static func mixed(_ claim: Claim, _ checked: CheckedPlan) -> PlanFinding? {
    guard case .sum(let ids, let year) = claim.making else { return nil }
    let lines = CheckedPlan.terms(ids).compactMap { checked.savings[$0.id] }
    let bases = Set(lines.filter { $0.years.count > 1 }.compactMap(\.basis))
    if bases.count > 1 {
      return PlanFinding(
        .contradiction, claim, at: "sum_of", "“\(claim.name)” adds incremental lines to cumulative ones",
        "Bring all lines to one basis before adding them.", stake: Money(roundingPounds: claim.stated))
    }
    guard year == nil, bases == [.cumulative] else { return nil }
    return PlanFinding(
      .doubt, claim, at: "sum_of",
      "“\(claim.name)” adds the years of cumulative lines: money saved in the first year is in it again for each later one",
      "State the last year's amount, or say that it is the sum of all years' cash.",
      stake: Money(roundingPounds: claim.stated))
  }
}
