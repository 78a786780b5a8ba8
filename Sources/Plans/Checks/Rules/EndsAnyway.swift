import Units

extension PlanRule {
  /// Costs that end without the plan.
  static let endsAnyway = PlanRule(
    "cost-ends-anyway", "A cost that ends anyway is called a saving",
    why: "What would have stopped without the plan is no effect of it.",
    example: "“Funding for play rangers finished: £20,000 saved.”"
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      let text = checked.texts(of: saving, ["name", "note", "evidence"]).first {
        $0.first(of: emptyPosts) != nil || endsByItself($0.words)
      }
      guard saving.endsAnyway || text != nil else { return nil }
      return PlanFinding(
        .doubt, saving, at: saving.endsAnyway ? "ends_anyway" : text?.key ?? "",
        "“\(saving.name)” counts \(Figures.pounds(CheckedPlan.largest(saving))) for a cost that ends without the plan",
        "Take it out of the savings; it belongs in the budget forecast.", stake: CheckedPlan.largest(saving))
    }
  }

  private static let emptyPosts: Phrases = ["post was vacant", "never filled"]

  /// Whether something that runs for a time is said to end: “grant has ceased”, “lease of the annexe expires”. That a
  /// contract ends may be the plan's own doing; that it ended, or expires, is not.
  private static func endsByItself(_ words: [String]) -> Bool {
    words.indices.contains { place in
      let isContract = ["contract", "contracts"].contains(words[place])
      let isTerm = words[place] == "term" && place > 0 && words[place - 1] == "fixed"
      guard isContract || isTerm || lasting.contains(words[place]) else { return false }
      let rest = words[(place + 1)...]
      let isNamed = rest.first.map(naming.contains) ?? false
      let near = isNamed ? rest.prefix(6) : rest.drop(while: auxiliary.contains).prefix(2)
      let verbs = isNamed ? near[...] : near.prefix(1)
      if verbs.contains(where: { expiring.contains($0) || (!isContract && ending.contains($0)) }) {
        return true
      }
      return !isContract
        && zip(near, near.dropFirst()).contains { ["run", "runs", "ran"].contains($0) && $1 == "out" }
    }
  }

  private static let lasting: Set<String> = [
    "funding", "grant", "grants", "lease", "leases", "licence", "secondment", "subsidy",
  ]
  private static let naming: Set<String> = ["of", "for", "from", "by"]
  private static let auxiliary: Set<String> = ["has", "have", "had", "will", "then", "that", "which", "is"]
  private static let expiring: Set<String> = [
    "ended", "expire", "expires", "expired", "lapse", "lapses", "lapsed",
  ]
  private static let ending: Set<String> = ["ends", "finishes", "finished", "ceases", "ceased"]
}
