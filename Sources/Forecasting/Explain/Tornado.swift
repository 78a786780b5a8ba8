/// How much each assumption matters: the forecast with each moved alone to its 10th and its 90th percentile by what is
/// known of it, everything else drawn as it is, all on the same draws. docs/methods/0008-explain.md.
public struct Tornado: Sendable {
  /// The forecast with one assumption moved.
  public struct Side: Sendable, Equatable {
    /// The assumption against what is expected of it: 0.91 for 9 % less. Of uplift, the mean yearly uplift itself.
    public let factor: Double
    /// How often what the assumption is about happens a year until the horizon; of a first placement or destination,
    /// the share of starts or moves; nil of uplift and price.
    public let plain: Double?
    /// Mean number of children at the horizon.
    public let children: Double
    /// Mean cost of the year in pence.
    public let cost: Double
    /// Standard error of the difference from the forecast, in children and in pence: what chance alone can make.
    public let childrenError: Double, costError: Double
  }

  /// An assumption moved both ways.
  public struct Bar: Sendable, Equatable {
    /// The assumption.
    public let assumption: Assumption
    /// What the forecast has of it, as in `Side.plain`.
    public let plain: Double?
    /// At its 10th and at its 90th percentile.
    public let low: Side, high: Side

    /// How far apart the two costs are.
    public var swing: Double { abs(high.cost - low.cost) }
    /// Whether chance alone may make the difference between the two costs.
    public var isChance: Bool {
      max(abs(low.costError), abs(high.costError)) * 2 > swing
    }
  }

  /// The assumptions, those that matter most to cost first.
  public let bars: [Bar]
  /// The assumptions left out: about what is seen so seldom that its mean lies outside its own percentiles.
  public let untold: [Assumption]
  /// Mean number of children at the horizon where nothing is moved.
  public let children: Double
  /// Mean cost of the year in pence where nothing is moved.
  public let cost: Double

  /// A result.
  init(bars: [Bar], untold: [Assumption] = [], children: Double, cost: Double) {
    self.bars = bars
    self.untold = untold
    self.children = children
    self.cost = cost
  }

  /// How many runs it takes: for telling progress.
  public static func runs(_ input: SimulationInput) -> Int {
    2 * Assumption.all(standingOut: category(input)).count + 1
  }

  /// Moves every assumption. `cost` must be a cost. `progress` is told how many runs are done; where it answers false,
  /// nil is returned.
  public init?(
    _ draws: SharedDraws, cost: ForecastMeasure, progress: (_ runs: Int) -> Bool = { _ in true }
  ) {
    let horizon = ForecastMeasure.children(month: draws.input.months.count - 1)
    var done = 0
    func run(_ move: Move) -> Futures? {
      let futures = draws.run(move.changes, prices: move.prices) { progress(done) }
      done += 1
      return progress(done) ? futures : nil
    }
    guard let base = run(Move(factor: 1)) else { return nil }
    let known = Known(children: horizon.values(base), cost: cost.values(base))
    let baseFlows = FlowCounts(base, of: draws.input.months)
    let category = Tornado.category(draws.input)
    let drawn = DrawnAssumptions(draws.input, seed: draws.seed, category: category)
    var bars: [Bar] = []
    var untold: [Assumption] = []
    for assumption in Assumption.all(standingOut: category) {
      guard let moves = assumption.moves(drawn, draws.input) else {
        done += 2
        untold.append(assumption)
        continue
      }
      var sides: [Side] = []
      for move in [moves.low, moves.high] {
        guard let futures = run(move) else { return nil }
        let flows = FlowCounts(futures, of: draws.input.months)
        sides.append(
          known.side(
            move.factor, assumption.plain(flows), children: horizon.values(futures),
            cost: cost.values(futures)))
      }
      bars.append(
        Bar(assumption: assumption, plain: assumption.plain(baseFlows), low: sides[0], high: sides[1]))
    }
    _ = progress(done)
    self.untold = untold
    children = Tornado.mean(known.children)
    self.cost = Tornado.mean(known.cost)
    self.bars = bars.enumerated().sorted {
      ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset)
    }.map(\.element)
  }

  /// The category whose children cost most above the average of all: the one whose use and price matter most. Nil
  /// where all cost the same.
  static func category(_ input: SimulationInput) -> Int? {
    var counts = Array(repeating: 0, count: input.rates.space.categories)
    for starter in input.starters { counts[Int(starter.category)] += 1 }
    let weekly = input.prices.weekly.map(Double.init)
    let all = zip(counts, weekly).reduce(0) { $0 + Double($1.0) * $1.1 }
    let average = all / Double(max(1, input.starters.count))
    let above = zip(counts, weekly).map { Double($0) * max(0, $1 - average) }
    return above.indices.max { (above[$0], $1) < (above[$1], $0) }.flatMap { above[$0] > 0 ? $0 : nil }
  }

  fileprivate static func mean(_ values: [Int]) -> Double {
    Double(values.reduce(0, +)) / Double(max(1, values.count))
  }

  /// The forecast where nothing is moved, by future.
  private struct Known {
    let children: [Int], cost: [Int]

    func side(_ factor: Double, _ plain: Double?, children moved: [Int], cost movedCost: [Int]) -> Side {
      Side(
        factor: factor, plain: plain, children: mean(moved), cost: mean(movedCost),
        childrenError: error(moved, children), costError: error(movedCost, cost))
    }

    /// The standard error of the mean of paired differences.
    private func error(_ a: [Int], _ b: [Int]) -> Double {
      guard a.count > 1 else { return 0 }
      let differences = zip(a, b).map { Double($0 - $1) }
      let mean = differences.reduce(0, +) / Double(a.count)
      let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(a.count - 1) / Double(a.count)).squareRoot()
    }
  }
}

