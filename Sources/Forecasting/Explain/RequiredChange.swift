/// What would have to be true for a target: the change to one rate at which the forecast meets it, found by bisection
/// on the same draws. docs/methods/0008-explain.md.
public struct RequiredChange: Sendable {
  /// What is changed, from the day after the as-of date on.
  public enum Lever: Sendable, Equatable {
    /// Entries, by a factor.
    case entries
    /// Exits before 18 of all kinds, by a factor.
    case exits
    /// Exits of one kind, by a factor.
    case exit(ExitKind)
    /// More moves from one category to another, a year for each child in the first.
    case moves(from: Int, to: Int)
  }

  /// A number that must not be exceeded.
  public struct Target: Sendable, Equatable {
    /// What is counted.
    public let measure: ForecastMeasure
    /// The most it may be: children, or pence.
    public let most: Int
    /// Futures in a hundred that must meet it, 1 to 99; nil where it is the mean of all that must.
    public let chance: Int?

    /// A target.
    public init(_ measure: ForecastMeasure, most: Int, chance: Int? = nil) {
      self.measure = measure
      self.most = most
      self.chance = chance
    }

    /// What is held against `most`: the mean, or the number that the wanted share of futures does not exceed.
    func value(_ values: [Int]) -> Double {
      guard let chance else { return Double(values.reduce(0, +)) / Double(max(1, values.count)) }
      let rank = (chance * values.count + 99) / 100
      return values.isEmpty ? 0 : Double(values.sorted()[max(0, rank - 1)])
    }
  }

  /// The forecast with the lever at some amount.
  public struct State: Sendable {
    /// The factor, 1 where nothing is changed; of moves, how many more a year for each child.
    public let amount: Double
    /// What is held against the target.
    public let value: Double
    /// The mean of what is counted.
    public let mean: Double
    /// Futures in a hundred that meet the target.
    public let chance: Double
    /// How often things happen in it.
    public let flows: FlowCounts
  }

  /// What came of it.
  public enum Answer: Sendable {
    /// The change that meets the target.
    case change(State)
    /// The forecast meets the target as it is; where there is one, the change the other way at which it only just does.
    case met(until: State?)
    /// No change of the lever meets it; the state with the lever at its end.
    case impossible(end: State)
  }

  /// The lever.
  public let lever: Lever
  /// The target.
  public let target: Target
  /// The forecast as it is.
  public let before: State
  /// What would have to be true.
  public let answer: Answer

  /// The most runs that it takes.
  public static let mostRuns = 2 + steps
  private static let steps = 15
  /// The furthest that a lever is moved: twenty times the exits, ten times the entries, a move a week for each child.
  public static let mostExits = 20.0, mostEntries = 10.0, mostMoves = 52.0

  /// Finds what would have to be true. `progress` is told how many runs are done; where it answers false, nil is
  /// returned.
  public init?(
    _ lever: Lever, for target: Target, _ draws: SharedDraws,
    progress: (_ runs: Int) -> Bool = { _ in true }
  ) {
    var done = 0
    func state(_ amount: Double) -> State? {
      let futures = draws.run(lever.changes(amount)) { progress(done) }
      done += 1
      guard progress(done), let futures else { return nil }
      let values = target.measure.values(futures)
      return State(
        amount: amount, value: target.value(values),
        mean: Double(values.reduce(0, +)) / Double(max(1, values.count)),
        chance: 100 * Double(values.count { $0 <= target.most }) / Double(max(1, values.count)),
        flows: FlowCounts(futures, of: draws.input.months, first: target.measure.months))
    }
    let most = Double(target.most)
    guard let before = state(lever.still) else { return nil }
    self.lever = lever
    self.target = target
    self.before = before
    let isMet = before.value <= most
    guard let end = isMet ? lever.back : lever.forth else {
      answer = .met(until: nil)
      return
    }
    guard let furthest = state(end) else { return nil }
    if (furthest.value <= most) == isMet {
      answer = isMet ? .met(until: nil) : .impossible(end: furthest)
      return
    }
    var (good, bad) = isMet ? (before, furthest) : (furthest, before)
    for _ in 0..<RequiredChange.steps where most - good.value > target.near {
      guard let middle = state(lever.between(good.amount, bad.amount)) else { return nil }
      if middle.value <= most { good = middle } else { bad = middle }
    }
    answer = isMet ? .met(until: good) : .change(good)
  }
}

extension RequiredChange.Target {
  /// How near below the target is near enough: a twentieth of a child, or a ten-thousandth of the money.
  fileprivate var near: Double {
    switch measure {
    case .children: chance == nil ? 0.05 : -1
    case .cost: Double(most) / 10_000
    }
  }
}

extension RequiredChange.Lever {
  /// The amount at which nothing is changed.
  var still: Double {
    switch self {
    case .entries, .exits, .exit: 1
    case .moves: 0
    }
  }

  /// The furthest amount that lowers the number of children, or takes them where they cost less.
  var forth: Double? {
    switch self {
    case .entries: 0
    case .exits, .exit: RequiredChange.mostExits
    case .moves: RequiredChange.mostMoves
    }
  }

  /// The furthest amount the other way; nil where there is none.
  var back: Double? {
    switch self {
    case .entries: RequiredChange.mostEntries
    case .exits, .exit: 0
    case .moves: nil
    }
  }

  /// The amount to try next: by ratio where the two are far apart, so that twenty times is not far to go.
  func between(_ a: Double, _ b: Double) -> Double {
    let (low, high) = (min(a, b), max(a, b))
    if case .moves = self {
      return low > 0 && high > 4 * low ? (low * high).squareRoot() : low == 0 ? high / 16 : (low + high) / 2
    }
    return low >= 1 ? (low * high).squareRoot() : (low + high) / 2
  }

  /// The changes to rates that an amount comes to.
  func changes(_ amount: Double) -> [RateChange] {
    guard amount != still else { return [] }
    switch self {
    case .entries: return [RateChange(.entries, .multiply(amount))]
    case .exits: return [RateChange(.exits, .multiply(amount))]
    case .exit(let kind): return [RateChange(kind.event, .multiply(amount))]
    case .moves(let from, let to):
      return [RateChange(.moves, .add(perYear: amount), categories: [from], destinations: [to])]
    }
  }
}
