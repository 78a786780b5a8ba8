public import Units

/// Why a forecast differs from the one before: child by child, adding to the whole difference to the penny.
public struct Movement: Sendable, Equatable {
  /// A reason.
  public enum Reason: String, CaseIterable, Sendable {
    /// A child began to be paid for.
    case started
    /// A child is no longer paid for.
    case left
    /// A child moved to another placement.
    case moved
    /// The weekly price changed.
    case rate
    /// The end that is planned or expected changed.
    case endDate = "end date"
    /// Nights before the earlier forecast are now known to have cost something else.
    case correction
    /// The forecast of today's children leaving and moving changed.
    case leaversAndMoves = "forecast of leavers and moves"
    /// The forecast of children to come changed.
    case newStarts = "forecast of new starts"
    /// Money added by hand changed.
    case adjustments
    /// Budgets that nothing drives changed.
    case undriven = "other budgets"
  }

  /// One reason for one child, or for none where the reason is nobody's alone.
  public struct Line: Sendable, Equatable {
    /// The child; nil where the line is about no single one.
    public let child: ChildID?
    /// Why.
    public let reason: Reason
    /// By how much the outturn rose.
    public let amount: Money
  }

  /// The earlier forecast's as-of date.
  public let from: CivilDay
  /// The later one's.
  public let to: CivilDay
  /// The earlier outturn.
  public let before: Money
  /// The later outturn.
  public let after: Money
  /// What it moved by: lines of nought are left out.
  public let lines: [Line]

  /// The sum of the lines of a reason.
  public func total(_ reason: Reason) -> Money {
    lines.reduce(.zero) { $1.reason == reason ? $0 + $1.amount : $0 }
  }

  /// The movement from one forecast of a year to a later one of the same year.
  public init(from old: OutturnSnapshot, to new: OutturnSnapshot) {
    from = old.asOf
    to = new.asOf
    before = old.total
    after = new.total
    let olds = Dictionary(grouping: old.rows, by: \.child)
    let news = Dictionary(grouping: new.rows, by: \.child)
    var seen: Set<ChildID> = []
    var lines: [Line] = []
    for child in (old.rows + new.rows).map(\.child) where seen.insert(child).inserted {
      lines += Movement.lines(child, olds[child] ?? [], news[child] ?? [], known: old.asOf, in: old.year)
    }
    func add(_ reason: Reason, _ before: Money, _ after: Money) {
      lines.append(Line(child: nil, reason: reason, amount: after - before))
    }
    add(.leaversAndMoves, old.leaversAndMoves, new.leaversAndMoves)
    add(.newStarts, old.newStarts, new.newStarts)
    add(.adjustments, old.adjustments, new.adjustments)
    add(.undriven, old.undriven, new.undriven)
    self.lines = lines.filter { $0.amount != .zero }
  }

  /// One child's reasons. Whole months that both forecasts know are compared first: what differs there is a correction.
  /// What is left lies ahead of the earlier forecast, and has one main reason.
  private static func lines(
    _ child: ChildID, _ old: [OutturnSnapshot.Row], _ new: [OutturnSnapshot.Row], known: CivilDay,
    in year: FinancialYear
  ) -> [Line] {
    let months = year.months.enumerated().filter { $0.element.end <= known + 1 }.map(\.offset)
    func past(_ rows: [OutturnSnapshot.Row]) -> Money {
      rows.reduce(.zero) { sum, row in months.reduce(sum) { $0 + row.incurredByMonth[$1] } }
    }
    let correction = past(new) - past(old)
    let whole = new.reduce(Money.zero) { $0 + $1.total } - old.reduce(.zero) { $0 + $1.total }
    let rest = whole - correction
    var lines = [Line(child: child, reason: .correction, amount: correction)]
    let (before, after) = (old.filter { $0.nightsAhead > 0 }, new.filter { $0.nightsAhead > 0 })
    switch (before.isEmpty, after.isEmpty) {
    case (true, _) where old.isEmpty || !after.isEmpty:
      lines.append(Line(child: child, reason: .started, amount: rest))
    case (false, true): lines.append(Line(child: child, reason: .left, amount: rest))
    case (false, false) where Set(before.map(Place.init)) != Set(after.map(Place.init)):
      lines.append(Line(child: child, reason: .moved, amount: rest))
    case (false, false):
      let rate = WeeklyRate(
        pencePerWeek: after.reduce(0) { $0 + $1.weekly.pencePerWeek }
          - before.reduce(0) { $0 + $1.weekly.pencePerWeek })
      let nights = after.map(\.nightsAhead).max() ?? 0
      let dearer = rate.cost(ofNights: nights)
      lines.append(Line(child: child, reason: .rate, amount: dearer))
      lines.append(Line(child: child, reason: .endDate, amount: rest - dearer))
    default: lines.append(Line(child: child, reason: .endDate, amount: rest))
    }
    return lines
  }

  /// What makes two rows the same placement.
  private struct Place: Hashable {
    let kind: FeeKind
    let placement: String
    init(_ row: OutturnSnapshot.Row) {
      kind = row.kind
      placement = row.placement
    }
  }
}
