/// A family's posterior and what one future has drawn of it, as pointers: nothing to count owners of.
struct FamilyDraws: BitwiseCopyable {
  /// Which family it is among the keys of draws.
  let key: UInt32
  let kinds: Int
  let strength: Double
  /// Events by cell, then kind, and child-days by cell.
  let events: UnsafeMutablePointer<Double>, days: UnsafeMutablePointer<Double>
  /// Shapes and rates by kind, then pair.
  let parentShape: UnsafeMutablePointer<Double>, parentRate: UnsafeMutablePointer<Double>
  /// The part of the shapes that the factors of ages and times multiply.
  let parentPrior: UnsafeMutablePointer<Double>
  /// By kind: shapes and weights of the factors of all, of ages, of times.
  let marginShape: UnsafeMutablePointer<Double>, marginWeight: UnsafeMutablePointer<Double>
  let levelWeight: UnsafeMutablePointer<Double>
  /// Shapes and rates by kind, then category.
  let levelShape: UnsafeMutablePointer<Double>, levelRate: UnsafeMutablePointer<Double>
  /// Shapes and rates by kind.
  let uascShape: UnsafeMutablePointer<Double>, uascRate: UnsafeMutablePointer<Double>
  /// Drawn by this future.
  let parents: UnsafeMutablePointer<Double>, levels: UnsafeMutablePointer<Double>
  let uasc: UnsafeMutablePointer<Double>, margins: UnsafeMutablePointer<Double>

  /// Factors of a kind: of all, of ages, of times.
  static let marginCount = 1 + AgeBand.count + TimeBand.count

  init(_ ground: FamilyGround, _ drawn: FamilyWork, key: UInt32) {
    self.key = key
    kinds = drawn.uasc.count
    strength = ground.strength
    events = ground.events.base
    days = ground.days.base
    parentShape = ground.parentShape.base
    parentRate = ground.parentRate.base
    parentPrior = ground.parentPrior.base
    marginShape = ground.marginShape.base
    marginWeight = ground.marginWeight.base
    levelWeight = ground.levelWeight.base
    levelShape = ground.levelShape.base
    levelRate = ground.levelRate.base
    uascShape = ground.uascShape.base
    uascRate = ground.uascRate.base
    parents = drawn.parents.base
    levels = drawn.levels.base
    uasc = drawn.uasc.base
    margins = drawn.margins.base
  }
}

/// Room for what a future draws of a family beside its cells.
final class FamilyWork {
  let parents: Block<Double>, levels: Block<Double>, uasc: Block<Double>
  let margins: Block<Double>

  init(_ space: CellSpace, kinds: Int) {
    parents = Block(repeating: 0, count: kinds * space.pairs)
    levels = Block(repeating: 0, count: kinds * space.categories)
    uasc = Block(repeating: 0, count: kinds)
    margins = Block(repeating: 0, count: kinds * FamilyDraws.marginCount)
  }
}
