/// What one thread needs to compute futures, used again for each: rates drawn so far, below nought where not yet.
final class Workspace {
  let exitRate: Block<Double>, changeRate: Block<Double>
  /// Running shares of the kinds of exit, by cell, then kind.
  let exitShares: Block<Double>
  /// Running shares of destinations, by row, then destination.
  let destinationShares: Block<Double>
  let exitParents: Block<Double>, exitLevels: Block<Double>, exitUASC: Block<Double>
  let changeParents: Block<Double>, changeLevels: Block<Double>, changeUASC: Block<Double>
  /// Running weights of the kinds of entrant.
  let entryShares: Block<Double>
  /// Running weights of starting prices, pool by pool.
  let priceWeights: Block<Double>
  let isPoolDrawn: Block<Bool>
  /// Groups a day by month-long step.
  let pace: Block<Double>
  /// Pence-nights a week's price is paid for: by month, then category; and the pence a week they start from.
  let penceNights: Block<Int64>, penceChange: Block<Int64>
  /// Children and pence running from month to month.
  let running: Block<Int32>, runningPence: Block<Int64>

  init(_ ground: Ground) {
    let space = ground.space
    exitRate = Block(repeating: -1, count: space.count)
    changeRate = Block(repeating: -1, count: space.count)
    exitShares = Block(repeating: -1, count: space.count * 4)
    destinationShares = Block(repeating: -1, count: space.rows * space.destinations)
    exitParents = Block(repeating: -1, count: 4 * space.pairs)
    exitLevels = Block(repeating: -1, count: 4 * space.categories)
    exitUASC = Block(repeating: -1, count: 4)
    changeParents = Block(repeating: -1, count: space.pairs)
    changeLevels = Block(repeating: -1, count: space.categories)
    changeUASC = Block(repeating: -1, count: 1)
    entryShares = Block(repeating: 0, count: space.entrants)
    priceWeights = Block(repeating: 0, count: ground.startingPrices.values.count)
    isPoolDrawn = Block(repeating: false, count: space.rows)
    pace = Block(repeating: 0, count: ground.horizon / 30 + 2)
    penceNights = Block(repeating: 0, count: ground.months * space.categories)
    penceChange = Block(repeating: 0, count: ground.months * space.categories)
    running = Block(repeating: 0, count: space.categories)
    runningPence = Block(repeating: 0, count: space.categories)
  }

  func reset() {
    exitRate.fill(-1)
    changeRate.fill(-1)
    exitShares.fill(-1)
    destinationShares.fill(-1)
    exitParents.fill(-1)
    exitLevels.fill(-1)
    exitUASC.fill(-1)
    changeParents.fill(-1)
    changeLevels.fill(-1)
    changeUASC.fill(-1)
    isPoolDrawn.fill(false)
    running.fill(0)
    runningPence.fill(0)
    penceNights.fill(0)
    penceChange.fill(0)
  }
}
