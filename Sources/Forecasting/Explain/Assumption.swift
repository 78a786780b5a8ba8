import Units

/// What a forecast rests on and does not know for certain.
public enum Assumption: Sendable, Hashable {
  /// How many children come a year, on the as-of date.
  case entries
  /// How that pace drifts from then on.
  case drift
  /// How many of those who come start in a category.
  case firstPlacement(category: Int)
  /// How readily children leave in a way.
  case exits(ExitKind)
  /// How readily children change placement.
  case moves
  /// How many of the changes of placement lead to a category.
  case destination(category: Int)
  /// How prices rise every 1 April, on average.
  case uplift
  /// What a category costs, by a stated part more or less.
  case price(category: Int)

  /// How far a price is moved, where nothing tells how far it may be off.
  public static let priceStep = 0.1

  /// The category that it is about, where it is about one.
  public var category: Int? {
    switch self {
    case .firstPlacement(let category), .destination(let category), .price(let category): category
    case .entries, .drift, .exits, .moves, .uplift: nil
    }
  }

  /// Whether it is about changes of placement.
  public var isOfMoves: Bool {
    switch self {
    case .moves, .destination: true
    default: false
    }
  }

  /// What is looked at where one category stands out: the first placement, moves and price of that category.
  static func all(standingOut category: Int?) -> [Assumption] {
    let ways = ExitKind.allCases.map(Assumption.exits)
    guard let category else { return [.entries, .drift] + ways + [.moves, .uplift] }
    return [.entries, .drift, .firstPlacement(category: category)] + ways
      + [.moves, .destination(category: category), .uplift, .price(category: category)]
  }
}

/// What each of some futures has drawn of the assumptions, each as a factor of its mean, or a share.
struct DrawnAssumptions {
  /// How many futures are looked at: enough for a 10th and a 90th percentile.
  static let futures = 400

  /// By future: the pace on the as-of date, groups a day.
  private(set) var level: [Double] = []
  /// By future: the pace's mean until the horizon over its level.
  private(set) var drift: [Double] = []
  /// By future: the share of entries that start in the category.
  private(set) var firstPlacement: [Double] = []
  /// By kind, then future: exits expected of the children of the reference period.
  private(set) var exits: [[Double]] = ExitKind.allCases.map { _ in [] }
  /// By future: changes of placement expected of the children of the reference period.
  private(set) var moves: [Double] = []
  /// By future: the share of these that leads to the category.
  private(set) var destination: [Double] = []

  /// Draws as the simulation does.
  init(_ input: SimulationInput, seed: Seed, category: Int?) {
    let ground = Ground(input)
    let work = Workspace(ground)
    let space = ground.space
    let rates = input.rates
    for future in 0..<DrawnAssumptions.futures {
      let drawn = DrawnRates(ground, work, future: future, seed: seed)
      pace(work, days: input.months.days)
      for kind in ExitKind.allCases {
        exits[kind.rawValue].append(
          (0..<space.count).reduce(0) {
            $0 + Double(rates.exits.days[$1]) * drawn.exits[kind.rawValue][$1]
          })
      }
      var all = 0.0
      var there = 0.0
      for cell in 0..<space.count where rates.changes.days[cell] > 0 {
        let count = Double(rates.changes.days[cell]) * drawn.changes[cell]
        all += count
        guard let category else { continue }
        let row = drawn.destinations[space.age(of: cell) * space.categories + space.category(of: cell)]
        there += count * (row[category] + row[space.categories + category])
      }
      moves.append(all)
      destination.append(all > 0 ? there / all : 0)
      let entries = drawn.entries.reduce(0, +)
      let first = drawn.entries.indices.reduce(0) {
        $0 + (space.category(ofEntrant: $1) == category ? drawn.entries[$1] : 0)
      }
      firstPlacement.append(entries > 0 ? first / entries : 0)
    }
  }

  /// Keeps the pace that the workspace has just drawn.
  private mutating func pace(_ work: Workspace, days: Int) {
    let steps = max(1, min(work.pace.count, Int((Double(days) / FutureRun.stepDays).rounded(.up))))
    let paces = (0..<steps).map { work.pace.base[$0] }
    level.append(paces[0])
    drift.append(paces[0] > 0 ? paces.reduce(0, +) / Double(steps) / paces[0] : 1)
  }

  /// The 10th percentile, the mean and the 90th.
  static func range(_ values: [Double]) -> (low: Double, mean: Double, high: Double) {
    let sorted = values.sorted()
    guard let last = sorted.last else { return (0, 0, 0) }
    func quantile(_ tenths: Int) -> Double {
      sorted.isEmpty ? last : sorted[(tenths * sorted.count + 9) / 10 - 1]
    }
    return (quantile(1), sorted.reduce(0, +) / Double(sorted.count), quantile(9))
  }
}
