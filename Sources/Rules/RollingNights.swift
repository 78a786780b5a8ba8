import Units

/// Nights of stays within any twelve months, counted once where stays overlap.
struct RollingNights {
  private let stays: [DayRange]
  /// Nights of the stays before each stay, and of all of them.
  private let before: [Int]

  init(_ stays: [DayRange]) {
    self.stays = RollingNights.joined(stays)
    var before = [0]
    for stay in self.stays { before.append((before.last ?? 0) + stay.nights) }
    self.before = before
  }

  /// The days of all periods of twelve months with more nights than `limit`, joined.
  ///
  /// The nights of a period that is moved along the calendar are most where it begins with a stay or ends with one, so
  /// only those periods are looked at.
  func twelveMonths(over limit: Int) -> [DayRange] {
    let periods = stays.flatMap { stay in
      [
        DayRange(from: stay.start, upTo: Age.birthday(1, bornOn: stay.start)),
        DayRange(from: Age.birthday(-1, bornOn: stay.end), upTo: stay.end),
      ]
    }
    return RollingNights.joined(
      periods.compactMap { $0 }.filter { nights(before: $0.end) - nights(before: $0.start) > limit })
  }

  private func nights(before day: CivilDay) -> Int {
    var (low, high) = (0, stays.count)
    while low < high {
      let middle = (low + high) / 2
      if stays[middle].start < day { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    return before[low] - max(0, day.nights(to: stays[low - 1].end))
  }

  /// Ranges in order, those that overlap or touch taken together.
  private static func joined(_ ranges: [DayRange]) -> [DayRange] {
    var joined: [DayRange] = []
    for range in ranges.sorted(by: { $0.start < $1.start }) {
      if let last = joined.last, range.start <= last.end {
        joined[joined.count - 1] = DayRange(from: last.start, upTo: max(last.end, range.end)) ?? last
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
