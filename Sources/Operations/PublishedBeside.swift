import Published
public import Reporting
import Units

/// Published figures to set beside a council's own measures.
public struct PublishedBeside: Sendable {
  /// By the measure's name in `homeward measures`.
  public let comparisons: [String: PublishedComparison]
  /// The councils set beside, one by one.
  public let councils: PublishedCouncils
  /// The area's people aged 0 to 17 by the last mid-year estimate; nil where none is kept.
  public let population: Int?
  /// The authority's nine-character code; nil where none is kept.
  public let authority: String?

  /// Our measures' names, and those of the published measures they are set beside.
  private static let names = [
    ("looked-after", "cla-31-march"), ("looked-after-rate", "cla-rate"), ("started", "started"),
    ("ceased", "ceased"), ("three-placements", "three-placements"),
    ("long-term-stability", "long-term-stability"),
    (
      "outside-over-20-miles",
      "cla/distance-percent/4-placed-outside-the-la-boundary-more-than-20-miles-from-home"
    ),
  ]
  /// Kinds of care in `homeward unit-costs`, and the published unit costs they are set beside.
  private static let unitCosts = [
    ("residential", "s251/residential-unit-cost-per-child-week"),
    ("fostering", "s251/fostering-unit-cost-per-child-week"),
    ("adoption", "s251/adoption-unit-cost-per-child-week"),
    ("looked-after", "s251/cla-unit-cost-per-child-week"),
  ]
  private static let population = "population-0-17"

  /// The last published figures of an authority, its statistical neighbours, region and England.
  ///
  /// `lastYear` is the last year taken, by the calendar year in which it ends; nil for the last there is. `others` name
  /// councils to stand in the place of its statistical neighbours; none for those.
  ///
  /// - Throws: `OperationError` where no authority is called so, none of its figures are kept, or the store can't be
  ///   used.
  public static func find(
    _ name: String, lastYear: Int? = nil, others: [String] = [], in repository: some ReferenceRepository
  ) throws(OperationError) -> PublishedBeside {
    try find(
      name, lastYear: lastYear, names: names, others: others,
      attribution:
        "Published figures: Department for Education, Children looked after in England including adoptions.",
      in: repository)
  }

  /// The last published unit costs of an authority and those beside it, by kind of care: Section 251 outturn, pounds a
  /// week.
  static func unitCosts(
    _ name: String, lastYear: Int, in repository: some ReferenceRepository
  ) throws(OperationError) -> PublishedBeside {
    try find(
      name, lastYear: lastYear, names: unitCosts,
      attribution: "Published figures: Department for Education, Section 251 outturn.", in: repository)
  }

  private static func find(
    _ name: String, lastYear: Int?, names: [(String, String)], others: [String] = [], attribution: String,
    in repository: some ReferenceRepository
  ) throws(OperationError) -> PublishedBeside {
    let area = try authority(name, in: repository)
    let chosen = try others.map { name throws(OperationError) in try authority(name, in: repository) }
    let rows = try OperationError.storing { () throws(StoreError) in
      try Benchmark.rows(
        of: area, measures: names.map(\.1) + [population], years: lastYear.map { 1900...max(1900, $0) },
        others: chosen.isEmpty ? nil : chosen.compactMap(\.number), in: repository)
    }
    // Rows come in order of year: the last one in which the council or England has a figure is taken.
    var last: [String: BenchmarkRow] = [:]
    for row in rows where row.council?.value != nil || row.england?.value != nil { last[row.measure] = row }
    var comparisons: [String: PublishedComparison] = [:]
    for (ours, theirs) in names {
      if let row = last[theirs] { comparisons[ours] = PublishedComparison(row, attribution) }
    }
    guard !comparisons.isEmpty else {
      throw .setting(
        "The store holds no figures of \(area.name). \(Means.said("Add them: homeward reference add FOLDER.", inBrowser: "Whoever looks after Homeward adds them."))"
      )
    }
    let people = last[population]?.council?.value.flatMap { Int(exactly: $0.rounded()) }
    let councils = try OperationError.storing { () throws(StoreError) in
      try oneByOne(area, chosen, names.map { ($0.0, $0.1, last[$0.1]?.year) }, in: repository)
    }
    return PublishedBeside(
      comparisons: comparisons, councils: councils, population: people, authority: area.code)
  }

  /// The authority that a name or code says.
  private static func authority(
    _ name: String, in repository: some ReferenceRepository
  ) throws(OperationError) -> Area {
    let match = try OperationError.storing { () throws(StoreError) in try repository.area(named: name) }
    guard case .found(let area) = match, area.level == .authority else {
      throw .setting(unknown(name, match))
    }
    return area
  }

  /// The figures of each council that stands beside, of the same years as those of all.
  private static func oneByOne(
    _ area: Area, _ chosen: [Area], _ names: [(ours: String, theirs: String, year: Int?)],
    in repository: some ReferenceRepository
  ) throws(StoreError) -> PublishedCouncils {
    let codes =
      chosen.isEmpty
      ? try area.number.map { number throws(StoreError) in try repository.neighbours(of: number) } ?? []
      : chosen.compactMap(\.number)
    let words = chosen.isEmpty ? PublishedCouncils.none.words : "Councils chosen"
    guard !codes.isEmpty else { return PublishedCouncils(words: words, council: area.name, councils: []) }
    let figures = try repository.figures(measures: names.map(\.theirs), areas: codes, years: nil)
    let councils = codes.compactMap { code -> PublishedCouncils.Council? in
      let own = figures.filter { $0.area.number == code }
      guard let name = own.first?.area.name else { return nil }
      let values = names.compactMap { one in
        own.first { $0.measure == one.theirs && $0.year == one.year }?.value.map { (one.ours, $0) }
      }
      return PublishedCouncils.Council(name: name, values: Dictionary(values) { first, _ in first })
    }
    return PublishedCouncils(words: words, council: area.name, councils: councils)
  }

  private static func unknown(_ name: String, _ match: AreaMatch) -> String {
    guard case .notFound(let near) = match else { return "“\(name)” is not one authority. Name a council." }
    let hint =
      near.isEmpty
      ? "Published statistics are added \(Means.said("with homeward reference add FOLDER", inBrowser: "by whoever looks after Homeward")); give the name as they have it, or the three-digit code."
      : "Did you mean \(near.map(\.name).joined(separator: ", "))?"
    return "No authority called “\(name)” is in the store. \(hint)"
  }
}

extension PublishedComparison {
  /// A row of published figures.
  init(_ row: BenchmarkRow, _ attribution: String) {
    self.init(
      council: row.council?.value, neighboursMean: row.neighbourMean, neighbours: row.neighboursCounted,
      region: row.region?.value, england: row.england?.value,
      year: CollectionYear(startYear: row.year - 1).description,
      attribution: attribution)
  }
}
