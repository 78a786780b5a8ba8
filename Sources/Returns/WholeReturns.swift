import Units

/// What a file of episodes says by what it does not hold. An extract says nothing; a whole return of a later year would
/// have every episode still open, and one of the same year, made up later, everything that an extract of it had.
struct WholeReturns {
  /// How an open episode ended that a later whole return, which would have it, does not know.
  struct Closing {
    /// The later return's 1 April; of one of the same year, the last day on which the episode was known to be open.
    let day: CivilDay
    /// Whether years without a return lie between.
    let skipsYears: Bool
  }

  /// By file: how its open episodes end that no later file has; nil where nothing says that they ended.
  private(set) var closings: [Int: Closing] = [:]
  /// Files of which a whole return of the same year, made up later, has all but a few children: what it lacks of their
  /// closed episodes was corrected.
  private(set) var replaced: Set<Int> = []
  /// Files that some later file follows, whole or not.
  private(set) var followed: Set<Int> = []

  /// The least share of a file's children that another of the year must have to replace it. Less, and they are parts
  /// of one return.
  private static let leastShare = 0.8

  init(_ returns: ReturnSet, asOf: CivilDay) {
    let episodes = returns.tables.filter { $0.shape.name == .episodes }
    for table in episodes {
      guard let own = returns.files[table.file].year, let known = returns.files[table.file].asOf else {
        continue
      }
      let later = episodes.filter { other in
        returns.files[other.file].asOf.map { $0 > known } == true
          && returns.files[other.file].year.map { $0.firstDay <= asOf } == true
      }
      if !later.isEmpty, !returns.isCombined, known < asOf { followed.insert(table.file) }
      let whole = later.filter { returns.files[$0.file].isComplete }
        .sorted { (returns.files[$0.file].asOf ?? known) < (returns.files[$1.file].asOf ?? known) }
      for other in whole {
        guard closings[table.file] == nil, let year = returns.files[other.file].year else { break }
        if year > own {
          closings[table.file] = Closing(
            day: year.firstDay, skipsYears: year.startYear > own.startYear + 1)
        } else if year == own, WholeReturns.replaces(other, table, returns) {
          closings[table.file] = Closing(day: known, skipsYears: false)
          replaced.insert(table.file)
        }
      }
    }
  }

  private static func replaces(_ later: ReturnTable, _ earlier: ReturnTable, _ returns: ReturnSet) -> Bool {
    guard !returns.isCombined else { return false }
    let children = Set(earlier.child)
    let shared = children.intersection(later.child).count
    return Double(shared) >= leastShare * Double(children.count)
  }
}
