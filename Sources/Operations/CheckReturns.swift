public import Reporting
import Returns

/// Reads a folder of returns and reports what was read, set aside and repaired.
public enum CheckReturns {
  /// - Throws: `OperationError` where the folder or a file of settings can't be opened. Returns that can't be joined
  ///   are in the report.
  public static func run(
    _ options: LoadOptions, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> CheckReport {
    let book = try LoadReturns.book(options.categories, method: .childDays)
    let returns = try LoadReturns.read(options, progress: progress)
    do throws(HistoryError) {
      let built = try HistoryBuilder.build(returns, book: book, asOf: options.asOf)
      return CheckReport(
        returns: built.returns, findings: built.findings, failure: nil, superseded: built.superseded)
    } catch {
      return CheckReport(returns: returns, findings: [], failure: error, superseded: 0)
    }
  }
}
