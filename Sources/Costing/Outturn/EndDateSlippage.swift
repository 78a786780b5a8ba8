public import Units

/// How far placements have ended from the day they were planned to end: the council's own record, by which planned ends
/// still to come are judged.
public struct EndDateSlippage: Sendable, Equatable {
  /// Days from the planned end to the day the child left, in order; negative where it left earlier.
  public let days: [Int]

  /// Fewest ended placements with a planned end that make a record.
  public static let fewest = 10
  /// Days that a placement beyond its planned end is taken to go on where there is no record to tell.
  static let otherwise = 28

  /// A record of days.
  public init(days: [Int]) { self.days = days.sorted() }

  /// The placements of a ledger that had a planned end and are over by a day.
  public init(_ ledger: FeeLedger, by day: CivilDay) {
    struct Key: Hashable {
      let child: ChildID
      let placement: String
      let end: CivilDay
    }
    var planned: [Key: CivilDay] = [:]
    for line in ledger.lines {
      guard let end = line.placementEnd, end <= day, let plan = line.plannedEnd else { continue }
      planned[Key(child: line.child, placement: line.placement, end: end)] = plan
    }
    self.init(days: planned.map { $0.value.nights(to: $0.key.end) })
  }

  /// Whether there are enough to judge by.
  public var isRecord: Bool { days.count >= EndDateSlippage.fewest }

  /// The mean, in days; nil where there is no record.
  public var mean: Double? {
    isRecord ? Double(days.reduce(0, +)) / Double(days.count) : nil
  }

  /// The day on which a placement that still goes on is expected to end: its planned end, moved by the mean slippage of
  /// those that had not ended by as many days before or after theirs. Never before the day after `asOf`.
  public func expectedEnd(planned: CivilDay, asOf: CivilDay) -> CivilDay {
    let passed = planned.nights(to: asOf)
    let later = days.filter { $0 > passed }
    guard isRecord, !later.isEmpty else { return planned > asOf ? planned : asOf + EndDateSlippage.otherwise }
    let mean = Double(later.reduce(0, +)) / Double(later.count)
    return max(asOf + 1, planned + Int(mean.rounded(.toNearestOrAwayFromZero)))
  }
}
