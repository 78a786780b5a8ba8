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
    let attempt = HistoryBuilder.attempt(returns, book: book, asOf: options.asOf)
    switch attempt.built {
    case .success(let built):
      return CheckReport(
        returns: built.returns, findings: built.findings, failure: nil, superseded: built.superseded)
    case .failure(let error):
      return CheckReport(returns: attempt.returns, findings: [], failure: error, superseded: 0)
    }
  }
}
