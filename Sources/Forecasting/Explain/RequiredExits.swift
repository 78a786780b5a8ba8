public import Units

/// How many children must leave care for their number to come down as planned: by the identity that the change in
/// number is entries less exits. Nothing is simulated.
public struct RequiredExits: Sendable, Equatable {
  /// A number of children in care on a day.
  public struct Point: Sendable, Equatable {
    /// The day.
    public let day: CivilDay
    /// Children in care on it.
    public let children: Int

    /// A number of children on a day.
    public init(day: CivilDay, children: Int) {
      self.day = day
      self.children = children
    }
  }

  /// What must happen between one target and the next.
  public struct Step: Sendable, Equatable {
    /// Where it starts.
    public let from: Point
    /// The target.
    public let to: Point
    /// Calendar months between the two, a part of a month by its days.
    public let months: Double
    /// Exits needed in all of it.
    public let exits: Double

    /// Change in the number of children; negative where it must fall.
    public var change: Int { to.children - from.children }
    /// Change in the number of children per month.
    public var changePerMonth: Double { Double(change) / months }
    /// Exits needed per month.
    public var exitsPerMonth: Double { exits / months }
    /// Exits needed per year.
    public var exitsPerYear: Double { exits * 12 / months }
  }

  /// Children who enter care in a year.
  public let entriesPerYear: Double
  /// What must happen from target to target, the first from the start.
  public let steps: [Step]

  /// What must happen for targets, in order of day.
  ///
  /// - Parameters:
  ///   - start: the number to come down from.
  ///   - targets: at least one, each later than the one before; numbers not negative.
  ///   - entriesPerYear: children who enter care in a year, not negative.
  /// - Throws: `RequiredExitsError` where the numbers make no sense, or a target is more than entries can reach.
  public init(start: Point, targets: [Point], entriesPerYear: Double) throws(RequiredExitsError) {
    guard entriesPerYear >= 0, entriesPerYear <= 1_000_000 else { throw .entries }
    guard !targets.isEmpty else { throw .noTargets }
    var steps: [Step] = []
    var from = start
    for to in targets {
      guard from.day < to.day else { throw .order(from: from.day, to: to.day) }
      for point in [from, to] where !(0...1_000_000).contains(point.children) { throw .children(point) }
      let months = RequiredExits.months(from: from.day, to: to.day)
      let entries = entriesPerYear * months / 12
      let exits = entries - Double(to.children - from.children)
      guard exits >= 0 else { throw .tooFewEntries(from: from, to: to, entries: entries) }
      steps.append(Step(from: from, to: to, months: months, exits: exits))
      from = to
    }
    self.entriesPerYear = entriesPerYear
    self.steps = steps
  }

  /// Whole calendar months, and the rest as a part of the month it falls in. A month that ends on 30 April began on
  /// 31 March.
  private static func months(from start: CivilDay, to end: CivilDay) -> Double {
    var whole = (end.year - start.year) * 12 + end.month - start.month
    if start.adding(months: whole) > end { whole -= 1 }
    let last = start.adding(months: whole)
    let next = start.adding(months: whole + 1)
    return Double(whole) + Double(last.nights(to: end)) / Double(last.nights(to: next))
  }
}

/// Why the exits needed can't be worked out, and what to do.
public enum RequiredExitsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Entries are negative, or not a number.
  case entries
  /// There is no target.
  case noTargets
  /// A target is not later than the point before.
  case order(from: CivilDay, to: CivilDay)
  /// A number of children is negative, or above a million.
  case children(RequiredExits.Point)
  /// A target is above what entries alone would reach.
  case tooFewEntries(from: RequiredExits.Point, to: RequiredExits.Point, entries: Double)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .entries: return "entries per year must be a number from 0 to 1,000,000"
    case .noTargets: return "state at least one target: a day and a number of children"
    case .order(let from, let to):
      return "the target for \(to.spoken) must be later than \(from.spoken): give targets in order of day"
    case .children(let point):
      return "\(point.children) children on \(point.day.spoken): a number must be from 0 to 1,000,000"
    case .tooFewEntries(let from, let to, let entries):
      return "\(to.children) children on \(to.day.spoken) can't be reached from \(from.children) on "
        + "\(from.day.spoken): even if nobody left, about \(Int(entries.rounded(.down))) entries would make it "
        + "\(from.children + Int(entries.rounded(.down))). Lower the target or check the entries per year"
    }
  }
}
