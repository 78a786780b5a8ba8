import Units

extension PlanRule {
  /// Posts that cost oddly little, or of which nobody says for how long.
  static let posts = PlanRule(
    "posts-not-costed", "Posts are paid for, and nobody says for how many months",
    why: "£22,000 for a post is half a year, or a post without pension and national insurance.",
    example: "£123,000 for five and a half posts."
  ) { checked in
    checked.plan.costs.compactMap { cost in
      guard let fte = cost.fte, fte > 0, cost.months == nil, let first = cost.years.first else { return nil }
      return PlanFinding(
        .gap, cost, at: "fte",
        "“\(cost.name)” is \(Figures.pounds(first.amount)) for \(Figures.number(fte)) posts, \(Figures.value((first.amount.pounds / fte).rounded(), "pounds")) each, and doesn't say for how many months",
        "Write months, and whether pension and national insurance are in it.", stake: first.amount)
    }
  }
}
