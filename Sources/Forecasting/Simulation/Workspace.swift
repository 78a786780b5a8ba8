/// What one thread needs to compute futures, used again for each: rates drawn so far, below nought where not yet.
final class Workspace {
  /// Children followed together.
  static let crewSize = 256

  /// Groups whose arrival is drawn together.
  static let arrivalsAhead = 32

  /// What stands for a hazard not drawn yet: it makes any sum with one that is drawn fall below nought.
  static let undrawn = -4.0

  let crew: Block<Walk>
  /// Members of the crew by what is to be done with them in a round.
  let lists: Block<Int32>
  /// The next groups to arrive.
  let arrivals: Block<Arrival>
  let exitRate: Block<Double>, changeRate: Block<Double>
  /// Running shares of the kinds of exit, by cell, then kind.
  let exitShares: Block<Double>
  /// Alias tables of destinations by row, and how many slots each has: below nought where it is not drawn yet.
  let destinationSlots: Block<AliasSlot>, destinationCounts: Block<Int32>
  let exits: FamilyWork, changes: FamilyWork
  /// Running weights of the kinds of entrant.
  let entryShares: Block<Double>
  /// Running weights of starting prices, pool by pool.
  let priceWeights: Block<Double>
  let isPoolDrawn: Block<Bool>
  /// The alias table of the kinds of entrant.
  let entrySlots: Block<AliasSlot>
  /// For making alias tables.
  let scratch: Block<Int32>
  /// Groups a day by month-long step.
  let pace: Block<Double>
  /// A future's counts while it is computed, laid out as in `Futures`: those of all futures together are too large for
  /// the processor to keep close by.
  let counts: Block<Int32>, leavers: Block<Int32>, flows: Block<Int64>
  /// Pence-nights a week's price is paid for: by month, then category; and the pence a week they start from.
  let penceNights: Block<Int64>, penceChange: Block<Int64>
  /// Children and pence running from month to month.
  let running: Block<Int32>, runningPence: Block<Int64>

  init(_ ground: Ground) {
    let space = ground.space
    crew = Block(repeating: Walk(), count: Workspace.crewSize)
    lists = Block(repeating: 0, count: Workspace.crewSize * 5)
    arrivals = Block(repeating: Arrival(), count: Workspace.arrivalsAhead)
    exitRate = Block(repeating: Workspace.undrawn, count: space.count)
    changeRate = Block(repeating: Workspace.undrawn, count: space.count)
    exitShares = Block(repeating: -1, count: space.count * 4)
    destinationSlots = Block(repeating: AliasSlot(), count: space.rows * space.destinations)
    destinationCounts = Block(repeating: -1, count: space.rows)
    exits = FamilyWork(space, kinds: ExitKind.allCases.count)
    changes = FamilyWork(space, kinds: 1)
    entryShares = Block(repeating: 0, count: space.entrants)
    entrySlots = Block(repeating: AliasSlot(), count: space.entrants)
    scratch = Block(repeating: 0, count: max(space.entrants, space.destinations))
    priceWeights = Block(repeating: 0, count: ground.startingPrices.values.count)
    isPoolDrawn = Block(repeating: false, count: space.rows)
    pace = Block(repeating: 0, count: ground.horizon / 30 + 2)
    counts = Block(
      repeating: 0, count: ground.months * Futures.Measure.allCases.count * space.categories)
    leavers = Block(repeating: 0, count: ground.months * Futures.leaverKinds)
    flows = Block(repeating: 0, count: ground.months * Futures.Flow.allCases.count)
    penceNights = Block(repeating: 0, count: ground.months * space.categories)
    penceChange = Block(repeating: 0, count: ground.months * space.categories)
    running = Block(repeating: 0, count: space.categories)
    runningPence = Block(repeating: 0, count: space.categories)
  }

  func reset() {
    exitRate.fill(Workspace.undrawn)
    changeRate.fill(Workspace.undrawn)
    exitShares.fill(-1)
    destinationCounts.fill(-1)
    isPoolDrawn.fill(false)
    counts.fill(0)
    leavers.fill(0)
    flows.fill(0)
    running.fill(0)
    runningPence.fill(0)
    penceNights.fill(0)
    penceChange.fill(0)
  }
}
