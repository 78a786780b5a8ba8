import Units

extension PlanRule {
  /// Totals that don't tie.
  static let totals = PlanRule(
    "total-does-not-tie", "A total is not the sum of its parts",
    why: "A total that its lines don't make hides a saving nobody has found, or one counted twice.",
    example: "“£144,000 achieved, as detailed below”, and the lines below come to £58,000."
  ) { checked in
    checked.plan.claims.compactMap { claim -> PlanFinding? in
      if let twice = twice(claim, checked) { return twice }
      guard let sum = recomputed(claim, checked) else { return nil }
      let gap = claim.stated - sum
      guard abs(gap) > max(claim.tolerance, 0.005) else { return nil }
      let parts =
        sum == 0
        ? "nothing in the plan stands behind it" : "its parts come to \(Figures.value(sum, claim.unit))"
      return PlanFinding(
        .contradiction, claim, at: "stated",
        "“\(claim.name)” is stated as \(Figures.value(claim.stated, claim.unit)), and \(parts): \(Figures.value(abs(gap), claim.unit)) \(gap > 0 ? "missing" : "too many")",
        "Find the missing line, or correct the total.",
        stake: claim.unit == "pounds" ? Money(roundingPounds: abs(gap)) : nil)
    }
  }

  /// A sum that has an item more than once, whether it ties or not.
  private static func twice(_ claim: Claim, _ checked: CheckedPlan) -> PlanFinding? {
    guard case .sum(let ids, let year) = claim.making else { return nil }
    var seen: Set<String> = []
    let twice = CheckedPlan.terms(ids).map(\.id).filter { !seen.insert($0).inserted }
    guard let first = twice.first else { return nil }
    let own = checked.amounts[first] ?? [:]
    let amount = year.map { own[$0] ?? .zero } ?? own.values.reduce(.zero, +)
    return PlanFinding(
      .contradiction, claim, at: "sum_of",
      "“\(claim.name)” adds \(Figures.list(twice.map { "“\($0)”" })) more than once",
      "Name each item once, and correct the total.", stake: amount > .zero ? amount : nil)
  }

  private static func recomputed(_ claim: Claim, _ checked: CheckedPlan) -> Double? {
    switch claim.making {
    case .total(let numbers): return numbers.isEmpty ? nil : numbers.reduce(0, +)
    case .sum(let ids, let year):
      return CheckedPlan.terms(ids).reduce(0) { sum, term in
        if ["posts", "fte"].contains(claim.unit.lowercased()) {
          let posts = checked.posts[term.id] ?? [:]
          return sum + term.sign * (year.map { posts[$0] ?? 0 } ?? posts.values.reduce(0, +))
        }
        let own = checked.amounts[term.id] ?? [:]
        let pence = year.map { own[$0]?.pence ?? 0 } ?? own.values.reduce(0) { $0 + $1.pence }
        return sum + term.sign * Double(pence) / 100
      }
    default: return nil
    }
  }
}
