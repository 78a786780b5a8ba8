public import Units

/// What the change from the as-of date to a day ahead is made of, in every future exactly: start + parts = end, in
/// children and in pence a week.
///
/// The weekly cost is that of the children in care on a day, at that day's prices. Entries, exits, 18th birthdays and
/// mix (children who go to another placement) are at prices of the as-of date; price is what uplift adds by the last
/// day to the children then in care. docs/methods/0008-explain.md.
public struct Decomposition: Sendable {
  /// What changes the number of children.
  public enum ChildDriver: Sendable, Hashable {
    /// Children who start a period of care.
    case entries
    /// Children who leave before 18, by the way they leave.
    case exits(ExitKind)
    /// Children who turn 18.
    case eighteenths

    /// All, in the order of a table.
    public static let all: [ChildDriver] =
      [.entries] + ExitKind.allCases.map(ChildDriver.exits) + [.eighteenths]
  }

  /// What changes the weekly cost.
  public enum CostDriver: Int, CaseIterable, Sendable {
    /// Children who start.
    case entries
    /// Children who leave before 18.
    case exits
    /// Children who turn 18.
    case eighteenths
    /// Children who go to another placement.
    case mix
    /// Uplift.
    case price
  }

  /// A change and its parts, future by future.
  public struct Change<Driver: Hashable & Sendable>: Sendable {
    /// What changes the number, in the order of a table.
    public let drivers: [Driver]
    /// The number on the as-of date, the same in all futures.
    public let start: Int
    /// What each driver adds, or takes off where negative: by driver, then future.
    public let parts: [[Int]]
    /// The number on the last day by future: the start and all parts.
    public let ends: [Int]

    init(drivers: [Driver], start: Int, parts: [[Int]]) {
      self.drivers = drivers
      self.start = start
      self.parts = parts
      ends = (parts.first ?? []).indices.map { future in parts.reduce(start) { $0 + $1[future] } }
    }

    /// How a part spreads over the futures; nil where there is no future.
    public func spread(_ driver: Driver) -> Spread? {
      drivers.firstIndex(of: driver).flatMap { Spread(parts[$0]) }
    }

    /// How some parts together spread over the futures.
    public func spread(_ drivers: [Driver]) -> Spread? { Spread(together(drivers)) }

    /// Parts together, by future.
    func together(_ drivers: [Driver]) -> [Int] {
      let chosen = drivers.compactMap { self.drivers.firstIndex(of: $0) }
      return ends.indices.map { future in chosen.reduce(0) { $0 + parts[$1][future] } }
    }

    /// The share of the futures' variance about their mean that some parts make: covariance with the end over the
    /// end's variance, so that all parts make 1. A part that offsets the others has a share below nought. Nil where
    /// all futures end alike.
    public func shareOfSpread(_ drivers: [Driver]) -> Double? {
      let own = Change.centred(together(drivers))
      let all = Change.centred(ends)
      let variance = all.reduce(0) { $0 + $1 * $1 }
      guard variance > 0 else { return nil }
      return zip(own, all).reduce(0) { $0 + $1.0 * $1.1 } / variance
    }

    private static func centred(_ values: [Int]) -> [Double] {
      let mean = Double(values.reduce(0, +)) / Double(max(1, values.count))
      return values.map { Double($0) - mean }
    }
  }

  /// The change in the number of children.
  public let children: Change<ChildDriver>
  /// The change in the weekly cost, in pence.
  public let weeklyCost: Change<CostDriver>

  /// Takes the change to the end of a month apart; `seed` is what the futures were simulated with.
  public init(_ futures: Futures, of input: SimulationInput, seed: Seed, month: Int) {
    children = Decomposition.children(futures, input, month)
    weeklyCost = Decomposition.cost(futures, input, seed, month)
  }

  private static func children(
    _ futures: Futures, _ input: SimulationInput, _ month: Int
  ) -> Change<ChildDriver> {
    let all = Array(0..<futures.categories)
    let parts = ChildDriver.all.map { driver in
      futures.values { future in
        (0...month).reduce(0) { sum, month in
          switch driver {
          case .entries:
            all.reduce(sum) { $0 + futures.count(.starts, future: future, month: month, category: $1) }
          case .exits(let kind): sum - futures.leavers(kind, future: future, month: month)
          case .eighteenths: sum - futures.eighteenths(future: future, month: month)
          }
        }
      }
    }
    return Change(drivers: ChildDriver.all, start: input.starters.count, parts: parts)
  }

  private static func cost(
    _ futures: Futures, _ input: SimulationInput, _ seed: Seed, _ month: Int
  ) -> Change<CostDriver> {
    let start = input.starters.reduce(0) {
      $0 + Int($1.weeklyFee ?? input.prices.weekly[Int($1.category)])
    }
    var parts = Futures.Flow.allCases.map { flow in
      futures.values { future in
        (0...month).reduce(0) { $0 + futures.weeklyFlow(flow, future: future, month: $1) }
      }
    }
    let then = futures.range.indices.map { future in
      parts.reduce(start) { $0 + $1[future - futures.range.lowerBound] }
    }
    parts.append(
      zip(futures.range, then).map { future, pence in
        let rise =
          meanRise(futures, input.prices, future, month)
          * input.prices.deviation(
            after: input.prices.uplifts[month], FutureDraws(seed: seed, future: future))
        return Int((Double(pence) * rise).rounded()) - pence
      })
    return Change(drivers: CostDriver.allCases, start: start, parts: parts)
  }

  /// What prices are in a month of a future against the as-of date's at the mean uplift: categories weigh by the
  /// list price of the children in them at its end.
  private static func meanRise(_ futures: Futures, _ prices: PricePlan, _ future: Int, _ month: Int) -> Double
  {
    var before = 0.0
    var after = 0.0
    for category in 0..<futures.categories {
      let pence =
        Double(futures.count(.children, future: future, month: month, category: category))
        * Double(prices.weekly[category])
      before += pence
      after += pence * prices.index[month][category]
    }
    return before > 0 ? after / before : 1
  }
}
