public import Units

/// A saving's amounts in a year, set out as a medium-term plan needs them.
public struct SavingYear: Sendable, Equatable {
  /// The year.
  public let year: FinancialYear
  /// What is saved in the year in all, against no saving.
  public let level: Money
  /// The part of the change on the year before that is new.
  public let new: Money
  /// The part of the change that only makes the year before's part-year saving a full year's.
  public let broughtForward: Money

  /// The change on the year before: what goes into the budget.
  public var change: Money { new + broughtForward }
}

extension SavingLine {
  /// The months of its first year in which it saves; 12 for a whole year.
  public var firstYearMonths: Double {
    if let partYearMonths { return min(12, max(0, partYearMonths)) }
    guard let start, let first = years.first(where: { $0.amount != .zero })?.year,
      FinancialYear(containing: start) == first
    else { return 12 }
    let days = Double(first.firstDay.nights(to: first.next.firstDay))
    return 12 * Double(start.nights(to: first.next.firstDay)) / days
  }

  /// What it saves in each of some years, in order.
  ///
  /// Amounts of the first year are what is saved in that year. Where `partYearMonths` or an incremental basis say that
  /// they are a part of a year's, the rest of the full year comes with the next (part-year effect = full-year effect ×
  /// months ÷ 12), unless a cumulative line states that year itself; of an incremental line that states it, the larger of
  /// amount and rest counts, never both. A line that doesn't say how its years stand is read as cumulative: that never
  /// claims more. What is saved once is gone in the year after; what recurs stays at its last amount.
  public func track(_ wanted: [FinancialYear]) -> [SavingYear] {
    let stated = years.filter { $0.amount != .zero }.map(\.year)
    guard let first = stated.first, let last = wanted.last else {
      return wanted.map { SavingYear(year: $0, level: .zero, new: .zero, broughtForward: .zero) }
    }
    var rows: [SavingYear] = []
    var level = Money.zero
    var rest = Money.zero
    var year = min(first, wanted.first ?? first)
    while year <= last {
      let before = level
      let broughtForward = rest
      (level, rest) = next(year, first: first, before: before, rest: rest)
      // A cumulative year that is stated to fall has no full-year effect to bring forward.
      let brought = basis == .incremental ? broughtForward : min(broughtForward, max(.zero, level - before))
      if wanted.contains(year) {
        rows.append(
          SavingYear(year: year, level: level, new: level - before - brought, broughtForward: brought))
      }
      year = year.next
    }
    return rows
  }

  /// A year's level, and what of its full year is still to come.
  private func next(
    _ year: FinancialYear, first: FinancialYear, before: Money, rest: Money
  ) -> (level: Money, rest: Money) {
    let own = amount(in: year)
    let isOnce = kind == .cashableOnce
    switch basis {
    case .incremental?:
      let stays = isOnce ? .zero : before + rest
      let (part, whole) = year == first ? firstYear(own ?? .zero) : (own ?? .zero, own ?? .zero)
      // Of the rest of a full year and an amount stated, the larger counts: costs are negative and go the other way.
      let beyond = part - rest
      let more = rest == .zero ? part : rest > .zero ? max(.zero, beyond) : min(.zero, beyond)
      return (own == nil ? stays : stays + more, isOnce ? .zero : whole - part)
    case .cumulative?, nil:
      if let own {
        let (part, whole) = year == first ? firstYear(own) : (own, own)
        return (part, isOnce ? .zero : whole - part)
      }
      return (isOnce || year < first ? .zero : before + rest, .zero)
    }
  }

  /// What the first year brings, and what a full year would: the amount stated is the first year's own, or where it is
  /// “p.a.” the full year's.
  private func firstYear(_ stated: Money) -> (part: Money, whole: Money) {
    let months = firstYearMonths
    guard months > 0, months < 12 else { return (stated, stated) }
    // A start alone does not say that the amount is a part, and days of a last month would multiply it by hundreds.
    let isPart = partYearMonths != nil || (basis == .incremental && months >= 1)
    guard isPerAnnum || isPart else { return (stated, stated) }
    let other = Double(stated.pence) * (isPerAnnum ? months / 12 : 12 / months)
    let money = Money(roundingPence: other) ?? stated
    return isPerAnnum ? (money, stated) : (stated, money)
  }

  /// What it saves in a year in all.
  public func level(in year: FinancialYear) -> Money { track([year]).first?.level ?? .zero }
}
