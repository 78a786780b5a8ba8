import Support
import Testing
import Units

@testable import Forecasting

/// Laws of outlooks from counts alone, on panels of councils made up by keyed draws.
struct OutlookTests {
  /// Councils of many sizes whose counts go up and down by up to `swing`, the smaller the more.
  private static func panel(
    seed: UInt64, councils: Int = 60, years: ClosedRange<Int> = 2010...2025, swing: Double = 0.12,
    growth: Double = 0.01
  ) -> CountPanel? {
    let seed = Seed(seed)
    return CountPanel(
      (0..<councils).map { council in
        var value = 30 + 2000 * seed.uniform(stream: 1, person: UInt32(council), draw: 0)
        var counts: [Int: Int] = [:]
        for year in years {
          let draw = seed.uniform(stream: 2, person: UInt32(council), draw: UInt32(year))
          value = max(20, value * (1 + growth + (2 * draw - 1) * swing * (1 + 10 / value.squareRoot())))
          counts[year] = Int(value.rounded())
        }
        return (id: "\(100 + council)", region: "R\(council % 4)", counts: counts)
      })
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `intervals nest, hold the centre, widen year by year and are never negative`(_ seed: UInt64) throws {
    let panel = try #require(Self.panel(seed: seed, swing: seed % 2 == 0 ? 0.12 : 0.6))
    let outlooks = Outlooks(panel)
    for council in panel.councils {
      let years = try outlooks.outlook(council.id, years: 5)
      #expect(years.map(\.year) == [2026, 2027, 2028, 2029, 2030])
      var before = [0.0, 0, 0]
      for year in years {
        #expect(year.intervals.map(\.percent) == [50, 80, 95])
        for (inner, outer) in zip(year.intervals, year.intervals.dropFirst()) {
          #expect(outer.low <= inner.low && inner.high <= outer.high)
        }
        for (place, interval) in year.intervals.enumerated() {
          #expect(0 <= interval.low && interval.low <= year.centre && year.centre <= interval.high)
          #expect(interval.high - year.centre >= before[place] * (1 - 1e-12))
          before[place] = interval.high - year.centre
        }
      }
    }
  }

  @Test func `where nothing ever changed, nothing will`() throws {
    let counts = Dictionary(uniqueKeysWithValues: (2010...2025).map { ($0, 300) })
    let panel = try #require(CountPanel((0..<40).map { (id: "\($0)", region: nil, counts: counts) }))
    for year in try Outlooks(panel).outlook("7", years: 5) {
      #expect(year.centre == 300)
      #expect(year.intervals.allSatisfy { $0.low == 300 && $0.high == 300 })
    }
  }

  @Test func `a fall that never stops does not go below nought`() throws {
    let panel = try #require(Self.panel(seed: 5, swing: 0.05, growth: -0.3))
    let outlooks = Outlooks(panel, rule: .drift)
    for council in panel.councils {
      for year in try outlooks.outlook(council.id, years: 5) {
        #expect(year.centre >= 0 && year.intervals.allSatisfy { $0.low >= 0 && $0.high >= $0.low })
      }
    }
  }

  @Test func `smaller councils get wider intervals for their size`() throws {
    let panel = try #require(Self.panel(seed: 3))
    let outlooks = Outlooks(panel)
    let widths = try panel.councils.compactMap { council -> (size: Int, width: Double)? in
      guard let last = council.counts.last ?? nil else { return nil }
      let year = try #require(try outlooks.outlook(council.id, years: 1).first)
      let interval = try #require(year.interval(80))
      return (last, (interval.high - interval.low) / year.centre)
    }.sorted { $0.size < $1.size }
    let small = try #require(widths.first)
    let large = try #require(widths.last)
    #expect(small.width > 1.1 * large.width)
  }

  @Test func `a change that all share and that goes on is carried on, and less each year`() throws {
    let panel = try #require(
      CountPanel(
        (0..<40).map { council in
          var value = Double(200 + 20 * council)
          var counts: [Int: Int] = [:]
          for year in 2010...2025 {
            counts[year] = Int(value.rounded())
            value *= 1.05
          }
          return (id: "\(council)", region: "R", counts: counts)
        }))
    let outlooks = Outlooks(panel)
    #expect(outlooks.rule != .lastValue)
    let last = try #require(panel.councils.first?.counts.last ?? nil)
    let years = try outlooks.outlook("0", years: 3)
    let steps = zip([Double(last)] + years.map(\.centre), years.map(\.centre)).map { $1 / $0 - 1 }
    #expect(steps[0] > 0.02 && steps[1] < steps[0] && steps[2] < steps[1] && steps[2] > 0)
  }

