/// The rows of one table of a year's return, child by child.
public struct ChildTable<Row: TableRow>: Sendable {
  /// All rows in order of child; a child's rows in the order given by `precedes`, else as they were read.
  public private(set) var rows: [Row]
  private let first: [Int32]

  /// A table of rows in the order read, for `children` children.
  init(_ read: [Row], children: Int, precedes: ((Row, Row) -> Bool)? = nil) {
    var first = [Int32](repeating: 0, count: children + 1)
    guard let blank = read.first else {
      rows = []
      self.first = first
      return
    }
    for row in read { first[Int(row.child) + 1] += 1 }
    for child in 0..<children { first[child + 1] += first[child] }
    var next = first
    var ordered = [Row](repeating: blank, count: read.count)
    for row in read {
      ordered[Int(next[Int(row.child)])] = row
      next[Int(row.child)] += 1
    }
    if let precedes {
      for child in 0..<children where first[child + 1] - first[child] > 1 {
        ordered[Int(first[child])..<Int(first[child + 1])].sort(by: precedes)
      }
    }
    rows = ordered
    self.first = first
  }

  /// The same rows, each changed.
  func map(_ change: (inout Row) -> Void) -> ChildTable {
    var changed = self
    for index in changed.rows.indices { change(&changed.rows[index]) }
    return changed
  }

  /// A child's rows.
  public subscript(child: Int32) -> ArraySlice<Row> { rows[range(child)] }

  /// A child's first row.
  public func first(of child: Int32) -> Row? {
    let range = range(child)
    return range.isEmpty ? nil : rows[range.lowerBound]
  }

  /// Whether a child has a row.
  public func has(_ child: Int32) -> Bool { !range(child).isEmpty }

  /// The position of a child's rows in `rows`.
  func range(_ child: Int32) -> Range<Int> { Int(first[Int(child)])..<Int(first[Int(child) + 1]) }
}
