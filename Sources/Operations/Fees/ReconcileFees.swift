import Care
import Costing
import Forecasting
public import Reporting
import Returns
import Units

/// Holds a fee ledger against the returns.
public enum ReconcileFees {
  /// Reads the returns and the ledger, and finds where they differ.
  ///
  /// - Throws: `OperationError` where the returns, the ledger or a setting can't be used.
  public static func run(
    _ options: ForecastOptions, ledger: FeeOptions, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> FeesReport {
    let book = try LoadReturns.book(options.load.categories, method: .homeward)
    let (prices, _, _) = try ForecastReturns.schedule(options, book)
    let reading = try ReadFees.read(ledger, book: book)
    let returns = try LoadReturns.read(options.load, progress: progress)
    let built = try LoadReturns.joined(returns, book: book, asOf: options.load.asOf)
    let histories = built.histories
    let coverage = Coverage(built.returns, asOf: histories.asOf)
    let known = reading.ledger.known(at: histories.asOf)
    guard let begins = known.lines.map(\.start).min() else {
      throw .setting(
        "No line of the ledger begins by the as-of date, \(histories.asOf.spoken): \(reading.rows) rows were read and \(reading.setAside.count) set aside. Give the ledger of the returns' years\(Means.said(", or a mapping (homeward fees map)", inBrowser: ""))."
      )
    }
    let first = min(max(coverage.knownFrom, begins), histories.asOf)
    guard let days = DayRange(from: first, upTo: histories.asOf + 1) else {
      throw .setting("The ledger begins after the returns end.")
    }
    let match = FeeMatch(known, histories, days: days)
    return FeesReport(
      council: options.council ?? options.load.folderName, book: book, asOf: histories.asOf, reading: reading,
      reconciliation: FeeReconciliation(match, histories, prices: prices))
  }
}
