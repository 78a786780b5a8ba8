public import Units

extension ReturnSet {
  /// The returns as they were known on a day: those of collection years ended by then, whole, and nothing of later
  /// ones, so that no later correction is in them.
  ///
  /// Where the day lies inside a year of which there is a return, that return stands in for the extract that could have
  /// been made on the day: episodes that started later are taken out, and later ends (DEC), their reasons (REC, reason
  /// for the change of placement) and later ends of asylum-seeking (DUC) are blank. What the year's end corrected of
  /// the days before is in it all the same, so such a day is only *as if* known.
  public func known(at day: CivilDay) -> ReturnSet {
    var known = self
    known.unusedTables = []
    known.tables = tables.compactMap { table in
      guard let year = files[table.file].year, year.firstDay <= day else { return nil }
      if year.lastDay <= day || files[table.file].asOf.map({ $0 <= day }) ?? false { return table }
      return table.cut(at: day)
    }
    let kept = Set(known.tables.map(\.file))
    for file in kept {
      known.files[file].asOf = files[file].asOf.map { min($0, day) }
    }
    known.setAside = setAside.filter { kept.contains($0.file) }
    known.setAsideByReading = known.setAside.count
    known.notes = notes.filter { kept.contains($0.file) }
    known.problems = Coherence.problems(in: known, combine: isCombined)
    return known
  }

  /// Whether some return tells of the whole of a day's collection year up to that day.
  public func reaches(_ day: CivilDay) -> Bool {
    let year = CollectionYear(containing: day)
    return episodeFiles.contains { file in
      files[file].year == year
        && (files[file].isComplete || (files[file].asOf.map { day <= $0 } ?? false))
    }
  }

  /// The last day known: the latest event, or the 31 March of a whole return, which tells of all its year though its
  /// last event may be some days before.
  public var lastDayKnown: CivilDay? {
    ([latestEvent].compactMap { $0 } + files.filter(\.isComplete).compactMap { $0.year?.lastDay }).max()
  }
}

extension ReturnTable {
  /// The table as an extract made on a day would have it; nil for a table that histories don't use.
  fileprivate func cut(at day: CivilDay) -> ReturnTable? {
    switch shape.name {
    case .header: return self
    case .episodes: return cut(at: day, start: "DECOM", end: "DEC", reasons: ["REC", "REASON_PLACE_CHANGE"])
    case .uasc: return cut(at: day, start: nil, end: "DUC", reasons: [])
    default: return nil
    }
  }

  private func cut(at day: CivilDay, start: String?, end: String, reasons: [String]) -> ReturnTable {
    let start = start.flatMap { shape.position(of: $0) }
    let end = shape.position(of: end)
    let reasons = reasons.compactMap { shape.position(of: $0) }
    var table = ReturnTable(shape: shape, file: file, hasColumn: hasColumn)
    for row in 0..<rows {
      if let start, let from = self.day(row, start), from > day { continue }
      table.take(row, of: self)
      guard let end, let to = self.day(row, end), to > day else { continue }
      table.blankLast(end)
      for reason in reasons { table.blankLast(reason) }
    }
    return table
  }
}
