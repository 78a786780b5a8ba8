import Units

extension PlanRule {
  /// Words that promise nothing.
  static let hedged = PlanRule(
    "hedged-words", "A saving is counted that “could” or is “hoped” to come",
    why: "What could be saved is not what will be; the table forgets the word.",
    example: "“Savings of £1 million could be made.”"
  ) { checked in
    let phrases: Phrases = [
      "could", "might", "hoped", "hope", "hopefully", "potential", "potentially", "aspiration",
      "aspirational",
      "achievable", "in theory",
    ]
    return checked.plan.savings.compactMap { saving -> PlanFinding? in
      guard
        let (text, phrase) = checked.texts(of: saving, ["name", "note", "evidence"]).lazy.compactMap({ text in
          text.firstOutsideNames(of: phrases).map { (text, $0) }
        }).first
      else { return nil }
      return PlanFinding(
        .doubt, saving, at: text.key,
        "“\(saving.name)” counts \(Figures.pounds(CheckedPlan.largest(saving))), and its words say “\(phrase)”",
        "Say how likely it is, or leave it out of the total.", stake: CheckedPlan.largest(saving))
    }
  }
}
