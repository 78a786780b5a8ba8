/// How whole numbers of many futures spread: their mean and the seven quantiles that every output shows.
public struct Spread: Sendable, Equatable {
  /// The levels of the quantiles, in thousandths: the edges of the 95, 80 and 50 % intervals, and the median.
  public static let levels = [25, 100, 250, 500, 750, 900, 975]
  /// Their names in files: `p2.5` to `p97.5`.
  public static let names = ["p2.5", "p10", "p25", "p50", "p75", "p90", "p97.5"]

  /// The mean.
  public let mean: Double
  /// The quantiles at `levels`: the smallest value that at least that share of the futures does not exceed.
  public let quantiles: [Int]

  /// The middle value.
  public var median: Int { quantiles[3] }

  /// The lower and upper edge of the interval that holds 50, 80 or 95 % of the futures.
  public func interval(_ percent: Int) -> (low: Int, high: Int) {
    switch percent {
    case 50: (quantiles[2], quantiles[4])
    case 80: (quantiles[1], quantiles[5])
    default: (quantiles[0], quantiles[6])
    }
  }

  /// The spread of values, one for each future; nil where there are none.
  public init?(_ values: [Int]) {
    guard let lowest = values.min(), let highest = values.max() else { return nil }
    mean = Double(values.reduce(0, +)) / Double(values.count)
    let ranks = Spread.levels.map { max(0, ($0 * values.count + 999) / 1000 - 1) }
    // Counts of children lie close together: a histogram finds their order in one pass. Pence do not.
    if highest - lowest < 2 * values.count + 1000 {
      quantiles = Spread.byHistogram(values, from: lowest, to: highest, ranks: ranks)
    } else {
      let sorted = values.sorted()
      quantiles = ranks.map { sorted[$0] }
    }
  }

  /// The values at ranks that rise.
  private static func byHistogram(
    _ values: [Int], from lowest: Int, to highest: Int, ranks: [Int]
  ) -> [Int] {
    var futures = Array(repeating: 0, count: highest - lowest + 1)
    for value in values { futures[value - lowest] += 1 }
    var place = 0
    var below = futures[0]
    return ranks.map { rank in
      while below <= rank {
        place += 1
        below += futures[place]
      }
      return lowest + place
    }
  }
}

extension Futures {
  /// A value of every future, in order.
  public func values(_ value: (_ future: Int) -> Int) -> [Int] { range.map(value) }

  /// Children, starts, ends, moves or nights of a month in some categories, one number for each future.
  public func counts(_ measure: Measure, month: Int, categories: [Int]) -> [Int] {
    values { future in
      categories.reduce(0) { $0 + count(measure, future: future, month: month, category: $1) }
    }
  }

  /// Pence of some months in some categories, one number for each future.
  public func costs(months: Range<Int>, categories: [Int]) -> [Int] {
    values { future in
      var sum = 0
      for month in months {
        for category in categories { sum += cost(future: future, month: month, category: category) }
      }
      return sum
    }
  }

  /// The mean over futures of a count, by category, for a month.
  public func means(_ measure: Measure, month: Int) -> [Double] {
    (0..<categories).map { category in
      Double(range.reduce(0) { $0 + count(measure, future: $1, month: month, category: category) })
        / Double(max(1, range.count))
    }
  }

  /// The mean cost of a month in pence, by category.
  public func meanCosts(month: Int) -> [Double] {
    (0..<categories).map { category in
      Double(range.reduce(0) { $0 + cost(future: $1, month: month, category: category) })
        / Double(max(1, range.count))
    }
  }
}
