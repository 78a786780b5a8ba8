import Units

/// What a run of draws is for. Each purpose has its own stream, so that changing how one table is filled
/// leaves every child's life as it was.
enum Purpose: UInt32 {
  case arrivals = 1
  case child
  case respite
  case reviews
  case permanence
  case missing
  case health
  case leaver
  case adopters
  case socialWorker
  case fees
  case accounts
}

/// One person's draws for one purpose, taken in order.
///
/// Only sums, products and comparisons of uniform numbers are used, never a library function, so the
/// council is the same byte for byte on every machine.
struct Draws {
  private let seed: Seed
  private let stream: UInt32
  private let person: UInt32
  private var taken: UInt32 = 0

  init(_ seed: Seed, _ purpose: Purpose, person: Int) {
    self.seed = seed
    stream = purpose.rawValue
    self.person = UInt32(person)
  }

  /// A number at least 0 and below 1.
  mutating func uniform() -> Double {
    defer { taken += 1 }
    return seed.uniform(stream: stream, person: person, draw: taken)
  }

  /// True with that probability.
  mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

  /// A whole number in a range, each equally likely.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(uniform() * Double(range.count))
  }

  /// One of the values, in proportion to its weight.
  mutating func pick<Value>(_ weights: [(Value, Double)]) -> Value {
    Draws.pick(weights, at: uniform())
  }

  /// A number of days from a table of quantiles.
  mutating func days(_ quantiles: Quantiles) -> Int { quantiles.days(at: uniform()) }

  /// The value at a position, 0 to 1, along the weights laid end to end.
  static func pick<Value>(_ weights: [(Value, Double)], at position: Double) -> Value {
    var left = position * weights.reduce(0) { $0 + $1.1 }
    for (value, weight) in weights {
      if left < weight { return value }
      left -= weight
    }
    return weights[weights.count - 1].0
  }
}

/// How long something lasts: the days below which stand given shares of all cases, straight lines between.
struct Quantiles: Sendable {
  let points: [(share: Double, days: Double)]

  init(_ points: (Double, Double)...) { self.points = points.map { ($0.0, $0.1) } }

  /// The days at a share, 0 to 1, and never less than one day.
  func days(at share: Double) -> Int {
    for (low, high) in zip(points, points.dropFirst()) where share < high.share {
      let along = (share - low.share) / (high.share - low.share)
      return max(1, Int(low.days + along * (high.days - low.days)))
    }
    return max(1, Int(points[points.count - 1].days))
  }
}
