/// This future's rates: each is drawn from its posterior when a child first needs it, under a key of its own, so the
/// order in which children need them changes nothing.
extension FutureRun {
  /// Whether rates are their estimates in every future.
  private var isCertain: Bool { ground.input.isRateCertain }

  /// A Gamma posterior's draw, or its mean where rates are certain.
  private func gamma(_ shape: Double, _ rate: Double, _ stream: UInt32, _ a: Int, _ b: UInt32 = 0) -> Double {
    guard shape > 0 else { return 0 }
    return (isCertain ? shape : draws.gamma(shape, stream, UInt32(a), b)) / rate
  }

  /// What a cell's parent expects of a kind, per child-day, in this future.
  private func parent(
    _ family: FamilyGround, _ parents: Block<Double>, _ levels: Block<Double>, _ uasc: Block<Double>,
    kind: Int, cell: Int, key: Int
  ) -> Double {
    let space = ground.space
    let pair = kind * space.pairs + space.pair(of: cell)
    if parents.base[pair] < 0 {
      parents.base[pair] = gamma(
        family.parentShape.base[pair], family.parentRate.base[pair], Stream.parents, pair, UInt32(key) << 8)
    }
    let level = kind * space.categories + space.category(of: cell)
    if levels.base[level] < 0 {
      levels.base[level] = gamma(
        family.levelShape.base[level], family.levelRate.base[level], Stream.levels, level, UInt32(key) << 8)
    }
    var mean = parents.base[pair] * levels.base[level]
    if space.uasc(of: cell) == 1 {
      if uasc.base[kind] < 0 {
        uasc.base[kind] = gamma(
          family.uascShape.base[kind], family.uascRate.base[kind], Stream.levels, kind,
          UInt32(key) << 8 | 0x1_0000)
      }
      mean *= uasc.base[kind]
    }
    return mean
  }

  private func exitAlpha(_ kind: Int, _ cell: Int) -> Double {
    let family = ground.exits
    return family.strength
      * parent(family, work.exitParents, work.exitLevels, work.exitUASC, kind: kind, cell: cell, key: 0)
      + family.events.base[cell * 4 + kind]
  }

  /// The hazard of leaving care in a cell.
  @inline(never)
  mutating func drawExitRate(_ cell: Int) -> Double {
    var shape = 0.0
    for kind in 0..<4 { shape += exitAlpha(kind, cell) }
    var rate = gamma(shape, ground.exits.strength + ground.exits.days.base[cell], Stream.exits, cell)
    if !ground.input.changes.exits.isEmpty { rate = adjustExits(cell, rate) }
    exitRate[cell] = rate
    done.ratesDrawn += 1
    return rate
  }

  /// A cell's exits with a scenario's changes to each kind: the kinds' shares follow.
  private mutating func adjustExits(_ cell: Int, _ rate: Double) -> Double {
    drawExitShares(cell)
    let shares = work.exitShares.base + cell * 4
    var below = 0.0
    var total = 0.0
    for kind in 0..<4 {
      let own = rate * (shares[kind] - below)
      below = shares[kind]
      total += ground.input.changes.exits[kind][cell].apply(own)
      shares[kind] = total
    }
    for kind in 0..<4 { shares[kind] = total > 0 ? shares[kind] / total : 1 }
    return total
  }

  /// How exits of a cell split between kinds.
  @inline(never)
  mutating func drawExitShares(_ cell: Int) {
    let shares = work.exitShares.base + cell * 4
    var total = 0.0
    for kind in 0..<4 {
      total += gamma(exitAlpha(kind, cell), 1, Stream.kinds, cell, UInt32(kind) << 5)
      shares[kind] = total
    }
    for kind in 0..<4 { shares[kind] = total > 0 ? shares[kind] / total : 1 }
    shares[3] = 1
  }

  /// The hazard of a change of placement in a cell.
  @inline(never)
  mutating func drawChangeRate(_ cell: Int) -> Double {
    let family = ground.changes
    let parent = parent(
      family, work.changeParents, work.changeLevels, work.changeUASC, kind: 0, cell: cell, key: 1)
    var rate = gamma(
      family.strength * parent + family.events.base[cell], family.strength + family.days.base[cell],
      Stream.changes, cell)
    if !ground.input.changes.changes.isEmpty { rate = ground.input.changes.changes[cell].apply(rate) }
    changeRate[cell] = rate
    done.ratesDrawn += 1
    return rate
  }

  /// Where changes of a row lead.
  @inline(never)
  mutating func drawDestinations(_ row: Int) {
    let width = 2 * categories
    let shares = work.destinationShares.base + row * width
    let alphas = ground.destinations.base + row * width
    let changes = ground.input.changes.destinations
    var total = 0.0
    for destination in 0..<width {
      var share = gamma(alphas[destination], 1, Stream.destinations, row, UInt32(destination) << 5)
      if !changes.isEmpty { share *= changes[row][destination] }
      total += share
      shares[destination] = total
    }
    // Where nothing is possible the child stays with the carer it has.
    for destination in 0..<width {
      shares[destination] =
        total > 0
        ? shares[destination] / total
        : destination >= categories + row % categories ? 1 : 0
    }
    done.ratesDrawn += 1
  }
}
