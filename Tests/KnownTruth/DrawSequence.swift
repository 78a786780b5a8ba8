import Foundation
import Units

/// A person's draws one after another, each a pure function of seed, stream, person and number.
struct DrawSequence {
  let seed: Seed
  let stream: UInt32
  let person: UInt32
  private var number: UInt32 = 0

  init(seed: Seed, stream: UInt32, person: UInt32) {
    self.seed = seed
    self.stream = stream
    self.person = person
  }

  /// At least 0 and below 1.
  mutating func uniform() -> Double {
    defer { number += 1 }
    return seed.uniform(stream: stream, person: person, draw: number)
  }

  /// Standard normal (Box and Muller).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return radius * cos(2 * .pi * uniform())
  }

  /// Lognormal with mean 1.
  mutating func lognormal(sd: Double) -> Double { sd == 0 ? 1 : exp(sd * normal() - sd * sd / 2) }

  /// A position, each as likely as its share.
  mutating func pick(_ shares: [Double]) -> Int {
    var left = uniform() * shares.reduce(0, +)
    for (position, share) in shares.enumerated() {
      if left < share { return position }
      left -= share
    }
    return shares.lastIndex { $0 > 0 } ?? 0
  }

  /// A Poisson count by inversion, for small means.
  mutating func poisson(_ mean: Double) -> Int {
    var left = uniform()
    var chance = exp(-mean)
    var count = 0
    while left >= chance, count < 100 {
      left -= chance
      count += 1
      chance *= mean / Double(count)
    }
    return count
  }

  /// Nights up to and with the one on which something of a constant chance a night happens; nil beyond `most`.
  mutating func nights(chance: Double, most: Int) -> Int? {
    guard chance > 0 else { return nil }
    let nights = log(1 - uniform()) / log1p(-chance)
    return nights < Double(most) ? Int(nights) + 1 : nil
  }
}
