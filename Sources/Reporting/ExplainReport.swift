public import Care
public import Forecasting
public import Units

/// What drives a forecast: the change taken apart, and how much each assumption matters. What every output of
/// `homeward explain` is made from.
public struct ExplainReport: Sendable {
  /// The council or folder the returns came from.
  public let council: String
  /// The categories.
  public let book: CategoryBook
  /// The last day known.
  public let asOf: CivilDay
  /// The last day forecast.
  public let horizon: CivilDay
  /// Children in care on the as-of date by category.
  public let today: [Int]
  /// Children expected at the horizon by category.
  public let then: [Double]
  /// The change up to the horizon.
  public let decomposition: Decomposition
  /// How often things happen a year until then, as forecast.
  public let flows: FlowCounts
  /// The assumptions; nil where no financial year is forecast to its end, or they were not asked for.
  public let tornado: Tornado?
  /// The financial year whose cost the assumptions are weighed by.
  public let year: FinancialYear?
  /// Futures simulated.
  public let futures: Int
  /// How it was made, as of a forecast.
  public let method: MethodSummary

  /// A report.
  public init(
    council: String, book: CategoryBook, asOf: CivilDay, horizon: CivilDay, today: [Int],
    then: [Double], decomposition: Decomposition, flows: FlowCounts, tornado: Tornado?, year: FinancialYear?,
    futures: Int,
    method: MethodSummary
  ) {
    self.council = council
    self.book = book
    self.asOf = asOf
    self.horizon = horizon
    self.today = today
    self.then = then
    self.decomposition = decomposition
    self.flows = flows
    self.tornado = tornado
    self.year = year
    self.futures = futures
    self.method = method
  }

  var title: String { "\(council): what drives the forecast" }

  /// A line of a table: one driver, or several together.
  struct Line<Driver> {
    let label: String
    let drivers: [Driver]
  }

  static func label(_ driver: Decomposition.ChildDriver) -> String {
    switch driver {
    case .entries: "Entries"
    case .exits(let kind): kind.label
    case .eighteenths: "Turning 18"
    }
  }

  static func label(_ driver: Decomposition.CostDriver) -> String {
    switch driver {
    case .entries: "Entries"
    case .exits: "Exits before 18"
    case .eighteenths: "Turning 18"
    case .mix: "Moves between placements"
    case .price: "Uplift of prices"
    }
  }

  /// Children expected to come, leave or move until the horizon, by what the money of a driver rests on.
  func size(_ driver: Decomposition.CostDriver) -> Double {
    func sum(_ drivers: [Decomposition.ChildDriver]) -> Double {
      abs(decomposition.children.spread(drivers)?.mean ?? 0)
    }
    let years = Double(asOf.nights(to: horizon)) / 365.25
    switch driver {
    case .entries: return sum([.entries])
    case .exits: return sum(ExitKind.allCases.map { .exits($0) })
    case .eighteenths: return sum([.eighteenths])
    case .mix: return flows.allMoves * years
    case .price: return Double(today.reduce(0, +))
    }
  }

  /// The drivers of children; in what is published, ways of leaving that few are expected to take stand together.
  func childLines(isPublished: Bool) -> [Line<Decomposition.ChildDriver>] {
    let leaving = Decomposition.ChildDriver.all.filter { $0 != .entries }
    let groups =
      isPublished
      ? Disclosure.together(leaving.map { abs(decomposition.children.spread($0)?.mean ?? 0) })
      : leaving.indices.map { [$0] }
    return [Line(label: "Entries", drivers: [.entries])]
      + groups.map { group in
        Line(
          label: ExplainReport.joined(group.map { ExplainReport.label(leaving[$0]) }),
          drivers: group.map { leaving[$0] })
      }
  }

  /// The drivers of the weekly cost; in what is published, those whose money rests on few children stand together. Where
  /// few come, nothing is published at all.
  func costLines(isPublished: Bool) -> [Line<Decomposition.CostDriver>] {
    let between: [Decomposition.CostDriver] = [.exits, .eighteenths, .mix]
    let groups = isPublished ? Disclosure.together(between.map(size)) : between.indices.map { [$0] }
    let drivers = [[.entries]] + groups.map { group in group.map { between[$0] } } + [[.price]]
    return drivers.map { Line(label: ExplainReport.joined($0.map(ExplainReport.label)), drivers: $0) }
  }

  private static func joined(_ labels: [String]) -> String {
    guard let last = labels.last, labels.count > 1 else { return labels.first ?? "" }
    return ([labels[0]] + labels.dropFirst().dropLast().map(\.lowercasedFirst)).joined(separator: ", ")
      + " and " + last.lowercasedFirst
  }

  /// Whether so few children are in care, or come, that nothing may be published.
  var hidesEverything: Bool {
    let children = decomposition.children
    let leaving = Decomposition.ChildDriver.all.filter { $0 != .entries }
    return Disclosure.isSmall(children.start)
      || [children.spread([.entries]), children.spread(leaving), Spread(children.ends)].contains {
        Disclosure.isSmall(expected: abs($0?.mean ?? 0))
      }
  }

  /// The assumptions, those that matter most to cost first; in what is published, none about few children: a price's
  /// would tell how many.
  func bars(isPublished: Bool) -> [Tornado.Bar] {
    (tornado?.bars ?? []).filter { bar in
      guard isPublished else { return true }
      if case .exits = bar.assumption {
        return ![bar.plain, bar.low.plain].contains { Disclosure.isSmall(expected: $0 ?? 0) }
      }
      return bar.assumption.category.map {
        !Disclosure.isSmall(today[$0]) && !Disclosure.isSmall(expected: then[$0])
      } ?? true
    }
  }

  /// Whether today's weekly cost may be published: where few children are in some category, it tells how many, prices
  /// being known.
  var showsCostToday: Bool { !today.contains(where: Disclosure.isSmall) }
}

extension Disclosure {
  /// Whether a number expected is above none and below six.
  static func isSmall(expected: Double) -> Bool { expected > 0 && expected < Double(smallestShown) }

  /// Positions of numbers expected, those that are small put together, and with the least of the others where they
  /// alone are still small or could be found by subtraction.
  static func together(_ sizes: [Double]) -> [[Int]] {
    var small = sizes.indices.filter { isSmall(expected: sizes[$0]) }
    var large = sizes.indices.filter { !isSmall(expected: sizes[$0]) }
    while !small.isEmpty, small.count == 1 || isSmall(expected: small.reduce(0) { $0 + sizes[$1] }),
      let next = large.filter({ sizes[$0] > 0 }).min(by: { sizes[$0] < sizes[$1] })
    {
      small.append(next)
      large.removeAll { $0 == next }
    }
    return (large.map { [$0] } + (small.isEmpty ? [] : [small.sorted()])).sorted { $0[0] < $1[0] }
  }
}
