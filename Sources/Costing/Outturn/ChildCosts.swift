import Care
import Units

/// Puts every rate period of a financial year, and every night in care that has none, under a child, a category and a
/// budget driver.
struct ChildCosts {
  let input: OutturnInput
  let rule: CommitmentRule
  /// Days of the year up to and with the as-of date.
  let passed: DayRange
  /// The year's months, from April.
  let months: [DayRange]
  private let stays: StaysByChild
  private let eighteenths: [ChildID: CivilDay]

  init(_ input: OutturnInput) {
    self.input = input
    let asOf = input.histories.asOf
    let until = min(max(asOf + 1, input.year.firstDay), input.year.next.firstDay)
    passed = DayRange(from: input.year.firstDay, upTo: until) ?? input.year.days
    months = input.year.months
    rule = CommitmentRule(
      asOf: asOf, year: input.year, slippage: input.slippage, uplift: input.prices.uplift)
    stays = StaysByChild(input.histories)
    eighteenths = Dictionary(
      input.histories.children.map { ($0.id, $0.eighteenth) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every child's costs, in the ledger's order, then nights without a fee.
  func all() -> [ChildCost] {
    var costs: [ChildCost] = []
    var covered: [ChildID: [DayRange]] = [:]
    var group: [FeeLine] = []
    func close() {
      if let cost = cost(of: group) { costs.append(cost) }
      group = []
    }
    for line in input.ledger.lines {
      if line.kind == .placement, let days = DayRange(from: line.start, upTo: line.end ?? .distantFuture) {
        covered[line.child, default: []].append(days)
      }
      if let last = group.last, !isSame(last, line) { close() }
      group.append(line)
    }
    close()
    return costs + withoutFee(covered)
  }

  private func isSame(_ a: FeeLine, _ b: FeeLine) -> Bool {
    a.child == b.child && a.kind == b.kind && a.placement == b.placement && a.provider == b.provider
      && category(of: a) == category(of: b)
  }

  private func cost(of lines: [FeeLine]) -> ChildCost? {
    guard let last = lines.last else { return nil }
    let category = category(of: last)
    var incurred = Array(repeating: Money.zero, count: months.count)
    var committed = incurred
    var nights = 0
    var ahead: [Commitment] = []
    for line in lines {
      let rate = line.councilWeekly
      for (month, days) in months.enumerated() where days.start < passed.end {
        guard let days = DayRange(from: days.start, upTo: min(days.end, passed.end)) else { continue }
        let slept = line.nights(in: days)
        incurred[month] += rate.cost(ofNights: slept)
        nights += slept
      }
      guard let more = rule.commitment(line, category: category, eighteenth: eighteenths[line.child]) else {
        continue
      }
      for (month, days) in months.enumerated() { committed[month] += more.cost(in: days) }
      ahead.append(more)
    }
    guard nights > 0 || !ahead.isEmpty else { return nil }
    return ChildCost(
      child: last.child, placement: last.placement.isEmpty ? last.provider : last.placement, kind: last.kind,
      category: category, incurredByMonth: incurred, committedByMonth: committed,
      weekly: last.councilWeekly, nights: nights, nightsAhead: ahead.reduce(0) { $0 + $1.nights.nights },
      basis: ahead.last?.basis, isPricedByDefault: false)
  }

  /// The category of the stay in which a rate period begins, or its first night in the year; otherwise the ledger's.
  func category(of line: FeeLine) -> Category? {
    guard line.kind == .placement else { return nil }
    return stays.category(of: line, on: max(line.start, input.year.firstDay)).0
  }

  /// Nights in care that no rate period covers, at list price; care that is usually free costs nothing without a fee.
  /// Where a rate period covers the as-of date, its end ahead is the end of the commitment.
  private func withoutFee(_ covered: [ChildID: [DayRange]]) -> [ChildCost] {
    input.histories.stays.compactMap { stay in
      let child = input.histories.children[Int(stay.child)]
      let isCoveredToday = (covered[child.id] ?? []).contains { $0.contains(input.histories.asOf) }
      let end = stay.end ?? (isCoveredToday ? passed.end : min(child.eighteenth, input.year.next.firstDay))
      let days = DayRange(
        from: max(stay.start, input.year.firstDay), upTo: max(stay.start, min(end, input.year.next.firstDay)))
      let category = input.histories.episodes[stay.episodes.upperBound - 1].category
      let isFree = FeeReconciliation.usuallyFree.contains(input.histories.book[category].id)
      guard let days, days.nights > 0, !isFree else { return nil }
      let gaps = days.gaps(between: covered[child.id] ?? [])
      let rate =
        input.prices.rate(of: category, on: input.histories.asOf) ?? WeeklyRate(pencePerWeek: 0)
      var incurred = Array(repeating: Money.zero, count: months.count)
      var committed = incurred
      var (slept, ahead) = (0, 0)
      for (month, days) in months.enumerated() {
        let all = gaps.reduce(0) { $0 + days.nights(ofStayFrom: $1.start, to: $1.end) }
        let past = gaps.reduce(0) {
          $0 + days.nights(ofStayFrom: $1.start, to: min($1.end, max($1.start, passed.end)))
        }
        incurred[month] = rate.cost(ofNights: past)
        committed[month] = rate.cost(ofNights: all - past)
        slept += past
        ahead += all - past
      }
      guard slept + ahead > 0 else { return nil }
      return ChildCost(
        child: child.id, placement: "", kind: .placement, category: category, incurredByMonth: incurred,
        committedByMonth: committed, weekly: rate, nights: slept, nightsAhead: ahead,
        basis: ahead > 0 ? (stay.end == nil ? .eighteenth : .stated) : nil, isPricedByDefault: true)
    }
  }
}

extension FinancialYear {
  /// Its twelve months, from April.
  var months: [DayRange] {
    (0..<12).compactMap {
      DayRange(from: firstDay.adding(months: $0), upTo: firstDay.adding(months: $0 + 1))
    }
  }
}

extension DayRange {
  /// The days that none of other stretches covers.
  func gaps(between others: [DayRange]) -> [DayRange] {
    var gaps: [DayRange] = []
    var day = start
    for other in others.sorted(by: { $0.start < $1.start }) where other.end > day && other.start < end {
      if other.start > day, let gap = DayRange(from: day, upTo: min(other.start, end)) { gaps.append(gap) }
      day = max(day, other.end)
    }
    if day < end, let gap = DayRange(from: day, upTo: end) { gaps.append(gap) }
    return gaps
  }
}
