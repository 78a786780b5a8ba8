import Care
import Costing
public import Reporting
import Returns
import Rules
public import Units

/// Which rules to run, and on which year's return.
public struct RuleOptions: Sendable {
  /// The collection year; nil for the latest found.
  public var year: CollectionYear?
  /// The year whose rules and code sets are used; nil for the collection year's.
  public var rulesYear: CollectionYear?
  /// The codes of the rules to run; nil for all.
  public var only: [String]?
  /// A price list for the money at stake; nil for the default.
  public var prices: String?
  /// The council's nine-character code, for rules about what lies in its area.
  public var authority: String?

  /// All rules of the latest year.
  public init() {}
}

/// The council's last load, with its findings.
public struct LastLoad: Sendable {
  let record: LoadRecord
  let findings: [StoredFinding]

  /// The last load of a store; nil where there is none.
  ///
  /// - Throws: `OperationError.store`.
  public static func of(_ repository: some LoadRepository) throws(OperationError) -> LastLoad? {
    try OperationError.storing { () throws(StoreError) in
      guard let record = try repository.lastLoad() else { return nil }
      return LastLoad(record: record, findings: try repository.findings(of: record.id))
    }
  }

  /// The last load made before a moment; nil where there is none.
  ///
  /// - Throws: `OperationError.store`.
  static func of(
    _ repository: any LoadRepository, before moment: String
  ) throws(OperationError) -> LastLoad? {
    try OperationError.storing { () throws(StoreError) in
      guard let record = try repository.loads().last(where: { $0.summary.moment < moment }) else {
        return nil
      }
      return LastLoad(record: record, findings: try repository.findings(of: record.id))
    }
  }

  /// Why a run's findings are not compared; nil where they are.
  func whyNotCompared(_ run: RuleRun) -> String? {
    guard let year = record.summary.latestYear, year != run.collection.year else { return nil }
    return "Not compared with load \(record.id.number), whose latest return is of \(year)."
  }

  /// How a run's findings differ, rule by rule of those it ran; nil where the load was of another year's return.
  func changes(_ run: RuleRun) -> FindingChanges? {
    guard record.summary.latestYear == run.collection.year else { return nil }
    let ran = Set(run.rules.map(\.code))
    let now = Judgement(run).findings
    let comparison = FindingsComparison(before: findings.filter { ran.contains($0.rule) }, now: now)
    guard now.count == run.findings.count else { return nil }
    return FindingChanges(
      load: Int(record.id.number), moment: String(record.summary.moment.prefix(10)), isNew: comparison.isNew,
      fixed: comparison.fixed.map {
        FindingChanges.Fixed(rule: $0.rule, table: $0.table, child: $0.child, key: $0.key)
      })
  }
}

/// Reads a folder of returns, runs the rules and reports what was read, set aside, repaired and found.
public enum CheckReturns {
  /// - Throws: `OperationError` where the folder or a file of settings can't be opened, or there is no such year or
  ///   rule. Returns that can't be joined are in the report.
  public static func run(
    _ options: LoadOptions, rules: RuleOptions = RuleOptions(), last: LastLoad? = nil,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> CheckReport {
    let book = try LoadReturns.book(options.categories, method: .homeward)
    try check(rules)
    for code in rules.only ?? [] where RuleBook.rule(code) == nil {
      throw .setting("There is no rule \(code). `homeward rules` lists them.")
    }
    let returns = try LoadReturns.read(options, progress: progress)
    let found = try rulesReport(returns, rules, book, last)
    let attempt = HistoryBuilder.attempt(returns, book: book, asOf: options.asOf)
    switch attempt.built {
    case .success(let built):
      return CheckReport(
        returns: built.returns, findings: built.findings, failure: nil, superseded: built.superseded,
        rules: found)
    case .failure(let error):
      return CheckReport(
        returns: attempt.returns, findings: [], failure: error, superseded: 0, rules: found)
    }
  }

  /// What can be known to be wrong about the settings before anything is read.
  private static func check(_ rules: RuleOptions) throws(OperationError) {
    if rules.only?.isEmpty == true {
      throw .setting("--rules names no rule. `homeward rules` lists them.")
    }
    try ListRules.check(rules.rulesYear)
    if let code = rules.authority {
      let isCode =
        code.utf8.count == 9 && code.uppercased().hasPrefix("E") && code.dropFirst().allSatisfy(\.isNumber)
      guard isCode else {
        throw .setting("\(code) is no code of an English authority: E and eight digits, such as E08000012.")
      }
    }
  }

  /// Runs the rules; nil where there is nothing to run them on.
  private static func rulesReport(
    _ returns: ReturnSet, _ options: RuleOptions, _ book: CategoryBook, _ last: LastLoad?
  ) throws(OperationError) -> RulesReport? {
    let collection: Collection
    let directory = try LoadReturns.directory()
    do throws(CollectionError) {
      collection = try Collection.find(
        in: returns, year: options.year, rulesYear: options.rulesYear, directory: directory,
        authority: options.authority)
    } catch {
      switch error {
      case .noSuchYear, .twoReturns: throw .setting(error.description)
      case .nothingRead, .unknownYear: return nil
      }
    }
    let run = RuleRun(collection, only: options.only.map(Set.init))
    return RulesReport(
      run: run,
      stake: MoneyAtStake.of(
        run, book: book, prices: try prices(options.prices, book),
        named: options.prices == nil ? "Homeward's prices from national averages" : "the council's price list"
      ),
      changes: last?.changes(run), whyNotCompared: last?.whyNotCompared(run))
  }

  private static func prices(
    _ path: String?, _ book: CategoryBook
  ) throws(OperationError) -> PriceSchedule {
    let own = try path.map { path throws(OperationError) in try LoadReturns.bytes(of: path) }
    do throws(PriceListError) {
      let standard = try PriceList.standard()
      let list = try own.map { bytes throws(PriceListError) in try PriceList(csv: bytes) } ?? standard
      return list.schedule(for: book, uplift: 0, fallback: standard)
    } catch {
      throw .prices(path: path ?? "built in", error)
    }
  }
}
