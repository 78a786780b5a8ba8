import Forecasting
import Support
import Testing
import Units

@Suite struct SpreadTests {
  /// The quantile as it is defined: the smallest value that at least that share of the futures does not exceed.
  private func defined(_ values: [Int], _ level: Int) -> Int? {
    values.sorted().first { value in values.count { $0 <= value } * 1000 >= level * values.count }
  }

  @Test func `quantiles are the smallest value that enough futures do not exceed, near or far apart`() throws
  {
    var draws = Draws { Seed(81).words($0, 0, 0, 0) }
    for round in 0..<400 {
      let count = [1, 2, 3, 7, 39, 40, 200][round % 7]
      // Counts close together, pence far apart, and counts with a few far away.
      let size = [3, 40, 1_000_000_000][round % 3]
      var values = (0..<count).map { _ in Int.random(in: -size / 2...size, using: &draws) }
      if round % 5 == 0 { values[0] = 50_000_000 }
      let spread = try #require(Spread(values))
      for (level, quantile) in zip(Spread.levels, spread.quantiles) {
        #expect(quantile == defined(values, level), "\(values) \(level)")
      }
      let mean = Double(values.reduce(0, +)) / Double(count)
      #expect(spread.mean == mean)
    }
    #expect(Spread([]) == nil)
    #expect(Spread.names.map { Int(1000 * (Double($0.dropFirst()) ?? 0) / 100) } == Spread.levels)
  }

  @Test func `the interval of eight futures in ten holds eight in ten`() throws {
    let spread = try #require(Spread(Array(1...1000)))
    #expect(spread.quantiles == [25, 100, 250, 500, 750, 900, 975])
    #expect(spread.interval(80) == (100, 900) && spread.interval(50) == (250, 750))
    #expect(spread.interval(95) == (25, 975) && spread.median == 500)
  }
}
