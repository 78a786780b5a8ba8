public import Returns
import Units

/// One year's return as the rules see it: every row of every table, those that histories can't use included.
public struct YearTables: Sendable {
  /// The header.
  public let header: ChildTable<HeaderRow>
  /// Episodes; a child's in order of DECOM, then DEC, blank dates last.
  public let episodes: ChildTable<EpisodeRow>
  /// The other tables, in the order of their files.
  public let uasc: ChildTable<UASCRow>, reviews: ChildTable<ReviewRow>, missing: ChildTable<MissingRow>
  public let permanence: ChildTable<PermanenceRow>, oc2: ChildTable<OC2Row>, oc3: ChildTable<OC3Row>
  public let ad1: ChildTable<AD1Row>, placed: ChildTable<PlacedRow>
  public let socialWorkers: ChildTable<SocialWorkerRow>, dolo: ChildTable<DoLoRow>
  /// The columns some file of each table has, those of no file left out.
  let columns: [TableName: Set<String>]
  private let births: [Day]
  private let uascStatus: [Bool]

  init(_ sources: [(index: Int, table: ReturnTable)], children: Int, locator: inout Locator) {
    func read<Row: ReadableRow>(
      _ name: TableName, _: Row.Type, precedes: ((Row, Row) -> Bool)? = nil
    ) -> ChildTable<Row> {
      YearTables.read(name, of: sources, children: children, precedes: precedes)
    }
    header = read(.header, HeaderRow.self)
    episodes = read(.episodes, EpisodeRow.self, precedes: EpisodeRow.precedes).map { row in
      row.whereabouts = locator.find(row)
    }
    uasc = read(.uasc, UASCRow.self)
    reviews = read(.reviews, ReviewRow.self)
    missing = read(.missing, MissingRow.self)
    permanence = read(.previousPermanence, PermanenceRow.self)
    oc2 = read(.oc2, OC2Row.self)
    oc3 = read(.oc3, OC3Row.self)
    ad1 = read(.ad1, AD1Row.self)
    placed = read(.placedForAdoption, PlacedRow.self)
    socialWorkers = read(.socialWorker, SocialWorkerRow.self)
    dolo = read(.deprivationOfLiberty, DoLoRow.self)
    var columns: [TableName: Set<String>] = [:]
    for (_, table) in sources {
      let has = zip(table.shape.columns, table.hasColumn).filter(\.1).map(\.0.name)
      columns[table.shape.name, default: ["CHILD"]].formUnion(has)
    }
    self.columns = columns
    var births = [Day](repeating: .blank, count: children)
    for row in header.rows where !births[Int(row.child)].isKnown { births[Int(row.child)] = row.dob }
    self.births = births
    var status = [Bool](repeating: false, count: children)
    if columns[.header]?.contains("UASC") == true {
      for row in header.rows where row.uasc == "1" { status[Int(row.child)] = true }
    } else {
      for row in uasc.rows where row.duc.isWritten || !row.sex.isEmpty { status[Int(row.child)] = true }
    }
    uascStatus = status
  }

  /// The episodes of some returns, each child's in order.
  static func episodes(
    _ sources: [(index: Int, table: ReturnTable)], children: Int
  ) -> ChildTable<EpisodeRow> {
    read(.episodes, of: sources, children: children, precedes: EpisodeRow.precedes)
  }

  private static func read<Row: ReadableRow>(
    _ name: TableName, of sources: [(index: Int, table: ReturnTable)], children: Int,
    precedes: ((Row, Row) -> Bool)?
  ) -> ChildTable<Row> {
    var rows: [Row] = []
    for source in sources where source.table.shape.name == name {
      var reader = RowReader(source.table, source: source.index, columns: Row.columns)
      rows.reserveCapacity(rows.count + source.table.rows)
      for row in 0..<source.table.rows {
        reader.row = row
        rows.append(Row(reader))
      }
    }
    return ChildTable(rows, children: children, precedes: precedes)
  }

  /// Whether the year's return has a table.
  public func has(_ table: TableName) -> Bool { columns[table] != nil }

  /// Whether a file of a table has a column.
  func has(_ table: TableName, _ column: String) -> Bool { columns[table]?.contains(column) ?? false }

  /// The child's date of birth, from the first header row that has one.
  public func dob(_ child: Int32) -> Day { births[Int(child)] }

  /// Whether the child was an unaccompanied asylum-seeking child at some time in the year: by the header's UASC, or,
  /// where the header has no such column, by a row of the UASC table that says more than who the child is.
  public func isUASC(_ child: Int32) -> Bool { uascStatus[Int(child)] }
}

extension EpisodeRow {
  /// Order of a child's episodes: DECOM, then DEC, blank and unreadable dates last; then the one that starts the care
  /// first; ties by what the rows hold, so that the order of files and rows never matters.
  static func precedes(_ a: EpisodeRow, _ b: EpisodeRow) -> Bool {
    if a.decom.order != b.decom.order { return a.decom.order < b.decom.order }
    if a.dec.order != b.dec.order { return a.dec.order < b.dec.order }
    if (a.rne == "S") != (b.rne == "S") { return a.rne == "S" }
    let (x, y) = (a.content, b.content)
    return x == y
      ? (a.place.source, a.place.row) < (b.place.source, b.place.row) : x.lexicographicallyPrecedes(y)
  }

  private var content: [UInt64] {
    [rne, ls, placement, provider, rec, cin, reasonChange, urn, post, home].map(\.bits)
  }
}
