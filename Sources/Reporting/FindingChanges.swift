public import Returns
public import Units

/// How the findings differ from those of the council's last load.
public struct FindingChanges: Sendable {
  /// A finding of the last load that is put right.
  public struct Fixed: Sendable {
    /// The rule, the table and the child.
    public let rule: String, table: TableName, child: ChildID?
    /// The row's first date or other word that tells it among the child's.
    public let key: String

    /// A finding put right.
    public init(rule: String, table: TableName, child: ChildID?, key: String) {
      self.rule = rule
      self.table = table
      self.child = child
      self.key = key
    }
  }

  /// The load compared with: its number and when it was made.
  public let load: Int, moment: String
  /// For each finding, whether it is new.
  public let isNew: [Bool]
  /// Findings put right.
  public let fixed: [Fixed]

  /// Changes since a load.
  public init(load: Int, moment: String, isNew: [Bool], fixed: [Fixed]) {
    self.load = load
    self.moment = moment
    self.isNew = isNew
    self.fixed = fixed
  }

  /// The changes in a sentence.
  var words: String {
    let new = isNew.count { $0 }
    return
      "Since load \(load) of \(moment): \(Words.number(new)) new, \(Words.number(isNew.count - new)) still there, \(Words.number(fixed.count)) put right."
  }
}
