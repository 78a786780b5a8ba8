import Testing
import Units

@testable import Forecasting

/// Laws of the scores by which a back-test judges.
struct ScoringTests {
  /// Draws of a standard normal that are the same every time.
  private func normals(_ count: Int, seed: UInt64 = 4) -> [Double] {
    (0..<count).map { index in
      let uniform = Seed(seed).uniform(stream: 1, person: 0, draw: UInt32(index))
      return FixedMath.normalQuantile((uniform * 0x1p52 + 0.5) / (0x1p52 + 1))
    }
  }

  @Test func `the score of a single value is the absolute error`() {
    for (value, actual) in [(3.0, 7.0), (7.0, 3.0), (0.0, 0.0), (1e9, -2e9)] {
      #expect(Prediction(values: [value]).crps(actual) == abs(value - actual))
      #expect(Prediction.normal(mean: value, sd: 0).crps(actual) == abs(value - actual))
    }
  }

  @Test func `the score of a sample is its definition over all pairs`() {
    let values = normals(40).map { 10 + 3 * $0 }
    for actual in [2.0, 9.5, 25.0] {
      let near = values.reduce(0) { $0 + abs($1 - actual) } / 40
      var pairs = 0.0
      for a in values { for b in values { pairs += abs(a - b) } }
      let defined = near - pairs / (2 * 40 * 40)
      #expect(abs(Prediction(values: values.reversed()).crps(actual) - defined) < 1e-12)
    }
  }

  @Test func `a sample's score tends to the normal's closed form`() {
    // Evenly spread over the distribution, a sample is off by no more than 1/n.
    let count = 4000
    let values = (0..<count).map { 100 + 8 * FixedMath.normalQuantile((Double($0) + 0.5) / Double(count)) }
    for actual in [70.0, 95, 100, 104, 140] {
      let closed = Prediction.normal(mean: 100, sd: 8).crps(actual)
      #expect(abs(Prediction(values: values).crps(actual) - closed) < 0.005)
    }
    // At its middle the closed form is known: sd (2 φ(0) − 1/√π).
    #expect(abs(Prediction.normal(mean: 100, sd: 8).crps(100) - 8 * 0.233_694_977_254_5) < 1e-9)
  }

  @Test func `the score is least, in expectation, for the true distribution`() {
    let truth = normals(4000)
    func expected(_ mean: Double, _ sd: Double) -> Double {
      truth.reduce(0) { $0 + Prediction.normal(mean: mean, sd: sd).crps($1) } / Double(truth.count)
    }
    let best = expected(0, 1)
    for mean in [-1.0, -0.3, 0, 0.3, 1] {
      for sd in [0.0, 0.5, 0.8, 1, 1.25, 2] where (mean, sd) != (0, 1) {
        #expect(expected(mean, sd) > best, "mean \(mean), sd \(sd)")
      }
    }
  }

  @Test func `scores of pence are as exact as those of pounds`() {
    let values = normals(200).map { 4e8 + 1e6 * $0 }
    let inPounds = Prediction(values: values.map { $0 / 100 }).crps(4.01e6)
    #expect(abs(Prediction(values: values).crps(4.01e8) / 100 - inPounds) < 1e-6 * inPounds)
  }

  @Test func `intervals hold the share they say`() {
    let truth = normals(20_000)
    let normal = Prediction.normal(mean: 0, sd: 1)
    let sample = Prediction(values: normals(5000, seed: 9))
    for share in BacktestResult.shares {
      for prediction in [normal, sample] {
        let inside = Double(truth.count { prediction.interval(share).contains($0) }) / Double(truth.count)
        #expect(abs(inside - share) < 0.02)
      }
    }
    #expect(Prediction.normal(mean: 5, sd: 0).interval(0.95) == 5...5)
    #expect(Prediction(values: [4, 1, 3, 2]).quantile(0.5) == 2.5)
  }

  @Test func `no verdict within two standard errors, and one beyond`() {
    let base = [4.0, 6, 5, 7, 3, 5, 6, 4, 5, 6, 4, 5]
    let noise = [1.0, -1, 0.5, -0.5, 1, -1, 0.5, -0.5, 1, -1, 0.5, -0.5]
    let alike = zip(base, noise).map { $0 + $1 }
    #expect(PairedComparison(base, alike).verdict == .notTold)
    let worse = alike.map { $0 + 2 }
    let comparison = PairedComparison(base, worse)
    #expect(comparison.verdict == .firstBetter && PairedComparison(worse, base).verdict == .secondBetter)
    #expect(abs(comparison.difference + 2) < 1e-12)
    let variance = noise.reduce(0) { $0 + $1 * $1 } / 11
    #expect(abs((comparison.standardError ?? 0) - (variance / 12).squareRoot()) < 1e-12)
    // The same scores from stretches of time that overlap tell less, from two next to nothing.
    #expect(PairedComparison(base, worse, overlap: 6).verdict == .tooFew)
    #expect(PairedComparison([1, 2], [5, 6.1]).verdict == .tooFew)
    #expect(PairedComparison(base, base).verdict == .notTold)
  }

  @Test func `methods that differ by chance alone are told apart about once in twenty times`() {
    for count in [3, 5, 8, 20] {
      let draws = normals(count * 2000, seed: UInt64(count))
      let told = (0..<2000).count { trial in
        let differences = Array(draws[(trial * count)..<((trial + 1) * count)])
        let verdict = PairedComparison(differences, differences.map { _ in 0 }).verdict
        return verdict != .notTold
      }
      #expect(told < 140, "\(count): \(told)")
      #expect(told > 60, "\(count): \(told)")
    }
  }

  @Test func `origins closer than the horizon share their time`() throws {
    let first = try #require(CivilDay("2020-03-31"))
    let yearly = (0..<5).map { first.adding(months: 12 * $0).endOfMonth }
    #expect(BacktestResult.overlap(yearly, months: 12) == 1)
    #expect(BacktestResult.overlap(yearly, months: 24) == 1.8)
    let quarterly = (0..<40).map { first.adding(months: 3 * $0).endOfMonth }
    #expect(abs(BacktestResult.overlap(quarterly, months: 12) - 3.85) < 1e-9)
  }
}
