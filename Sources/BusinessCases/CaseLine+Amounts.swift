public import Units

extension CaseLine {
  /// The amount over some days, in pence of the line's own price year, before rounding.
  public func amount(over days: DayRange) -> Double {
    if let model { return modelled(model, over: days) }
    if let yearly { return stated(yearly, over: days) }
    let factor = unitPence * adjustment.factor(isCost: isCost) * quantity
    var sum = 0.0
    forEachYear(over: days) { part, kept in sum += kept * time(over: part) }
    return sum * factor
  }

  /// What it would be in a financial year with all of its quantity from the first day to the last; of quantity × unit
  /// value, whatever else it is taken from.
  public func fullYear(_ year: FinancialYear) -> Double {
    let factor = unitPence * adjustment.factor(isCost: isCost) * quantity
    let nights = Double(year.days.nights)
    return switch per {
    case .once: 0
    case .night: factor * nights
    case .week: factor * nights / 7
    case .year: factor
    }
  }

  /// The nights of some days on which the quantity counts, each counted once: quantity × days.
  public func nights(over days: DayRange) -> Double { quantity * accrued(over: days) }

  /// Days that a quantity of 1 counts.
  private func accrued(over days: DayRange) -> Double {
    let first = Double(max(days.start, from).number)
    let last = Double(min(days.end, until).number)
    guard first < last else { return 0 }
    let stay = stayDays
    func gone(_ day: Double) -> Double { uptake.days(from: from, to: day - delay, stay: stay) }
    return gone(last) - gone(first)
  }

  /// The time a quantity of 1 counts, in the unit of the value.
  private func time(over days: DayRange) -> Double {
    switch per {
    case .once:
      guard days.start < until else { return 0 }
      let late = Int(delay.rounded(.up))
      return uptake.begun(from: from, before: min(days.end, until) - late)
        - uptake.begun(from: from, before: days.start - late)
    case .night: return accrued(over: days)
    case .week: return accrued(over: days) / 7
    case .year:
      var sum = 0.0
      forEachFinancialYear(days) { year, part in sum += accrued(over: part) / Double(year.days.nights) }
      return sum
    }
  }

  /// Each year since the line began that some days reach into, with the share of the effect that is left in it.
  private func forEachYear(over days: DayRange, _ body: (DayRange, Double) -> Void) {
    guard adjustment.dropOff > 0 else { return body(days, 1) }
    var kept = 1.0
    var number = 0
    let first = from + Int(delay)
    var start = first
    while start < min(days.end, until) {
      number += 1
      let end = first.adding(months: 12 * number)
      if let part = DayRange(from: max(start, days.start), upTo: min(end, days.end)) { body(part, kept) }
      kept *= 1 - adjustment.dropOff
      start = end
    }
  }

  private func stated(_ yearly: YearlySavings, over days: DayRange) -> Double {
    var sum = 0.0
    forEachFinancialYear(days) { year, part in
      let place = year.startYear - yearly.first.startYear
      guard yearly.amounts.indices.contains(place) else { return }
      sum += Double(yearly.cumulative[place].pence) * Double(part.nights) / Double(year.days.nights)
    }
    return sum * scale * adjustment.factor(isCost: isCost)
  }

  /// A simulated year's saving, spread evenly over the days on which the line counts in it.
  private func modelled(_ model: ModelBenefit, over days: DayRange) -> Double {
    var sum = 0.0
    forEachFinancialYear(days) { year, part in
      let live = year.days.nights(ofStayFrom: from, to: until)
      guard live > 0 else { return }
      sum += scale * model.mean(of: year) * Double(part.nights(ofStayFrom: from, to: until)) / Double(live)
    }
    return sum
  }

  private func forEachFinancialYear(_ days: DayRange, _ body: (FinancialYear, DayRange) -> Void) {
    var year = FinancialYear(containing: days.start)
    while year.firstDay < days.end {
      if let part = DayRange(from: max(days.start, year.firstDay), upTo: min(days.end, year.next.firstDay)) {
        body(year, part)
      }
      year = year.next
    }
  }
}
