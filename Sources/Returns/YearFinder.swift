import Units

/// Tells each file's collection year from its data: episodes by their dates, every other table by the episodes
/// whose children it shares.
enum YearFinder {
  /// A return whose latest event lies this close to 31 March is taken for the whole year's.
  static let completeWithinDays = 14

  static func inferYears(_ set: inout ReturnSet) {
    for table in set.tables where table.shape.name == .episodes {
      guard let asOf = latestEvent(of: table) else { continue }
      let year = CollectionYear(containing: asOf)
      set.files[table.file].asOf = asOf
      set.files[table.file].year = year
      set.files[table.file].isComplete = asOf.nights(to: year.lastDay) <= completeWithinDays
    }
    let episodes = set.tables.filter { $0.shape.name == .episodes && set.files[$0.file].year != nil }
    let members = episodes.map { membership($0, of: set.children.count) }
    for table in set.tables where table.shape.name != .episodes && table.rows > 0 {
      guard let best = bestMatch(table, episodes, members, set) else {
        set.notes.append(
          ReadingNote(
            kind: .noYear, file: table.file, line: nil, column: nil, value: nil, count: 1,
            message: "Its collection year is not known: no file of episodes has any of its children."))
        continue
      }
      set.files[table.file].year = set.files[episodes[best].file].year
    }
  }

  /// The latest DECOM or DEC that is not a slip of the pen: one with at least two others in the 92 days before it,
  /// unless the file has hardly any. A year mistyped as 2052 stands alone.
  static func latestEvent(of table: ReturnTable) -> CivilDay? {
    let shape = table.shape
    var events: [Int32] = []
    for column in ["DECOM", "DEC"] {
      guard let position = shape.position(of: column) else { continue }
      events += table.days[position].lazy.filter { $0 != ReturnTable.noDay }
    }
    guard let highest = events.max() else { return nil }
    if events.count < 20 { return CivilDay(number: highest) }
    var candidate = highest
    while true {
      var company = 0
      var below = Int32.min
      for event in events where event <= candidate {
        if candidate - event <= 92 { company += 1 }
        if event < candidate { below = max(below, event) }
      }
      if company >= 3 || below == Int32.min { return CivilDay(number: candidate) }
      candidate = below
    }
  }

  static func membership(_ table: ReturnTable, of children: Int) -> [Bool] {
    var isIn = Array(repeating: false, count: children)
    for child in table.child { isIn[Int(child)] = true }
    return isIn
  }

  /// The episodes that share most of a table's children, as a part of all children of either; of two alike, the one
  /// in the same folder, then the later.
  private static func bestMatch(
    _ table: ReturnTable, _ episodes: [ReturnTable], _ members: [[Bool]], _ set: ReturnSet
  ) -> Int? {
    let own = membership(table, of: set.children.count)
    let folder = folder(set.files[table.file].name)
    var best: (index: Int, score: Double, near: Bool)?
    for (index, member) in members.enumerated() {
      var both = 0
      var either = 0
      for child in own.indices {
        both += own[child] && member[child] ? 1 : 0
        either += own[child] || member[child] ? 1 : 0
      }
      guard both > 0 else { continue }
      let score = Double(both) / Double(either)
      let near = self.folder(set.files[episodes[index].file].name) == folder
      if let best, (score, near ? 1 : 0) < (best.score, best.near ? 1 : 0) { continue }
      best = (index, score, near)
    }
    return best?.index
  }

  static func folder(_ name: String) -> String {
    name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
  }
}
