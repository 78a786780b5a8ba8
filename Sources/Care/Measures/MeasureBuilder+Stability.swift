import Units

/// How settled children are.
extension MeasureBuilder {
  func stabilityFigures() -> [Measure] { [threePlacements(), longTerm()] }

  private func threePlacements() -> Measure {
    let byChild = Dictionary(
      grouping: histories.periods.indices.filter {
        let period = histories.periods[$0]
        return period.start <= year.date && (period.end ?? .distantFuture) > year.firstDay
      }, by: { histories.periods[$0].child })
    let rows = current.map { period in
      let placements = (byChild[histories.periods[period].child] ?? [])
        .flatMap { histories.placements(of: histories.periods[$0], on: year.date) }
        .filter { $0.hasNight(in: year) }
      let list = placements.map { "\($0.place) from \($0.start.slashed)" }.joined(separator: ", ")
      return (
        count: placements.count,
        row: currentRow(
          period, "\(placements.count) \(placements.count == 1 ? "placement" : "placements"): \(list)")
      )
    }
    return Measure(
      "three-placements", "Three or more placements in the year", .share,
      rows.filter { $0.count >= 3 }.map(\.row), of: rows.map(\.row),
      definition:
        "Of the children looked after on the date, those with three or more placements that lasted at least a night in the year, the one open when it began and the one open on the date included. Time away in hospital, on holiday and the like (T codes), and adoption by the carers who fostered the child, are not moves.",
      source: MeasureBuilder.tool)
  }

  private func longTerm() -> Measure {
    let longAgo = year.date.adding(months: -30)
    var numerator: [MeasureRow] = []
    var denominator: [MeasureRow] = []
    var leftOut: [MeasureRow] = []
    for index in current where age(index, on: year.date) != .sixteenAndOver {
      let period = histories.periods[index]
      guard period.start <= longAgo else {
        if !period.isStartKnown { leftOut.append(currentRow(index, "start of care not known")) }
        continue
      }
      let since = "looked after since \(period.start.slashed), "
      if let words = settled(period) {
        numerator.append(currentRow(index, since + words))
        denominator.append(currentRow(index, since + words))
      } else {
        denominator.append(currentRow(index, since + "moved"))
      }
    }
    return Measure(
      "long-term-stability", "Two years in one placement (under 16, in care 2½ years)", .share, numerator,
      of: denominator, leftOut: leftOut,
      because: "the real start is before what the returns tell",
      definition:
        "Of the children under 16 on the date who had been looked after for at least two and a half years without a break, those who had been in the same placement for at least two years, or are placed for adoption and were there and in the placement before for at least two years together.",
      source: MeasureBuilder.tool)
  }

  /// Why a child long looked after counts as two years in one placement at the date; nil where it does not. The first
  /// placement known of such a child began long enough ago, whether its start is the real one or not.
  private func settled(_ period: PeriodOfCare) -> String? {
    let twoYearsAgo = year.date.adding(months: -24)
    let placements = histories.placements(of: period, on: year.date)
    guard let last = placements.last else { return nil }
    if last.start <= twoYearsAgo { return "in this placement since \(last.start.slashed)" }
    guard last.isAdoption, placements.count > 1 else { return nil }
    let before = placements[placements.count - 2]
    guard before.start <= twoYearsAgo else { return nil }
    return "placed for adoption, and in the placement before since \(before.start.slashed)"
  }
}
