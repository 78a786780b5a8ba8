public import Care
public import Units

/// What one rate period is committed to cost from a day to the end of a financial year.
public struct Commitment: Sendable {
  /// How the day to which it runs is known.
  public enum Basis: String, CaseIterable, Sendable {
    /// The ledger states an end to come.
    case stated = "stated end"
    /// The planned end, with the council's own slippage.
    case planned = "planned end"
    /// The planned end has passed and the child is still there.
    case overdue = "planned end passed"
    /// No end is planned: to the 18th birthday.
    case eighteenth = "18th birthday"
    /// No end is planned and no date of birth is known: to the year's end.
    case yearEnd = "end of the year"
  }

  /// The rate period.
  public let line: FeeLine
  /// The category it is counted under.
  public let category: Category?
  /// The nights committed, all after the as-of date's.
  public let nights: DayRange
  /// How their end is known.
  public let basis: Basis
  /// The council's cost of a week, from each day on that it changes: the first is the first night's.
  let rates: [(from: CivilDay, council: WeeklyRate, gross: WeeklyRate)]

  /// What the nights within some days cost the council, to the nearest penny at each rate.
  public func cost(in days: DayRange) -> Money { sum(days) { $0.council } }
  /// What they cost before others' shares.
  public func gross(in days: DayRange) -> Money { sum(days) { $0.gross } }

  private func sum(
    _ days: DayRange, _ rate: ((from: CivilDay, council: WeeklyRate, gross: WeeklyRate)) -> WeeklyRate
  ) -> Money {
    var sum = Money.zero
    for (position, step) in rates.enumerated() {
      let until = position + 1 < rates.count ? rates[position + 1].from : nights.end
      sum += rate(step).cost(ofNights: days.nights(ofStayFrom: max(step.from, nights.start), to: until))
    }
    return sum
  }
}

/// Turns rate periods that go on into commitments.
struct CommitmentRule {
  let asOf: CivilDay
  let year: FinancialYear
  let slippage: EndDateSlippage
  /// The yearly uplift of prices, in hundredths of a percent.
  let uplift: Int

  /// The commitment of a rate period; nil where none of its nights lies ahead in the year.
  func commitment(_ line: FeeLine, category: Category?, eighteenth: CivilDay?) -> Commitment? {
    let first = max(asOf + 1, line.start)
    let (end, basis) = end(of: line, eighteenth: eighteenth)
    guard let nights = DayRange(from: first, upTo: max(first, min(end, year.next.firstDay))),
      nights.nights > 0
    else { return nil }
    return Commitment(
      line: line, category: category, nights: nights, basis: basis, rates: rates(line, nights))
  }

  private func end(of line: FeeLine, eighteenth: CivilDay?) -> (CivilDay, Commitment.Basis) {
    if let end = line.end { return (end, .stated) }
    let birthday = line.kind == .placement ? eighteenth : nil
    if let planned = line.plannedEnd {
      let expected = slippage.expectedEnd(planned: planned, asOf: asOf)
      return (min(expected, birthday ?? expected), planned > asOf ? .planned : .overdue)
    }
    if let birthday { return (birthday, .eighteenth) }
    return (year.next.firstDay, .yearEnd)
  }

  /// The rate of a line's nights ahead: uplifted on the line's own date, otherwise on 1 April.
  private func rates(
    _ line: FeeLine, _ nights: DayRange
  ) -> [(from: CivilDay, council: WeeklyRate, gross: WeeklyRate)] {
    let today = (nights.start, line.councilWeekly, line.weekly)
    let due = line.upliftDate ?? FinancialYear(containing: asOf).next.firstDay
    guard uplift != 0, line.kind == .placement, due > asOf, due < nights.end else { return [today] }
    let raised = (
      max(due, nights.start), line.councilWeekly.uplifted(byBasisPoints: uplift),
      line.weekly.uplifted(byBasisPoints: uplift)
    )
    return due <= nights.start ? [raised] : [today, raised]
  }
}
