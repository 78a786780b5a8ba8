import Units

/// Where children are placed: how far from home, and whether in the council's own area.
extension MeasureBuilder {
  /// Children looked after at the date with the distance asked of them: all but unaccompanied asylum-seeking children.
  private var measured: [Int] { current.filter { !child($0).isUASC } }
  private var isDistanceKnown: Bool { measured.contains { locality($0).distance != nil } }
  private var isAreaKnown: Bool { current.contains { locality($0).isInside != nil } }

  private func locality(_ period: Int) -> Locality { currentEpisode(period).locality }

  /// Where a child is placed in a few words: 24.5 miles from home, outside the council's area.
  private func localityRow(_ period: Int) -> MeasureRow {
    let locality = locality(period)
    let miles = locality.distance.map { "\($0 / 10).\($0 % 10) miles from home" } ?? "distance not known"
    let area = locality.isInside.map { ($0 ? "inside" : "outside") + " the council's area" }
    return currentRow(
      period,
      [child(period).isUASC ? "unaccompanied" : miles, area].compactMap { $0 }.joined(separator: ", "))
  }

  private static let distance =
    "Miles are straight ones, to a tenth, from the home that the child was first placed from (HOME_POST) to the placement on the date (PL_POST), as the collection works them out. Unaccompanied asylum-seeking children have none."
  private static let area =
    "The council's own area is the authority responsible for children where the placement on the date is (PL_POST)."

  func localityFigures() -> [Measure] {
    func share(
      _ id: String, _ label: String, of periods: [Int], because: String, _ definition: String,
      source: String = MeasureBuilder.statistics, _ counts: (Int) -> Bool?
    ) -> Measure {
      let known = periods.filter { counts($0) != nil }
      return Measure(
        id, label, .share, known.filter { counts($0) == true }.map(localityRow), of: known.map(localityRow),
        leftOut: periods.filter { counts($0) == nil }.map(localityRow), because: because,
        definition: definition, source: source)
    }
    var figures: [Measure] = []
    if isDistanceKnown {
      figures.append(
        share(
          "over-20-miles", "Placed more than 20 miles from home", of: measured,
          because: "a postcode is missing or not found",
          "Of the children looked after on the date whose distance is known, those placed more than 20 miles from home. "
            + Self.distance
        ) { locality($0).isFar })
    }
    if isAreaKnown {
      figures.append(
        share(
          "outside-area", "Placed outside the council's area", of: current,
          because: "the area of the placement is not known",
          "Of the children looked after on the date of whom it is known, those placed outside the council's own area. "
            + Self.area
        ) { locality($0).isInside.map { !$0 } })
    }
    if isDistanceKnown, isAreaKnown {
      figures.append(
        share(
          "outside-over-20-miles", "Placed outside the area and more than 20 miles from home", of: current,
          because: "",
          "Of all children looked after on the date, those placed outside the council's own area and more than 20 miles from home; where either is not known a child is not among them. \(Self.area) \(Self.distance)",
          source: MeasureBuilder.tool
        ) { !child($0).isUASC && locality($0).isFar == true && locality($0).isInside == false })
    }
    return figures
  }

  func localityBreakdowns() -> [MeasureBreakdown] {
    let date = year.date.spoken
    var breakdowns: [MeasureBreakdown] = []
    if isDistanceKnown {
      breakdowns.append(
        breakdown(
          "distance", "How far from home children are placed, \(date)", "Distance from home",
          [
            ("up-to-20-miles", "20 miles or less"), ("over-20-miles", "More than 20 miles"),
            ("not-known", "Not known"),
          ], measured.map(localityRow), whole: "All but unaccompanied asylum-seeking children",
          showsEmpty: true,
          definition: Self.distance
            + " The published table has them under “not known or not recorded”; here they are left out."
        ) { row in locality(row.period).isFar.map { $0 ? 1 : 0 } ?? 2 })
    }
    if isAreaKnown {
      breakdowns.append(
        breakdown(
          "area", "Where children are placed, \(date)", "Placed",
          [
            ("inside", "Inside the council's area"), ("outside", "Outside the council's area"),
            ("not-known", "Not known"),
          ], current.map(localityRow), whole: "All", showsEmpty: true, definition: Self.area
        ) { row in locality(row.period).isInside.map { $0 ? 0 : 1 } ?? 2 })
    }
    return breakdowns
  }

  /// Why what is not made is not, and how to get it.
  func localityCautions() -> [String] {
    var cautions: [String] = []
    if !isDistanceKnown {
      cautions.append(
        "How far from home children are placed is not shown, since it is not known of any of them: Homeward works it out with a postcode directory that has their postcodes\(Means.said(" (homeward postcodes)", inBrowser: ", which whoever looks after Homeward adds")), or takes it from the column PL_DISTANCE."
      )
    }
    if !isAreaKnown {
      cautions.append(
        "Who is placed outside the council's area is not shown, since it is not known of any child: it takes the council's code (\(Means.said("--authority", inBrowser: "choose the council below the figures"))) with a postcode directory\(Means.said(" (homeward postcodes)", inBrowser: "")) or the column PL_LA; or the column PL_LOCATION."
      )
    }
    return cautions
  }
}
