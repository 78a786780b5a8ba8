import Care
public import Forecasting
public import Reporting
public import Units

/// A target that a forecast is to meet.
public enum RequiredTarget: Sendable {
  /// At most so many children on a day.
  case children(Int, by: CivilDay)
  /// At most so much in a financial year.
  case cost(Money, in: FinancialYear)
}

/// What may change for a target to be met.
public enum RequiredLever: Sendable {
  /// Entries.
  case entries
  /// Exits before 18 of all kinds.
  case exits
  /// Exits of one kind.
  case exit(ExitKind)
  /// Moves from one category to another, by their identifiers.
  case moves(from: String, to: String)
}

/// Finds what would have to be true for targets.
public enum RequireReturns {
  /// Reads the returns and finds, for each target, the change of the lever at which the forecast meets it. `chance` is
  /// futures in a hundred, nil for the mean. `simulating` is told how many runs are done, of how many at most.
  ///
  /// - Throws: `OperationError` where the returns, a file, a target or a setting can't be used.
  public static func run(
    _ options: ForecastOptions, targets: [RequiredTarget], lever: RequiredLever, chance: Int?,
    progress: (Int, Int) -> Void = { _, _ in },
    simulating: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(OperationError) -> RequireReport {
    try run(
      options, targets: targets, levers: [lever], chance: chance, progress: progress, simulating: simulating)
  }

  /// The same of several levers, each by itself: for every target an answer by each.
  ///
  /// - Throws: `OperationError` where the returns, a file, a target or a setting can't be used.
  public static func run(
    _ options: ForecastOptions, targets: [RequiredTarget], levers: [RequiredLever], chance: Int?,
    progress: (Int, Int) -> Void = { _, _ in },
    simulating: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(OperationError) -> RequireReport {
    var options = options
    options.until = targets.map(\.day).max()
    let basis = try ForecastBasis.read(options, progress: progress)
    let input = try basis.input
    let changes = try levers.map { lever throws(OperationError) in try resolve(lever, basis, input) }
    var answers: [RequireReport.Answer] = []
    let runs = RequiredChange.mostRuns
    let most = targets.count * changes.count * runs
    for target in targets {
      let (measure, limit, months) = try measure(target, basis)
      var own = input
      own.months = months
      own.prices = basis.prices(for: months)
      let draws = SharedDraws(
        own, seed: Seed(options.seed), futures: options.futures, threads: options.threads)
      for change in changes {
        let done = answers.count * runs
        let found = RequiredChange(
          change, for: RequiredChange.Target(measure, most: limit, chance: chance), draws,
          progress: { simulating(done + min($0, runs - 1), most) })
        guard let found else { throw .cancelled }
        answers.append(RequireReport.Answer(day: target.childrenDay, year: target.year, change: found))
      }
    }
    _ = simulating(most, most)
    return RequireReport(
      council: options.council ?? options.load.folderName, book: basis.book, asOf: basis.months.asOf,
      today: input.starters.count, answers: answers, futures: options.futures.count,
      method: basis.method(cautions: basis.warnings))
  }

  /// What a target counts, the most it may be, and the months it takes.
  private static func measure(
    _ target: RequiredTarget, _ basis: ForecastBasis
  ) throws(OperationError) -> (ForecastMeasure, Int, ForecastMonths) {
    let asOf = basis.months.asOf
    guard target.day > asOf else {
      throw .setting(
        "The target is for \(target.day.spoken), but the returns are known up to \(asOf.spoken). Give a later day or year."
      )
    }
    let months = basis.months.upTo(target.day)
    switch target {
    case .children(let most, _): return (.children(month: months.count - 1), most, months)
    case .cost(let most, let year):
      guard let ahead = months.months(of: year), let known = basis.knownCost(of: year) else {
        throw .setting(
          "The months of \(year) up to \(asOf.spoken) have no known cost, so the year's can't be told. Give a price list from \(year.firstDay.spoken) or earlier \(Means.file("--prices")), or a later year."
        )
      }
      return (.cost(months: ahead, known: known.pence), most.pence, months)
    }
  }

  private static func resolve(
    _ lever: RequiredLever, _ basis: ForecastBasis, _ input: SimulationInput
  ) throws(OperationError) -> RequiredChange.Lever {
    switch lever {
    case .entries: return .entries
    case .exits: return .exits
    case .exit(let kind): return .exit(kind)
    case .moves(let from, let to):
      let places = [try category(from, basis), try category(to, basis)]
      guard places[0] != places[1] else {
        throw .setting(
          "\(Means.said("--from and --to name", inBrowser: "The two fields name")) the same placement. A step-down goes from one to another."
        )
      }
      let isPossible = (0..<AgeBand.all.count).contains { age in
        input.rates.destinations.alphas[age * input.rates.space.categories + places[0]][places[1]] > 0
      }
      guard isPossible else {
        throw .setting(
          "No child of any age can move from \(from) to \(to) in the forecast. Name other placements\(Means.said(" with --from and --to", inBrowser: ""))."
        )
      }
      return .moves(from: places[0], to: places[1])
    }
  }

  private static func category(_ id: String, _ basis: ForecastBasis) throws(OperationError) -> Int {
    guard let category = basis.book.category(id: id) else {
      throw .setting(
        "There is no placement \(id). Those in use are \(basis.book.entries.map(\.id).joined(separator: ", "))."
      )
    }
    return category.index
  }
}

extension RequiredTarget {
  /// The last day that the target is about.
  var day: CivilDay {
    switch self {
    case .children(_, let day): day
    case .cost(_, let year): year.lastDay
    }
  }

  var childrenDay: CivilDay? { if case .children(_, let day) = self { day } else { nil } }
  var year: FinancialYear? { if case .cost(_, let year) = self { year } else { nil } }
}
