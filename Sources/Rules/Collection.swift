import Places
public import Returns
public import Units

/// What the rules of one collection year look at: the year's return and, where it was given, the return of the year
/// before.
public final class Collection: Sendable {
  /// The collection year.
  public let year: CollectionYear
  /// The year whose rules and code sets apply: the collection year, or the one stated.
  public let rulesYear: CollectionYear
  /// 1 April and 31 March of the collection year.
  public let start: Day, end: Day
  /// 1 April and 31 March of the year before.
  public let lastStart: Day, lastEnd: Day
  /// The year's return.
  public let now: YearTables
  /// The return of the year before, if there is one.
  public let last: YearTables?
  /// The episodes of all returns before last year's.
  public let earlier: ChildTable<EpisodeRow>
  /// Whether a postcode directory is there, so that it is known where home and placement are.
  public let hasDirectory: Bool
  /// The council's own area: its nine-character code's position among the areas met; nil where it is not stated.
  public let ownArea: Int?
  /// The areas met, by the positions that `Whereabouts.area` gives.
  public let areas: [String]
  /// Whether it is known where placements are: by a directory, or because the files say so.
  var hasWhereabouts: Bool {
    hasDirectory || !["PL_LA", "PL_LOCATION", "PL_DISTANCE"].allSatisfy { !now.has(.episodes, $0) }
  }
  /// Whether the council's code was stated.
  public let isAuthorityStated: Bool
  /// What was read.
  public let returns: ReturnSet
  /// Where rows come from.
  let sources: [Source]
  private let codes: [String: [Code]]

  /// One file's rows.
  struct Source: Sendable {
    let table: ReturnTable
    let file: Int
    let age: Age

    /// Whether it is of the year before the one checked.
    var isLast: Bool { age == .last }
  }

  /// How old a return is.
  enum Age: Sendable {
    case now, last, earlier
  }

  init(
    _ returns: ReturnSet, sources: [Source], year: CollectionYear, rulesYear: CollectionYear,
    book: CodeBook = .standard, directory: PostcodeDirectory? = nil, authority: String? = nil
  ) {
    self.returns = returns
    self.sources = sources
    self.year = year
    self.rulesYear = rulesYear
    start = Day(year.firstDay)
    end = Day(year.lastDay)
    let yearBefore = CollectionYear(startYear: year.startYear - 1)
    lastStart = Day(yearBefore.firstDay)
    lastEnd = Day(yearBefore.lastDay)
    let tables = sources.enumerated().map { (index: $0.offset, table: $0.element.table) }
    let children = returns.children.count
    var locator = Locator(directory)
    now = YearTables(
      tables.filter { sources[$0.index].age == .now }, children: children, locator: &locator)
    let before = tables.filter { sources[$0.index].isLast }
    last = before.isEmpty ? nil : YearTables(before, children: children, locator: &locator)
    earlier = YearTables.episodes(tables.filter { sources[$0.index].age == .earlier }, children: children)
    hasDirectory = directory != nil
    let areas = locator.areas
    self.areas = areas
    isAuthorityStated = authority != nil
    ownArea = authority.flatMap { areas.firstIndex(of: $0.uppercased()) }
    codes = Dictionary(
      uniqueKeysWithValues: Set(book.entries.map(\.column)).map { column in
        (column, book.codes(of: column, in: rulesYear))
      })
  }

  /// Whether a code is valid in the year for a column.
  public func isValid(_ code: Code, _ column: String) -> Bool { codes[column]?.contains(code) ?? false }

  /// The child's date of birth by this year's header.
  public func dob(_ row: some TableRow) -> Day { now.dob(row.child) }

  /// Whether a date is written otherwise than as dd/mm/yyyy: unreadable, or read from another form.
  public func isMisread(_ row: some TableRow, _ column: String) -> Bool {
    let table = sources[Int(row.place.source)].table
    guard let position = table.shape.position(of: column),
      let written = table.writtenDay(Int(row.place.row), position)
    else { return false }
    return Day(slashed: written) == nil
  }

  /// Whether a day lies in the collection year.
  public func isInYear(_ day: Day) -> Bool { start <= day && day <= end }

  /// Whether the calendar year in which the rules' collection year starts is at least this.
  public func isFrom(_ startYear: Int) -> Bool { rulesYear.startYear >= startYear }
}
