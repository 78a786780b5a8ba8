import Files
import Foundation
import Reporting
public import Returns
import Units

/// What to load into a store, and how it is named there.
public struct SaveLoadOptions: Sendable {
  /// The returns.
  public var load: LoadOptions
  /// The council's name; nil for the store's, or in a new store the folder's.
  public var council: String?
  /// The moment of loading in UTC, `2026-06-01T09:30:00Z`.
  public var moment: String
  /// The Homeward that loads.
  public var version: String

  /// Returns to load at a moment.
  public init(load: LoadOptions, moment: String, version: String) {
    self.load = load
    self.moment = moment
    self.version = version
  }
}

/// What loading did.
public struct SavedLoad: Sendable {
  /// Whether it was added.
  public let outcome: SaveOutcome
  /// What is now the store's last load.
  public let summary: LoadSummary
  /// The load before it; where nothing was changed, that same load.
  public let previous: LoadRecord?
  /// How its findings differ from the previous load's; nil where there was none.
  public let comparison: FindingsComparison?
  /// How many findings it has.
  public let findings: Int
  /// Files that could not be used.
  public let filesUnused: Int
}

/// Reads a folder of returns and keeps them in the council's store.
public enum SaveLoad {
  /// Reads, judges and saves. `judge` is given the returns as read.
  ///
  /// - Throws: `OperationError` where the returns hold no table or two councils', the store has another council's
  ///   loads, or either can't be opened. Nothing is changed then.
  public static func run(
    _ options: SaveLoadOptions, into repository: some LoadRepository,
    progress: (Int, Int) -> Void = { _, _ in },
    judge: (ReturnSet) throws(OperationError) -> Judgement = { _ in .none }
  ) throws(OperationError) -> SavedLoad {
    let previous = try OperationError.storing { () throws(StoreError) in try repository.lastLoad() }
    let council = try name(options, previous)
    let book = try LoadReturns.book(options.load.categories, method: .homeward)
    let read = try usable(options.load, progress)
    if let previous { try checkCouncil(read, previous, repository) }
    let judgement = try judge(read)
    // With the rows that joining the years sets aside, as `homeward check` counts them.
    let returns = HistoryBuilder.attempt(read, book: book, asOf: options.load.asOf).returns
    let load = newLoad(options, council, returns, judgement)
    let outcome = try OperationError.storing { () throws(StoreError) in try repository.save(load) }
    let before = try previous.map { previous throws(OperationError) in
      try OperationError.storing { () throws(StoreError) in try repository.findings(of: previous.id) }
    }
    let unused = returns.files.count { if case .unusable = $0.status { true } else { false } }
    return SavedLoad(
      outcome: outcome, summary: load.summary, previous: previous,
      comparison: isSameYear(previous, load.summary)
        ? before.map { FindingsComparison(before: $0, now: load.findings) } : nil,
      findings: load.findings.count, filesUnused: unused)
  }

  /// Keeps what a check found, without the rows themselves: for a store that has the returns' files already. Nothing is
  /// kept of returns that hold no table, or are several councils'.
  ///
  /// - Throws: `OperationError.store`.
  static func keep(
    _ report: CheckReport, _ options: SaveLoadOptions, into repository: any LoadRepository
  ) throws(OperationError) {
    guard let rules = report.rules, isOneCouncils(report.returns) else { return }
    let council = options.council ?? options.load.folderName
    let load = newLoad(options, council, report.returns, Judgement(rules.run))
    _ = try OperationError.storing { () throws(StoreError) in
      try repository.save(NewLoad(summary: load.summary, tables: [], findings: load.findings))
    }
  }

  private static func isOneCouncils(_ returns: ReturnSet) -> Bool {
    !returns.tables.isEmpty
      && !returns.problems.contains {
        switch $0 {
        case .twoCouncils, .unrelatedYears, .clashingIdentifiers: true
        case .noEpisodes, .noEpisodeRows, .noHeaders: false
        }
      }
  }

