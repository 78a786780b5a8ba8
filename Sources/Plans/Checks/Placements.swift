extension PlanMeasure {
  /// The categories of placement in which it counts children, none named for all of them; nil where it counts something
  /// else.
  private var placements: Set<String>? {
    guard case .children(let categories) = kind, reason != .other else { return nil }
    return Set(categories)
  }

  /// Whether it counts placements of some kind rather than all children in care.
  var countsPlacements: Bool { reason == .mix }

  /// Whether it counts the same children as another, by whatever name.
  func isSame(as other: PlanMeasure) -> Bool {
    !id.isEmpty && (id == other.id || (placements != nil && placements == other.placements))
  }

  /// Whether some of the children it counts are counted by another too.
  func overlaps(_ other: PlanMeasure) -> Bool {
    guard let own = placements, let others = other.placements else { return false }
    return own.isEmpty || others.isEmpty || !own.isDisjoint(with: others)
  }

  /// Whether all that it counts is a part of what another counts.
  func isPart(of other: PlanMeasure) -> Bool {
    guard let own = placements, let others = other.placements, !own.isEmpty else { return false }
    return others.isEmpty || own.isStrictSubset(of: others)
  }
}
