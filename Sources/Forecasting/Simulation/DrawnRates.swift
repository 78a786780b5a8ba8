import Units

/// The rates of one future as the simulation draws them, by the simulation's own code, so that a table of rates and a
/// forecast can't differ.
struct DrawnRates {
  let space: CellSpace
  /// Exits per child-day by kind, then cell.
  private(set) var exits: [[Double]]
  /// Changes of placement per child-day by cell.
  private(set) var changes: [Double]
  /// Levels of categories by family (exits by kind, then changes), then category.
  private(set) var levels: [[Double]]
  /// Levels of unaccompanied children by family.
  private(set) var uasc: [Double]
  /// Where changes lead, by row, then destination.
  private(set) var destinations: [[Double]]
  /// Children a day by kind of entrant, at the pace of the first month.
  private(set) var entries: [Double]

  /// Draws all rates of a future.
  init(_ ground: Ground, _ work: Workspace, future: Int, seed: Seed) {
    let space = ground.space
    self.space = space
    let futures = Futures(range: future..<(future + 1), months: ground.months, categories: space.categories)
    var run = FutureRun(ground, work, into: futures, future: future, seed: seed)
    run.begin()
    let kinds = ExitKind.allCases.count
    exits = Array(repeating: Array(repeating: 0, count: space.count), count: kinds)
    changes = Array(repeating: 0, count: space.count)
    for cell in 0..<space.count {
      let rate = run.drawExitRate(cell)
      // With a scenario the shares are drawn with the rate.
      if !run.changesExits { run.drawExitShares(cell) }
      var below = 0.0
      for kind in 0..<kinds {
        let share = run.exitShares[cell * kinds + kind]
        exits[kind][cell] = rate * (share - below)
        below = share
      }
      changes[cell] = run.drawChangeRate(cell)
    }
    func blocks(_ base: UnsafeMutablePointer<Double>, _ count: Int) -> [[Double]] {
      (0..<count).map { block in (0..<space.categories).map { base[block * space.categories + $0] } }
    }
    levels = blocks(run.exits.levels, kinds) + blocks(run.changes.levels, 1)
    uasc = (0..<kinds).map { run.exits.uasc[$0] } + [run.changes.uasc[0]]
    destinations = []
    for row in 0..<space.rows {
      run.drawDestinations(row)
      destinations.append(DrawnRates.shares(run, row))
    }
    entries = DrawnRates.entries(run, ground, work)
  }

  /// The shares that an alias table stands for.
  private static func shares(_ run: FutureRun, _ row: Int) -> [Double] {
    let width = 2 * run.categories
    let count = Int(run.destinationCounts[row])
    var shares = Array(repeating: 0.0, count: width)
    for index in 0..<count {
      let slot = run.destinationSlots[row * width + index]
      shares[Int(slot.choice)] += slot.own / Double(count)
      shares[Int(slot.other)] += (1 - slot.own) / Double(count)
    }
    return shares
  }

  private static func entries(_ run: FutureRun, _ ground: Ground, _ work: Workspace) -> [Double] {
    let running = work.entryShares.base
    let count = ground.space.entrants
    let all = running[max(0, count - 1)]
    guard all > 0 else { return Array(repeating: 0, count: count) }
    let perDay = run.pace[0] / all * ground.input.rates.entries.meanSize
    return (0..<count).map { perDay * (running[$0] - ($0 == 0 ? 0 : running[$0 - 1])) }
  }
}
