import Care
import Costing
import Forecasting
public import Reporting
import Returns
public import Units

/// What to back-test, and how.
public struct BacktestOptions: Sendable {
  /// The returns.
  public var load: LoadOptions
  /// The days to forecast from, each a month's last; nil for every 31 March that ends a whole return.
  public var origins: [CivilDay]?
  /// Whether the ends of June, September and December are origins too, the year's return cut there.
  public var pseudo = false
  /// Months ahead.
  public var horizons = Backtest.usualHorizons
  /// A price list of the council's own; nil for the default from published figures.
  public var prices: String?
  /// Uplift of prices on 1 April, in hundredths of a percent.
  public var uplift = 300
  /// The council's name; nil for the folder's.
  public var council: String?

  /// A back-test of the returns at a path, with the usual settings.
  public init(load: LoadOptions) { self.load = load }
}

/// Forecasts from days that are past, from what the returns told then, and holds them against what happened.
public enum BacktestReturns {
  /// The method that is judged against the rivals.
  static let judged = BacktestMethod.simulated(seed: Seed(1), futures: 500, threads: 2)

  /// The furthest horizon, in months.
  public static let furthest = 120

  /// Reads the returns, makes them as they were known on each origin, runs all methods and scores them.
  ///
  /// - Throws: `OperationError` where the returns, a file or a setting can't be used, or too little is known.
  public static func run(
    _ options: BacktestOptions, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> BacktestReport {
    guard let nearest = options.horizons.min(), nearest >= 1, options.horizons.max() ?? 0 <= furthest else {
      throw .setting("--horizons takes months ahead from 1 to \(furthest), such as 3,6,12,24.")
    }
    let book = try LoadReturns.book(options.load.categories, method: .homeward)
    var pricing = ForecastOptions(load: options.load)
    pricing.prices = options.prices
    pricing.uplift = options.uplift
    let (prices, source, warnings) = try ForecastReturns.schedule(pricing, book)
    let returns = try LoadReturns.read(options.load, progress: progress)
    let latest = try LoadReturns.joined(
      returns, book: book, asOf: options.load.asOf ?? returns.lastDayKnown)
    let ground = BacktestGround(
      returns: returns, latest: latest, book: book, prices: prices, priceSource: source, warnings: warnings)
    let origins = try origins(options, latest.returns, ground.coverage, nearest: nearest)
    let report = judge(ground, options, from: origins, method: judged)
    guard !report.result.forecasts.isEmpty else {
      throw .setting(tooLittle(ground.coverage, nearest: nearest))
    }
    return report
  }

  /// Makes the returns as they were known on each origin, runs the rivals and a method and scores them.
  static func judge(
    _ ground: BacktestGround, _ options: BacktestOptions, from origins: [CivilDay], method: BacktestMethod,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) -> BacktestReport {
    let (latest, coverage) = (ground.latest, ground.coverage)
    var known: [KnownAtOrigin] = []
    for origin in origins {
      if let then = knownAt(origin, ground.returns, ground.book), then.isEnough { known.append(then) }
    }
    let left = origins.filter { day in !known.contains { $0.origin == day } }
    let truth = MonthSeries(latest.histories, from: coverage.knownFrom)
    let missing = coverage.missing
    let prices = ground.prices
    return BacktestReport(
      council: options.council ?? options.load.folderName, book: ground.book, truth: truth,
      prices: ground.priceSource,
      reading: ReadingSummary(
        latest, isAsOfStated: options.load.asOf != nil, warnings: ground.warnings + leftOut(left, options))
    ) { measures in
      Backtest(
        origins: known, truth: truth, horizons: Array(Set(options.horizons)), measures: measures,
        prices: { prices.pencePerNight(inMonthEnding: $0) },
        isTrue: { day in !missing.contains { $0.days.contains(day) } }
      ).run(BacktestMethod.rivals + [method], progress: progress)
    }
  }

  /// What was known on an origin; nil where the returns of the time can't be joined, such as before the first.
  private static func knownAt(
    _ origin: CivilDay, _ returns: ReturnSet, _ book: CategoryBook
  ) -> KnownAtOrigin? {
    guard let then = try? HistoryBuilder.build(returns.known(at: origin), book: book, asOf: origin) else {
      return nil
    }
    let coverage = Coverage(then.returns, asOf: origin)
    return KnownAtOrigin(
      histories: then.histories, coveredFrom: coverage.unbrokenFrom, isPseudo: !endsYear(origin))
  }

  /// Origins from which too little was known, in a sentence; without the quarters of the first year, which nobody named.
  private static func leftOut(_ days: [CivilDay], _ options: BacktestOptions) -> [String] {
    let days = days.filter { options.origins != nil || endsYear($0) }
    guard !days.isEmpty else { return [] }
    return [
      "No forecast was made from \(days.map(\.spoken).joined(separator: ", ")): twelve whole months must be known before an origin, from returns without a gap."
    ]
  }

  private static func endsYear(_ day: CivilDay) -> Bool { CollectionYear(containing: day).lastDay == day }

  /// The origins asked for, or every one that the returns allow: a year must be known before it, and something after.
  static func origins(
    _ options: BacktestOptions, _ returns: ReturnSet, _ coverage: Coverage, nearest: Int
  ) throws(OperationError) -> [CivilDay] {
    let asOf = coverage.asOf
    if let chosen = options.origins {
      for day in chosen { try check(day, returns, coverage, nearest: nearest) }
      return Array(Set(chosen)).sorted()
    }
    let months = options.pseudo ? [3, 6, 9, 12] : [12]
    return coverage.years.flatMap { year in
      months.map { year.firstDay.adding(months: $0) - 1 }
    }.filter { day in
      returns.reaches(day) && day.adding(months: nearest).endOfMonth <= asOf
    }
  }

  private static func check(
    _ day: CivilDay, _ returns: ReturnSet, _ coverage: Coverage, nearest: Int
  ) throws(OperationError) {
    guard day.endOfMonth == day else {
      throw .setting("--origins takes the last days of months; \(day.spoken) is none.")
    }
    guard returns.reaches(day) else {
      throw .setting(
        "There is no return that tells what was known on \(day.spoken); the returns are of \(coverage.years.map(\.description).joined(separator: ", ")). Choose an origin in them."
      )
    }
    guard day.adding(months: nearest).endOfMonth <= coverage.asOf else {
      throw .setting(
        "Nothing is known yet of the \(nearest) months after \(day.spoken): the returns go to \(coverage.asOf.spoken). Choose an earlier origin."
      )
    }
  }

  /// What is missing for a back-test, in a sentence or two.
  static func tooLittle(_ coverage: Coverage, nearest: Int) -> String {
    "A back-test needs a year of returns before the day it forecasts from, and at least \(nearest == 1 ? "a month" : "\(nearest) months") after it to see what happened. The returns cover \(coverage.knownFrom.spoken) to \(coverage.asOf.spoken)\(coverage.missing.isEmpty ? "" : ", with no return for \(coverage.missing.map(\.description).joined(separator: ", "))"). Add the returns of more years, two at the least."
  }
}

/// What a back-test is made from beside its settings.
struct BacktestGround {
  /// The returns as read, before they were joined.
  let returns: ReturnSet
  /// The histories they make, up to the last day known.
  let latest: BuiltHistories
  /// The categories.
  let book: CategoryBook
  /// The prices of every day, and where they come from in words.
  let prices: PriceSchedule, priceSource: String
  /// What a reader must know of the prices.
  let warnings: [String]

  /// What stretch of time the returns cover.
  var coverage: Coverage { Coverage(latest.returns, asOf: latest.histories.asOf) }
}
