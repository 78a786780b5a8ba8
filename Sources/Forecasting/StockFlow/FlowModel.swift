public import Units

/// A daily rate of passing from one state to another.
public struct FlowRate: Sendable, Equatable {
  /// The state left.
  public let from: Int
  /// The state entered; nil for leaving the model.
  public let to: Int?
  /// Rate per child and day.
  public let perDay: Double
  /// The part of the flow that is a move to a new placement, 0 to 1: a birthday is none, nor is a stay in hospital.
  public let moves: Double

  /// A rate.
  public init(from: Int, to: Int?, perDay: Double, moves: Double = 0) {
    self.from = from
    self.to = to
    self.perDay = perDay
    self.moves = moves
  }
}

/// A stock-and-flow model ready to run: how many children are in each state, and what moves them in a day.
public struct FlowModel: Sendable {
  /// The states.
  public let space: StateSpace
  /// The last day known; the forecast starts the day after.
  public let asOf: CivilDay
  /// Children in each state on `asOf`.
  public let initial: [Double]
  /// The rates, in order of the state left, each pair once.
  public let rates: [FlowRate]
  /// Children entering care in each state per day.
  public let entrantsPerDay: [Double]

  /// A model of a stock, rates and entrants.
  public init(
    space: StateSpace, asOf: CivilDay, initial: [Double], rates: [FlowRate], entrantsPerDay: [Double]
  ) {
    self.space = space
    self.asOf = asOf
    self.initial = initial
    self.rates = rates.sorted { ($0.from, $0.to ?? Int.max) < ($1.from, $1.to ?? Int.max) }
    self.entrantsPerDay = entrantsPerDay
  }

  /// Runs the model day by day for a number of days.
  public func forecast(days: Int) -> FlowForecast { run(steps: days, daysEach: 1) }

  /// Runs the model in steps of several days: each rate r becomes 1 − (1 − r)^days, entrants are multiplied, and
  /// the whole is applied once, as the sector's model does.
  public func run(steps: Int, daysEach: Int) -> FlowForecast {
    let flows = shares(daysEach)
    let count = space.count
    let categories = space.categories
    let entrants = entrantsPerDay.map { $0 * Double(daysEach) }
    var values = [Double](repeating: 0, count: steps * count)
    var ends = [Double](repeating: 0, count: steps * categories)
    var moves = ends
    values.withUnsafeMutableBufferPointer { values in
      ends.withUnsafeMutableBufferPointer { ends in
        moves.withUnsafeMutableBufferPointer { moves in
          initial.withUnsafeBufferPointer { initial in
            for step in 0..<steps {
              let now = UnsafeMutableBufferPointer(rebasing: values[(step * count)..<((step + 1) * count)])
              let before =
                step == 0
                ? initial : UnsafeBufferPointer(rebasing: values[((step - 1) * count)..<(step * count)])
              for state in 0..<count { now[state] = before[state] + entrants[state] }
              let row = step * categories
              for flow in flows {
                let moved = before[flow.from] * flow.share
                now[flow.from] -= moved
                if flow.to >= 0 { now[flow.to] += moved }
                if flow.isEnd { ends[row + flow.category] += moved }
                moves[row + flow.category] += moved * flow.moves
              }
            }
          }
        }
      }
    }
    return FlowForecast(
      space: space, firstDay: asOf + daysEach, daysEach: daysEach, steps: steps, values: values, ends: ends,
      moves: moves, entrants: entrants)
  }

  private struct Share {
    let from: Int
    let to: Int
    let share: Double
    let isEnd: Bool
    let moves: Double
    /// Where the flow is counted: the category left by an end, entered by a move.
    let category: Int
  }

  /// The part of a state's children that takes each way in one step. Where the rates of a state add to more than
  /// one, all its children leave, in proportion.
  private func shares(_ days: Int) -> [Share] {
    var total = [Double](repeating: 0, count: space.count)
    let step = rates.map { rate -> Double in
      var stay = 1.0
      for _ in 0..<days { stay *= 1 - rate.perDay }
      return days == 1 ? rate.perDay : 1 - stay
    }
    for (rate, share) in zip(rates, step) { total[rate.from] += share }
    return zip(rates, step).map { rate, share in
      let left = space.category(of: rate.from)
      let entered = rate.to.flatMap(space.category(of:))
      let isEnd = left != nil && entered == nil
      return Share(
        from: rate.from, to: rate.to ?? -1, share: total[rate.from] > 1 ? share / total[rate.from] : share,
        isEnd: isEnd, moves: rate.moves, category: (isEnd ? left : entered) ?? 0)
    }
  }
}

/// Expected children in each state, step by step.
public struct FlowForecast: Sendable {
  /// The states.
  public let space: StateSpace
  /// The day of the first step.
  public let firstDay: CivilDay
  /// Days in a step.
  public let daysEach: Int
  /// Number of steps.
  public let steps: Int
  /// Expected children, by step and state.
  let values: [Double]
  let ends: [Double]
  let moves: [Double]
  let entrants: [Double]

  /// Expected children in a state at a step.
  public func children(step: Int, state: Int) -> Double { values[step * space.count + state] }

  /// Expected children in care at a step by category, all ages together.
  public func children(step: Int) -> [Double] {
    (0..<space.categories).map { category in
      (0..<space.bands).reduce(0) { sum, band in
        sum + children(step: step, state: space.state(band: band, category: category))
      }
    }
  }

  /// Expected children who leave care in a step, by the category left.
  public func ends(step: Int) -> [Double] {
    Array(ends[(step * space.categories)..<((step + 1) * space.categories)])
  }

  /// Expected moves in a step, by the category moved to.
  public func moves(step: Int) -> [Double] {
    Array(moves[(step * space.categories)..<((step + 1) * space.categories)])
  }

  /// Expected children who enter care in a step, by category.
  public var startsPerStep: [Double] {
    (0..<space.categories).map { category in
      (0..<space.bands).reduce(0) { $0 + entrants[space.state(band: $1, category: category)] }
    }
  }
}
