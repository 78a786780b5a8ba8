import Units

/// Children who started and ceased to be looked after in the year.
extension MeasureBuilder {
  private static let starts =
    "Children with a period of care that started in the year (RNE S); a child who started more than once counts once, by the first start."
  private static let ceases =
    "Children with a period of care that ceased in the year (DEC in it, REC not X1); a child who ceased more than once counts once, by the last time."

  func flow() -> [Measure] {
    let day = (year.firstDay - 1).spoken
    let definition =
      "Periods of care: those open the day before the year, and those that started in it, are those that ceased in it and those open on the date. A child may have more than one."
    func part(_ id: String, _ label: String, _ rows: [MeasureRow]) -> Measure {
      Measure(id, label, .count, rows, definition: definition, source: MeasureBuilder.own)
    }
    return [
      part(
        "periods-opening", "Open on \(day)",
        opening.map { row($0, on: year.firstDay - 1, "open the day before the year") }),
      part("periods-started", "Started in the year", started.map { startRow($0) }),
      part(
        "periods-appeared", "First known in the year, start not known",
        appeared.map { startRow($0, "first known; the first episode is no start (RNE is not S)") }),
      part("periods-ceased", "Ceased in the year", ceased.map { endRow($0) }),
      part("periods-closing", "Open on \(year.date.spoken)", current.map { currentRow($0) }),
    ]
  }

  func flowFigures() -> [Measure] {
    let ceasedRows = lastCeased.map { endRow($0, "ceased, \(histories.periods[$0].reasonCeased)") }
    return [
      Measure(
        "started", "Started in the year", .count, firstStarted.map { startRow($0) },
        definition: MeasureBuilder.starts, source: MeasureBuilder.statistics),
      Measure(
        "ceased", "Ceased in the year", .count, ceasedRows, definition: MeasureBuilder.ceases,
        source: MeasureBuilder.statistics),
      returned(
        "returned-12-months", "Starts that are a return within 12 months", 12, "in the 12 months before"),
      returned(
        "returned-24-months", "Starts that are a return within 24 months", 24, "in the 24 months before"),
      returned("returned-ever", "Starts that are a return at any time known", nil, "at any time known"),
      Measure(
        "ceased-guardianship", "Ceased by special guardianship", .share,
        ceasedRows.filter { CodeGroups.isGuardianship(histories.periods[$0.period].reasonCeased) },
        of: ceasedRows,
        definition:
          "Of the children who ceased in the year, those with a special guardianship order (REC E43 to E48).",
        source: MeasureBuilder.tool),
      Measure(
        "ceased-at-18", "Ceased on turning 18", .share,
        ceasedRows.filter { $0.day >= child($0.period).eighteenth }
          .map { endRow($0.period, "ceased on the 18th birthday") }, of: ceasedRows,
        definition: "Of the children who ceased in the year, those whose care ended on the 18th birthday.",
        source: MeasureBuilder.own),
    ]
  }

  /// Starts of children who had ceased in so many months before; nil for at any time known.
  private func returned(_ id: String, _ label: String, _ months: Int?, _ words: String) -> Measure {
    let again = started.compactMap { period -> MeasureRow? in
      guard let before = lastEnd(before: period) else { return nil }
      let start = histories.periods[period].start
      if let months, before < start.adding(months: -months) { return nil }
      return startRow(period, "ceased before on \(before.slashed)")
    }
    return Measure(
      id, label, .share, again, of: started.map { startRow($0) },
      definition:
        "Of the periods of care that started in the year, those of a child who had ceased to be looked after \(words). Earlier periods are known only as far back as the returns reach.",
      source: MeasureBuilder.own)
  }

  /// When the child's period before one ended; nil where none is known.
  private func lastEnd(before period: Int) -> CivilDay? {
    guard period > 0, histories.periods[period - 1].child == histories.periods[period].child else {
      return nil
    }
    return histories.periods[period - 1].end
  }

  func startBreakdowns() -> [MeasureBreakdown] {
    let rows = firstStarted.map { startRow($0) }
    let year = year.words
    return [
      breakdown(
        "started-age", "Started in \(year), by age at the start", "Age", AgeBand.allCases.map(\.label), rows,
        whole: "All", showsEmpty: true, definition: MeasureBuilder.starts + " Age on the first day."
      ) { age($0.period, on: $0.day).rawValue },
      breakdown(
        "started-legal-status", "Started in \(year), by legal status at the start", "Legal status",
        CodeGroups.legalStatus.labels, rows, whole: "All",
        definition: MeasureBuilder.starts + " The legal status (LS) of the first episode."
      ) { CodeGroups.legalStatus.position(of: firstEpisode($0.period).legalStatus) },
      breakdown(
        "started-need", "Started in \(year), by category of need", "Category of need", CodeGroups.need.labels,
        rows, whole: "All",
        definition: MeasureBuilder.starts + " The category of need (CIN) of the first episode."
      ) { CodeGroups.need.position(of: firstEpisode($0.period).need) },
      breakdown(
        "returned", "Periods started in \(year), by time since the child last ceased", "Last ceased",
        [
          ("within-12-months", "Within 12 months"), ("12-to-24-months", "12 to 24 months before"),
          ("longer", "Longer ago"), ("not-known", "Never, as far as the returns reach"),
        ], started.map { startRow($0) }, whole: "All", showsEmpty: true,
        definition:
          "Periods of care that started in the year, by the time since the child's earlier period ceased, as far as the returns reach.",
        source: MeasureBuilder.own
      ) { row in
        guard let before = lastEnd(before: row.period) else { return 3 }
        return before >= row.day.adding(months: -12) ? 0 : before >= row.day.adding(months: -24) ? 1 : 2
      },
    ]
  }

  func ceaseBreakdowns() -> [MeasureBreakdown] {
    let rows = lastCeased.map { endRow($0, "ceased, \(histories.periods[$0].reasonCeased)") }
    return [
      breakdown(
        "ceased-reason", "Ceased in \(year.words), by reason", "Reason", CodeGroups.reasonCeased.labels, rows,
        whole: "All", definition: MeasureBuilder.ceases + " The reason the last episode ceased (REC)."
      ) { CodeGroups.reasonCeased.position(of: histories.periods[$0.period].reasonCeased) },
      breakdown(
        "ceased-age", "Ceased in \(year.words), by age on ceasing", "Age", AgeBand.allCases.map(\.label),
        rows,
        whole: "All", showsEmpty: true, definition: MeasureBuilder.ceases + " Age on the day of ceasing."
      ) { age($0.period, on: $0.day).rawValue },
    ]
  }
}
