import Units

/// Tells each file's collection year from its data: episodes, reviews and other dated rows by their dates, the rest
/// by the year whose header holds their children.
enum YearFinder {
  /// A return whose latest event lies this close to 31 March is taken for the whole year's.
  static let completeWithinDays = 14

  static func inferYears(_ set: inout ReturnSet) {
    for table in set.tables where table.shape.name == .episodes {
      guard let asOf = latestEvent(of: table), let year = yearOfReturn(table, asOf) else { continue }
      set.files[table.file].asOf = asOf
      set.files[table.file].year = year
      set.files[table.file].isComplete =
        asOf.nights(to: year.lastDay) <= completeWithinDays && year.firstDay <= asOf
    }
    completeEarlierYears(&set)
    let episodes = set.tables.filter { $0.shape.name == .episodes }
    inferByChildren(set.tables.filter { $0.shape.name == .header }, from: episodes, &set)
    let headers = set.tables.filter { $0.shape.name == .header && set.files[$0.file].year != nil }
    let others = set.tables.filter { $0.shape.name != .episodes && $0.shape.name != .header }
    for table in others { set.files[table.file].year = yearOfDays(table) }
    inferByChildren(
      others.filter { set.files[$0.file].year == nil }, from: headers.isEmpty ? episodes : headers, &set)
    for file in set.files.indices {
      guard case .copy(let original, _) = set.files[file].status else { continue }
      set.files[file].year = set.files[original].year
      set.files[file].asOf = set.files[original].asOf
    }
  }

  /// Of a year that a later year's return follows, the file that goes furthest is that year's whole return, however
  /// quiet its last weeks were.
  private static func completeEarlierYears(_ set: inout ReturnSet) {
    guard let last = set.years.last else { return }
    let files = set.episodeFiles.filter { (set.files[$0].year ?? last) < last }
    for file in files {
      let furthest = files.filter { set.files[$0].year == set.files[file].year }.compactMap {
        set.files[$0].asOf
      }.max()
      if set.files[file].asOf == furthest { set.files[file].isComplete = true }
    }
  }

  /// The collection year in which most of a table's needed days fall.
  private static func yearOfDays(_ table: ReturnTable) -> CollectionYear? {
    guard
      let column = table.shape.columns.indices.first(where: { index in
        if case .neededDay = table.shape.columns[index].kind { true } else { false }
      }), table.shape.name == .reviews || table.shape.name == .missing
    else { return nil }
    var days = table.dayNumbers(column)[...]
    var best: (year: CollectionYear, count: Int)?
    while let first = days.first {
      let year = CollectionYear(containing: CivilDay(number: first))
      let (from, to) = (year.firstDay.number, year.lastDay.number)
      let others = days.filter { $0 < from || to < $0 }
      let count = days.count - others.count
      if best.map({ ($0.count, $0.year) < (count, year) }) ?? true { best = (year, count) }
      days = others[...]
    }
    return best?.year
  }

  /// Gives tables the year of the table that holds their children. Where several hold them all, the one in the same
  /// folder, then the one of the likest name, then the one with fewest others decides.
  private static func inferByChildren(
    _ tables: [ReturnTable], from known: [ReturnTable], _ set: inout ReturnSet
  ) {
    let known = known.filter { set.files[$0.file].year != nil }
    let members = known.map { membership($0, of: set.children.count) }
    for table in tables where table.rows > 0 {
      let own = membership(table, of: set.children.count)
      let name = set.files[table.file].name
      let matches = known.indices.compactMap { index -> Match? in
        Match(index, own, members[index], name, set.files[known[index].file].name)
      }
      guard let best = matches.max(by: { $0.isWorse(than: $1) }) else {
        set.notes.append(
          ReadingNote(
            kind: .noYear, file: table.file, line: nil, column: nil, value: nil, count: 1,
            message: "Its collection year is not known: no other table has any of its children."))
        continue
      }
      set.files[table.file].year = set.files[known[best.index].file].year
      set.files[table.file].asOf = set.files[known[best.index].file].asOf
    }
  }

  /// How well a table fits another.
  private struct Match {
    let index: Int
    /// Hundredths of the table's children that the other has, in steps of two.
    let contained: Int
    let isSameFolder: Bool
    let likeness: Int
    let others: Int

    init?(_ index: Int, _ own: [Bool], _ other: [Bool], _ name: String, _ otherName: String) {
      var both = 0
      var mine = 0
      var theirs = 0
      for child in own.indices {
        both += own[child] && other[child] ? 1 : 0
        mine += own[child] ? 1 : 0
        theirs += other[child] ? 1 : 0
      }
      guard both > 0 else { return nil }
      self.index = index
      contained = both * 50 / mine
      isSameFolder = folder(name) == folder(otherName)
      likeness = zip(name.utf8, otherName.utf8).prefix { $0 == $1 }.count
      others = theirs - both
    }

    func isWorse(than other: Match) -> Bool {
      (contained, isSameFolder ? 1 : 0, likeness, -others)
        < (other.contained, other.isSameFolder ? 1 : 0, other.likeness, -other.others)
    }
  }

  /// The collection year of a file of episodes. A return holds no episode that ended before its year, so the year is
  /// the latest in which a fair share of its episodes ended: a tenth of those of the fullest year. An end counts with
  /// its last night, the day before DEC. Where none ended, it is the year of the latest event.
  static func yearOfReturn(_ table: ReturnTable, _ asOf: CivilDay) -> CollectionYear? {
    guard let dec = table.shape.position(of: "DEC") else { return nil }
    var ends: [CollectionYear: Int] = [:]
    for end in table.dayNumbers(dec) where end <= asOf.number + 1 {
      ends[CollectionYear(containing: CivilDay(number: end - 1)), default: 0] += 1
    }
    guard let most = ends.values.max() else { return CollectionYear(containing: asOf) }
    return ends.filter { $0.value * 10 >= most }.keys.max()
  }

  /// The latest event in a file of episodes: DECOM, or DEC, whose last night is the day before it, so that a stay to
  /// 31 March with DEC on 1 April belongs to the year it was spent in.
  ///
  /// Slips of the pen are passed over, unless the file has hardly any events: one or two events more than half a year
  /// after any other, such as a year mistyped as 2052.
  static func latestEvent(of table: ReturnTable) -> CivilDay? {
    let shape = table.shape
    guard let decom = shape.position(of: "DECOM"), let dec = shape.position(of: "DEC") else { return nil }
    let lastNights = table.dayNumbers(dec).map { $0 - 1 }
    let nights = table.dayNumbers(decom) + lastNights
    guard var candidate = nights.max() else { return nil }
    while nights.count >= 20 {
      var company = nights.count { $0 == candidate }
      var earliest = candidate
      var before = latest(of: nights, before: earliest)
      while company < 3, let day = before, earliest - day <= 183 {
        company += nights.count { $0 == day }
        earliest = day
        before = latest(of: nights, before: earliest)
      }
      guard company < 3, let day = before else { break }
      candidate = day
    }
    let event = CivilDay(number: lastNights.contains(candidate) ? candidate + 1 : candidate)
    return min(event, CollectionYear(containing: CivilDay(number: candidate)).lastDay)
  }

  private static func latest(of nights: [Int32], before limit: Int32) -> Int32? {
    var found: Int32?
    for night in nights where night < limit && night > (found ?? .min) { found = night }
    return found
  }

  static func membership(_ table: ReturnTable, of children: Int) -> [Bool] {
    var isIn = Array(repeating: false, count: children)
    for child in table.child { isIn[Int(child)] = true }
    return isIn
  }

  static func folder(_ name: String) -> String {
    name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
  }
}
