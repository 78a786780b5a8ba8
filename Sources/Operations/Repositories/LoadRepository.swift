/// A load to be kept.
public struct NewLoad: Sendable {
  /// What it is.
  public let summary: LoadSummary
  /// The rows of its files, but for files that are copies of others.
  public let tables: [StoredTable]
  /// What the rules found.
  public let findings: [StoredFinding]

  /// A load.
  public init(summary: LoadSummary, tables: [StoredTable], findings: [StoredFinding]) {
    self.summary = summary
    self.tables = tables
    self.findings = findings
  }
}

/// What saving did.
public enum SaveOutcome: Sendable, Equatable {
  /// The load was added.
  case saved(LoadID)
  /// The last load has the same files and rule book: nothing was changed.
  case unchanged(LoadID)
}

/// The loads of one council's returns, kept over time.
public protocol LoadRepository: Sendable {
  /// The latest load; nil where there is none yet.
  func lastLoad() throws(StoreError) -> LoadRecord?
  /// Every load, the earliest first.
  func loads() throws(StoreError) -> [LoadRecord]
  /// The findings of a load, in the order in which they were saved.
  func findings(of load: LoadID) throws(StoreError) -> [StoredFinding]
  /// The rows of a load's files.
  func tables(of load: LoadID) throws(StoreError) -> [StoredTable]
  /// Keeps a load, whole or not at all.
  func save(_ load: NewLoad) throws(StoreError) -> SaveOutcome
  /// Takes a load away with all its rows and findings, overwritten in the file; false where there is no such load.
  func forget(_ load: LoadID) throws(StoreError) -> Bool
}