  /// Whether the latest return of the load before is of the same collection year: else its findings are of other rows.
  private static func isSameYear(_ previous: LoadRecord?, _ now: LoadSummary) -> Bool {
    previous?.summary.latestYear == now.latestYear
  }

  /// Refuses returns that share next to no child with the last load: another council's, most likely.
  private static func checkCouncil(
    _ returns: ReturnSet, _ previous: LoadRecord, _ repository: some LoadRepository
  ) throws(OperationError) {
    let headers = Set(previous.summary.files.filter { $0.table == .header }.map(\.position))
    let tables = try OperationError.storing { () throws(StoreError) in try repository.tables(of: previous.id)
    }
    var before: Set<Substring> = []
    for table in tables where headers.contains(table.file) {
      for line in table.content.split(separator: "\n").dropFirst() {
        before.insert(line.prefix { $0 != "," })
      }
    }
    let now = Set(returns.children.map { Substring($0.revealed) })
    let shared = before.intersection(now).count
    guard min(before.count, now.count) >= leastChildren, shared * 20 < min(before.count, now.count) else {
      return
    }
    throw .setting(
      "Next to none of these children are in the last load of \(previous.summary.council): they look like another council's returns. Each council has a store of its own\(Means.said(": name another file with --store", inBrowser: ""))."
    )
  }

  /// With fewer children than this two returns can't be told to be two councils'.
  private static let leastChildren = 10

  /// The council's name: a store is one council's.
  private static func name(
    _ options: SaveLoadOptions, _ previous: LoadRecord?
  ) throws(OperationError) -> String {
    guard let kept = previous?.summary.council else {
      return options.council ?? options.load.folderName
    }
    guard options.council == nil || options.council == kept else {
      throw .setting(
        "The store holds the returns of \(kept). Each council has a store of its own\(Means.said(": name another file with --store", inBrowser: ""))."
      )
    }
    return kept
  }

  /// The returns, if they hold a table and are one council's.
  private static func usable(
    _ load: LoadOptions, _ progress: (Int, Int) -> Void
  ) throws(OperationError) -> ReturnSet {
    let returns = try LoadReturns.read(load, progress: progress)
    guard !returns.tables.isEmpty else {
      throw .setting(
        "\(load.path) holds no table of the return, so there is nothing to load; \(Means.report("check", page: "What the rules find")) says why each file was not used."
      )
    }
    for problem in returns.problems {
      switch problem {
      case .twoCouncils, .unrelatedYears, .clashingIdentifiers: throw .returns(.problem(problem))
      case .noEpisodes, .noEpisodeRows, .noHeaders: break
      }
    }
    return returns
  }

  private static func newLoad(
    _ options: SaveLoadOptions, _ council: String, _ returns: ReturnSet, _ judgement: Judgement
  ) -> NewLoad {
    let tables = Dictionary(grouping: returns.tables + returns.unusedTables, by: \.file)
    let contents = tables.map { file, tables in
      StoredTable(file: file, content: CanonicalTable.text(tables, children: returns.children))
    }
    let texts = Dictionary(contents.map { ($0.file, $0.content) }) { first, _ in first }
    let files = returns.files.enumerated().compactMap { position, file -> LoadedFile? in
      guard let table = file.table ?? tables[position]?.first?.shape.name else { return nil }
      // A table within a larger file has no bytes of its own: its rows tell it.
      var content = texts[position] ?? file.name
      return LoadedFile(
        position: position, name: file.name, table: table, year: file.year, rows: file.rowsRead,
        fingerprint: file.fingerprint ?? content.withUTF8 { Fingerprint.of($0) })
    }
    return NewLoad(
      summary: LoadSummary(
        council: council, path: options.load.path, moment: options.moment, version: options.version,
        ruleBook: judgement.ruleBook, rowsRead: returns.rowsRead, rowsUsed: returns.rowsUsed,
        rowsSetAside: returns.rowsSetAside, files: files),
      tables: contents.sorted { $0.file < $1.file }, findings: judgement.findings)
  }
}
