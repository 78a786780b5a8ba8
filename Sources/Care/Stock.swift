public import Units

/// Children in care by day and category, and the flows between: how many are in care on a day, start, end and move.
public struct Stock: Sendable {
  /// Counts of one month.
  public struct Month: Sendable, Equatable {
    /// The month's last day, or the as-of date in the last month.
    public let lastDay: CivilDay
    /// Children in care on `lastDay`, by category.
    public let children: [Int]
    /// Child-nights of the month, by category: the children in care on each of its days.
    public let nights: [Int]
    /// Periods of care that started, by the category they started in; unknown starts are not counted.
    public let starts: [Int]
    /// Periods of care that ended, by the category they ended in.
    public let ends: [Int]
    /// Moves to a new placement, by the category moved to.
    public let moves: [Int]
  }

  /// The first day counted.
  public let firstDay: CivilDay
  /// The last day counted, the as-of date.
  public let lastDay: CivilDay
  /// Number of categories.
  public let categories: Int
  private var onDay: [Int32]
  private var startsOn: [[CivilDay]]
  private var endsOn: [[CivilDay]]
  private var movesOn: [[CivilDay]]

  /// Counts the children looked after in care histories, respite apart.
  public init(_ histories: CareHistories) {
    let first = histories.firstDay ?? histories.asOf
    let last = max(first, histories.asOf)
    let width = histories.book.entries.count
    let days = first.nights(to: last) + 1
    var change = [Int32](repeating: 0, count: (days + 1) * width)
    for episode in histories.episodes {
      change[first.nights(to: episode.start) * width + episode.category.index] += 1
      if let end = episode.end {
        change[first.nights(to: end) * width + episode.category.index] -= 1
      }
    }
    for index in width..<(days * width) { change[index] += change[index - width] }
    firstDay = first
    lastDay = last
    categories = width
    onDay = change
    startsOn = Array(repeating: [], count: width)
    endsOn = startsOn
    movesOn = startsOn
    addFlows(histories)
  }

  private mutating func addFlows(_ histories: CareHistories) {
    let episodes = histories.episodes
    for period in histories.periods {
      let opening = histories.stays[period.stays.lowerBound]
      let closing = histories.stays[period.stays.upperBound - 1]
      if period.isStartKnown {
        startsOn[episodes[opening.episodes.lowerBound].category.index].append(period.start)
      }
      if let end = period.end {
        endsOn[episodes[closing.episodes.upperBound - 1].category.index].append(end)
      }
    }
    for stay in histories.stays where stay.isMove {
      movesOn[episodes[stay.episodes.lowerBound].category.index].append(stay.start)
    }
  }

  /// Children in care on a day by category; all zero outside the days counted.
  public func children(on day: CivilDay) -> [Int] {
    guard firstDay <= day, day <= lastDay else { return Array(repeating: 0, count: categories) }
    let row = firstDay.nights(to: day) * categories
    return onDay[row..<(row + categories)].map(Int.init)
  }

  /// All children in care on a day.
  public func total(on day: CivilDay) -> Int { children(on: day).reduce(0, +) }

  /// Child-nights in a range of days by category: the children in care on each of its days up to the as-of date.
  public func nights(in range: DayRange) -> [Int] {
    var sums = Array(repeating: 0, count: categories)
    var day = max(range.start, firstDay)
    while day < range.end, day <= lastDay {
      let row = firstDay.nights(to: day) * categories
      for category in 0..<categories { sums[category] += Int(onDay[row + category]) }
      day = day + 1
    }
    return sums
  }

  /// Every month from the one holding `day` to the as-of date.
  public func months(from day: CivilDay) -> [Month] {
    var months: [Month] = []
    var start = max(day, firstDay).startOfMonth
    while start <= lastDay {
      let end = start.endOfMonth
      guard let range = DayRange(from: start, upTo: end + 1) else { break }
      months.append(
        Month(
          lastDay: min(end, lastDay), children: children(on: min(end, lastDay)), nights: nights(in: range),
          starts: startsOn.map { $0.count(where: range.contains) },
          ends: endsOn.map { $0.count(where: range.contains) },
          moves: movesOn.map { $0.count(where: range.contains) }))
      start = end + 1
    }
    return months
  }
}

extension CareHistories {
  /// Which children had a night in each category in some days: positions in `children`, by category.
  public func childrenByCategory(in days: DayRange) -> [Set<Int32>] {
    var children = Array(repeating: Set<Int32>(), count: book.entries.count)
    for episode in episodes where days.nights(ofStayFrom: episode.start, to: episode.end) > 0 {
      children[episode.category.index].insert(episode.child)
    }
    return children
  }
}
