import Units

/// What random draws are for. Each is a stream of its own: a draw is a pure function of seed, future, stream and two
/// numbers that say which draw of the stream it is, so it doesn't matter who draws first.
enum Stream {
  /// Candidate events of a person: (person, candidate).
  static let events: UInt32 = 0
  /// Hazards of leaving care by cell: (cell, attempt).
  static let exits: UInt32 = 1
  /// How leaving splits between kinds: (cell, kind and attempt).
  static let kinds: UInt32 = 2
  /// Hazards of a change of placement by cell: (cell, attempt).
  static let changes: UInt32 = 3
  /// Where changes of placement lead: (row, destination and attempt).
  static let destinations: UInt32 = 4
  /// Rates by age and time that cells borrow from: (rate, attempt).
  static let parents: UInt32 = 5
  /// Levels of categories and of UASC that cells borrow from: (level, attempt).
  static let levels: UInt32 = 6
  /// The pace of entries: its drift by month, its start.
  static let pace: UInt32 = 7
  /// Arrivals of groups: (group, part).
  static let arrivals: UInt32 = 8
  /// The mix of entrants: (cell, attempt).
  static let mix: UInt32 = 9
  /// Starts of care that the returns don't tell: (person, part).
  static let starts: UInt32 = 10
  /// Uplift of prices: (year, 0).
  static let uplift: UInt32 = 11
  /// Weights of the starting prices: (price, 0).
  static let prices: UInt32 = 12
  /// A stay's own price: (person, stay).
  static let fees: UInt32 = 13
  /// Orders of initiatives where there are too many to count all: (place, order).
  static let coalitions: UInt32 = 16
  /// The order of children within a day: (person, day).
  static let order: UInt32 = 15
  /// How well initiatives work, drawn once a future: (initiative, 0).
  static let effects: UInt32 = 14
}

/// The draws of one future.
struct FutureDraws: Sendable {
  let seed: Seed
  let future: UInt32

  init(seed: Seed, future: Int) {
    self.seed = seed
    self.future = UInt32(truncatingIfNeeded: future)
  }

  /// Two words of 64 bits.
  @inline(__always)
  func pair(_ stream: UInt32, _ a: UInt32, _ b: UInt32) -> (UInt64, UInt64) {
    seed.pair(a, b, future, stream)
  }

  /// A number strictly between 0 and 1.
  @inline(__always)
  func uniform(_ stream: UInt32, _ a: UInt32, _ b: UInt32) -> Double { unitInterval(pair(stream, a, b).0) }

  /// A standard normal number.
  func normal(_ stream: UInt32, _ a: UInt32, _ b: UInt32) -> Double {
    FixedMath.normalQuantile(uniform(stream, a, b))
  }

  /// A Gamma number of a shape above nought and scale 1, by Marsaglia and Tsang (A simple method for generating gamma
  /// variables, ACM TOMS 26, 2000); shapes under 1 by their boost. `b` must leave its lowest 5 bits free.
  ///
  /// A number of a shape under 1 that the boost takes below a ten-millionth is nought: as a share it could not be seen.
  @inline(__always)
  func gamma(
    _ shape: Double, _ tables: DrawTables.Pointers, _ stream: UInt32, _ a: UInt32, _ b: UInt32 = 0
  ) -> Double {
    let bits = pair(stream, a, b)
    guard shape < 1 else { return gammaAboveOne(shape, tables, bits, stream, a, b) }
    let power = -tables.exponential(UInt32(truncatingIfNeeded: bits.1)) / shape
    guard power > -16 else { return 0 }
    return gammaAboveOne(shape + 1, tables, bits, stream, a, b) * FixedMath.exp(power)
  }

  /// By 64 bits for the normal number and the upper 32 of the others for the test; a trial that fails draws anew.
  @inline(__always)
  private func gammaAboveOne(
    _ shape: Double, _ tables: DrawTables.Pointers, _ bits: (UInt64, UInt64), _ stream: UInt32, _ a: UInt32,
    _ b: UInt32
  ) -> Double {
    let d = shape - 1.0 / 3
    let y = tables.normal(bits.0) / (9 * d).squareRoot()
    let y2 = y * y
    let u = unitInterval(UInt32(truncatingIfNeeded: bits.1 >> 32))
    // Nearly always one of these says yes, without a logarithm: the authors' 1 − 0.0331x⁴ with x² = 9dy², and for
    // greater shapes one closer to the test, whose series is −¾dy⁴(1 − ⅘y + …) and so above −1.5dy⁴ where |y| < ½.
    let slope = d < 4 ? 0.0331 * 81 * d : 1.5
    if y > (d < 4 ? -1 : -0.5), y2 < (d < 4 ? 1000 : 0.25), u < 1 - slope * d * (y2 * y2) {
      return d * ((1 + y) * (1 + y) * (1 + y))
    }
    return gammaTried(d, tables, bits, stream, a, b)
  }

  @inline(never)
  private func gammaTried(
    _ d: Double, _ tables: DrawTables.Pointers, _ first: (UInt64, UInt64), _ stream: UInt32, _ a: UInt32,
    _ b: UInt32
  ) -> Double {
    var bits = first
    var attempt: UInt32 = 0
    while true {
      let x = tables.normal(bits.0)
      let t = 1 + x / (9 * d).squareRoot()
      if t > 0 {
        let v = t * t * t
        let u = unitInterval(UInt32(truncatingIfNeeded: bits.1 >> 32))
        if FixedMath.log(u) < 0.5 * x * x + d * (1 - v + FixedMath.log(v)) { return d * v }
      }
      attempt = attempt < 31 ? attempt + 1 : 1
      bits = pair(stream, a, b | attempt)
    }
  }
}

/// A number strictly between 0 and 1 from 64 random bits.
@inline(__always)
func unitInterval(_ bits: UInt64) -> Double { (Double(bits >> 12) + 0.5) * 0x1p-52 }

/// A number strictly between 0 and 1 from 32 random bits.
@inline(__always)
func unitInterval(_ bits: UInt32) -> Double { (Double(bits) + 0.5) * 0x1p-32 }
