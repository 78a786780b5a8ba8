import Units

/// One collection year's return: who is in it, and its tables.
struct Return {
  let seed: Seed
  let year: CollectionYear
  let children: [Child]
  let leavers: [Child]
  let respite: [Child]

  init(seed: Seed, year: CollectionYear, of everyone: [Child]) {
    self.seed = seed
    self.year = year
    children = everyone.filter { child in child.periods.contains { Return.touches($0.start, $0.end, year) } }
    respite = everyone.filter { child in child.breaks.contains { Return.touches($0.start, $0.end, year) } }
    leavers = everyone.filter { Leavers.isListed($0, in: year) }
  }

  /// Whether an episode belongs in a year's return: begun by 31 March and not ended before 1 April.
  static func touches(_ start: CivilDay, _ end: CivilDay, _ year: CollectionYear) -> Bool {
    start <= year.lastDay && end >= year.firstDay
  }

  /// The postcodes of homes and placements in its episodes.
  var postcodes: Set<String> {
    var found: Set<String> = []
    for child in children {
      for episode in child.periods.flatMap(\.episodes) where Return.touches(episode.start, episode.end, year)
      {
        found.formUnion([child.homePostcode, episode.placement.postcode])
      }
    }
    return found.subtracting([""])
  }

  /// A date as the return has it, empty where it falls after the year.
  func ended(_ day: CivilDay) -> String { day <= year.lastDay ? day.slashed : "" }

  /// The folder of a year's files, such as `2025-26`.
  static func folder(_ year: CollectionYear) -> String {
    "\(year.startYear)-\((year.startYear + 1) % 100)"
  }

  func files() -> [ExampleFile] {
    var tables = [header(), episodes(), uasc(), missing(), reviews(), previousPermanence(), health()]
    tables += [Leavers.table(self), adopted(), placedForAdoption()]
    if year.startYear >= 2023 { tables.append(socialWorkers()) }
    let folder = Return.folder(year)
    return tables.map { table in
      let lines =
        [table.columns]
        + table.rows.sorted { $0.lexicographicallyPrecedes($1) }.map { $0[1...].joined(separator: ",") }
      return ExampleFile(path: "\(folder)/\(table.name).csv", contents: lines.joined(separator: "\n") + "\n")
    }
  }
}

/// A table of the return. Each row begins with a key it is sorted by, which is not written.
struct Table {
  let name: String
  let columns: String
  var rows: [[String]] = []

  /// A row sorted by child and then by a day.
  mutating func add(_ child: Child, on day: CivilDay? = nil, _ fields: [String]) {
    rows.append([child.identifier + (day?.description ?? "")] + [child.identifier] + fields)
  }
}

extension Return {
  /// Header: one row for everyone in the other tables.
  func header() -> Table {
    var table = Table(name: "header", columns: "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB")
    var listed: Set<Int> = []
    for child in children + respite + leavers where listed.insert(child.index).inserted {
      let isGirlInCare = children.contains { $0.index == child.index } && !child.isMale
      table.add(
        child,
        [
          sex(child), child.born.slashed, child.ethnicity, pupilNumber(child),
          isGirlInCare ? "0" : "", "",
        ])
    }
    return table
  }

  /// 1 and 2 to 2023/24, letters after.
  func sex(_ child: Child) -> String {
    year.startYear < 2024 ? (child.isMale ? "1" : "2") : (child.isMale ? "M" : "F")
  }

  /// UN1 until the school year in which the child turns five; unaccompanied children have no number (UN2).
  private func pupilNumber(_ child: Child) -> String {
    if child.isAsylumSeeking { return "UN2" }
    if child.birthday(4) > CollectionYear(startYear: year.startYear).firstDay + 152 { return "UN1" }
    let digits = String(1_000_000_000_000 + child.index * 7_368_787 % 1_000_000_000_000)
    return "Q" + digits.dropFirst()
  }

  /// Episodes, in the codes of the year.
  func episodes() -> Table {
    var table = Table(
      name: "episodes",
      columns: "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
    )
    for child in children {
      for episode in child.periods.flatMap(\.episodes) where Return.touches(episode.start, episode.end, year)
      {
        let stay = episode.placement
        let closed = episode.end <= year.lastDay
        table.add(
          child, on: episode.start,
          [
            episode.start.slashed, episode.newReason, episode.legalStatus, child.need, place(stay.place),
            stay.provider, ended(episode.end), closed ? episode.endReason : "",
            closed ? episode.changeReason : "", child.homePostcode, stay.postcode, stay.urn,
          ])
      }
    }
    for child in respite {
      for one in child.breaks where Return.touches(one.start, one.end, year) {
        // A short break has no postcodes and no reference number; a care home is the code that needs none.
        table.add(
          child, on: one.start,
          [
            one.start.slashed, "S", "V3", child.need, "R1", one.inHouse ? "PR1" : "PR5", ended(one.end),
            one.end <= year.lastDay ? "E4A" : "", "", "", "", "",
          ])
      }
    }
    return table
  }

  /// Supported accommodation is H5 to 2023/24 and K3 after; other placements are Z1 to 2024/25 and four codes
  /// after.
  private func place(_ code: String) -> String {
    if code == "H5" { return year.startYear < 2024 ? "H5" : "K3" }
    if code.hasPrefix("Z1") { return year.startYear < 2025 ? "Z1" : code }
    return code
  }
}