/// How a run differs from the forecast.
struct Move {
  /// The assumption against what is expected of it.
  let factor: Double
  var changes: [RateChange] = []
  var prices: PricePlan?
}

extension Assumption {
  /// The moves to the two percentiles; nil where nothing is expected, or so little was seen that the mean lies outside
  /// the percentiles.
  func moves(_ drawn: DrawnAssumptions, _ input: SimulationInput) -> (low: Move, high: Move)? {
    switch self {
    case .entries: return scaled(drawn.level) { [RateChange(.entries, .multiply($0))] }
    case .drift: return scaled(drawn.drift) { [RateChange(.entries, .multiply($0))] }
    case .exits(let kind):
      return scaled(drawn.exits[kind.rawValue]) { [RateChange(kind.event, .multiply($0))] }
    case .moves: return scaled(drawn.moves) { [RateChange(.moves, .multiply($0))] }
    case .firstPlacement(let category):
      return split(drawn.firstPlacement, category, input) { RateChange(.entries, $1, categories: $0) }
    case .destination(let category):
      return split(drawn.destination, category, input) { RateChange(.moves, $1, destinations: $0) }
    case .uplift: return uplift(input.prices)
    case .price(let category):
      func move(_ factor: Double) -> Move {
        Move(factor: factor, prices: input.prices.scaled { $0[category] *= factor })
      }
      return (move(1 - Assumption.priceStep), move(1 + Assumption.priceStep))
    }
  }

  private func scaled(_ values: [Double], _ changes: (Double) -> [RateChange]) -> (Move, Move)? {
    let range = DrawnAssumptions.range(values)
    guard range.mean > 0, range.low <= range.mean, range.mean <= range.high else { return nil }
    func move(_ value: Double) -> Move {
      Move(factor: value / range.mean, changes: changes(value / range.mean))
    }
    return (move(range.low), move(range.high))
  }

  /// Moves a category's share of something whose total stays.
  private func split(
    _ shares: [Double], _ category: Int, _ input: SimulationInput,
    _ change: (Set<Int>, RateChange.Operation) -> RateChange
  ) -> (Move, Move)? {
    let range = DrawnAssumptions.range(shares)
    guard range.mean > 0, range.mean < 1, range.low <= range.mean, range.mean <= range.high else {
      return nil
    }
    let others = Set(0..<input.rates.space.categories).subtracting([category])
    func move(_ share: Double) -> Move {
      Move(
        factor: share / range.mean,
        changes: [
          change([category], .multiply(share / range.mean)),
          change(others, .multiply((1 - share) / (1 - range.mean))),
        ])
    }
    return (move(range.low), move(range.high))
  }

  /// The yearly uplift, on average over the years forecast, 1.28 standard deviations lower and higher. `factor` holds
  /// the uplift itself.
  private func uplift(_ prices: PricePlan) -> (Move, Move)? {
    guard let years = prices.uplifts.last, years > 0, prices.upliftSpread > 0 else { return nil }
    let step = 1.281_551_565_544_6 * prices.upliftSpread / Double(years).squareRoot()
    func move(_ change: Double) -> Move {
      let rise = (1 + prices.upliftMean + change) / (1 + prices.upliftMean)
      var index = prices.index
      for (month, count) in prices.uplifts.enumerated() {
        let factor = (0..<count).reduce(1.0) { product, _ in product * rise }
        index[month] = index[month].map { $0 * factor }
      }
      return Move(factor: prices.upliftMean + change, prices: prices.with(index: index))
    }
    return (move(-step), move(step))
  }

  /// What futures have of the assumption: `Side.plain`.
  func plain(_ flows: FlowCounts) -> Double? {
    switch self {
    case .entries, .drift: flows.entries
    case .exits(let kind): flows.exits[kind.rawValue]
    case .moves: flows.allMoves
    case .firstPlacement(let category): flows.entries > 0 ? flows.starts[category] / flows.entries : 0
    case .destination(let category): flows.allMoves > 0 ? flows.moves[category] / flows.allMoves : 0
    case .uplift, .price: nil
    }
  }
}

extension ExitKind {
  /// What a change to this way of leaving changes.
  var event: RateChange.Event {
    switch self {
    case .home: .home
    case .specialGuardianship: .specialGuardianship
    case .adoption: .adoption
    case .other: .otherExit
    }
  }
}

extension PricePlan {
  /// The plan with prices of categories changed in every month.
  func scaled(_ change: (inout [Double]) -> Void) -> PricePlan {
    with(
      index: index.map { month in
        var month = month
        change(&month)
        return month
      })
  }

  func with(index: [[Double]]) -> PricePlan {
    PricePlan(
      weekly: weekly, index: index, uplifts: uplifts, upliftMean: upliftMean, upliftSpread: upliftSpread,
      startingPrices: startingPrices, carriedRank: carriedRank)
  }
}
