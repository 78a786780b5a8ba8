import Units

extension PlanRule {
  /// Ratings that are not the product of their score, and marks that are on no scale.
  static let statedRating = PlanRule(
    "rating-does-not-tie", "A risk's rating is not the product of its score",
    why: "A risk that is rated too low is looked at too late.",
    example: "Probability 4 × impact 3, rated 9."
  ) { checked in
    checked.plan.risks.compactMap { risk -> PlanFinding? in
      guard let scale = checked.plan.scale(of: risk) else { return nil }
      let scores = [risk.inherent, risk.current, risk.target].compactMap { $0 }
      if let odd = scores.first(where: { $0.rating(on: scale) == nil }) {
        return PlanFinding(
          .contradiction, risk, at: "scale",
          "The score \(odd.likelihood) × \(odd.impact) of “\(risk.name)” is not on the scale “\(scale.name)”",
          "Write the score in the scale's marks, or name the scale it is of.")
      }
      let ratings = [risk.current, risk.inherent].compactMap { $0?.rating(on: scale) }
      guard let stated = risk.statedRating, !ratings.isEmpty, !ratings.contains(stated) else { return nil }
      return PlanFinding(
        .contradiction, risk, at: "stated_rating",
        "“\(risk.name)” is rated \(stated), and its score makes \(Figures.list(ratings.map(String.init)))",
        "Correct the rating or the score.")
    }
  }
}

extension Plan {
  /// The scale that a risk is scored on: the plan's own, or one that every plan has; five by five where the risk names
  /// none, and nil where it names one that there isn't.
  public func scale(of risk: Risk) -> RiskScale? {
    if risk.scale.isEmpty { return .fiveByFive }
    return (scales + [.fiveByFive, .letterByNumber]).first { $0.id == risk.scale }
  }
}
