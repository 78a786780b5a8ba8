/// How whole numbers of many futures spread: their mean and the seven quantiles that every output shows.
public struct Spread: Sendable, Equatable {
  /// The levels of the quantiles, in thousandths: the edges of the 95, 80 and 50 % intervals, and the median.
  public static let levels = [25, 100, 250, 500, 750, 900, 975]

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
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let count = sorted.count
    mean = Double(values.reduce(0, +)) / Double(count)
    quantiles = Spread.levels.map { level in sorted[max(0, (level * count + 999) / 1000 - 1)] }
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
