public import Reporting
import Returns
public import Rules
public import Units

/// Which rules to run, and on which year's return.
public struct RuleOptions: Sendable {
  /// The collection year; nil for the latest found.
  public var year: CollectionYear?
  /// The year whose rules and code sets are used; nil for the collection year's.
  public var rulesYear: CollectionYear?
  /// The codes of the rules to run; nil for all.
  public var only: [String]?

  /// All rules of the latest year.
  public init() {}
}

/// What a check found.
public struct CheckOutcome: Sendable {
  /// What was read, set aside and repaired.
  public let report: CheckReport
  /// The rules' findings; the reason where there was nothing to run them on.
  public let rules: Result<RuleRun, CollectionError>
}

/// Reads a folder of returns, runs the rules and reports what was read, set aside, repaired and found.
public enum CheckReturns {
  /// - Throws: `OperationError` where the folder or a file of settings can't be opened, or there is no such year or
  ///   rule. Returns that can't be joined are in the report.
  public static func run(
    _ options: LoadOptions, rules: RuleOptions = RuleOptions(), progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> CheckOutcome {
    let book = try LoadReturns.book(options.categories, method: .childDays)
    for code in rules.only ?? [] where RuleBook.rule(code) == nil {
      throw .setting("There is no rule \(code). `homeward rules` lists them.")
    }
    let returns = try LoadReturns.read(options, progress: progress)
    let found = try findings(returns, rules)
    let attempt = HistoryBuilder.attempt(returns, book: book, asOf: options.asOf)
    switch attempt.built {
    case .success(let built):
      return CheckOutcome(
        report: CheckReport(
          returns: built.returns, findings: built.findings, failure: nil, superseded: built.superseded),
        rules: found)
    case .failure(let error):
      return CheckOutcome(
        report: CheckReport(returns: attempt.returns, findings: [], failure: error, superseded: 0),
        rules: found)
    }
  }

  private static func findings(
    _ returns: ReturnSet, _ options: RuleOptions
  ) throws(OperationError) -> Result<RuleRun, CollectionError> {
    do throws(CollectionError) {
      let collection = try Collection.find(in: returns, year: options.year, rulesYear: options.rulesYear)
      return .success(RuleRun(collection, only: options.only.map(Set.init)))
    } catch {
      if case .noSuchYear = error { throw .setting(error.description) }
      return .failure(error)
    }
  }
}
