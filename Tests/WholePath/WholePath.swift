public import Care
public import Returns
public import Rules
import Units

/// A folder taken the whole way that `homeward check` and `homeward convert` take it: read, judged by every rule, joined
/// into histories, and written as CSV.
public struct WholePath {
  /// What was read.
  public let read: ReturnSet
  /// The rules run; nil where there is nothing to run them on.
  public let run: RuleRun?
  /// The returns after joining, and what joining gave.
  public let joined: (returns: ReturnSet, built: Result<BuiltHistories, HistoryError>)
  /// Each table read, as CSV, with its name.
  public let written: [(table: TableName, csv: [UInt8])]

  /// Takes a folder the whole way.
  public init(_ folder: FolderText, book: CategoryBook) {
    read = ReturnsReader.read(folder.files, combine: folder.combine, complete: folder.complete)
    let collection = try? Collection.find(
      in: read, year: folder.year, rulesYear: folder.rulesYear,
      authority: folder.hasAuthority ? "E10000016" : nil)
    run = collection.map { RuleRun($0) }
    joined = HistoryBuilder.attempt(read, book: book)
    let set = read
    written = set.tables.map { table in
      let aside = set.unusedTables.first { $0.file == table.file }
      return (table.shape.name, ReturnCSV.text(table, and: aside, children: set.children))
    }
  }

  /// Everything said of the folder, in words: the same for the same bytes.
  public var said: [String] {
    let set = joined.returns
    var said = set.files.map { "\($0.name) \($0.status) \($0.rowsRead) \(String(describing: $0.year))" }
    said += set.setAside.map { "\($0.file) \($0.line) \($0.column) \($0.value) \($0.reason) \($0.action)" }
    said += set.notes.map {
      "\($0.file) \($0.line ?? 0) \($0.column ?? "") \($0.value ?? "") \($0.count) \($0.message)"
    }
    if case .success(let built) = joined.built {
      said += built.findings.map { "\($0.file) \($0.line) \($0.column) \($0.value) \($0.kind) \($0.nights)" }
    }
    for row in run.map({ Array($0.rows) }) ?? [] {
      said.append("\(row.file) \(row.line) \(WholePath.words(row))")
    }
    for table in written { said.append(String(decoding: table.csv, as: UTF8.self)) }
    return said
  }

  /// The rules' findings in words, without file and line, in an order of their own: of two rows that say the same in
  /// two files, the order of files decides which one a finding is about.
  public var findings: [String] { (run.map({ Array($0.rows) }) ?? []).map(WholePath.words).sorted() }

  private static func words(_ row: FindingRow) -> String {
    "\(row.rule.code) \(row.table) \(row.isLast) \(row.child.revealed) \(row.values)"
  }
}
