public import Units

/// A council's fee ledger: every rate period of every placement, package and payment, in order of child and day.
public struct FeeLedger: Sendable {
  /// Names of the files read.
  public let files: [String]
  /// The rate periods, by child, then first night, then place in the files.
  public let lines: [FeeLine]

  /// A ledger of rate periods, which are put in order.
  public init(files: [String], lines: [FeeLine]) {
    self.files = files
    self.lines = lines.sorted { a, b in
      if a.child != b.child {
        let (x, y) = (a.child.mixed, b.child.mixed)
        return x == y ? a.child.revealed < b.child.revealed : x < y
      }
      if a.start != b.start { return a.start < b.start }
      return (a.place.file, a.place.row) < (b.place.file, b.place.row)
    }
  }

  /// The last day on which something in the ledger begins or ends: what it can be said to know.
  public var lastDay: CivilDay? {
    lines.lazy.flatMap { [$0.start, $0.end ?? $0.start] }.max()
  }

  /// The ledger as it stood on a day: rate periods that began later are gone, and what ended later goes on. A planned
  /// end is as last recorded, for a ledger does not say what was planned before.
  public func known(at day: CivilDay) -> FeeLedger {
    let known = lines.filter { $0.start <= day }.map { line in
      var line = line
      if let end = line.end, end > day { line.end = nil }
      if let end = line.placementEnd, end > day { line.placementEnd = nil }
      return line
    }
    return FeeLedger(files: files, lines: known)
  }
}
