/// What the returns do not tell of a child and each future draws.
extension FutureRun {
  /// Days in care of a child whose start is unknown: those of a child of like age whose start is known, given how
  /// long this one has been in care at least and that it can't be longer than since birth. Where no such child is
  /// known, what remains is exponential with a mean of two years.
  func drawDuration(_ walk: Walk, atLeast least: Double) -> Double {
    let most = Double(-walk.birth)
    let known = ground.durations.range(Int(walk.age))
    let days = ground.durations.values.base
    let first = known.partitioningIndex { Double(days[$0]) >= least }
    let end = known.partitioningIndex { Double(days[$0]) > most }
    let pick = draws.uniform(Stream.starts, walk.person, 0)
    if first < end { return Double(days[first + Int(pick * Double(end - first))]) }
    return min(most, least - 730 * FixedMath.log(pick))
  }

  /// When a stay of unknown start began: before its first known day by an exponential time with a mean of a year, and
  /// not before the period of care.
  func drawStayStart(_ walk: Walk) -> Double {
    let pick = draws.uniform(Stream.starts, walk.person, 1)
    return max(walk.careStart, walk.stayStart + 365 * FixedMath.log(pick))
  }

  /// The weekly price of a new stay: at the child's place in the order of prices, carried over from its last stay or
  /// drawn anew, among the prices that stays of like age and category have started at. Each future weighs those by a
  /// Bayesian bootstrap.
  mutating func drawPrice(_ walk: inout Walk) -> Int64 {
    let pool = Int(walk.age) * categories + Int(walk.category)
    let range = ground.startingPrices.range(pool)
    guard !range.isEmpty else { return weekly[Int(walk.category)] }
    if !work.isPoolDrawn.base[pool] { drawPool(pool, range) }
    let (first, second) = draws.pair(Stream.fees, walk.person, walk.stays)
    if walk.rank < 0 || unitInterval(first) >= ground.input.prices.carriedRank {
      walk.rank = unitInterval(second)
    }
    let weights = work.priceWeights.base
    let weight = walk.rank * weights[range.upperBound - 1]
    let place = range.partitioningIndex { weights[$0] > weight }
    return ground.startingPrices.values.base[min(place, range.upperBound - 1)]
  }

  private func drawPool(_ pool: Int, _ range: Range<Int>) {
    var sum = 0.0
    for index in range {
      sum +=
        isCertain ? 1 : -FixedMath.log(draws.uniform(Stream.prices, UInt32(index), 0))
      work.priceWeights.base[index] = sum
    }
    work.isPoolDrawn.base[pool] = true
  }
}

extension Range<Int> {
  /// The first position from which a test holds, by bisection; the end where it never does.
  @inline(__always)
  func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
