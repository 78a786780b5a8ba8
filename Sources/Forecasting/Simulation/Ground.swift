import Units

/// Memory of a fixed size that lives as long as its owner: reading it in the inner loop costs no more than the load.
final class Block<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ values: [Element]) {
    count = values.count
    base = .allocate(capacity: max(1, values.count))
    values.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { base.initialize(from: first, count: values.count) }
    }
  }

  init(repeating value: Element, count: Int) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: max(1, count))
  }

  func fill(_ value: Element) { base.update(repeating: value, count: count) }

  deinit { base.deallocate() }
}

/// A family's posterior, laid out for drawing.
final class FamilyGround: Sendable {
  let strength: Double
  /// Events by cell, then kind, and child-days by cell.
  let events: Block<Double>, days: Block<Double>
  /// Shapes and rates by kind, then pair.
  let parentShape: Block<Double>, parentRate: Block<Double>
  /// The part of the shapes that the factors of ages and times multiply.
  let parentPrior: Block<Double>
  /// By kind: shapes of the factors of all, of ages, of times; and the weights of the latter two.
  let marginShape: Block<Double>, marginWeight: Block<Double>
  /// Weights of the levels, by kind, then category.
  let levelWeight: Block<Double>
  /// Shapes and rates by kind, then category.
  let levelShape: Block<Double>, levelRate: Block<Double>
  /// Shapes and rates by kind.
  let uascShape: Block<Double>, uascRate: Block<Double>

  init(_ family: HazardFamily) {
    strength = family.strength
    events = Block(
      (0..<family.space.count).flatMap { cell in family.events.map { Double($0[cell]) } })
    days = Block(family.days.map(Double.init))
    parentShape = Block(family.parents.flatMap { $0.map(\.shape) })
    parentRate = Block(family.parents.flatMap { $0.map(\.rate) })
    parentPrior = Block(family.margins.flatMap(\.priors))
    marginShape = Block(family.margins.flatMap { [$0.total] + $0.ages + $0.times })
    marginWeight = Block(family.margins.flatMap { [1] + $0.ageWeights + $0.timeWeights })
    levelWeight = Block(family.margins.flatMap(\.categoryWeights))
    levelShape = Block(family.categoryLevels.flatMap { $0.map(\.shape) })
    levelRate = Block(family.categoryLevels.flatMap { $0.map(\.rate) })
    uascShape = Block(family.uascLevels.map(\.shape))
    uascRate = Block(family.uascLevels.map(\.rate))
  }
}

/// Where a cell belongs.
struct CellPlace: BitwiseCopyable {
  let pair: Int32, category: Int32
}

/// Sorted values in groups, one after the other.
struct Pools<Element: BitwiseCopyable>: Sendable {
  let values: Block<Element>
  let first: Block<Int32>

  init(_ groups: [[Element]]) {
    values = Block(groups.flatMap { $0 })
    var firsts: [Int32] = [0]
    for group in groups { firsts.append((firsts.last ?? 0) + Int32(group.count)) }
    first = Block(firsts)
  }

  @inline(__always)
  func range(_ group: Int) -> Range<Int> { Int(first.base[group])..<Int(first.base[group + 1]) }
}

/// A simulation's input laid out for speed: made once, read by every future of every thread.
final class Ground: Sendable {
  let input: SimulationInput
  let space: CellSpace
  let horizon: Int
  let months: Int
  /// The month of each day, counted from the as-of date; day 0 counts with day 1.
  let monthOfDay: Block<Int32>
  /// The first day after each month.
  let monthEnd: Block<Int32>
  /// Days of each month.
  let monthDays: Block<Int32>
  let birthdays: Birthdays
  /// `Walk.bandEdges` by cell.
  let bandEdges: Block<Double>
  /// The pair of age and time and the category of each cell.
  let places: Block<CellPlace>
  /// Cells in which children were seen.
  let seenCells: Block<Int32>
  let exits: FamilyGround
  let changes: FamilyGround
  let destinations: Block<Double>
  let moveShares: Block<Double>
  let entryAlphas: Block<Double>
  let entryAges: Pools<Int32>
  /// Running chances of a group's sizes.
  let groupSizes: Block<Double>
  let durations: Pools<Int32>
  let startingPrices: Pools<Int64>
  let weekly: Block<Int64>
  /// Price against the as-of date's by month, then category.
  let priceIndex: Block<Double>
  let startersIn: Block<Int32>
  let starterPence: Block<Int64>
  let starters: Block<Walk>
  /// By starter: 1 where the start of care is unknown, 2 where that of the stay is, 3 for both.
  let unknownStarts: Block<UInt8>

  init(_ input: SimulationInput) {
    self.input = input
    space = input.rates.space
    horizon = input.months.days
    months = input.months.count
    let ends = input.months.lastDays.map { Int32(input.months.asOf.nights(to: $0)) + 1 }
    monthEnd = Block(ends)
    monthDays = Block((0..<input.months.count).map { Int32(input.months.days(of: $0)) })
    var month: Int32 = 0
    monthOfDay = Block(
      (0...horizon).map { day in
        if Int32(day) >= ends[Int(month)] { month += 1 }
        return month
      })
    let space = space
    bandEdges = Block((0..<space.count).map { Walk.bandEdges[space.time(of: $0)] })
    places = Block(
      (0..<space.count).map {
        CellPlace(pair: Int32(space.pair(of: $0)), category: Int32(space.category(of: $0)))
      })
    let (inCare, inStay) = (input.rates.exits.days, input.rates.changes.days)
    seenCells = Block((0..<space.count).filter { inCare[$0] + inStay[$0] > 0 }.map(Int32.init))
    let first = min(-6575, Int(input.starters.map(\.birth).min() ?? 0))
    birthdays = Birthdays(from: first, to: horizon, asOf: input.months.asOf)
    exits = FamilyGround(input.rates.exits)
    changes = FamilyGround(input.rates.changes)
    destinations = Block(input.rates.destinations.alphas.flatMap { $0 })
    moveShares = Block(input.rates.destinations.moveShares)
    entryAlphas = Block(input.rates.entries.alphas)
    var size = 0.0
    groupSizes = Block(
      input.rates.entries.sizes.map {
        size += $0
        return size
      }.map { $0 / size })
    entryAges = Pools(input.rates.entries.ages)
    durations = Pools(input.durations.days)
    let pools = input.prices.startingPrices
    startingPrices = Pools(
      pools.isEmpty ? Array(repeating: [], count: input.rates.space.rows) : pools)
    weekly = Block(input.prices.weekly)
    priceIndex = Block(input.prices.index.flatMap { $0 })
    var counts = Array(repeating: Int32(0), count: input.rates.space.categories)
    var pence = Array(repeating: Int64(0), count: input.rates.space.categories)
    for starter in input.starters {
      counts[Int(starter.category)] += 1
      pence[Int(starter.category)] += starter.weeklyFee ?? input.prices.weekly[Int(starter.category)]
    }
    startersIn = Block(counts)
    starterPence = Block(pence)
    unknownStarts = Block(
      input.starters.map { ($0.isCareStartKnown ? 0 : 1) | ($0.isStayStartKnown ? 0 : 2) })
    starters = Block(
      input.starters.enumerated().map { index, starter in
        Walk(starter, person: UInt32(index), prices: input.prices, space: input.rates.space)
      })
    for index in 0..<starters.count {
      starters.base[index].settle(birthdays.pointers, space)
    }
  }
}
