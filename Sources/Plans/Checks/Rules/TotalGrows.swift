import Units

extension PlanRule {
  /// Parts that grow by more than others shrink.
  static let totalGrows = PlanRule(
    "total-grows", "One part is to fall, another to rise by more",
    why: "Eight external placements fewer and fifteen internal ones more are seven children more in care.",
    example: "External fostering 92 → 84, internal fostering 115 → 130."
  ) { checked in
    // As planned; and as it came, where no day is set for what is planned.
    let found = growing(checked) { $0.last }
    let rest = growing(checked) { target in target.actuals.max { $0.by < $1.by } }
    return found + rest.filter { late in !found.contains { $0.item == late.item } }
  }

  private static func growing(_ checked: CheckedPlan, _ end: (Target) -> Target.Point?) -> [PlanFinding] {
    var groups: [String: [(target: Target, change: Double)]] = [:]
    let measures = checked.plan.targets.map { PlanMeasure($0.measure) }
    for (target, measure) in zip(checked.plan.targets, measures) {
      guard let last = end(target), let first = target.baseline ?? target.trajectory.first, first.by < last.by
      else { continue }
      // What is in another measure already is counted there.
      let isOwn =
        measure.countsPlacements && !measures.contains { $0.countsPlacements && measure.isPart(of: $0) }
      let key = target.partOf.isEmpty ? (isOwn ? " placed" : "") : target.partOf
      if !key.isEmpty { groups[key, default: []].append((target, last.value - first.value)) }
    }
    return groups.values.flatMap { parts -> [PlanFinding] in
      let falls = parts.filter { $0.change < 0 }
      let total = parts.reduce(0) { $0 + $1.change }
      guard !falls.isEmpty, total > 0.005 else { return [] }
      return parts.filter { $0.change > 0 }.map { part in
        PlanFinding(
          .doubt, part.target, at: "trajectory",
          "“\(part.target.name)” rises by \(Figures.number(part.change)), and \(Figures.list(falls.map { "“\($0.target.name)” falls by \(Figures.number(-$0.change))" })): together \(Figures.number(total)) more",
          "Say what the growth costs, or which of them would have come anyway.")
      }
    }.sorted { $0.line < $1.line }
  }
}
