import Units

extension PlanRule {
  /// The most, taken for what is usual.
  static let maximum = PlanRule(
    "maximum-as-mean", "The most there can be is taken for what will be",
    why: "“Up to” £81,624 for a family is what the costliest family costs, not what the next one saves.",
    example: "“Up to £40,341 a family” × 25 families."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      let text = checked.texts(of: saving, ["name", "note", "evidence"]).first {
        $0.first(of: mostWords) != nil || isUpTo($0)
      }
      guard saving.derivation?.isMaximum == true || text != nil else { return nil }
      return PlanFinding(
        .doubt, saving, at: saving.derivation?.isMaximum == true ? "derivation" : text?.key ?? "",
        "“\(saving.name)” counts \(Figures.pounds(CheckedPlan.largest(saving))) from a volume or price that is the most there can be",
        "Use the mean, and say what it is the mean of.", stake: CheckedPlan.largest(saving))
    }
  }

  private static let mostWords: Phrases = ["as much as", "at most", "at best", "best case", "maximum"]

  /// Whether a text says up to how much, rather than up to which age or day.
  private static func isUpTo(_ text: PlanText) -> Bool {
    let places = text.places(of: ["up", "to"])
    if places.isEmpty { return false }
    let written = WrittenWord.all(in: text.text)
    return places.contains { WrittenWord.isAmount(written, after: $0 + 1) }
  }
}
