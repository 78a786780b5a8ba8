public import Places
public import Returns
public import Units

/// Why there is no return to check.
public enum CollectionError: Error, Equatable, CustomStringConvertible {
  /// Nothing read has rows that rules could look at.
  case nothingRead
  /// The year asked for is not among those found.
  case noSuchYear(CollectionYear, found: [CollectionYear])
  /// No file tells its collection year.
  case unknownYear
  /// Two folders hold a return of the year, of much the same children.
  case twoReturns(CollectionYear, String, String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .nothingRead:
      "No table of the return was found, so there is nothing to check. Give the folder that holds the return's files."
    case .noSuchYear(let year, let found):
      "There is no return of \(year): those found are of \(found.map(\.description).joined(separator: ", "))."
    case .twoReturns(let year, let a, let b):
      "There are two returns of \(year), with \(a) and with \(b), of much the same children. Give the folder of the one to check."
    case .unknownYear:
      "No file tells its collection year. \(Means.said("Say it: --year 2025/26.", inBrowser: "Load it in a folder named after the year, such as 2025-26."))"
    }
  }
}

extension Collection {
  /// The return of a collection year (nil: the latest found) with that of the year before, out of all that was read.
  ///
  /// Files are taken together by folder and by the year their names tell. With a year stated, a single such group is
  /// that year's return whatever its dates say, and names go before dates; else dates, as `ReturnsReader` read them,
  /// go before names. `rulesYear` states another year's rules and code sets.
  ///
  /// - Throws: `CollectionError` where no return of the year is found.
  public static func find(
    in returns: ReturnSet, year: CollectionYear? = nil, rulesYear: CollectionYear? = nil,
    directory: PostcodeDirectory? = nil, authority: String? = nil
  ) throws(CollectionError) -> Collection {
    let groups = Group.all(in: returns)
    guard !groups.isEmpty else { throw .nothingRead }
    let chosen: CollectionYear
    if let year {
      chosen = year
    } else {
      guard let latest = groups.compactMap(\.year).max() else { throw .unknownYear }
      chosen = latest
    }
    let before = CollectionYear(startYear: chosen.startYear - 1)
    let years = Group.years(groups, stated: year)
    guard years.contains(chosen) else {
      throw .noSuchYear(chosen, found: Set(years.compactMap { $0 }).sorted())
    }
    let current = zip(groups, years).filter { $0.1 == chosen }.map(\.0)
    if let (a, b) = Group.twins(current) {
      throw .twoReturns(chosen, returns.files[a].name, returns.files[b].name)
    }
    var sources: [Source] = []
    for (group, known) in zip(groups, years) {
      guard let known, known <= chosen else { continue }
      let age: Age = known == chosen ? .now : known == before ? .last : .earlier
      for member in group.members where age != .earlier || member.table.shape.name == .episodes {
        sources.append(Source(table: member.table, file: member.file, age: age))
      }
    }
    return Collection(
      returns, sources: sources, year: chosen, rulesYear: RuleBook.rulesYear(rulesYear ?? chosen),
      directory: directory, authority: authority)
  }
}

/// Files of one folder whose names tell the same year: one return, or a part of it.
private struct Group {
  let hint: YearHint
  var members: [(table: ReturnTable, file: Int)] = []
  /// The year by the dates in it, else by the files' names.
  var year: CollectionYear?

