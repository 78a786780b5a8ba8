/// Rounding that keeps a table's rows adding to its printed total.
public enum Apportion {
  /// Rounds each value to a whole number so that the results add up to `total`: every value is taken down to
  /// the whole number below, and the units still missing go to the largest remainders, earlier rows first.
  ///
  /// `total` should be the rounded sum of the values; where it is further away than rounding can explain, the
  /// difference is spread by whole rounds over all rows, so the sum still holds.
  public static func wholeNumbers(_ values: [Double], total: Int) -> [Int] {
    guard !values.isEmpty else { return [] }
    var whole = values.map { Int($0.rounded(.down)) }
    var missing = total - whole.reduce(0, +)
    if abs(missing) > values.count {
      let each = missing / values.count
      for i in whole.indices { whole[i] += each }
      missing -= each * values.count
    }
    let byRemainder = values.indices.sorted { a, b in
      let ra = values[a] - values[a].rounded(.down)
      let rb = values[b] - values[b].rounded(.down)
      return ra == rb ? a < b : ra > rb
    }
    for i in missing >= 0 ? byRemainder : byRemainder.reversed() where missing != 0 {
      whole[i] += missing.signum()
      missing -= missing.signum()
    }
    return whole
  }

  /// Money shown in larger units (100 pence for whole pounds, 100 000 for thousands): each part and the total
  /// in units, the parts adding to the total.
  public static func units(of parts: [Money], penceEach size: Int) -> (parts: [Int], total: Int) {
    let sum = parts.reduce(Money.zero, +)
    let total = Int((Double(sum.pence) / Double(size)).rounded(.toNearestOrAwayFromZero))
    return (wholeNumbers(parts.map { Double($0.pence) / Double(size) }, total: total), total)
  }
}
