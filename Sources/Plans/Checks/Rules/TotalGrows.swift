extension PlanRule {
  /// Parts that grow by more than others shrink.
  static let totalGrows = PlanRule(
    "total-grows", "One part is to fall, another to rise by more",
    why: "Eight external placements fewer and fifteen internal ones more are seven children more in care.",
    example: "External fostering 92 → 84, internal fostering 115 → 130."
  ) { checked in
    var groups: [String: [(target: Target, change: Double)]] = [:]
    for target in checked.plan.targets {
      guard let last = target.last, let first = target.baseline ?? target.trajectory.first, first.by < last.by
      else {
        continue
      }
      let key =
        target.partOf.isEmpty ? (placementMeasures.contains(target.measure) ? " placed" : "") : target.partOf
      if !key.isEmpty { groups[key, default: []].append((target, last.value - first.value)) }
    }
    return groups.values.flatMap { parts -> [PlanFinding] in
      let falls = parts.filter { $0.change < 0 }
      let total = parts.reduce(0) { $0 + $1.change }
      guard !falls.isEmpty, total > 0.005 else { return [] }
      return parts.filter { $0.change > 0 }.map { part in
        PlanFinding(
          .doubt, part.target, at: "trajectory",
          "“\(part.target.name)” is to rise by \(Figures.number(part.change)), and \(Figures.list(falls.map { "“\($0.target.name)” to fall by \(Figures.number(-$0.change))" })): together \(Figures.number(total)) more",
          "Say what the growth costs, or which of them would have come anyway.")
      }
    }.sorted { $0.line < $1.line }
  }
}
