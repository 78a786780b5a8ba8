import Units

/// Looks at all files together for what makes one forecast from them wrong: nothing to count, or two councils mixed.
enum Coherence {
  /// Smaller numbers of shared children than this share of the smaller file tell of two councils.
  static let leastShare = 0.05
  /// Files with fewer children than this are too small to tell.
  static let leastChildren = 10
  /// Over more years than this between two returns next to no child need stay in care.
  static let mostYearsApart = 3

  static func problems(in set: ReturnSet, combine: Bool) -> [ReturnProblem] {
    let episodes = set.tables.filter { $0.shape.name == .episodes && $0.rows > 0 }
    let headers = set.tables.filter { $0.shape.name == .header && $0.rows > 0 }
    if episodes.isEmpty {
      return set.tables.contains { $0.shape.name == .episodes } ? [.noEpisodeRows] : [.noEpisodes]
    }
    if headers.isEmpty { return [.noHeaders] }
    if let clash = clashingHeaders(headers, set) { return [clash] }
    guard !combine else { return [] }
    return sameYear(episodes, set) ?? consecutiveYears(episodes, set) ?? []
  }

  private static func sameYear(_ episodes: [ReturnTable], _ set: ReturnSet) -> [ReturnProblem]? {
    for (index, a) in episodes.enumerated() {
      for b in episodes[(index + 1)...] {
        guard let year = set.files[a.file].year, year == set.files[b.file].year else { continue }
        if areUnrelated(Set(a.child), Set(b.child)) {
          return [.twoCouncils(set.files[a.file].name, set.files[b.file].name, year)]
        }
      }
    }
    return nil
  }

  /// Children whose episode is open at the end of one year's return should be in the next year's.
  private static func consecutiveYears(_ episodes: [ReturnTable], _ set: ReturnSet) -> [ReturnProblem]? {
    let dec = TableShape.of(.episodes).position(of: "DEC") ?? 0
    for a in episodes where set.files[a.file].isComplete {
      let open = Set(a.child.indices.filter { a.day($0, dec) == nil }.map { a.child[$0] })
      guard let year = set.files[a.file].year,
        let following = set.years.first(where: { $0 > year }),
        following.startYear - year.startYear <= mostYearsApart
      else { continue }
      for b in episodes where set.files[b.file].year == following {
        if open.count >= leastChildren, areUnrelated(open, Set(b.child)) {
          return [.unrelatedYears(set.files[a.file].name, set.files[b.file].name)]
        }
      }
    }
    return nil
  }

  private static func areUnrelated(_ a: Set<Int32>, _ b: Set<Int32>) -> Bool {
    let smaller = min(a.count, b.count)
    guard smaller >= leastChildren else { return false }
    return Double(a.intersection(b).count) < leastShare * Double(smaller)
  }

  /// Two headers that share identifiers but not dates of birth.
  private static func clashingHeaders(_ headers: [ReturnTable], _ set: ReturnSet) -> ReturnProblem? {
    guard let dob = TableShape.of(.header).position(of: "DOB") else { return nil }
    for (index, a) in headers.enumerated() {
      for b in headers[(index + 1)...] {
        guard let year = set.files[b.file].year else { continue }
        var births: [Int32: Int32] = [:]
        for row in 0..<a.rows { births[a.child[row]] = a.dayNumber(row, dob) }
        var shared = 0
        var same = 0
        for row in 0..<b.rows {
          guard let birth = births[b.child[row]] else { continue }
          shared += 1
          if birth == b.dayNumber(row, dob) { same += 1 }
        }
        if shared >= 5, same * 2 < shared {
          return .clashingIdentifiers(set.files[a.file].name, set.files[b.file].name, year)
        }
      }
    }
    return nil
  }
}
