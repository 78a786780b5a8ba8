public import Care
import Units

/// What happened in a reference window and for how long it could have: events and child-days by cell. Every child
/// counts only for the days seen, so those already in care at its start and those still there at its end bias nothing.
public struct Exposure: Sendable {
  /// The cells.
  public let space: CellSpace
  /// The days counted: nights from the first day to the last, events on the days after the first.
  public let window: ReferenceWindow
  /// Exits by kind, then cell of the age and the time in care.
  public private(set) var exits: [[Int]]
  /// Child-days by cell of the age and the time in care; of children whose band is certain.
  public private(set) var careDays: [Int]
  /// Changes of placement by cell of the age and the time in the present stay.
  public private(set) var changes: [Int]
  /// Child-days by cell of the age and the time in the present stay.
  public private(set) var stayDays: [Int]
  /// Where changes led: by row (age band and category left), then destination.
  public private(set) var destinations: [[Int]]
  /// New stays by category entered, and those of them that count as moves.
  public private(set) var newStays: [Int], moves: [Int]
  /// Child-days left out because the time in care or in the stay can't be told.
  public private(set) var uncertainCareDays = 0, uncertainStayDays = 0
  /// Children who left on the 18th birthday or after.
  public private(set) var leftAtEighteen = 0

  private let histories: CareHistories

  /// Counts what care histories show in a window.
  public init(_ histories: CareHistories, window: ReferenceWindow) {
    space = CellSpace(categories: histories.book.entries.count)
    self.window = window
    self.histories = histories
    exits = Array(repeating: Array(repeating: 0, count: space.count), count: ExitKind.allCases.count)
    careDays = Array(repeating: 0, count: space.count)
    changes = careDays
    stayDays = careDays
    destinations = Array(repeating: Array(repeating: 0, count: space.destinations), count: space.rows)
    newStays = Array(repeating: 0, count: space.categories)
    moves = newStays
    for period in histories.periods { add(period) }
  }

  private mutating func add(_ period: PeriodOfCare) {
    let child = histories.children[Int(period.child)]
    let care = Clock(
      start: period.start, isKnown: period.isStartKnown, birth: child.birth)
    let uasc = child.isUASC ? 1 : 0
    for index in period.stays {
      let stay = histories.stays[index]
      let opening = histories.episodes[stay.episodes.lowerBound]
      let clock = Clock(
        start: stay.start, isKnown: opening.startsStay || index > period.stays.lowerBound, birth: child.birth)
      for position in stay.episodes {
        let episode = histories.episodes[position]
        count(episode, child, care, clock, uasc)
        guard let end = episode.end, window.first < end, end <= window.last else { continue }
        let isLastOfStay = position + 1 == stay.episodes.upperBound
        if isLastOfStay && index + 1 == period.stays.upperBound {
          exit(episode, end, child, care, uasc)
        } else {
          let next = histories.episodes[position + 1]
          change(
            from: episode, to: next, on: end, child, clock, uasc, isNewStay: isLastOfStay,
            isMove: isLastOfStay && histories.stays[index + 1].isMove)
        }
      }
    }
  }

  /// Adds the child-days of an episode, split at birthdays and edges of both clocks.
  private mutating func count(_ episode: Episode, _ child: Child, _ care: Clock, _ stay: Clock, _ uasc: Int) {
    var day = max(window.first, episode.start)
    let end = min(episode.end ?? window.last, window.last, child.eighteenth)
    while day < end {
      let years = Age.wholeYears(bornOn: child.birth, on: day)
      guard let age = AgeBand.band(ofYears: years) else { return }
      let birthday = Age.birthday(AgeBand.all[age].upTo, bornOn: child.birth)
      let next = min(end, birthday, care.nextEdge(after: day), stay.nextEdge(after: day))
      let nights = day.nights(to: next)
      func cell(_ time: Int) -> Int {
        space.cell(age: age, time: time, category: episode.category.index, uasc: uasc)
      }
      if let time = care.band(on: day) { careDays[cell(time)] += nights } else { uncertainCareDays += nights }
      if let time = stay.band(on: day) { stayDays[cell(time)] += nights } else { uncertainStayDays += nights }
      day = next
    }
  }

  private mutating func exit(_ episode: Episode, _ end: CivilDay, _ child: Child, _ care: Clock, _ uasc: Int)
  {
    guard end < child.eighteenth else {
      leftAtEighteen += 1
      return
    }
    // The event belongs to the night before it, the last on which it could have been seen to come.
    let day = end - 1
    guard let age = AgeBand.band(ofYears: Age.wholeYears(bornOn: child.birth, on: day)),
      let time = care.band(on: day)
    else { return }
    let cell = space.cell(age: age, time: time, category: episode.category.index, uasc: uasc)
    exits[ExitKind(reasonCeased: episode.reasonCeased).rawValue][cell] += 1
  }

  private mutating func change(
    from: Episode, to: Episode, on day: CivilDay, _ child: Child, _ stay: Clock, _ uasc: Int,
    isNewStay: Bool, isMove: Bool
  ) {
    guard isNewStay || from.category != to.category, day < child.eighteenth,
      let age = AgeBand.band(ofYears: Age.wholeYears(bornOn: child.birth, on: day - 1)),
      let time = stay.band(on: day - 1)
    else { return }
    changes[space.cell(age: age, time: time, category: from.category.index, uasc: uasc)] += 1
    let destination = isNewStay ? to.category.index : space.categories + to.category.index
    destinations[age * space.categories + from.category.index][destination] += 1
    guard isNewStay else { return }
    newStays[to.category.index] += 1
    if isMove { moves[to.category.index] += 1 }
  }
}

/// Time since a start that may be known only as "no later than".
struct Clock {
  let start: CivilDay
  let isKnown: Bool
  let birth: CivilDay

  /// The time band on a day; nil where the start is not known well enough to tell.
  func band(on day: CivilDay) -> Int? {
    let least = TimeBand.band(ofDays: start.nights(to: day))
    guard !isKnown else { return least }
    // A child can't have been in care for longer than since birth.
    return TimeBand.band(ofDays: max(0, birth.nights(to: day))) == least ? least : nil
  }

  /// The next day after `day` on which the band may be another.
  func nextEdge(after day: CivilDay) -> CivilDay {
    let own = edge(start, after: day)
    return isKnown ? own : min(own, edge(birth, after: day))
  }

  private func edge(_ start: CivilDay, after day: CivilDay) -> CivilDay {
    for days in TimeBand.firstDays.dropFirst() where day < start + days { return start + days }
    return .distantFuture
  }
}

extension Episode {
  /// Whether a stay really begins with it: the start of care (S) or a change of placement (P, B).
  var startsStay: Bool { reasonNew == "S" || reasonNew == "P" || reasonNew == "B" }
}
