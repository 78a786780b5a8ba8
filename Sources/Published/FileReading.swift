import Files

/// Reads one file of statistics.
enum FileReading {
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ areas: inout AreaBook
  ) -> PublishedReader.Outcome {
    do throws(NotText) {
      return try TextDecoding.withText(bytes) { text, _ in
        read(text, name, Fingerprint.of(bytes), &areas)
      }
    } catch .empty {
      return .unused("the file is empty")
    } catch .known(let kind) {
      return .unused("not a CSV file but \(kind)")
    } catch {
      return .unused("not a text file")
    }
  }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ name: String, _ fingerprint: UInt64, _ areas: inout AreaBook
  ) -> PublishedReader.Outcome {
    guard let header = PublishedRow(text) else { return .unused("the file is empty") }
    let columns = header.columns
    if columns.isSuperset(of: ["la_code", "la_code3", "la_name", "region_code"]) {
      return lookup(header, name, fingerprint, &areas)
    }
    if columns.isSuperset(of: ["old_la_code", "la_name", "sn_1", "sn_2"]) {
      return neighbours(header, name, fingerprint)
    }
    let fitting = PublishedShape.all.filter { $0.matches(columns) }
    guard let shape = fitting.first(where: { tells($0, text) }) else {
      let isDownload = columns.isSuperset(of: PublishedShape.downloadColumns)
      return .unused(
        isDownload
          ? "a national statistics download that holds none of the measures used here"
          : "not one of the statistics used here: its columns are others")
    }
    return figures(header, shape, name, fingerprint, &areas)
  }

  /// Whether a file whose columns fit holds what tells this kind from others with the same columns.
  private static func tells(_ shape: PublishedShape, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let telling = shape.telling else { return true }
    guard var row = PublishedRow(text) else { return false }
    while row.next() {
      if telling.values.contains(row[telling.column].lowercased()) {
        return true
      }
    }
    return false
  }

  private static func figures(
    _ header: PublishedRow, _ shape: PublishedShape, _ name: String, _ fingerprint: UInt64,
    _ areas: inout AreaBook
  ) -> PublishedReader.Outcome {
    var row = header
    var series: [FigureSeries] = []
    var places: [String: Int] = [:]
    var left = 0
    while row.next() {
      guard let year = shape.year.read(row), let area = area(row, year, &areas) else {
        left += 1
        continue
      }
      for reading in shape.readings(row) {
        let figure: Figure
        switch PublishedValue(reading.value, flag: reading.flag) {
        case .number(let value): figure = Figure(area: area, year: year, value: value, flag: "")
        case .withheld(let code): figure = Figure(area: area, year: year, value: nil, flag: code)
        case .nothing: continue
        case .unreadable:
          left += 1
          continue
        }
        if let place = places[reading.measure] {
          series[place].figures.append(figure)
        } else {
          places[reading.measure] = series.count
          series.append(
            FigureSeries(
              measure: reading.measure, breakdown: reading.breakdown, unit: reading.unit, figures: [figure]))
        }
      }
    }
    guard !series.isEmpty else { return .unused("it holds no figures") }
    return .used(
      PublishedFile(
        name: name, kind: shape.kind, title: shape.title, fingerprint: fingerprint, series: series,
        neighbours: [:], valuesLeft: left))
  }

  /// The one area of a row; nil where it is for two authorities together or below an authority.
  private static func area(_ row: PublishedRow, _ year: Int, _ areas: inout AreaBook) -> Int? {
    let level = row["geographic_level"]
    guard !level.isEmpty else {
      return areas.place(
        code: row["la_code"], number: row["la_code3"], name: row["name"],
        level: AreaLevel(rawValue: row["level"]), region: row["region"], year: year)
    }
    switch level.lowercased() {
    case "national":
      return areas.place(
        code: row["country_code"], number: "", name: row["country_name"], level: .country, region: "",
        year: year)
    case "regional":
      return areas.place(
        code: row["region_code"], number: "", name: row["region_name"], level: .region, region: "", year: year
      )
    case "local authority":
      return areas.place(
        code: row["new_la_code"], number: row["old_la_code"], name: row["la_name"], level: .authority,
        region: row["region_code"], year: year)
    default: return nil
    }
  }

  private static func lookup(
    _ header: PublishedRow, _ name: String, _ fingerprint: UInt64, _ areas: inout AreaBook
  ) -> PublishedReader.Outcome {
    var row = header
    while row.next() {
      _ = areas.place(
        code: row["la_code"], number: row["la_code3"], name: row["la_name"], level: .authority,
        region: row["region_code"], year: 0)
    }
    return .used(
      PublishedFile(
        name: name, kind: "areas", title: "Authorities and their regions", fingerprint: fingerprint,
        series: [],
        neighbours: [:], valuesLeft: 0))
  }

  private static func neighbours(
    _ header: PublishedRow, _ name: String, _ fingerprint: UInt64
  ) -> PublishedReader.Outcome {
    var row = header
    var neighbours: [String: [String]] = [:]
    while row.next() {
      let list = (1...20).map { row["sn_\($0)"] }.filter { !$0.isEmpty }
      if !row["old_la_code"].isEmpty, !list.isEmpty { neighbours[row["old_la_code"]] = list }
    }
    guard !neighbours.isEmpty else { return .unused("it holds no statistical neighbours") }
    return .used(
      PublishedFile(
        name: name, kind: "neighbours", title: "Statistical neighbours", fingerprint: fingerprint, series: [],
        neighbours: neighbours, valuesLeft: 0))
  }
}
