public import Returns
import Units

/// The findings of a run counted: by rule, by table and in all, each row and each child once.
public struct FindingCounts: Sendable {
  /// What fails one rule, or any.
  public struct Failing: Sendable {
    /// Rows, and children with such a row.
    public fileprivate(set) var rows = 0, children = 0
  }

  /// What fails one rule of the run, by its position.
  public let byRule: [Failing]
  /// Rows that fail any rule, and findings, by table in the order of the tables; tables without findings left out.
  public let byTable: [(table: TableName, rows: Int, findings: Int)]
  /// What fails any rule.
  public let all: Failing

  /// Counts a run's findings, once over them.
  public init(_ run: RuleRun) {
    let collection = run.collection
    var byRule = [Failing](repeating: Failing(), count: run.rules.count)
    var all = Failing()
    var rows = [Int](repeating: 0, count: collection.sources.count)
    var findings = rows
    var isCounted = collection.sources.map { [Bool](repeating: false, count: $0.table.rows) }
    // Findings stand rule by rule, so the last rule that a child was counted under tells whether it was under this one.
    var lastRule = [Int](repeating: -1, count: collection.returns.children.count)
    for finding in run.findings {
      let (source, row) = (Int(finding.place.source), Int(finding.place.row))
      let child = Int(collection.child(finding.place))
      byRule[finding.rule].rows += 1
      findings[source] += 1
      if !isCounted[source][row] {
        isCounted[source][row] = true
        rows[source] += 1
        all.rows += 1
      }
      if lastRule[child] != finding.rule {
        if lastRule[child] < 0 { all.children += 1 }
        lastRule[child] = finding.rule
        byRule[finding.rule].children += 1
      }
    }
    self.byRule = byRule
    self.all = all
    byTable = TableName.allCases.compactMap { table in
      let sources = collection.sources.indices.filter { collection.sources[$0].table.shape.name == table }
      let found = sources.reduce(0) { $0 + findings[$1] }
      return found == 0 ? nil : (table, sources.reduce(0) { $0 + rows[$1] }, found)
    }
  }
}
