import Care
import Forecasting
import Reporting
import Returns
import Units

extension ForecastReturns {
  /// Futures simulated from each day in the past: enough for an 80 % range, and soon done.
  static let futuresLookingBack = 200

  /// The most episodes, over all the days looked back from, that are gone through for it: some seconds. A council of
  /// more years and children is judged from its latest days only, and one with half as many episodes not at all.
  static let mostRowsLookingBack = 200_000

  /// How forecasts like this one did from every 31 March that ends a return, or the latest that soon are done, judged
  /// on the same returns.
  static func pastForecasts(
    _ basis: ForecastBasis, _ options: ForecastOptions, progress: (_ done: Int, _ of: Int) -> Void
  ) throws(OperationError) -> PastForecasts {
    guard options.looksBack else {
      return .leftOut(
        "Not judged here\(Means.said(", since --no-backtest was given. Leave it out, or run", inBrowser: ": see")) \(Means.report("backtest", page: "How right it was before"))."
      )
    }
    var settings = BacktestOptions(load: options.load)
    settings.council = options.council
    let asOf = options.load.asOf ?? basis.returns.lastDayKnown
    let latest =
      asOf == basis.months.asOf
      ? basis.built : try LoadReturns.joined(basis.returns, book: basis.book, asOf: asOf)
    let ground = BacktestGround(
      returns: basis.returns, latest: latest, book: basis.book, prices: basis.prices,
      priceSource: basis.priceSource, warnings: [])
    let nearest = settings.horizons.min() ?? 1
    let origins = try BacktestReturns.origins(
      settings, latest.returns, ground.coverage, nearest: nearest)
    let episodes = max(1, basis.built.histories.episodes.count)
    let fitting = mostRowsLookingBack / episodes
    guard fitting >= 2 else {
      return .leftOut(
        "Not judged here: with \(Words.number(episodes)) episodes it takes too long to do with every forecast; the most is \(Words.number(mostRowsLookingBack / 2)). \(Means.said("Run", inBrowser: "See")) \(Means.report("backtest", page: "How right it was before"))."
      )
    }
    let report = BacktestReturns.judge(
      ground, settings, from: Array(origins.suffix(fitting)),
      method: .simulated(seed: Seed(1), futures: futuresLookingBack, threads: options.threads),
      progress: progress)
    guard !report.result.forecasts.isEmpty else {
      return .leftOut(
        "Not judged: " + BacktestReturns.tooLittle(ground.coverage, nearest: nearest).lowercasedStart)
    }
    return .judged(report, notes: notes(report, options))
  }

  private static func notes(_ report: BacktestReport, _ options: ForecastOptions) -> [String] {
    var notes = [
      "Forecasts were made from \(report.result.origins.map(\.day.spoken).joined(separator: ", ")) with only the returns of the time, in \(futuresLookingBack) futures each, and held against what the latest returns tell. Off by: the mean size of the error. Which method did better is judged by the whole forecast, its range included.",
      "The cost is that of one month at list price; the price list and its uplift are not judged. All scores, by placement too: \(Means.report("backtest", page: "How right it was before")).",
    ]
    if options.reference != nil {
      notes.append(
        "The past forecasts took their rates from the 36 months before them, not from a period chosen as here."
      )
    }
    return notes
  }
}

extension String {
  fileprivate var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}
