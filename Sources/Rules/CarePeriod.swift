/// A period of care: a child's episodes that follow one another without a night between them.
struct CarePeriod {
  /// DECOM of its first episode.
  let start: Day
  /// DEC of its last episode.
  let end: Day
}

extension YearTables {
  /// A child's periods of care, the earliest first. Episodes without a known DECOM belong to none; an episode starts a
  /// new period where the one before it is known to have ended earlier.
  func carePeriods(of child: Int32) -> [CarePeriod] {
    var periods: [CarePeriod] = []
    for episode in episodes[child] where episode.decom.isKnown {
      if let current = periods.last, !(episode.decom > current.end) {
        periods[periods.count - 1] = CarePeriod(start: current.start, end: episode.dec)
      } else {
        periods.append(CarePeriod(start: episode.decom, end: episode.dec))
      }
    }
    return periods
  }

  /// Whether something that began on `start` and lasted to `end`, or still lasts where `end` is blank, fits none of the
  /// child's periods of care. False where the child has none, or `start` is not known.
  func isOutsideCare(_ child: Int32, from start: Day, to end: Day) -> Bool {
    let periods = carePeriods(of: child)
    guard !periods.isEmpty, start.isKnown else { return false }
    return periods.allSatisfy { period in
      end.isBlank
        ? period.end.isKnown || start < period.start
        : end > period.end || end < period.start
    }
  }
}
