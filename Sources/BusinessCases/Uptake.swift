public import Units

/// How the people, places or posts of a line come to count, one after another or together, and for how long each does.
public enum Uptake: Sendable, Equatable {
  /// All from the line's first day.
  case atOnce
  /// Evenly from the line's first day to this one, on which all count.
  case evenly(by: CivilDay)
  /// So many from each day.
  case dated([DatedCount])

  /// The days that all of a quantity of 1 have counted up to and not including a day, in a line from `from`; each counts
  /// for at most `stay` days.
  func days(from: CivilDay, to day: Double, stay: Double?) -> Double {
    guard let stay else { return days(from: from, to: day) }
    return days(from: from, to: day) - days(from: from, to: day - stay)
  }

  private func days(from: CivilDay, to day: Double) -> Double {
    let gone = day - Double(from.number)
    switch self {
    case .atOnce: return max(0, gone)
    case .evenly(let by):
      let ramp = Double(from.nights(to: by))
      guard gone > 0 else { return 0 }
      guard ramp > 0 else { return gone }
      return gone < ramp ? gone * gone / (2 * ramp) : gone - ramp / 2
    case .dated(let steps):
      let all = steps.reduce(0) { $0 + $1.count }
      guard all > 0 else { return 0 }
      return steps.reduce(0) { $0 + $1.count * max(0, day - Double($1.day.number)) } / all
    }
  }

  /// The share that has begun to count before a day.
  func begun(from: CivilDay, before day: CivilDay) -> Double {
    switch self {
    case .atOnce: return day > from ? 1 : 0
    case .evenly(let by):
      let ramp = Double(from.nights(to: by))
      let gone = Double(from.nights(to: day))
      guard ramp > 0 else { return day > from ? 1 : 0 }
      return min(1, max(0, gone / ramp))
    case .dated(let steps):
      let all = steps.reduce(0) { $0 + $1.count }
      guard all > 0 else { return 0 }
      return steps.reduce(0) { $0 + ($1.day < day ? $1.count : 0) } / all
    }
  }
}

/// So many from a day on.
public struct DatedCount: Sendable, Equatable {
  /// The first day on which they count.
  public let day: CivilDay
  /// How many.
  public let count: Double

  /// So many from a day on.
  public init(day: CivilDay, count: Double) {
    self.day = day
    self.count = count
  }
}
