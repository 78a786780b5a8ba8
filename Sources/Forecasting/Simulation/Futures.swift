/// Simulated futures: whole numbers for every future, month and category, from which alone means, quantiles and
/// costs come, so that any split of the futures joins exactly.
public final class Futures: @unchecked Sendable {
  /// What is counted for each month and category.
  public enum Measure: Int, CaseIterable, Sendable {
    /// Children in care on the month's last day.
    case children
    /// Children who start.
    case starts
    /// Children who leave, by the category left; those who turn 18 included.
    case ends
    /// Moves, by the category moved to.
    case moves
    /// Child-nights of the month.
    case nights
  }

  /// What changes the weekly cost, at prices of the as-of date.
  public enum Flow: Int, CaseIterable, Sendable {
    /// Children who start.
    case entries
    /// Children who leave before 18.
    case exits
    /// Children who turn 18.
    case eighteenths
    /// Children who go to another placement.
    case mix
  }

  /// The futures held.
  public let range: Range<Int>
  /// Months of each.
  public let months: Int
  /// Categories.
  public let categories: Int
  /// Counts: by future, month, measure, category.
  let counts: UnsafeMutableBufferPointer<Int32>
  /// Cost in whole pence: by future, month, category.
  let pence: UnsafeMutableBufferPointer<Int64>
  /// Children who leave: by future, month, kind of exit and, last, turning 18.
  let leavers: UnsafeMutableBufferPointer<Int32>
  /// Pence a week that flows add or take off, at prices of the as-of date: by future, month, flow.
  let weeklyFlows: UnsafeMutableBufferPointer<Int64>

  /// Bytes that futures of a size take.
  public static func bytes(futures: Int, months: Int, categories: Int) -> Int {
    futures * months
      * (4 * (Measure.allCases.count * categories + leaverKinds)
        + 8 * (categories + Flow.allCases.count))
  }

  static let leaverKinds = ExitKind.allCases.count + 1

  /// Room for futures, all nought.
  public init(range: Range<Int>, months: Int, categories: Int) {
    self.range = range
    self.months = months
    self.categories = categories
    let cells = range.count * months
    counts = .allocate(capacity: cells * Measure.allCases.count * categories)
    pence = .allocate(capacity: cells * categories)
    leavers = .allocate(capacity: cells * Futures.leaverKinds)
    weeklyFlows = .allocate(capacity: cells * Flow.allCases.count)
    counts.initialize(repeating: 0)
    pence.initialize(repeating: 0)
    leavers.initialize(repeating: 0)
    weeklyFlows.initialize(repeating: 0)
  }

  deinit {
    counts.deallocate()
    pence.deallocate()
    leavers.deallocate()
    weeklyFlows.deallocate()
  }

  /// A count of one future, month and category.
  public func count(_ measure: Measure, future: Int, month: Int, category: Int) -> Int {
    Int(
      counts[
        place(future, month) * categories * Measure.allCases.count + measure.rawValue * categories + category]
    )
  }

  /// Pence of one future, month and category.
  public func cost(future: Int, month: Int, category: Int) -> Int {
    Int(pence[place(future, month) * categories + category])
  }

  /// Children of one future who leave in a month by a kind of exit.
  public func leavers(_ kind: ExitKind, future: Int, month: Int) -> Int {
    Int(leavers[place(future, month) * Futures.leaverKinds + kind.rawValue])
  }

  /// Children of one future who turn 18 in a month.
  public func eighteenths(future: Int, month: Int) -> Int {
    Int(leavers[place(future, month) * Futures.leaverKinds + ExitKind.allCases.count])
  }

  /// Pence a week that a flow adds in a month of one future, at prices of the as-of date.
  public func weeklyFlow(_ flow: Flow, future: Int, month: Int) -> Int {
    Int(weeklyFlows[place(future, month) * Flow.allCases.count + flow.rawValue])
  }

  /// Takes over the counts of a future that is done.
  func keep(_ work: Workspace, of future: Int) {
    func copy<Count>(_ block: Block<Count>, _ all: UnsafeMutableBufferPointer<Count>) {
      all.baseAddress?.advanced(by: (future - range.lowerBound) * block.count)
        .update(from: block.base, count: block.count)
    }
    copy(work.counts, counts)
    copy(work.leavers, leavers)
    copy(work.flows, weeklyFlows)
  }

  @inline(__always)
  func place(_ future: Int, _ month: Int) -> Int { (future - range.lowerBound) * months + month }
}

/// How much was simulated.
public struct RunCounts: Sendable, Equatable {
  /// Futures.
  public var futures = 0
  /// Children in care at the start, in all futures.
  public var starters = 0
  /// Children who came into care.
  public var entrants = 0
  /// Entries, exits, changes of placement and 18th birthdays.
  public var events = 0
  /// Hazards of cells and rows of destinations drawn: those that are usually needed at once, others when a child comes.
  public var ratesDrawn = 0

  /// Adds what another run did.
  public static func + (a: RunCounts, b: RunCounts) -> RunCounts {
    RunCounts(
      futures: a.futures + b.futures, starters: a.starters + b.starters, entrants: a.entrants + b.entrants,
      events: a.events + b.events, ratesDrawn: a.ratesDrawn + b.ratesDrawn)
  }

  /// Counts; nought by default.
  public init(futures: Int = 0, starters: Int = 0, entrants: Int = 0, events: Int = 0, ratesDrawn: Int = 0) {
    self.futures = futures
    self.starters = starters
    self.entrants = entrants
    self.events = events
    self.ratesDrawn = ratesDrawn
  }
}
