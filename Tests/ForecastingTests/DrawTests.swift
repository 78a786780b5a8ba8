import Foundation
import Testing
import Units

@testable import Forecasting

/// The fixed-sequence mathematics against known answers, and the draws against the laws they claim.
struct DrawTests {
  private let tables = DrawTables.shared.pointers

  /// By mpmath with 40 digits, of the very doubles.
  private static let logs = [
    (1e-300, -690.77552789821370518), (0.001, -6.9077552789821370312), (0.5, -0.69314718055994530942),
    (0.9999999, -1.0000000494736474329e-7), (1.0000001, 9.9999995058387045178e-8), (1, 0),
    (2, 0.69314718055994530942), (10, 2.302585092994045684), (1e10, 23.02585092994045684),
    (1e300, 690.77552789821370526),
  ]
  private static let exps = [
    (-700, 9.8596765437597708567e-305), (-20, 2.061153622438557828e-9), (-1, 0.3678794411714423216),
    (-1e-9, 0.9999999990000000005), (0, 1), (0.5, 1.6487212707001281468), (1, 2.7182818284590452354),
    (20, 485165195.40979027797), (700, 1.0142320547350045095e304),
  ]
  private static let logGammas = [
    (0.001, 6.9071788853838536617), (0.1, 2.252712651734205902), (0.5, 0.57236494292470008707), (1, 0),
    (1.5, -0.12078223763524522235), (2.5, 0.28468287047291915963), (9.99, 12.77931521435019336),
    (10, 12.801827480081469611), (100, 359.13420536957539878), (1e6, 12815504.56914761166),
    (1e9, 19723265827.503716771),
  ]
  private static let shares = [
    (-6, 9.865876450376981407e-10), (-3, 0.0013498980316300945267), (-1, 0.15865525393145705141),
    (-0.1, 0.46017216272297101633), (0.5, 0.69146246127401310364), (1.96, 0.97500210485177956379),
    (5, 0.99999971334842812081),
  ]
  private static let quantiles = [
    (1e-15, -7.9413453261709967713), (1e-6, -4.7534243088228989573), (0.025, -1.9599639845400542118),
    (0.3, -0.52440051270804081597), (0.5, 0), (0.8, 0.8416212335729143638), (0.975, 1.9599639845400538556),
    (0.999999, 4.7534243088170877657),
  ]

  private func isClose(_ a: Double, _ b: Double, _ relative: Double, _ absolute: Double) -> Bool {
    abs(a - b) <= relative * abs(b) + absolute
  }