  @Test func `where changes never go on, the last value stays the centre`() throws {
    // What rises in one year falls in the next, in every council.
    let panel = try #require(
      CountPanel(
        (0..<40).map { council in
          let counts = Dictionary(
            uniqueKeysWithValues: (2010...2025).map { ($0, 300 + 5 * council + (($0 + council) % 2) * 30) })
          return (id: "\(council)", region: "R\(council % 2)", counts: counts)
        }))
    #expect(Outlooks(panel).rule == .lastValue)
  }

  @Test func `what came after an origin changes nothing known at it`() throws {
    let whole = try #require(Self.panel(seed: 9))
    let backtest = OutlookBacktest(whole)
    for last in [2016, 2020] {
      // Not only cut off: had every council from then on grown at a pace of its own, without end.
      let other = try #require(
        CountPanel(
          whole.councils.enumerated().map { place, council in
            var counts: [Int: Int] = [:]
            for (year, count) in zip(whole.years, council.counts) {
              let before = Double(counts[year - 1] ?? 0)
              counts[year] = year > last ? Int(before * (1.02 + 0.01 * Double(place % 40))) : count
            }
            return (id: council.id, region: council.region, counts: counts)
          }))
      let changed = OutlookBacktest(other)
      let kept = last - 2014 + 1
      #expect(backtest.rules.prefix(kept) == changed.rules.prefix(kept))
      for method in OutlookBacktest.Method.allCases {
        let before = try #require(backtest.trials[method]).filter { $0.origin <= last }
        let after = try #require(changed.trials[method]).filter { $0.origin <= last }
        #expect(!before.isEmpty && before.map(\.forecast) == after.map(\.forecast))
      }
      let cut = Outlooks(whole.upTo(last))
      for trial in try #require(backtest.trials[.outlook]) where trial.origin == last {
        let ahead = trial.forecast.year - last
        #expect(try cut.outlook(trial.council, years: 3)[ahead - 1] == trial.forecast)
      }
    }
  }

  @Test func `the order in which councils are given changes nothing`() throws {
    let panel = try #require(Self.panel(seed: 4))
    let reversed = try #require(
      CountPanel(
        panel.councils.reversed().map { council in
          let counts = zip(panel.years, council.counts).compactMap { year, count in count.map { (year, $0) } }
          return (id: council.id, region: council.region, counts: Dictionary(uniqueKeysWithValues: counts))
        }))
    #expect(reversed == panel)
  }

  @Test func `a council that is split leaves no false change in its region`() throws {
    var councils = try #require(Self.panel(seed: 6, swing: 0)).councils.map { council in
      (
        id: council.id, region: council.region,
        counts: Dictionary(
          uniqueKeysWithValues: zip(2010...2025, council.counts).compactMap { year, count in
            count.map { (year, $0) }
          })
      )
    }
    let before = Outlooks(try #require(CountPanel(councils)), rule: .change(of: .country, keptPercent: 70))
    let big = Dictionary(uniqueKeysWithValues: (2010...2023).map { ($0, 5000) })
    councils.append((id: "900", region: "R0", counts: big))
    for part in ["901", "902"] {
      let counts = Dictionary(uniqueKeysWithValues: (2024...2025).map { ($0, 2500) })
      councils.append((id: part, region: "R0", counts: counts))
    }
    let after = Outlooks(try #require(CountPanel(councils)), rule: .change(of: .country, keptPercent: 70))
    let centres = try [before, after].map { try $0.outlook("101", years: 1)[0].centre }
    #expect(abs(centres[0] / centres[1] - 1) < 0.01)
    #expect(throws: OutlookError.noCount(year: 2025, last: 2023)) { try after.outlook("900", years: 1) }
  }

  @Test func `councils, years and children that are too few are refused`() throws {
    let short = try #require(Self.panel(seed: 1, years: 2024...2025))
    #expect(throws: OutlookError.tooFewYears(ahead: 1)) { try Outlooks(short).outlook("101", years: 1) }
    let panel = try #require(Self.panel(seed: 1, years: 2021...2025))
    #expect(throws: OutlookError.tooFewYears(ahead: 4)) { try Outlooks(panel).outlook("101", years: 4) }
    #expect(throws: OutlookError.unknown("x")) { try Outlooks(panel).outlook("x", years: 1) }
    #expect(CountPanel([]) == nil)
    let counts = Dictionary(uniqueKeysWithValues: (2010...2025).map { ($0, 12) })
    let tiny = try #require(CountPanel([(id: "1", region: nil, counts: counts)]))
    #expect(throws: OutlookError.tooSmall(count: 12)) { try Outlooks(tiny).outlook("1", years: 1) }
  }

  @Test func `the score is the mean distance from the errors less half their distance from each other`()
    throws
  {
    let errors = (0..<120).map { (error: Double(($0 * 37) % 101) / 200 - 0.25, count: 200.0) }
    let pooled = try #require(PooledErrors(errors))
    let median = PooledErrors.quantile(0.5, errors.map(\.error).sorted())
    let ensemble = errors.map { 200 * (1 + $0.error - median) }
    for outcome in [120.0, 199, 200, 204.5, 300] {
      let distance = ensemble.reduce(0) { $0 + abs($1 - outcome) } / 120
      let spread = ensemble.reduce(0) { sum, x in sum + ensemble.reduce(0) { $0 + abs($1 - x) } } / 28_800
      let score = pooled.score(outcome: outcome, centre: 200, count: 200)
      #expect(abs(score - (distance - spread)) < 1e-9)
    }
  }
}
