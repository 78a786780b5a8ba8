import Units

extension PlanRule {
  /// Mitigations that are none.
  static let noMitigation = PlanRule(
    "mitigation-is-none", "A mitigation that does nothing",
    why: "“Manageable” and “this project” lower no risk; the score after them is a wish.",
    example: "“Manageable.” “This project.” “As above.”"
  ) { checked in
    let named = Set([checked.plan.name].map { PlanText.words($0) })
    let empty: [[String]] = [
      "manageable", "as above", "see above", "as below", "ditto", "this project", "this plan", "the project",
      "the plan", "the programme", "this programme", "none", "n/a", "na", "not applicable", "to be monitored",
      "monitor", "monitoring", "ongoing", "tba", "tbc", "to be confirmed", "accept", "low", "management",
    ].map { PlanText.words($0) }
    return checked.plan.risks.compactMap { risk -> PlanFinding? in
      let said = risk.mitigation.map { PlanText.words($0) }.filter { !$0.isEmpty }
      let real = said.filter { words in
        !empty.contains(words) && !onlyCopes(words) && !named.contains(words)
          && words != PlanText.words(risk.name)
          && !isOther(words, of: risk, checked)
      }
      guard real.isEmpty else { return nil }
      return PlanFinding(
        .doubt, risk, at: "mitigation",
        risk.mitigation.isEmpty
          ? "“\(risk.name)” has no mitigation"
          : "The mitigation of “\(risk.name)” is \(Figures.list(risk.mitigation.map { "“\($0)”" })), which does nothing about it",
        "Say what is done, by whom, and how it lowers likelihood or impact.")
    }
  }

  /// Whether words say no more than that somebody will cope: “we will manage it as it arises”.
  private static func onlyCopes(_ words: [String]) -> Bool {
    words.contains(where: coping.contains) && words.allSatisfy { coping.contains($0) || around.contains($0) }
  }

  private static let coping: Set<String> = [
    "manage", "managed", "managing", "monitor", "monitored", "monitoring", "deal", "dealt", "address",
    "addressed", "handle", "handled", "respond", "react", "review", "reviewed", "watch", "watched", "cope",
    "accept", "accepted", "tolerate", "tolerated", "mitigate", "mitigated",
  ]
  private static let around: Set<String> = [
    "we", "will", "shall", "would", "it", "this", "that", "the", "a", "risk", "risks", "issue", "issues",
    "to",
    "be", "is", "are", "as", "and", "when", "if", "it", "they", "them", "these", "arise", "arises", "occur",
    "occurs", "happen", "happens", "comes", "needed", "necessary", "required", "appropriate", "closely",
    "carefully", "regularly", "actively", "continue", "continues", "continued", "keep", "kept", "under",
    "with",
    "for", "can", "should", "must", "by", "on", "ongoing", "situation", "in", "due", "course", "time", "any",
  ]

  /// Whether a mitigation is only the name of a risk whose own points back.
  private static func isOther(_ words: [String], of risk: Risk, _ checked: CheckedPlan) -> Bool {
    checked.plan.risks.contains { other in
      other.id != risk.id && (PlanText.words(other.id) == words || PlanText.words(other.name) == words)
        && other.mitigation.contains {
          let back = PlanText.words($0)
          return back == PlanText.words(risk.id) || back == PlanText.words(risk.name)
        }
    }
  }
}
