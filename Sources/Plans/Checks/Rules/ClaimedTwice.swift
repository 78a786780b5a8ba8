import Units

extension PlanRule {
  /// The same effect claimed by two lines.
  static let claimedTwice = PlanRule(
    "effect-claimed-twice", "Two savings may claim the same effect",
    why: "A placement that ends is saved once, however many lines name it.",
    example: "“Fewer children in care” and “fewer agency placements”; or the same line under two objectives."
  ) { checked in
    let lines = checked.plan.savings.map {
      ($0, Set(PlanText.words($0.name)).subtracting(PlanRule.smallWords))
    }
    var found: [PlanFinding] = []
    for (index, (second, words)) in lines.enumerated() {
      for (first, others) in lines[..<index] {
        guard let reason = sameEffect(first, others, second, words) else { continue }
        let stake = min(CheckedPlan.largest(first), CheckedPlan.largest(second))
        found.append(
          PlanFinding(
            .doubt, second,
            "“\(second.name)” and “\(first.name)” (\(first.id)) \(reason): up to \(Figures.pounds(stake)) a year may be counted twice",
            "Simulate them together, and claim the joint effect once; or say how the children differ.",
            stake: stake))
        break
      }
    }
    return found
  }

  static let smallWords: Set<String> = [
    "the", "a", "an", "of", "in", "to", "and", "for", "by", "with", "on", "from", "our", "at", "new", "p",
    "pa",
  ]

  private static func sameEffect(
    _ first: SavingLine, _ firstWords: Set<String>, _ second: SavingLine, _ secondWords: Set<String>
  ) -> String? {
    if !first.initiative.isEmpty, first.initiative == second.initiative {
      return "are both the effect of one initiative"
    }
    let measures = (PlanMeasure(first.driver), PlanMeasure(second.driver))
    let isSameMeasure = measures.0.isSame(as: measures.1)
    if isSameMeasure, isSameGroup(first.group, second.group) {
      return "rest on the same measure of the same group"
    }
    let both = firstWords.intersection(secondWords).count
    let either = firstWords.union(secondWords).count
    if both >= 2, Double(both) >= 0.7 * Double(either),
      first.group.isEmpty || second.group.isEmpty || isSameGroup(first.group, second.group)
    {
      return "have nearly the same name"
    }
    guard !isSameMeasure, measures.0.overlaps(measures.1) else { return nil }
    return measures.0.countsPlacements && measures.1.countsPlacements
      ? "overlap: some placements are counted by both measures"
      : "overlap: fewer children in care are fewer placements"
  }

  /// Whether two groups are one, however they are worded, or one is in the other: “children in homes”, “children in
  /// external homes”. Where nobody named a group, nobody knows.
  private static func isSameGroup(_ first: String, _ second: String) -> Bool {
    let (a, b) = (Set(PlanText.words(first)), Set(PlanText.words(second)))
    let (few, many) = a.count < b.count ? (a, b) : (b, a)
    let known = few.subtracting(smallWords)
    guard !known.isEmpty, known.isSubset(of: many) else { return false }
    return many.subtracting(few).isDisjoint(with: [
      "not", "no", "without", "other", "outside", "except", "never",
    ])
  }
}
