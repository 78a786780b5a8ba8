import Units

/// How long children are looked after.
extension MeasureBuilder {
  private static let ended =
    "Nights of the period of care of each child who ceased in the year, the last where there are several."
  private static let running =
    "Nights so far of the period of care of each child looked after on the date: the date less the first day."

  private func ceasedRows(known: Bool) -> [MeasureRow] {
    lastCeased.filter { histories.periods[$0].isStartKnown == known }.map { index in
      let period = histories.periods[index]
      let nights = period.start.nights(to: period.end ?? year.date)
      return endRow(index, "\(nights) nights from \(period.start.slashed)", nights: known ? nights : nil)
    }
  }

  private func currentRows(known: Bool) -> [MeasureRow] {
    current.filter { histories.periods[$0].isStartKnown == known }.map { index in
      let start = histories.periods[index].start
      let nights = start.nights(to: year.date)
      return currentRow(index, "\(nights) nights since \(start.slashed)", nights: known ? nights : nil)
    }
  }

  func durationFigures() -> [Measure] {
    func figure(_ id: String, _ label: String, _ rows: [MeasureRow], _ leftOut: [MeasureRow], _ words: String)
      -> Measure
    {
      Measure(
        id, label, .nights, rows, leftOut: leftOut, because: "the real start is before what the returns tell",
        definition: words + " Periods whose real start is not known are left out.",
        source: MeasureBuilder.statistics)
    }
    return [
      figure(
        "time-ceased", "Time in care of those who ceased", ceasedRows(known: true), ceasedRows(known: false),
        MeasureBuilder.ended),
      figure(
        "time-current", "Time in care so far of those looked after", currentRows(known: true),
        currentRows(known: false), MeasureBuilder.running),
    ]
  }

  func durationBreakdowns() -> [MeasureBreakdown] {
    [
      breakdown(
        "time-ceased-age", "Nights in care of those who ceased in \(year.words), by age on ceasing", "Age",
        AgeBand.allCases.map(\.label), ceasedRows(known: true), whole: "All", kind: .nights,
        definition: MeasureBuilder.ended
      ) { age($0.period, on: $0.day).rawValue },
      breakdown(
        "time-current-age", "Nights in care so far, \(year.date.spoken), by age", "Age",
        AgeBand.allCases.map(\.label), currentRows(known: true), whole: "All", kind: .nights,
        definition: MeasureBuilder.running
      ) { age($0.period, on: year.date).rawValue },
    ]
  }
}
