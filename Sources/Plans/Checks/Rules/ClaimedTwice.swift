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
    if !first.driver.isEmpty, first.driver == second.driver, first.group == second.group {
      return "rest on the same measure of the same group"
    }
    let both = firstWords.intersection(secondWords).count
    let either = firstWords.union(secondWords).count
    if both >= 2, Double(both) >= 0.7 * Double(either),
      first.group == second.group || first.group.isEmpty
        || second.group.isEmpty
    {
      return "have nearly the same name"
    }
    let drivers = [first.driver, second.driver]
    if drivers.contains("children_in_care"), drivers.contains(where: placementMeasures.contains) {
      return "overlap: fewer children in care are fewer placements"
    }
    return nil
  }

  /// Measures of children placed, by the kind of placement.
  static let placementMeasures: Set<String> = [
    "residential_placements", "external_foster", "internal_foster", "external_placements", "agency_foster",
    "in_house_foster",
  ]
}
