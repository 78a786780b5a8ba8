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
    // Lines are large: their order is found by keys.
    let keys = lines.enumerated().map { index, line in
      (
        mixed: line.child.mixed, start: line.start.number, file: line.place.file, row: line.place.row,
        index: index
      )
    }
    let order = keys.sorted { a, b in
      if a.mixed != b.mixed { return a.mixed < b.mixed }
      let (x, y) = (lines[a.index].child, lines[b.index].child)
      if x != y { return x.revealed < y.revealed }
      return (a.start, a.file, a.row) < (b.start, b.file, b.row)
    }
    self.lines = order.map { lines[$0.index] }
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

  /// The ledger for a forecast made today, the last day known: every rate period of placements and packages that have
  /// begun, with the ends and later rates that are stated ahead. What is to begin is left to the forecast.
  public func begun(by day: CivilDay) -> FeeLedger {
    struct Place: Hashable {
      let child: ChildID
      let kind: FeeKind
      let placement: String
    }
    func place(_ line: FeeLine) -> Place {
      Place(child: line.child, kind: line.kind, placement: line.placement)
    }
    let begun = Set(lines.filter { $0.start <= day && !$0.placement.isEmpty }.map(place))
    return FeeLedger(files: files, lines: lines.filter { $0.start <= day || begun.contains(place($0)) })
  }
}
