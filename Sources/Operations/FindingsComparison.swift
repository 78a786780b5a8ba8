import Returns
import Units

/// What changed between the findings of two loads: what is new, what was put right and what is still there.
///
/// Two findings are the same where rule, table, child and row key are, wherever the row now stands; a row that is
/// found twice in one load counts twice.
public struct FindingsComparison: Sendable {
  /// Findings of now that were not there before, in now's order.
  public let new: [StoredFinding]
  /// Findings of before that are gone, in before's order.
  public let fixed: [StoredFinding]
  /// Findings of now that were there before, in now's order.
  public let stillThere: [StoredFinding]
  /// For each finding of now, whether it is new.
  public let isNew: [Bool]

  private struct Key: Hashable {
    let rule: String, table: TableName, child: ChildID?, key: String

    init(_ finding: StoredFinding) {
      rule = finding.rule
      table = finding.table
      child = finding.child
      key = finding.key
    }
  }

  /// Compares two loads' findings; one pass over each.
  public init(before: [StoredFinding], now: [StoredFinding]) {
    var unmatched: [Key: Int] = Dictionary(minimumCapacity: before.count)
    for finding in before { unmatched[Key(finding), default: 0] += 1 }
    var new: [StoredFinding] = []
    var still: [StoredFinding] = []
    var isNew: [Bool] = []
    isNew.reserveCapacity(now.count)
    for finding in now {
      if let count = unmatched[Key(finding)], count > 0 {
        unmatched[Key(finding)] = count - 1
        still.append(finding)
        isNew.append(false)
      } else {
        new.append(finding)
        isNew.append(true)
      }
    }
    var fixed: [StoredFinding] = []
    // The last ones of a key are those left over, so that which of two equal rows is named does not matter.
    for finding in before.reversed() {
      if let count = unmatched[Key(finding)], count > 0 {
        unmatched[Key(finding)] = count - 1
        fixed.append(finding)
      }
    }
    self.new = new
    self.isNew = isNew
    self.fixed = fixed.reversed()
    stillThere = still
  }
}
