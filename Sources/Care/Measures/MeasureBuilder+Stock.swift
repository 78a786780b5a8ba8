import Units

/// Children looked after at the date.
extension MeasureBuilder {
  private static let lookedAfter =
    "Children in a period of care on the date: it started on or before it and did not cease on or before it. Children under an agreed series of short breaks only (V3, V4) are not counted."

  func stockFigures(population: Int?) -> [Measure] {
    let rows = current.map { currentRow($0) }
    return [
      Measure(
        "looked-after", "Looked after on \(year.date.spoken)", .count, rows,
        definition: MeasureBuilder.lookedAfter, source: MeasureBuilder.statistics),
      Measure(
        "looked-after-rate", "Looked after, for each 10,000 aged 0 to 17", .rate(population: population),
        rows,
        definition:
          "Children looked after on the date, divided by the people aged 0 to 17 who live in the council's area, times 10,000.",
        source: MeasureBuilder.tool),
    ]
  }

  func stockBreakdowns() -> [MeasureBreakdown] {
    let date = year.date.spoken
    let rows = current.map { currentRow($0) }
    func by(
      _ id: String, _ title: String, _ heading: String, _ parts: [(id: String, label: String)],
      _ definition: String, source: String = MeasureBuilder.statistics, showsEmpty: Bool = false,
      _ part: (MeasureRow) -> Int
    ) -> MeasureBreakdown {
      breakdown(
        id, title + ", " + date, heading, parts, rows, whole: "All", showsEmpty: showsEmpty,
        definition: definition, source: source, by: part)
    }
    let book = histories.book
    return [
      by(
        "placement", "Placements as Homeward prices them", "Placement",
        book.all.map { (book[$0].id, book[$0].label) },
        "The category of the episode on the date, from placement code, provider and year.",
        source: MeasureBuilder.own
      ) { currentEpisode($0.period).category.index },
      by(
        "place", "Placements as the national statistics group them", "Placement", CodeGroups.place.labels,
        "The placement code (PLACE) of the episode on the date, grouped. A child who is away for a while (T codes) is shown as in a temporary placement."
      ) { CodeGroups.place.position(of: currentEpisode($0.period).place) },
      by(
        "provider", "Who provides the placement", "Provider", CodeGroups.provider.labels,
        "The provider (PLACE_PROVIDER) of the episode on the date."
      ) { CodeGroups.provider.position(of: currentEpisode($0.period).provider) },
      by(
        "age", "Age", "Age", AgeBand.allCases.map(\.label),
        "Age in whole years on the date, by birthdays.", showsEmpty: true
      ) { age($0.period, on: year.date).rawValue },
      by(
        "legal-status", "Legal status", "Legal status", CodeGroups.legalStatus.labels,
        "The legal status (LS) of the episode on the date."
      ) { CodeGroups.legalStatus.position(of: currentEpisode($0.period).legalStatus) },
      by(
        "unaccompanied", "Unaccompanied asylum-seeking children", "Children",
        [("uasc", "Unaccompanied asylum-seeking children"), ("others", "All other children")],
        "Children in any year's list of unaccompanied asylum-seeking children (UASC). They are part of the children looked after.",
        showsEmpty: true
      ) { child($0.period).isUASC ? 0 : 1 },
    ]
  }
}