  static func all(in returns: ReturnSet) -> [Group] {
    struct Key: Hashable {
      let folder: String
      let hint: YearHint
    }
    typealias Member = (table: ReturnTable, file: Int)
    var members: [Key: [Member]] = [:]
    for member in Group.members(of: returns) {
      let name = returns.files[member.file].name
      let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
      members[Key(folder: folder, hint: YearHint(path: name)), default: []].append(member)
    }
    var groups: [Group] = []
    for (key, members) in members {
      // Where names tell no year, a folder that holds a table twice holds several years, told by their dates.
      let files = Dictionary(grouping: members, by: \.table.shape.name).mapValues {
        Set($0.map(\.file)).count
      }
      guard key.hint == .none, files.values.contains(where: { $0 > 1 }) else {
        groups.append(Group(hint: key.hint, members: members))
        continue
      }
      for (_, sameYear) in Dictionary(grouping: members, by: { returns.files[$0.file].year }) {
        groups.append(Group(hint: key.hint, members: sameYear))
      }
    }
    for index in groups.indices {
      groups[index].members.sort {
        ($0.table.shape.name.order, $0.file) < ($1.table.shape.name.order, $1.file)
      }
      groups[index].settleYear(returns)
    }
    return groups.sorted { ($0.members.first?.file ?? 0) < ($1.members.first?.file ?? 0) }
  }

  /// Every table with its file. A file met twice was read once; it stands in both returns.
  private static func members(of returns: ReturnSet) -> [(table: ReturnTable, file: Int)] {
    var copies: [Int: [Int]] = [:]
    for (file, read) in returns.files.enumerated() {
      if case .copy(let original, _) = read.status { copies[original, default: []].append(file) }
    }
    return (returns.tables + returns.unusedTables).flatMap { table in
      let others = (copies[table.file] ?? []).filter { isOfAnotherReturn($0, table.file, returns) }
      return [(table, table.file)] + others.map { (table, $0) }
    }
  }

  /// Whether a copy stands in another return than the file it is a copy of.
  private static func isOfAnotherReturn(_ copy: Int, _ original: Int, _ returns: ReturnSet) -> Bool {
    YearHint(path: returns.files[copy].name) != YearHint(path: returns.files[original].name)
  }

  /// The year most of its files of episodes tell, else of any file, else the name's.
  private mutating func settleYear(_ returns: ReturnSet) {
    func most(_ files: [Int]) -> CollectionYear? {
      let years = Dictionary(grouping: files.compactMap { returns.files[$0].year }, by: { $0 })
      return years.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
    }
    let episodes = members.filter { $0.table.shape.name == .episodes }.map(\.file)
    year = most(episodes) ?? most(members.map(\.file))
    if year == nil, case .year(let named) = hint { year = named }
  }

  /// Two files of episodes, of two groups, of which one has most of the other's children: a return that is there twice.
  static func twins(_ groups: [Group]) -> (Int, Int)? {
    let episodes = groups.compactMap { group in group.members.first { $0.table.shape.name == .episodes } }
    for (index, a) in episodes.enumerated() {
      for b in episodes[(index + 1)...] {
        let (one, other) = (Set(a.table.child), Set(b.table.child))
        if one.intersection(other).count * 2 > min(one.count, other.count) { return (a.file, b.file) }
      }
    }
    return nil
  }

  /// Each group's year, with a year stated or not.
  static func years(_ groups: [Group], stated: CollectionYear?) -> [CollectionYear?] {
    guard let stated else {
      return groups.map { group in
        if group.hint == .previous, let own = groups.compactMap(\.year).max() {
          return CollectionYear(startYear: own.startYear - 1)
        }
        return group.year
      }
    }
    let before = CollectionYear(startYear: stated.startYear - 1)
    if groups.count == 1 { return [stated] }
    // Names that fit the year stated decide; a group that says only "previous" goes before the other.
    let named = groups.map { group -> CollectionYear? in
      if case .year(let year) = group.hint { year } else { nil }
    }
    if named.contains(stated) { return zip(named, groups).map { $0 ?? $1.year } }
    if groups.contains(where: { $0.hint == .previous }) {
      return groups.map { $0.hint == .previous ? before : $0.hint == .none ? stated : $0.year }
    }
    return groups.map(\.year)
  }
}

extension TableName {
  /// Place among the tables, the order of findings.
  fileprivate var order: Int { TableName.allCases.firstIndex(of: self) ?? 0 }
}