  @Test func `logarithm, exponential and their kin give the known answers`() {
    for (x, y) in Self.logs { #expect(isClose(FixedMath.log(x), y, 5e-16, 0), "log \(x)") }
    for (x, y) in Self.exps { #expect(isClose(FixedMath.exp(x), y, 1e-15, 0), "exp \(x)") }
    for (x, y) in Self.logGammas { #expect(isClose(FixedMath.logGamma(x), y, 2e-14, 3e-14), "logGamma \(x)") }
    for (x, y) in Self.shares { #expect(isClose(FixedMath.normalShare(below: x), y, 0, 1e-15), "share \(x)") }
    for (x, y) in Self.quantiles {
      #expect(isClose(FixedMath.normalQuantile(x), y, 2e-15, 1e-16), "quantile \(x)")
    }
    #expect(FixedMath.exp(-1000) == 0 && FixedMath.exp(1000) == .infinity)
    #expect(FixedMath.normalShare(below: -9) == 0 && FixedMath.normalShare(below: 9) == 1)
  }

  @Test func `they rise without a step back and undo each other`() {
    var x = 1e-12
    while x < 1e12 {
      let next = x * 1.0007
      #expect(FixedMath.log(x) < FixedMath.log(next))
      #expect(isClose(FixedMath.exp(FixedMath.log(x)), x, 1e-14, 0))
      x = next
    }
    var before = -Double.infinity
    for step in 1..<20_000 {
      let share = Double(step) / 20_000
      let z = FixedMath.normalQuantile(share)
      #expect(z > before)
      #expect(isClose(FixedMath.normalShare(below: z), share, 0, 1e-14))
      before = z
    }
    // Γ(x + 1) = x Γ(x).
    for step in 1..<2000 {
      let x = Double(step) * 0.013
      #expect(isClose(FixedMath.logGamma(x + 1), FixedMath.logGamma(x) + FixedMath.log(x), 1e-13, 1e-13))
    }
  }

  @Test func `a draw is never 0 or 1, at the edges either`() {
    for bits in [0, 1, UInt64.max, 1 << 63, UInt64(1) << 12 - 1] {
      #expect(unitInterval(bits) > 0 && unitInterval(bits) < 1)
      #expect(tables.normal(bits).isFinite)
    }
    for bits in [0, 1, UInt32.max, 1 << 31] {
      #expect(unitInterval(bits) > 0 && unitInterval(bits) < 1)
      #expect(tables.exponential(bits) > 0 && tables.exponential(bits) < 24)
    }
  }

  @Test func `the tables of exponentials and normals are the functions they stand for`() {
    for step in 0..<200_000 as Range<UInt64> {
      let bits = Seed(4).pair(UInt32(step), 0, 0, 0)
      let short = UInt32(truncatingIfNeeded: bits.0)
      #expect(isClose(tables.exponential(short), -FixedMath.log(unitInterval(short)), 1e-14, 1e-15))
      let size = FixedMath.normalQuantile(0.5 + (Double((bits.1 << 1) >> 12) + 0.5) * 0x1p-53)
      #expect(isClose(tables.normal(bits.1), bits.1 >> 63 == 0 ? size : -size, 1e-8, 1e-9))
    }
  }

  /// The share of a Gamma distribution below x, by the series or the continued fraction (Abramowitz and Stegun 6.5.29
  /// and 6.5.31).
  private func gammaShare(_ shape: Double, below x: Double) -> Double {
    guard x > 0 else { return 0 }
    let front = exp(shape * log(x) - x - lgamma(shape))
    if x < shape + 1 {
      var term = 1 / shape
      var sum = term
      var n = shape
      while term > sum * 1e-15 {
        n += 1
        term *= x / n
        sum += term
      }
      return sum * front
    }
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var h = d
    for i in 1..<10_000 {
      let an = -Double(i) * (Double(i) - shape)
      b += 2
      d = an * d + b
      if abs(d) < 1e-300 { d = 1e-300 }
      c = b + an / c
      if abs(c) < 1e-300 { c = 1e-300 }
      d = 1 / d
      h *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return 1 - front * h
  }

  @Test(arguments: [0.001, 0.01, 0.1, 0.5, 1, 1.3, 2, 5, 30, 1000, 1e6])
  func `Gamma draws have the mean, variance and distribution of their shape`(shape: Double) {
    let count = 20_000
    let values = (0..<count).map { number in
      FutureDraws(seed: Seed(9), future: number % 100).gamma(shape, tables, 50, UInt32(number / 100))
    }
    let mean = values.reduce(0, +) / Double(count)
    let variance = values.reduce(0) { $0 + ($1 - shape) * ($1 - shape) } / Double(count)
    #expect(abs(mean - shape) < 4 * (shape / Double(count)).squareRoot())
    // Fourth central moment of a Gamma: 3 s² + 6 s.
    let spread = ((2 * shape * shape + 6 * shape) / Double(count)).squareRoot()
    #expect(abs(variance - shape) < 4 * spread)
    // Kolmogorov and Smirnov: 1.95 is exceeded once in a thousand. Noughts stand for what is below a ten-millionth or so.
    let sorted = values.sorted()
    var distance = 0.0
    for (index, value) in sorted.enumerated() where value > 1e-5 {
      let share = gammaShare(shape, below: value)
      distance = max(
        distance, abs(share - Double(index) / Double(count)), abs(Double(index + 1) / Double(count) - share))
    }
    #expect(distance * Double(count).squareRoot() < 1.95)
    #expect(values.allSatisfy { $0 >= 0 && $0.isFinite })
  }

  @Test func `draws of neighbouring futures, streams and cells have nothing in common`() {
    let count = 20_000
    func value(_ future: Int, _ stream: UInt32, _ cell: UInt32) -> Double {
      FutureDraws(seed: Seed(9), future: future).gamma(3, tables, stream, cell)
    }
    let base = (0..<count).map { value($0, 3, 7) }
    for other in [
      (0..<count).map { value($0 + 1, 3, 7) }, (0..<count).map { value($0, 4, 7) },
      (0..<count).map { value($0, 3, 8) },
    ] {
      let product = zip(base, other).reduce(0) { $0 + ($1.0 - 3) * ($1.1 - 3) } / Double(count)
      #expect(abs(product) < 4 * 3 / Double(count).squareRoot())
    }
  }

  @Test func `an alias table picks each choice as often as its weight`() {
    for weights in [
      [1.0], [0, 5], [3, 1, 0, 0.001, 7], Array(repeating: 1, count: 40), [1e-12, 1, 1e-12], [1e9, 1],
    ] {
      var slots = weights.enumerated().map { AliasSlot(own: $0.element, choice: Int32($0.offset)) }
      var scratch = Array(repeating: Int32(0), count: weights.count)
      slots.withUnsafeMutableBufferPointer { slots in
        scratch.withUnsafeMutableBufferPointer { scratch in
          if let slots = slots.baseAddress, let scratch = scratch.baseAddress {
            AliasSlot.make(slots, weights.count, scratch)
          }
        }
      }
      var parts = Array(repeating: 0.0, count: weights.count)
      for slot in slots {
        #expect(slot.own >= 0 && slot.own <= 1 + 1e-9)
        parts[Int(slot.choice)] += slot.own
        parts[Int(slot.other)] += 1 - slot.own
      }
      let total = weights.reduce(0, +)
      for (part, weight) in zip(parts, weights) {
        #expect(abs(part / Double(weights.count) - weight / total) < 1e-9)
      }
    }
  }
}
