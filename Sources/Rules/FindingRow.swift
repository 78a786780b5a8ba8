public import Returns
public import Units

/// A finding as it is shown and exported.
public struct FindingRow: Sendable {
  /// The rule.
  public let rule: Rule
  /// The table the failing row stands in, and whether it is last year's.
  public let table: TableName, isLast: Bool
  /// The file's name, and the line in it, 1 for the header. Of an XML file it is the line in the table's CSV.
  public let file: String, line: Int
  /// The child.
  public let child: ChildID
  /// The columns at fault, and what stands in them.
  public let columns: [String], values: [String]
  /// Words that stay the same while the row does: of two loads, findings with the same words are the same.
  public let key: String
}

extension Collection {
  /// The line a row stands in, 1 for the header.
  public func line(of row: some TableRow) -> Int {
    Int(sources[Int(row.place.source)].table.lines[Int(row.place.row)])
  }
}

extension RuleRun {
  /// A finding, made readable.
  public func row(_ finding: Finding) -> FindingRow {
    let rule = rules[finding.rule]
    let source = collection.sources[Int(finding.place.source)]
    let (table, row) = (source.table, Int(finding.place.row))
    let columns = rule.fields.filter { $0 == "CHILD" || table.shape.position(of: $0) != nil }
    let child = collection.returns.children[Int(table.child[row])]
    let values = columns.map { column in
      table.shape.position(of: column).map { table.shown(row, $0) } ?? child.revealed
    }
    let telling = table.shape.columns.indices.first {
      if case .neededDay = table.shape.columns[$0].kind { true } else { false }
    }
    return FindingRow(
      rule: rule, table: table.shape.name, isLast: source.isLast,
      file: collection.returns.files[source.file].name, line: Int(table.lines[row]), child: child,
      columns: columns.isEmpty ? ["CHILD"] : columns,
      values: columns.isEmpty ? [child.revealed] : values,
      key: telling.map { table.shown(row, $0) } ?? "")
  }

  /// The table of a finding's row.
  public func table(_ finding: Finding) -> TableName {
    collection.sources[Int(finding.place.source)].table.shape.name
  }

  /// The child of a finding: position in `ReturnSet.children`.
  public func child(_ finding: Finding) -> Int32 {
    collection.sources[Int(finding.place.source)].table.child[Int(finding.place.row)]
  }

  /// Every finding, made readable.
  public var rows: [FindingRow] { findings.map(row) }
}
