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

/// The findings of a run, made readable one after the other.
public struct FindingRows: Sequence, Sendable {
  fileprivate let run: RuleRun

  /// How many there are.
  public var count: Int { run.findings.count }

  /// Starts at the first.
  public func makeIterator() -> Iterator { Iterator(run) }

  /// Reads finding by finding. Those of one rule and file follow one another, so what they have in common is found once.
  public struct Iterator: IteratorProtocol {
    private let run: RuleRun
    private var position = 0
    private var layout: Layout?

    fileprivate init(_ run: RuleRun) { self.run = run }

    /// The next finding.
    public mutating func next() -> FindingRow? {
      guard position < run.findings.count else { return nil }
      let finding = run.findings[position]
      position += 1
      if let layout, layout.rule == finding.rule, layout.source == finding.place.source {
        return layout.row(finding)
      }
      let layout = Layout(finding, of: run)
      self.layout = layout
      return layout.row(finding)
    }
  }
}

/// What the findings of one rule in one file have in common; a class, since each finding looks at it.
private final class Layout {
  let rule: Int, source: Int32
  private let its: Rule
  private let table: ReturnTable
  private let children: [ChildID]
  private let file: String
  private let isLast: Bool
  /// The columns at fault, with their positions; none for the child's identifier.
  private let columns: [String], positions: [Int?]
  /// The position of the date that tells the child's rows apart.
  private let telling: Int?

  init(_ finding: Finding, of run: RuleRun) {
    rule = finding.rule
    source = finding.place.source
    its = run.rules[rule]
    let collection = run.collection
    table = collection.sources[Int(source)].table
    isLast = collection.sources[Int(source)].isLast
    children = collection.returns.children
    file = collection.returns.files[collection.sources[Int(source)].file].name
    let shape = table.shape
    let columns = its.fields.filter { $0 == "CHILD" || shape.position(of: $0) != nil }
    self.columns = columns.isEmpty ? ["CHILD"] : columns
    positions = self.columns.map(shape.position(of:))
    telling = shape.columns.firstIndex { if case .neededDay = $0.kind { true } else { false } }
  }

  func row(_ finding: Finding) -> FindingRow {
    let row = Int(finding.place.row)
    let child = children[Int(table.child[row])]
    return FindingRow(
      rule: its, table: table.shape.name, isLast: isLast, file: file, line: Int(table.lines[row]),
      child: child,
      columns: columns, values: positions.map { $0.map { table.shown(row, $0) } ?? child.revealed },
      key: telling.map { table.shown(row, $0) } ?? "")
  }
}

extension RuleRun {
  /// Every finding, made readable.
  public var rows: FindingRows { FindingRows(run: self) }
}
