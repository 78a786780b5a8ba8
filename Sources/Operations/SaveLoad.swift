import Files
import Foundation
public import Returns

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
  /// The rule book that gives the findings; empty where none is run.
  public var ruleBook = ""

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
  /// Reads, checks and saves. `findings` is given the returns as joined, and gives what the rules find in them.
  ///
  /// - Throws: `OperationError` where the returns hold no table or two councils', the store has another council's
  ///   loads, or either can't be opened. Nothing is changed then.
  public static func run(
    _ options: SaveLoadOptions, into repository: some LoadRepository,
    progress: (Int, Int) -> Void = { _, _ in },
    findings: (ReturnSet) -> [StoredFinding] = { _ in [] }
  ) throws(OperationError) -> SavedLoad {
    let previous = try OperationError.storing { () throws(StoreError) in try repository.lastLoad() }
    let council = try name(options, previous)
    let returns = try joined(options.load, progress)
    let load = newLoad(options, council, returns, findings(returns))
    let outcome = try OperationError.storing { () throws(StoreError) in try repository.save(load) }
    let before = try previous.map { previous throws(OperationError) in
      try OperationError.storing { () throws(StoreError) in try repository.findings(of: previous.id) }
    }
    let unused = returns.files.count { if case .unusable = $0.status { true } else { false } }
    return SavedLoad(
      outcome: outcome, summary: load.summary, previous: previous,
      comparison: before.map { FindingsComparison(before: $0, now: load.findings) },
      findings: load.findings.count, filesUnused: unused)
  }

  /// The council's name: a store is one council's.
  private static func name(
    _ options: SaveLoadOptions, _ previous: LoadRecord?
  ) throws(OperationError) -> String {
    guard let kept = previous?.summary.council else {
      return options.council ?? ForecastReturns.councilName(options.load.path)
    }
    guard options.council == nil || options.council == kept else {
      throw .setting(
        "The store holds the returns of \(kept). Each council has a store of its own: name another file with --store."
      )
    }
    return kept
  }

  /// The returns with the rows that joining the years sets aside, as `homeward check` counts them.
  private static func joined(
    _ load: LoadOptions, _ progress: (Int, Int) -> Void
  ) throws(OperationError) -> ReturnSet {
    let book = try LoadReturns.book(load.categories, method: .childDays)
    let returns = try LoadReturns.read(load, progress: progress)
    guard !returns.tables.isEmpty else {
      throw .setting(
        "\(load.path) holds no table of the return, so there is nothing to load; `homeward check` says why each file was not used."
      )
    }
    for problem in returns.problems {
      switch problem {
      case .twoCouncils, .unrelatedYears, .clashingIdentifiers: throw .returns(.problem(problem))
      case .noEpisodes, .noEpisodeRows, .noHeaders: break
      }
    }
    return HistoryBuilder.attempt(returns, book: book, asOf: load.asOf).returns
  }

  private static func newLoad(
    _ options: SaveLoadOptions, _ council: String, _ returns: ReturnSet, _ findings: [StoredFinding]
  ) -> NewLoad {
    let tables = returns.tables + partial(returns)
    let contents = tables.map {
      StoredTable(file: $0.file, content: CanonicalTable.text($0, children: returns.children))
    }
    let shapes = Dictionary(tables.map { ($0.file, $0.shape.name) }) { first, _ in first }
    let texts = Dictionary(contents.map { ($0.file, $0.content) }) { first, _ in first }
    let files = returns.files.enumerated().compactMap { position, file -> LoadedFile? in
      guard let table = file.table ?? shapes[position] else { return nil }
      // A table within a larger file has no bytes of its own: its rows tell it.
      var content = texts[position] ?? file.name
      return LoadedFile(
        position: position, name: file.name, table: table, year: file.year, rows: file.rowsRead,
        fingerprint: file.fingerprint ?? content.withUTF8 { Fingerprint.of($0) })
    }
    return NewLoad(
      summary: LoadSummary(
        council: council, path: options.load.path, moment: options.moment, version: options.version,
        ruleBook: options.ruleBook, rowsRead: returns.rowsRead, rowsUsed: returns.rowsUsed,
        rowsSetAside: returns.rowsSetAside, files: files),
      tables: contents, findings: findings)
  }

  /// Files that lack a column their table is told by: of no use for histories, but rules judge their rows.
  private static func partial(_ returns: ReturnSet) -> [ReturnTable] {
    var seen = Set(returns.tables.map(\.file))
    return returns.unusedTables.filter { seen.insert($0.file).inserted }
  }
}
