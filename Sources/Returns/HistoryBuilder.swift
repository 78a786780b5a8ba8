public import Care
public import Units

/// What joining the years' returns gave.
public struct BuiltHistories: Sendable {
  /// The care histories.
  public let histories: CareHistories
  /// Repairs, each with its row.
  public let findings: [HistoryFinding]
  /// Rows of episodes that a later return gave again, and so are not counted twice.
  public let superseded: Int
  /// The returns, with the rows that joining set aside added to those that reading did.
  public let returns: ReturnSet
}

/// Why histories can't be made.
public enum HistoryError: Error, Equatable, CustomStringConvertible {
  /// Something about the files stands in the way.
  case problem(ReturnProblem)
  /// The as-of date lies before the first episode.
  case asOfTooEarly(CivilDay, first: CivilDay)
  /// No row of episodes could be used.
  case noUsableEpisodes(setAside: Int)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .problem(let problem): problem.description
    case .asOfTooEarly(let day, let first):
      "The as-of date \(day.spoken) is before the first episode, of \(first.spoken). Give a later one \(Means.assumption("--as-of"))."
    case .noUsableEpisodes(let count):
      "None of the rows of episodes could be used; \(count) were set aside. \(Means.said("Run", inBrowser: "See")) \(Means.report("check", page: "What the rules find"))\(Means.said(" to see why", inBrowser: ""))."
    }
  }
}

/// Joins the episodes of all returns into one history for each child: union over years, then repair.
public struct HistoryBuilder {
  let book: CategoryBook
  let columns: EpisodeColumns
  var returns: ReturnSet
  let asOf: CivilDay
  var findings: [HistoryFinding] = []
  var superseded = 0
  var births: BirthFinder
  var localities: LocalityFinder?

  /// Joins the returns up to an as-of date (nil: the latest event in them). `localities` tells where placements are;
  /// nil where nobody asks.
  ///
  /// - Throws: `HistoryError` where there is nothing to join.
  public static func build(
    _ returns: ReturnSet, book: CategoryBook, asOf: CivilDay? = nil, localities: LocalityFinder? = nil
  ) throws(HistoryError) -> BuiltHistories {
    try attempt(returns, book: book, asOf: asOf, localities: localities).built.get()
  }

  /// The same for a report of what became of the rows: where there is nothing to join, the returns are given back
  /// with the rows that joining set aside.
  public static func attempt(
    _ returns: ReturnSet, book: CategoryBook, asOf: CivilDay? = nil, localities: LocalityFinder? = nil
  ) -> (returns: ReturnSet, built: Result<BuiltHistories, HistoryError>) {
    if let problem = returns.problems.first { return (returns, .failure(.problem(problem))) }
    guard let latest = returns.latestEvent else {
      return (returns, .failure(.noUsableEpisodes(setAside: returns.rowsSetAside)))
    }
    var builder = HistoryBuilder(returns, book: book, asOf: asOf ?? latest, localities: localities)
    do throws(HistoryError) {
      let built = try builder.build()
      return (built.returns, .success(built))
    } catch {
      return (builder.returns, .failure(error))
    }
  }

  private init(_ returns: ReturnSet, book: CategoryBook, asOf: CivilDay, localities: LocalityFinder?) {
    self.localities = localities
    self.returns = returns
    self.book = book
    self.asOf = asOf
    columns = EpisodeColumns()
    births = BirthFinder(returns)
  }

  private mutating func build() throws(HistoryError) -> BuiltHistories {
    births.settle(&returns, &findings)
    let rows = EpisodeRow.sorted(returns, columns)
    guard let first = rows.lazy.map(\.start).min() else {
      throw .noUsableEpisodes(setAside: returns.rowsSetAside)
    }
    guard first <= asOf else { throw .asOfTooEarly(asOf, first: first) }
    setAsideOrphans()
    let union = union(of: rows.filter { usable($0) })
    guard !union.isEmpty else { throw .noUsableEpisodes(setAside: returns.rowsSetAside) }
    var numbering = Numbering(children: returns.children.count)
    var asReturned: [Episode] = []
    asReturned.reserveCapacity(union.count)
    for row in union { asReturned.append(episode(row, &numbering)) }
    let ends = repairedEnds(union)
    let histories = join(asReturned, ends, numbering)
    return BuiltHistories(
      histories: histories, findings: findings, superseded: superseded, returns: returns)
  }

  /// New numbers for the children who have episodes, in order of meeting.
  private struct Numbering {
    var number: [Int32]
    var children: [Int32] = []

    init(children: Int) { number = Array(repeating: -1, count: children) }

    mutating func of(_ child: Int32) -> Int32 {
      if number[Int(child)] < 0 {
        number[Int(child)] = Int32(children.count)
        children.append(child)
      }
      return number[Int(child)]
    }
  }

  private func join(_ asReturned: [Episode], _ ends: [CivilDay?], _ numbering: Numbering) -> CareHistories {
    var lookedAfter: [Episode] = []
    var respite: [Episode] = []
    lookedAfter.reserveCapacity(asReturned.count)
    for (index, episode) in asReturned.enumerated() {
      var repaired = episode
      repaired.end = ends[index]
      // An episode with no night has its finding already.
      if let end = repaired.end, end <= repaired.start { continue }
      if repaired.isRespite { respite.append(repaired) } else { lookedAfter.append(repaired) }
    }
    let children = numbering.children.map { number in
      Child(
        id: returns.children[Int(number)], birth: births.birth(of: number) ?? asOf,
        isUASC: births.isUASC[Int(number)])
    }
    return CareHistories(
      children: children, episodes: lookedAfter, respite: respite, asReturned: asReturned, asOf: asOf,
      book: book)
  }

