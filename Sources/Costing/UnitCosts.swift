public import Care
public import Units

/// What a week of care really cost: the fee ledger's pounds over the nights they paid for, by category, provider and
/// month. Before and after others' shares.
public struct UnitCosts: Sendable {
  /// One category at one provider in one month.
  public struct Cell: Sendable {
    /// The category; nil where neither returns nor ledger tell.
    public let category: Category?
    /// Who is paid; empty where the ledger doesn't say.
    public let provider: String
    /// The month's first day.
    public let month: CivilDay
    /// Nights paid for.
    public internal(set) var nights = 0
    /// The whole fee of these nights.
    public internal(set) var gross = Money.zero
    /// The council's part of it.
    public internal(set) var council = Money.zero
    /// Children it is about.
    public internal(set) var children: Set<ChildID> = []
  }

  /// The cells with nights, by category, provider and month.
  public let cells: [Cell]
  /// The days they are of.
  public let days: DayRange

  /// The unit costs of placements in some days; nights after the histories' as-of date are not known and left out.
  public init(_ ledger: FeeLedger, _ histories: CareHistories, in days: DayRange) {
    let until = min(days.end, histories.asOf + 1)
    let days = DayRange(from: days.start, upTo: max(days.start, until)) ?? days
    self.days = days
    struct Key: Hashable {
      let category: Category?
      let provider: String
      let month: CivilDay
    }
    let stays = StaysByChild(histories)
    var cells: [Key: Cell] = [:]
    for line in ledger.lines where line.kind == .placement && line.nights(in: days) > 0 {
      var day = max(line.start, days.start)
      let end = min(line.end ?? days.end, days.end)
      while day < end {
        let next = min(day.startOfMonth.adding(months: 1), end)
        let (category, until) = stays.category(of: line, on: day)
        let last = min(next, until ?? next)
        let key = Key(category: category, provider: line.provider, month: day.startOfMonth)
        let nights = day.nights(to: last)
        cells[
          key, default: Cell(category: category, provider: line.provider, month: key.month)
        ].add(nights, of: line)
        day = last
      }
    }
    self.cells = cells.values.sorted { a, b in
      let (x, y) = (a.category?.index ?? .max, b.category?.index ?? .max)
      if x != y { return x < y }
      return a.provider == b.provider ? a.month < b.month : a.provider < b.provider
    }
  }

  /// Several cells together.
  public struct Sum: Sendable, Equatable {
    /// Nights paid for.
    public let nights: Int
    /// The whole fee.
    public let gross: Money
    /// The council's part.
    public let council: Money
    /// Children it is about.
    public let children: Int

    /// The whole fee a week; nil without nights.
    public var grossPerWeek: WeeklyRate? { perWeek(gross) }
    /// The council's part a week; nil without nights.
    public var councilPerWeek: WeeklyRate? { perWeek(council) }

    private func perWeek(_ money: Money) -> WeeklyRate? {
      guard nights > 0 else { return nil }
      return Money(roundingPence: Double(money.pence) * 7 / Double(nights)).map {
        WeeklyRate(pencePerWeek: $0.pence)
      }
    }
  }

  /// The cells that fit, together.
  public func sum(_ fits: (Cell) -> Bool) -> Sum {
    var children: Set<ChildID> = []
    var (nights, gross, council) = (0, Money.zero, Money.zero)
    for cell in cells where fits(cell) {
      children.formUnion(cell.children)
      nights += cell.nights
      gross += cell.gross
      council += cell.council
    }
    return Sum(nights: nights, gross: gross, council: council, children: children.count)
  }
}

extension UnitCosts.Cell {
  fileprivate mutating func add(_ more: Int, of line: FeeLine) {
    nights += more
    gross += line.weekly.cost(ofNights: more)
    council += line.councilWeekly.cost(ofNights: more)
    children.insert(line.child)
  }
}

/// The stays of each child, to tell what a rate period is paid for.
struct StaysByChild {
  private let histories: CareHistories
  private let stays: [ChildID: Range<Int>]

  init(_ histories: CareHistories) {
    self.histories = histories
    var stays: [ChildID: Range<Int>] = [:]
    for (index, stay) in histories.stays.enumerated() {
      let id = histories.children[Int(stay.child)].id
      stays[id] = (stays[id]?.lowerBound ?? index)..<(index + 1)
    }
    self.stays = stays
  }

  /// The category of the stay that a child is in on a day, and the first day on which that may change; the ledger's own
  /// category, and nil, where the child is in no stay.
  func category(of line: FeeLine, on day: CivilDay) -> (Category?, CivilDay?) {
    for index in (stays[line.child] ?? 0..<0).reversed() {
      let stay = histories.stays[index]
      guard stay.start <= day, day < (stay.end ?? .distantFuture) else { continue }
      let episode =
        histories.episodes[stay.episodes].last { $0.start <= day }
        ?? histories.episodes[stay.episodes.lowerBound]
      return (episode.category, episode.end ?? stay.end)
    }
    return (line.category, nil)
  }
}
