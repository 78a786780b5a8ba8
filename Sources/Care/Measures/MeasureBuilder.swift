public import Units

extension MeasureSet {
  /// The measures of care histories at a date and in the year to it.
  ///
  /// `population` is the people aged 0 to 17, where known; `knownFrom` the first day of which all children in care
  /// are known; `missing` the years without a return.
  public init(
    _ histories: CareHistories, at date: CivilDay, population: Int?, knownFrom: CivilDay,
    missing: [CollectionYear] = []
  ) {
    let builder = MeasureBuilder(histories, at: date, knownFrom: knownFrom)
    year = builder.year
    flow = builder.flow()
    figures =
      builder.stockFigures(population: population) + builder.flowFigures() + builder.stabilityFigures()
      + builder.localityFigures() + builder.durationFigures()
    breakdowns =
      builder.stockBreakdowns() + builder.localityBreakdowns() + builder.startBreakdowns()
      + builder.ceaseBreakdowns()
      + builder.durationBreakdowns()
    cautions = builder.cautions(missing: missing)
  }
}

/// Counts the measures: which periods of care are open at the date, started and ceased in the year.
struct MeasureBuilder {
  let histories: CareHistories
  let year: MeasureYear
  let knownFrom: CivilDay
  /// Periods of children looked after at the date: one for each child.
  let current: [Int]
  /// Periods that started in the year with a real start, all and the first of each child.
  let started: [Int], firstStarted: [Int]
  /// Periods that are first known in the year and have no real start.
  let appeared: [Int]
  /// Periods that ceased in the year, all and the last of each child.
  let ceased: [Int], lastCeased: [Int]
  /// Periods of children looked after on the day before the year.
  let opening: [Int]

  static let statistics = "Department for Education, Children looked after in England"
  static let tool = "Department for Education, Local Authority Interactive Tool"
  static let own = "Homeward"

  init(_ histories: CareHistories, at date: CivilDay, knownFrom: CivilDay) {
    self.histories = histories
    self.knownFrom = knownFrom
    let year = MeasureYear(endingOn: date)
    self.year = year
    let periods = histories.periods
    func open(on day: CivilDay) -> [Int] {
      periods.indices.filter { periods[$0].start <= day && (periods[$0].end ?? .distantFuture) > day }
    }
    current = open(on: date)
    opening = open(on: year.firstDay - 1)
    let began = periods.indices.filter { year.contains(periods[$0].start) }
    started = began.filter { periods[$0].isStartKnown }
    appeared = began.filter { !periods[$0].isStartKnown }
    ceased = periods.indices.filter { periods[$0].end.map(year.contains) == true }
    firstStarted = MeasureBuilder.onePerChild(started, periods, last: false)
    lastCeased = MeasureBuilder.onePerChild(ceased, periods, last: true)
  }

  /// Of periods in order of child and start, each child's first or last.
  private static func onePerChild(_ rows: [Int], _ periods: [PeriodOfCare], last: Bool) -> [Int] {
    var kept: [Int] = []
    for row in rows {
      if let before = kept.last, periods[before].child == periods[row].child {
        if last { kept[kept.count - 1] = row }
      } else {
        kept.append(row)
      }
    }
    return kept
  }

  func child(_ period: Int) -> Child { histories.children[Int(histories.periods[period].child)] }

  func row(_ period: Int, on day: CivilDay, _ reason: String, nights: Int? = nil) -> MeasureRow {
    MeasureRow(
      child: histories.periods[period].child, period: period, day: day, nights: nights, reason: reason)
  }

  /// A row of a child looked after at the date.
  func currentRow(_ period: Int, _ reason: String = "looked after", nights: Int? = nil) -> MeasureRow {
    row(period, on: year.date, reason, nights: nights)
  }

  /// A row of a period's start.
  func startRow(_ period: Int, _ reason: String = "started") -> MeasureRow {
    row(period, on: histories.periods[period].start, reason)
  }

  /// A row of a period's end.
  func endRow(_ period: Int, _ reason: String = "ceased", nights: Int? = nil) -> MeasureRow {
    row(period, on: histories.periods[period].end ?? year.date, reason, nights: nights)
  }

  /// The episode a child is in at the date.
  func currentEpisode(_ period: Int) -> Episode {
    let stays = histories.stays[histories.periods[period].stays]
    let stay = stays.last { $0.start <= year.date }
    let episodes = histories.episodes[(stay ?? stays[stays.startIndex]).episodes]
    return episodes.last { $0.start <= year.date } ?? episodes[episodes.startIndex]
  }

  func firstEpisode(_ period: Int) -> Episode {
    histories.episodes[histories.stays[histories.periods[period].stays.lowerBound].episodes.lowerBound]
  }

  func age(_ period: Int, on day: CivilDay) -> AgeBand {
    AgeBand(years: Age.wholeYears(bornOn: child(period).birth, on: day))
  }

  /// A breakdown of rows by the part each belongs to, all parts shown or only those that occur.
  func breakdown(
    _ id: String, _ title: String, _ heading: String, _ parts: [(id: String, label: String)],
    _ rows: [MeasureRow], whole: String, kind: Measure.Kind = .share, showsEmpty: Bool = false,
    definition: String, source: String = MeasureBuilder.statistics, by part: (MeasureRow) -> Int
  ) -> MeasureBreakdown {
    var split = Array(repeating: [MeasureRow](), count: parts.count)
    for row in rows { split[part(row)].append(row) }
    func measure(_ name: String, _ label: String, _ some: [MeasureRow], _ kind: Measure.Kind) -> Measure {
      Measure(
        id + "/" + name, label, kind, some, of: kind == .share ? rows : nil, definition: definition,
        source: source)
    }
    return MeasureBreakdown(
      id: id, title: title, heading: heading, definition: definition, source: source,
      parts: parts.indices.filter { showsEmpty || !split[$0].isEmpty }.map {
        measure(parts[$0].id, parts[$0].label, split[$0], kind)
      },
      whole: measure("all", whole, rows, kind == .share ? .count : kind))
  }
}
