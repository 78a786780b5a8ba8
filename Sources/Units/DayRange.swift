/// Days from a first day up to, and not including, a last one.
public struct DayRange: Hashable, Sendable {
  /// The first day inside.
  public let start: CivilDay
  /// The first day after the range.
  public let end: CivilDay

  /// The days from `start` up to and not including `end`, or nil if `end` is before `start`.
  public init?(from start: CivilDay, upTo end: CivilDay) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
  }

  /// Nights in the range: end minus start.
  public var nights: Int { start.nights(to: end) }

  /// Whether a day lies inside.
  public func contains(_ day: CivilDay) -> Bool { start <= day && day < end }

  /// Nights shared with a stay from one day to another (nil for a stay that has not ended).
  public func nights(ofStayFrom from: CivilDay, to: CivilDay?) -> Int {
    let first = max(start, from)
    let last = min(end, to ?? end)
    return first < last ? first.nights(to: last) : 0
  }
}
