/// A family's posterior and what one future has drawn of it, as pointers: nothing to count owners of.
struct FamilyDraws: BitwiseCopyable {
  /// Which family it is among the keys of draws.
  let key: UInt32
  let strength: Double
  /// Events by cell, then kind, and child-days by cell.
  let events: UnsafeMutablePointer<Double>, days: UnsafeMutablePointer<Double>
  /// Shapes and rates by kind, then pair.
  let parentShape: UnsafeMutablePointer<Double>, parentRate: UnsafeMutablePointer<Double>
  /// Shapes and rates by kind, then category.
  let levelShape: UnsafeMutablePointer<Double>, levelRate: UnsafeMutablePointer<Double>
  /// Shapes and rates by kind.
  let uascShape: UnsafeMutablePointer<Double>, uascRate: UnsafeMutablePointer<Double>
  /// Drawn by this future, below nought where not yet.
  let parents: UnsafeMutablePointer<Double>, levels: UnsafeMutablePointer<Double>
  let uasc: UnsafeMutablePointer<Double>

  init(_ ground: FamilyGround, _ drawn: FamilyWork, key: UInt32) {
    self.key = key
    strength = ground.strength
    events = ground.events.base
    days = ground.days.base
    parentShape = ground.parentShape.base
    parentRate = ground.parentRate.base
    levelShape = ground.levelShape.base
    levelRate = ground.levelRate.base
    uascShape = ground.uascShape.base
    uascRate = ground.uascRate.base
    parents = drawn.parents.base
    levels = drawn.levels.base
    uasc = drawn.uasc.base
  }
}

/// Room for what a future draws of a family beside its cells.
final class FamilyWork {
  let parents: Block<Double>, levels: Block<Double>, uasc: Block<Double>

  init(_ space: CellSpace, kinds: Int) {
    parents = Block(repeating: -1, count: kinds * space.pairs)
    levels = Block(repeating: -1, count: kinds * space.categories)
    uasc = Block(repeating: -1, count: kinds)
  }

  func reset() {
    parents.fill(-1)
    levels.fill(-1)
    uasc.fill(-1)
  }
}
