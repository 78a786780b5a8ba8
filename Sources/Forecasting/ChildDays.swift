public import Care
import Units

/// Stock and flow by events and child-days: each child is in the band of the real age on each day, leaves on the
/// 18th birthday, and every rate is a number of events divided by the child-days in which they could have happened.
/// Birthdays are events like the others, so a steady council is forecast to stay steady. docs/methods/0003-child-days.md.
public enum ChildDays {
  /// A rate and what it was made of.
  public struct Rate: Sendable {
    /// The state left.
    public let from: Int
    /// The state entered; the same for a move within a category.
    public let to: Int
    /// Events in the window.
    public let events: Int
    /// Those of them that are moves to a new placement.
    public let moves: Int
    /// Child-days in the state in the window.
    public let childDays: Int
    /// Events per child-day.
    public var perDay: Double { Double(events) / Double(childDays) }
  }

  /// What the method finds in a window.
  public struct Estimate: Sendable {
    /// The rates, in order of state.
    public let rates: [Rate]
    /// Periods of care that started in the window, by state.
    public let entrants: [Int]
    /// The model.
    public let model: FlowModel
  }

  /// Estimates the model from the days of a window.
  public static func estimate(_ histories: CareHistories, window: ReferenceWindow) -> Estimate {
    let space = StateSpace(categories: histories.book.entries.count)
    var tally = Tally(space: space, window: window, asOf: histories.asOf)
    for period in histories.periods { tally.add(period, histories) }
    let rates = tally.rates()
    return Estimate(
      rates: rates, entrants: tally.entrants,
      model: FlowModel(
        space: space, asOf: histories.asOf, initial: tally.initial,
        rates: rates.map {
          FlowRate(from: $0.from, to: $0.to, perDay: $0.perDay, moves: Double($0.moves) / Double($0.events))
        },
        entrantsPerDay: tally.entrants.map { Double($0) / Double(window.days) }))
  }

  private struct Tally {
    let space: StateSpace
    let window: ReferenceWindow
    let days: DayRange?
    let asOf: CivilDay
    var exposure: [Int]
    var events: [Int]
    var moves: [Int]
    var entrants: [Int]
    var initial: [Double]

    init(space: StateSpace, window: ReferenceWindow, asOf: CivilDay) {
      self.space = space
      self.window = window
      self.asOf = asOf
      days = DayRange(from: window.first, upTo: window.last + 1)
      exposure = Array(repeating: 0, count: space.count)
      events = Array(repeating: 0, count: space.count * space.count)
      moves = events
      entrants = exposure
      initial = exposure.map { _ in 0 }
    }

    mutating func add(_ period: PeriodOfCare, _ histories: CareHistories) {
      let birth = histories.children[Int(period.child)].birth
      let edges = AgeBand.all.map { Age.birthday($0.upTo, bornOn: birth) }
      for (number, stayIndex) in period.stays.enumerated() {
        let stay = histories.stays[stayIndex]
        for index in stay.episodes {
          let episode = histories.episodes[index]
          let category = episode.category.index
          let isFirst = number == 0 && index == stay.episodes.lowerBound
          let last = spend(episode, category, edges, countStart: isFirst && period.isStartKnown)
          guard let end = episode.end, window.contains(end) else { continue }
          let next =
            index + 1 < histories.stays[period.stays.upperBound - 1].episodes.upperBound ? index + 1 : nil
          guard let next else {
            count(last, space.outside(band: space.band(of: last)))
            continue
          }
          let entered = histories.episodes[next].category.index
          let isMove = next == stay.episodes.upperBound && histories.stays[stayIndex + 1].isMove
          // A birthday on the day of a change is counted with the change.
          let state = space.state(band: edges.firstIndex { end < $0 } ?? space.bands - 1, category: entered)
          if state != last || isMove { count(last, state, isMove: isMove) }
        }
      }
    }

    /// Spends an episode's nights band by band; the state it ends in.
    private mutating func spend(
      _ episode: Episode, _ category: Int, _ edges: [CivilDay], countStart: Bool
    ) -> Int {
      var from = episode.start
      let end = episode.end ?? asOf + 1
      var band = edges.firstIndex { from < $0 } ?? space.bands - 1
      if countStart, window.contains(from) { entrants[space.state(band: band, category: category)] += 1 }
      while true {
        let state = space.state(band: band, category: category)
        let to = band + 1 < space.bands ? min(end, edges[band]) : end
        exposure[state] += days?.nights(ofStayFrom: from, to: to) ?? 0
        guard to < end, band + 1 < space.bands else { break }
        if window.contains(to) { count(state, space.state(band: band + 1, category: category)) }
        from = to
        band += 1
      }
      let state = space.state(band: band, category: category)
      if episode.end == nil { initial[state] += 1 }
      return state
    }

    private mutating func count(_ from: Int, _ to: Int, isMove: Bool = false) {
      events[from * space.count + to] += 1
      if isMove { moves[from * space.count + to] += 1 }
    }

    func rates() -> [Rate] {
      var rates: [Rate] = []
      for from in 0..<space.inCare where exposure[from] > 0 {
        for to in 0..<space.count where events[from * space.count + to] > 0 {
          rates.append(
            Rate(
              from: from, to: to, events: events[from * space.count + to],
              moves: moves[from * space.count + to], childDays: exposure[from]))
        }
      }
      return rates
    }
  }
}
