import Units

/// An initiative made ready for the simulation: days counted from the as-of date, a stream of draws of its own.
struct ActingInitiative: Sendable {
  let initiative: Initiative
  /// The key of its draws: of its id alone, so that it draws the same in every coalition and at any place in the file.
  let stream: UInt32
  /// First day on which it acts, and the day from which it acts no more.
  let start: Int, end: Int
  private let rampDays: Int
  /// Days of each month on which it acts, each counted by its strength; and counted whole.
  let strengthDays: [Double], activeDays: [Int]

  init(_ initiative: Initiative, months: ForecastMonths) {
    self.initiative = initiative
    stream = ActingInitiative.stream(initiative.id)
    let asOf = months.asOf
    let start = asOf.nights(to: initiative.start)
    let end = initiative.end.map { asOf.nights(to: $0) } ?? .max
    let ramp = initiative.start.nights(to: initiative.start.adding(months: initiative.rampMonths))
    (self.start, self.end, rampDays) = (start, end, ramp)
    var first = 1
    var strengths: [Double] = []
    var active: [Int] = []
    for month in 0..<months.count {
      let days = first..<(first + months.days(of: month))
      first = days.upperBound
      strengths.append(
        days.reduce(0) { $0 + ActingInitiative.strength(on: $1, start: start, end: end, ramp: ramp) })
      active.append(days.count { start <= $0 && $0 < end })
    }
    strengthDays = strengths
    activeDays = active
  }

  /// How much of the full effect is reached on a day counted from the as-of date, 0 to 1.
  func strength(on day: Int) -> Double {
    ActingInitiative.strength(on: day, start: start, end: end, ramp: rampDays)
  }

  private static func strength(on day: Int, start: Int, end: Int, ramp: Int) -> Double {
    guard day >= start, day < end else { return 0 }
    return ramp > 0 ? min(1, Double(day - start) / Double(ramp)) : 1
  }

  /// FNV-1a of the id, above all streams of the simulation itself.
  private static func stream(_ id: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in id.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash | 0x8000_0000
  }

  /// In the order in which initiatives take a child that two would act on in one day: the earliest start, then the
  /// lowest id.
  static func ordered(_ initiatives: [Initiative], months: ForecastMonths) -> [ActingInitiative] {
    initiatives.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map {
      ActingInitiative($0, months: months)
    }
  }
}

/// How well an initiative works in one future: nought, or a factor of its claim with a mean that makes up for the
/// chance of nought only as far as the evidence grade discounts it.
struct DrawnEffects {
  /// One factor for each initiative, in their order.
  let factors: [Double]

  /// Draws the effects of a future. They share a Gaussian copula with correlation `rho`, so that what makes one
  /// initiative disappoint makes the others likelier to.
  init(_ acting: [ActingInitiative], draws: FutureDraws, rho: Double) {
    let common = draws.normal(Stream.effects, 0, 0)
    factors = acting.map { one in
      let own = draws.normal(one.stream, .max, 0)
      let z = rho.squareRoot() * common + (1 - rho).squareRoot() * own
      let share = FixedMath.normalShare(below: z)
      let none = one.initiative.grade.chanceOfNoEffect
      guard share > none else { return 0 }
      let rest = min(max((share - none) / (1 - none), 1e-12), 1 - 1e-12)
      return DrawnEffects.factor(one.initiative.spread, FixedMath.normalQuantile(rest))
    }
  }

  /// A lognormal factor of mean 1.
  private static func factor(_ spread: Initiative.Spread, _ z: Double) -> Double {
    let sigma: Double
    switch spread {
    case .variation(let variation): sigma = FixedMath.log(1 + variation * variation).squareRoot()
    case .interval(let low, let high):
      // The 10th and 90th percentile lie 1.2816 standard deviations from the middle.
      sigma = FixedMath.log(high / low) / (2 * 1.281_551_565_544_600_4)
    }
    return FixedMath.exp(sigma * z - sigma * sigma / 2)
  }
}
