public import Published

/// A council beside its statistical neighbours, its region and England, for one measure and year.
public struct BenchmarkRow: Sendable, Equatable {
  /// The measure, such as `cla-rate`.
  public let measure: String
  /// The part counted, in the publisher's words; empty where it is the whole.
  public let breakdown: String
  /// What the values are.
  public let unit: String
  /// The calendar year in which the collection year ends.
  public let year: Int
  /// The council's published figure.
  public let council: ReferenceFigure?
  /// The plain mean over the statistical neighbours that have a value; nil where none has.
  public let neighbourMean: Double?
  /// How many neighbours the mean is of.
  public let neighboursCounted: Int
  /// How many neighbours the council has.
  public let neighbours: Int
  /// The region's published figure.
  public let region: ReferenceFigure?
  /// England's published figure.
  public let england: ReferenceFigure?
}

/// Compares a council with others in published figures.
public enum Benchmark {
  private struct Key: Hashable { let measure: String, year: Int }

  /// A row for each measure and year that any of them has a figure of, in order of measure and year. `others` are the
  /// three-digit codes of the councils to stand beside, nil for its statistical neighbours.
  public static func rows(
    of council: Area, measures: [String], years: ClosedRange<Int>? = nil,
    others: [String]? = nil, in repository: some ReferenceRepository
  ) throws(StoreError) -> [BenchmarkRow] {
    guard let name = council.number ?? council.code else { return [] }
    let neighbours: [String]
    if let others {
      neighbours = others
    } else {
      neighbours =
        try council.number.map { number throws(StoreError) in try repository.neighbours(of: number) } ?? []
    }
    let england = try repository.areas().first { $0.level == .country }?.code
    let wanted = [name] + neighbours + [council.region, england].compactMap { $0 }
    let figures = try repository.figures(measures: measures, areas: wanted, years: years)
    let near = Set(neighbours)
    var keys: [Key] = []
    var groups: [Key: [ReferenceFigure]] = [:]
    for figure in figures {
      let key = Key(measure: figure.measure, year: figure.year)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(figure)
    }
    keys.sort { ($0.measure, $0.year) < ($1.measure, $1.year) }
    return keys.compactMap { key in
      guard let group = groups[key], let first = group.first else { return nil }
      let values = group.compactMap { figure in
        figure.area.number.map(near.contains) == true ? figure.value : nil
      }
      return BenchmarkRow(
        measure: key.measure, breakdown: first.breakdown, unit: first.unit, year: key.year,
        council: group.first { $0.area == council },
        neighbourMean: values.isEmpty ? nil : values.reduce(0, +) / Double(values.count),
        neighboursCounted: values.count, neighbours: neighbours.count,
        region: group.first { $0.area.code == council.region && council.region != nil },
        england: group.first { $0.area.level == .country })
    }
  }
}
