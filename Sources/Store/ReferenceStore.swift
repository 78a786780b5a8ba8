import Files
import GRDB
import Operations
import Published

/// Published statistics, in a council's store.
struct ReferenceStore: ReferenceRepository {
  let file: StoreFile

  func sources() throws(StoreError) -> [ReferenceSource] {
    try file.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM referenceSource ORDER BY kind, id").map { row in
        let first: Int? = row["firstYear"]
        let last: Int? = row["lastYear"]
        guard let fingerprint = UInt64(row["fingerprint"] as String, radix: 16) else {
          throw file.damaged("a fingerprint can't be read")
        }
        var years: ClosedRange<Int>?
        if let first, let last, first <= last { years = first...last }
        return ReferenceSource(
          kind: row["kind"], title: row["title"], file: row["file"], fingerprint: fingerprint,
          moment: row["moment"], attribution: row["attribution"], figures: row["figures"], years: years)
      }
    }
  }

  func add(
    _ folder: PublishedFolder, moment: String, progress: (Int, Int) -> Void
  ) throws(StoreError) -> ReferenceAddition {
    try file.write { try ReferenceWriting(database: $0, folder: folder, moment: moment).run(progress) }
  }

  func areas() throws(StoreError) -> [Area] { try file.read { try areasByID($0).map(\.area) } }

  func neighbours(of number: String) throws(StoreError) -> [String] {
    try file.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT neighbour FROM neighbour
          WHERE number = ?1 AND source = (SELECT max(source) FROM neighbour WHERE number = ?1) ORDER BY place
          """, arguments: [number])
    }
  }

  func figures(
    measures: [String], areas wanted: [String], years: ClosedRange<Int>?
  ) throws(StoreError) -> [ReferenceFigure] {
    try file.read { database in
      let areas = try areasByID(database)
      let codes = Set(wanted)
      let known = Dictionary(
        uniqueKeysWithValues: areas.filter { entry in
          codes.isEmpty || !codes.isDisjoint(with: entry.area.names)
        }.map { ($0.id, $0.area) })
      guard !known.isEmpty else { return [] }
      var found: [Key: ReferenceFigure] = [:]
      for series in try series(of: measures, database) {
        for figure in try figures(series, known, years, database) {
          let key = Key(measure: figure.measure, area: figure.area, year: figure.year)
          // Series come in the order in which they were added.
          if figure.value != nil || found[key] == nil { found[key] = figure }
        }
      }
      return found.values.sorted {
        ($0.measure, $0.area.sortKey, $0.year) < ($1.measure, $1.area.sortKey, $1.year)
      }
    }
  }

  private struct Key: Hashable { let measure: String, area: Area, year: Int }

  private func series(of measures: [String], _ database: Database) throws -> [Row] {
    var conditions: [String] = []
    var arguments: [String] = []
    for measure in measures {
      if measure.hasSuffix("/") {
        conditions.append("(measure >= ? AND measure < ?)")
        // The character after the stroke ends all that begin with it.
        arguments += [measure, measure.dropLast() + "0"]
      } else {
        conditions.append("measure = ?")
        arguments.append(measure)
      }
    }
    guard !conditions.isEmpty else { return [] }
    return try Row.fetchAll(
      database,
      sql: """
        SELECT series.id, measure, breakdown, unit, kind FROM series
        JOIN referenceSource ON referenceSource.id = source
        WHERE \(conditions.joined(separator: " OR ")) ORDER BY source
        """, arguments: StatementArguments(arguments))
  }

  private func figures(
    _ series: Row, _ areas: [Int64: Area], _ years: ClosedRange<Int>?, _ database: Database
  ) throws -> [ReferenceFigure] {
    let id: Int64 = series["id"]
    let bounds = years ?? 0...9999
    let ids = areas.keys.sorted().map { String($0) }.joined(separator: ", ")
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT area, year, value, flag FROM figure
        WHERE series = ? AND area IN (\(ids)) AND year BETWEEN ? AND ?
        """, arguments: [id, bounds.lowerBound, bounds.upperBound])
    return rows.compactMap { row in
      guard let area = areas[row[0]] else { return nil }
      return ReferenceFigure(
        measure: series["measure"], breakdown: series["breakdown"], unit: series["unit"], area: area,
        year: row[1], value: row[2], flag: row[3], source: series["kind"])
    }
  }

  private func areasByID(_ database: Database) throws -> [(id: Int64, area: Area)] {
    let former = Dictionary(
      grouping: try Row.fetchAll(database, sql: "SELECT code, area FROM formerCode ORDER BY code")
    ) { $0["area"] as Int64 }
    return try Row.fetchAll(database, sql: "SELECT * FROM area ORDER BY id").map { row in
      let id: Int64 = row["id"]
      guard let level = AreaLevel(rawValue: row["level"]) else { throw file.damaged("an area has no level") }
      return (
        id,
        Area(
          code: row["code"], number: row["number"], name: row["name"], level: level, region: row["region"],
          formerCodes: (former[id] ?? []).map { $0["code"] })
      )
    }
  }
}

extension Area {
  /// Every code the area is or was known by.
  fileprivate var names: Set<String> { Set([code, number].compactMap { $0 } + formerCodes) }
  fileprivate var sortKey: String { code ?? number ?? "" }
}
