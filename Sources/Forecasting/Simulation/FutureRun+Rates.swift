/// This future's rates: each is drawn from its posterior under a key of its own, so that it doesn't matter when, and in
/// which order.
extension FutureRun {
  /// A Gamma posterior's draw, or its mean where rates are certain.
  @inline(__always)
  private func gamma(_ shape: Double, _ rate: Double, _ stream: UInt32, _ a: Int, _ b: UInt32 = 0) -> Double {
    guard shape > 0 else { return 0 }
    return (isCertain ? shape : draws.gamma(shape, tables, stream, UInt32(truncatingIfNeeded: a), b)) / rate
  }

  /// Draws what every child's rates lean on, and the hazards of the cells in which children were seen: most will be
  /// needed, and many drawn at once take half the time. Others are drawn when a child first comes to them.
  mutating func drawRates() {
    for family in [exits, changes] {
      for kind in 0..<family.kinds {
        drawMargins(family, kind)
        drawLevels(family, kind)
        family.uasc[kind] = gamma(
          family.uascShape[kind], family.uascRate[kind], Stream.levels, kind, family.key << 8 | 0x1_0000)
      }
      for pair in 0..<(family.kinds &* ground.space.pairs) { drawParent(family, pair) }
    }
    let cells = ground.seenCells
    for place in 0..<cells.count {
      let cell = Int(cells.base[place])
      if exits.days[cell] > 0 { drawExitRate(cell) }
      if changes.days[cell] > 0 { drawChangeRate(cell) }
    }
  }

  /// What a cell's parent expects of a kind, per child-day, in this future.
  @inline(__always)
  private func parent(_ family: FamilyDraws, kind: Int, cell: Int) -> Double {
    let place = ground.places.base[cell]
    let mean =
      family.parents[kind &* ground.space.pairs &+ Int(place.pair)]
      * family.levels[kind &* categories &+ Int(place.category)]
    return cell & 1 == 1 ? mean * family.uasc[kind] : mean
  }

  /// The rate of an age and time: its own events, and a prior that is off as all rates, those of its age and those of
  /// its time are off in this future.
  @inline(__always)
  private func drawParent(_ family: FamilyDraws, _ pair: Int) {
    let (kind, own) = pair.quotientAndRemainder(dividingBy: AgeBand.count &* TimeBand.count)
    let margins = family.margins + kind &* FamilyDraws.marginCount
    let factor =
      margins[0] * margins[1 &+ own / TimeBand.count] * margins[1 &+ AgeBand.count &+ own % TimeBand.count]
    let shape = family.parentShape[pair] + family.parentPrior[pair] * (factor - 1)
    family.parents[pair] = gamma(shape, family.parentRate[pair], Stream.parents, pair, family.key << 8)
  }

  /// The factors of all rates of a kind, of ages and of times.
  private func drawMargins(_ family: FamilyDraws, _ kind: Int) {
    let first = kind &* FamilyDraws.marginCount
    for index in first..<(first &+ FamilyDraws.marginCount) {
      let shape = family.marginShape[index]
      family.margins[index] = gamma(
        shape, shape, Stream.parents, index, family.key << 8 | 0x1_0000)
    }
    let ages = first &+ 1
    FutureRun.level(family.margins + ages, family.marginWeight + ages, AgeBand.count, to: 1)
    let times = ages &+ AgeBand.count
    FutureRun.level(family.margins + times, family.marginWeight + times, TimeBand.count, to: 1)
  }

  /// The levels of categories of a kind.
  private func drawLevels(_ family: FamilyDraws, _ kind: Int) {
    let first = kind &* categories
    var weights = 0.0
    var sum = 0.0
    for level in first..<(first &+ categories) {
      family.levels[level] = gamma(
        family.levelShape[level], family.levelRate[level], Stream.levels, level, family.key << 8)
      weights += family.levelWeight[level]
      sum += family.levelWeight[level] * family.levelShape[level] / family.levelRate[level]
    }
    FutureRun.level(
      family.levels + first, family.levelWeight + first, categories, to: weights > 0 ? sum / weights : 1)
  }

