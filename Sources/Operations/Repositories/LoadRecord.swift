public import Returns
public import Units

/// Names a load within its store.
public struct LoadID: Hashable, Sendable {
  /// Counts up with every load.
  public let number: Int64

  /// The load of that number.
  public init(number: Int64) { self.number = number }
}

/// A file of returns as it was loaded.
public struct LoadedFile: Sendable, Equatable {
  /// Its position in `ReturnSet.files` when it was loaded; findings name it by this.
  public let position: Int
  /// The path shown to the person.
  public let name: String
  /// The table it holds.
  public let table: TableName
  /// The collection year inferred; nil where nothing told it.
  public let year: CollectionYear?
  /// Rows below the header.
  public let rows: Int
  /// `Files.Fingerprint` of its bytes.
  public let fingerprint: UInt64

  /// A file.
  public init(
    position: Int, name: String, table: TableName, year: CollectionYear?, rows: Int, fingerprint: UInt64
  ) {
    self.position = position
    self.name = name
    self.table = table
    self.year = year
    self.rows = rows
    self.fingerprint = fingerprint
  }
}

/// What a load is, apart from its contents.
public struct LoadSummary: Sendable, Equatable {
  /// The council's name.
  public let council: String
  /// The path given.
  public let path: String
  /// The moment of loading in UTC, `2026-06-01T09:30:00Z`.
  public let moment: String
  /// The Homeward that loaded it.
  public let version: String
  /// The rule book that gave its findings; empty where none was run.
  public let ruleBook: String
  /// Rows read; always those used and those set aside.
  public let rowsRead: Int
  /// Rows used.
  public let rowsUsed: Int
  /// Rows set aside.
  public let rowsSetAside: Int
  /// The files that hold a table.
  public let files: [LoadedFile]

  /// The collection year of its latest return; nil where none is known.
  public var latestYear: CollectionYear? {
    (files.filter { $0.table == .episodes }.compactMap(\.year).max()) ?? files.compactMap(\.year).max()
  }

  /// A load.
  public init(
    council: String, path: String, moment: String, version: String, ruleBook: String, rowsRead: Int,
    rowsUsed: Int, rowsSetAside: Int, files: [LoadedFile]
  ) {
    self.council = council
    self.path = path
    self.moment = moment
    self.version = version
    self.ruleBook = ruleBook
    self.rowsRead = rowsRead
    self.rowsUsed = rowsUsed
    self.rowsSetAside = rowsSetAside
    self.files = files
  }
}

/// A load that is in the store.
public struct LoadRecord: Sendable, Equatable {
  /// Its name.
  public let id: LoadID
  /// What it is.
  public let summary: LoadSummary
  /// The fingerprint of all its files together.
  public let fingerprint: UInt64
  /// How many findings it has.
  public let findings: Int

  /// A load in the store.
  public init(id: LoadID, summary: LoadSummary, fingerprint: UInt64, findings: Int) {
    self.id = id
    self.summary = summary
    self.fingerprint = fingerprint
    self.findings = findings
  }
}

/// A finding as it is kept, so that the next load's can be compared with it.
public struct StoredFinding: Hashable, Sendable {
  /// The rule's code.
  public let rule: String
  /// How grave it is, in the rule book's word.
  public let severity: String
  /// The table it is about.
  public let table: TableName
  /// The collection year; nil where it is not known.
  public let year: CollectionYear?
  /// The child; nil where it concerns none.
  public let child: ChildID?
  /// What stays the same about the row when its file is exported again: such as the table's start date.
  public let key: String
  /// The columns at fault, in the return's words.
  public let columns: String
  /// The file's position in `ReturnSet.files`.
  public let file: Int
  /// The line in it, 1 for the header.
  public let line: Int

  /// A finding.
  public init(
    rule: String, severity: String, table: TableName, year: CollectionYear?, child: ChildID?, key: String,
    columns: String, file: Int, line: Int
  ) {
    self.rule = rule
    self.severity = severity
    self.table = table
    self.year = year
    self.child = child
    self.key = key
    self.columns = columns
    self.file = file
    self.line = line
  }
}

/// The rows of one file as the store keeps them: the return's own columns as CSV, direct identifiers left out.
public struct StoredTable: Sendable, Equatable {
  /// The file's position in `ReturnSet.files`.
  public let file: Int
  /// CSV with a header line.
  public let content: String

  /// A table's rows.
  public init(file: Int, content: String) {
    self.file = file
    self.content = content
  }
}
