import Returns
public import Units

/// What hangs on the failing rows: the episodes whose nights a finding may make wrong.
///
/// A failing row of episodes is one episode; a failing row of another table, under a rule with an effect on the
/// forecast, is every episode of its child. Nights are those of the collection year, up to the latest event in the
/// file where the episode is open; an episode that overlaps the next ends where that starts, as in the histories, so
/// that no night of a child counts twice. A series of short breaks recorded as an agreement (V4) has no nights.
public struct AtStake: Sendable {
  /// One episode with nights in the year.
  public struct Stretch: Sendable {
    /// Position of the child in `ReturnSet.children`.
    public let child: Int32
    /// The placement and provider as returned.
    public let placement: Code, provider: Code
    /// Its nights in the year.
    public let nights: DayRange
  }

  /// Every episode that any finding hangs on, once.
  public let stretches: [Stretch]
  /// For each rule of the run, the positions of its episodes in `stretches`.
  public let byRule: [[Int]]

  /// What hangs on the findings of a run.
  public init(_ run: RuleRun) {
    let collection = run.collection
    let episodes = collection.now.episodes
    let places = AtStake.positions(collection)
    var stretches: [Stretch] = []
    var known = [Int](repeating: -1, count: episodes.rows.count)
    var byRule = [[Int]](repeating: [], count: run.rules.count)
    let ends = collection.knownUpTo
    func add(_ position: Int, to rule: Int) {
      if known[position] == -1 {
        let row = episodes.rows[position]
        let next = position + 1 < episodes.rows.count ? episodes.rows[position + 1] : nil
        let nextStart = next?.child == row.child ? next?.decom.civil : nil
        guard
          let nights = row.nights(
            in: collection.year, knownUpTo: ends[Int(row.place.source)], before: nextStart)
        else {
          known[position] = -2
          return
        }
        known[position] = stretches.count
        stretches.append(
          Stretch(child: row.child, placement: row.placement, provider: row.provider, nights: nights))
      }
      if known[position] >= 0, byRule[rule].last != known[position] { byRule[rule].append(known[position]) }
    }
    for finding in run.findings where run.rules[finding.rule].effect != .none {
      let source = collection.sources[Int(finding.place.source)]
      guard !source.isLast else { continue }
      if source.table.shape.name == .episodes {
        add(Int(places[Int(finding.place.source)][Int(finding.place.row)]), to: finding.rule)
      } else {
        for position in episodes.range(source.table.child[Int(finding.place.row)]) {
          add(position, to: finding.rule)
        }
      }
    }
    self.stretches = stretches
    self.byRule = byRule.map { Array(Set($0)).sorted() }
  }

  /// Where each row of each file of episodes stands among the sorted rows.
  private static func positions(_ collection: Collection) -> [[Int32]] {
    var places = collection.sources.map { source in
      [Int32](repeating: -1, count: source.table.shape.name == .episodes ? source.table.rows : 0)
    }
    for (position, row) in collection.now.episodes.rows.enumerated() {
      places[Int(row.place.source)][Int(row.place.row)] = Int32(position)
    }
    return places
  }
}

extension EpisodeRow {
  /// The nights of the episode in a collection year; nil where there are none or they can't be known.
  fileprivate func nights(
    in year: CollectionYear, knownUpTo day: CivilDay, before next: CivilDay?
  ) -> DayRange? {
    guard let from = decom.civil, !dec.isUnreadable, ls != "V4" else { return nil }
    let first = max(from, year.firstDay)
    let end = min(dec.civil ?? (day + 1), year.next.firstDay, next ?? year.next.firstDay)
    return first < end ? DayRange(from: first, upTo: end) : nil
  }
}

extension Collection {
  /// For each source the last day its file knows of.
  fileprivate var knownUpTo: [CivilDay] {
    sources.map { source in
      returns.files[source.file].asOf.map { min($0, year.lastDay) } ?? year.lastDay
    }
  }
}