  /// Brings factors to a weighted mean, so that they say only how they differ from each other.
  private static func level(
    _ factors: UnsafeMutablePointer<Double>, _ weights: UnsafeMutablePointer<Double>, _ count: Int,
    to mean: Double
  ) {
    var sum = 0.0
    var total = 0.0
    for index in 0..<count {
      sum += factors[index] * weights[index]
      total += weights[index]
    }
    guard sum > 0 else { return }
    // Where next to nothing was seen, one factor near nought must not blow up the others.
    let scale = min(3, mean * total / sum)
    for index in 0..<count { factors[index] *= scale }
  }

  /// The Dirichlet parameter of a kind of exit in a cell.
  @inline(__always)
  private func exitAlpha(_ kind: Int, _ cell: Int) -> Double {
    exits.strength * parent(exits, kind: kind, cell: cell) + exits.events[cell &* 4 &+ kind]
  }

  /// The hazard of leaving care in a cell.
  @inline(__always) @discardableResult
  mutating func drawExitRate(_ cell: Int) -> Double {
    var shape = 0.0
    for kind in 0..<4 { shape += exitAlpha(kind, cell) }
    var rate = gamma(shape, exits.strength + exits.days[cell], Stream.exits, cell)
    if changesExits { rate = adjustExits(cell, rate) }
    // Once a day is the most that can happen; it also keeps a child's path from never ending.
    rate = min(rate, 1)
    exitRate[cell] = rate
    done.ratesDrawn += 1
    return rate
  }

  /// A cell's exits with a scenario's changes to each kind: the kinds' shares follow.
  private mutating func adjustExits(_ cell: Int, _ rate: Double) -> Double {
    drawExitShares(cell)
    let shares = exitShares + cell * 4
    var below = 0.0
    var total = 0.0
    for kind in 0..<4 {
      let own = rate * (shares[kind] - below)
      below = shares[kind]
      total += ground.input.changes.exits[kind][cell].apply(own)
      shares[kind] = total
    }
    for kind in 0..<4 { shares[kind] = total > 0 ? shares[kind] / total : 1 }
    return min(1, total)
  }

  /// How exits of a cell split between kinds.
  @inline(never)
  mutating func drawExitShares(_ cell: Int) {
    let shares = exitShares + cell * 4
    var total = 0.0
    for kind in 0..<4 {
      total += gamma(exitAlpha(kind, cell), 1, Stream.kinds, cell, UInt32(kind) << 5)
      shares[kind] = total
    }
    for kind in 0..<4 { shares[kind] = total > 0 ? shares[kind] / total : 1 }
    shares[3] = 1
  }

  /// The hazard of a change of placement in a cell.
  @inline(__always) @discardableResult
  mutating func drawChangeRate(_ cell: Int) -> Double {
    let parent = parent(changes, kind: 0, cell: cell)
    var rate = gamma(
      changes.strength * parent + changes.events[cell], changes.strength + changes.days[cell],
      Stream.changes, cell)
    if changesChanges { rate = min(1, ground.input.changes.changes[cell].apply(rate)) }
    rate = min(rate, 1)
    changeRate[cell] = rate
    done.ratesDrawn += 1
    return rate
  }

  /// Where changes of a row lead.
  @inline(never)
  mutating func drawDestinations(_ row: Int) {
    let width = 2 * categories
    let slots = work.destinationSlots.base + row * width
    let alphas = ground.destinations.base + row * width
    var count = 0
    var total = 0.0
    for destination in 0..<width where alphas[destination] > 0 {
      var share = gamma(alphas[destination], 1, Stream.destinations, row, UInt32(destination) << 5)
      if changesDestinations { share *= ground.input.changes.destinations[row][destination] }
      guard share > 0 else { continue }
      slots[count] = AliasSlot(own: share, choice: Int32(truncatingIfNeeded: destination))
      total += share
      count += 1
    }
    if total <= 0 {
      // Where nothing is possible the child stays with the carer it has.
      slots[0] = AliasSlot(own: 1, choice: Int32(truncatingIfNeeded: categories + row % categories))
      count = 1
    }
    AliasSlot.make(slots, count, work.scratch.base)
    destinationCounts[row] = Int32(truncatingIfNeeded: count)
    done.ratesDrawn += 1
  }
}