  /// The episode of a row, its category judged by the year of the return it stands in.
  private mutating func episode(_ row: EpisodeRow, _ numbering: inout Numbering) -> Episode {
    let table = returns.tables[row.table]
    let place = table.code(row.row, columns.place)
    let provider = table.code(row.row, columns.provider)
    let (category, match) = book.category(
      place: place, provider: provider, in: returns.files[table.file].year)
    if match == .unknown { find(.unknownPlace, row, "PLACE", place.description) }
    if match == .outOfYear { find(.placeOutOfYear, row, "PLACE", place.description) }
    var end = row.end
    if let known = end, known > asOf {
      find(.endAfterAsOf, row, "DEC", known.slashed)
      end = nil
    }
    return Episode(
      child: numbering.of(row.child), start: row.start, end: end,
      reasonNew: row.startsCare ? "S" : table.code(row.row, columns.reasonNew),
      legalStatus: table.code(row.row, columns.legalStatus), place: place, provider: provider,
      urn: table.code(row.row, columns.urn),
      reasonCeased: end == nil ? .empty : table.code(row.row, columns.reasonCeased), category: category,
      need: table.code(row.row, columns.need), locality: localities?.find(row.row, of: table) ?? .unknown)
  }

  mutating func find(
    _ kind: HistoryFinding.Kind, _ row: EpisodeRow, _ column: String, _ value: String, nights: Int = 0
  ) {
    let table = returns.tables[row.table]
    findings.append(
      HistoryFinding(
        kind: kind, file: table.file, line: Int(table.lines[row.row]),
        child: returns.children[Int(row.child)],
        column: column, value: value, nights: nights))
  }

  mutating func leave(
    _ row: EpisodeRow, _ column: String, _ value: String, _ reason: SetAside.Reason, _ action: String
  ) {
    let table = returns.tables[row.table]
    returns.setAside.append(
      SetAside(
        file: table.file, line: Int(table.lines[row.row]), child: returns.children[Int(row.child)],
        column: column, value: value, reason: reason, action: action))
  }
}

/// Where the columns of episodes stand.
struct EpisodeColumns {
  let start: Int, end: Int, reasonNew: Int, legalStatus: Int, place: Int, provider: Int, urn: Int, need: Int
  let reasonCeased: Int

  init() {
    let shape = TableShape.of(.episodes)
    func position(_ name: String) -> Int { shape.position(of: name) ?? 0 }
    start = position("DECOM")
    end = position("DEC")
    reasonNew = position("RNE")
    legalStatus = position("LS")
    place = position("PLACE")
    provider = position("PLACE_PROVIDER")
    urn = position("URN")
    need = position("CIN")
    reasonCeased = position("REC")
  }
}

/// One row of episodes with what orders it.
struct EpisodeRow {
  let child: Int32
  let start: CivilDay
  let end: CivilDay?
  /// Order of the row's return: returns with later events come later.
  let rank: Int32
  let table: Int
  let row: Int
  /// Whether it takes over the start of care (RNE S) from an episode of the same day that has no night.
  var startsCare = false

  /// All rows in order of child, start, return, then end (an open end first), whatever the order of files.
  static func sorted(_ returns: ReturnSet, _ columns: EpisodeColumns) -> [EpisodeRow] {
    let tables = returns.tables.indices.filter { returns.tables[$0].shape.name == .episodes }
    let asOf = tables.map { returns.files[returns.tables[$0].file].asOf }
    var first = Array(repeating: 0, count: returns.children.count + 1)
    for table in tables {
      for child in returns.tables[table].child { first[Int(child) + 1] += 1 }
    }
    for child in 1..<max(1, first.count) { first[child] += first[child - 1] }
    let total = first.last ?? 0
    var next = first
    let blank = EpisodeRow(child: 0, start: CivilDay(number: 0), end: nil, rank: 0, table: 0, row: 0)
    var rows = Array(repeating: blank, count: total)
    for (index, table) in tables.enumerated() {
      let rank = asOf.count { other in (other ?? .distantPast) < (asOf[index] ?? .distantPast) }
      let data = returns.tables[table]
      for row in 0..<data.rows {
        let child = Int(data.child[row])
        rows[next[child]] = EpisodeRow(
          child: Int32(child), start: CivilDay(number: data.dayNumber(row, columns.start)),
          end: data.day(row, columns.end), rank: Int32(rank), table: table, row: row)
        next[child] += 1
      }
    }
    for child in 0..<returns.children.count where first[child + 1] - first[child] > 1 {
      rows[first[child]..<first[child + 1]].sort { precedes($0, $1) }
    }
    return rows
  }

  private static func precedes(_ a: EpisodeRow, _ b: EpisodeRow) -> Bool {
    if a.start != b.start { return a.start < b.start }
    if a.rank != b.rank { return a.rank < b.rank }
    return (a.end?.number ?? Int32.min) < (b.end?.number ?? Int32.min)
  }
}
