public import Files
public import Units

/// Children's numbers in another system beside those of the returns.
public struct MatchTable: Sendable {
  private let returned: [String: ChildID]
  /// What a reader should know of it.
  public let notes: [String]

  /// How many numbers it holds.
  public var count: Int { returned.count }

  /// The table in a grid: the other system's number, then the return's, under headings that say so or in this order.
  ///
  /// - Throws: `GridError` where it has no two columns, or gives one number two children.
  public init(_ grid: Grid) throws(GridError) {
    guard let first = grid.rows.first, first.values.count(where: { $0 != .empty }) >= 2 else {
      throw GridError(
        file: grid.file, problem: "a match table has two columns: the ledger's number and the return's.")
    }
    let headings = first.values.map { TableColumns<LedgerField>.plain($0.text) }
    let own = headings.firstIndex { ["child", "returnid", "ssda903id", "903id", "returnchild"].contains($0) }
    let returnColumn = own ?? 1
    let ledgerColumn = returnColumn == 0 ? 1 : 0
    let hasHeadings = own != nil || headings.prefix(2).allSatisfy { !$0.contains { $0.isNumber } }
    var found: [String: ChildID] = [:]
    var bad = 0
    for row in grid.rows.dropFirst(hasHeadings ? 1 : 0) {
      let ledger = row[ledgerColumn].text
      guard !ledger.isEmpty, let child = ChildID(row[returnColumn].text) else {
        bad += 1
        continue
      }
      guard found[ledger] == nil || found[ledger] == child else {
        throw GridError(
          file: grid.file,
          problem:
            "gives one number of the ledger two children (row \(grid.address(row: row.number))). Keep one.")
      }
      found[ledger] = child
    }
    returned = found
    notes = bad == 0 ? [] : ["\(grid.file): \(bad) rows without both numbers were passed over."]
  }

  /// The child of another system's number; nil where the table lacks it.
  public subscript(ledger: String) -> ChildID? { returned[ledger] }
}
