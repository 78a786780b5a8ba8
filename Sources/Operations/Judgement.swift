public import Returns
import Rules
import Units

/// What the rules found in returns, to be kept with them.
public struct Judgement: Sendable {
  /// The rule book: the year whose rules were run, and what they had to look into. Findings by different books are
  /// different loads. Empty where no rule was run.
  public let ruleBook: String
  /// The findings, in the rules' order.
  public let findings: [StoredFinding]

  /// Findings by a rule book.
  public init(ruleBook: String, findings: [StoredFinding]) {
    self.ruleBook = ruleBook
    self.findings = findings
  }

  /// No rule was run.
  public static let none = Judgement(ruleBook: "", findings: [])

  /// Runs the rules of the latest year found; none where there is no year to run them on.
  ///
  /// - Throws: `OperationError` where the postcode directory can't be read.
  public static func of(_ returns: ReturnSet) throws(OperationError) -> Judgement {
    let directory = try LoadReturns.directory()
    guard let collection = try? Collection.find(in: returns, directory: directory) else { return .none }
    return Judgement(RuleRun(collection))
  }

  /// A run's findings as they are kept.
  init(_ run: RuleRun) {
    let collection = run.collection
    // The tables of an XML file bear one name; a file that lacks a column has a name and no table.
    let files = collection.returns.files.enumerated()
    let tables = Dictionary(files.map { (FileTable(name: $1.name, table: $1.table), $0) }) { first, _ in first
    }
    let names = Dictionary(files.map { ($1.name, $0) }) { first, _ in first }
    let last = CollectionYear(startYear: collection.year.startYear - 1)
    ruleBook =
      "\(collection.rulesYear)" + (collection.hasDirectory ? " with postcodes" : "")
      + Judgement.lists(collection.returns)
    findings = run.rows.compactMap { row in
      let file = FileTable(name: row.file, table: row.table)
      guard let position = tables[file] ?? names[row.file] else { return nil }
      return StoredFinding(
        rule: row.rule.code, severity: row.rule.severity.rawValue, table: row.table,
        year: row.isLast ? last : collection.year, child: row.child, key: row.key,
        columns: row.columns.joined(separator: ","), file: position, line: row.line)
    }
  }

  /// The lists of postcodes beside the tables, each by its content; empty where there is none.
  private static func lists(_ returns: ReturnSet) -> String {
    returns.files.compactMap { file in
      guard case .postcodes = file.status, let fingerprint = file.fingerprint else { return nil }
      return " with postcodes \(String(fingerprint, radix: 16))"
    }.joined()
  }

  private struct FileTable: Hashable { let name: String, table: TableName? }
}
