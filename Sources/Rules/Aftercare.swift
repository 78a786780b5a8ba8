import Units

/// Whether a young person is a relevant or former relevant child: one the council owes support after care.
extension Collection {
  /// Nights in care from the 14th birthday that make a young person a relevant child (Care Leavers (England) Regulations
  /// 2010: 13 weeks).
  private static let nightsNeeded = 91

  /// Whether the episodes of the returns read speak against a young person being a relevant or former relevant
  /// child: adopted at the last, or, under 20, less than 13 weeks in care from the 14th birthday or no night from the
  /// 16th, short breaks not counted. At 20 and over two years are too short to tell. A child with episodes in still earlier
  /// returns is judged by all of them.
  func speaksAgainstRelevantChild(_ child: Int32) -> Bool {
    let episodes = episodesKnown(child)
    if let last = episodes.last, last.rec == "E11" || last.rec == "E12" { return true }
    let birth = now.dob(child)
    if birth.adding(years: 20) <= end { return false }
    return nights(episodes, since: birth.adding(years: 14)) < Collection.nightsNeeded
      || nights(episodes, since: birth.adding(years: 16)) < 1
  }

  /// Nights in care since a day. An episode without an end goes on to the end of the year if it is the last.
  private func nights(_ episodes: [EpisodeRow], since day: Day) -> Int {
    var nights = 0
    for (index, episode) in episodes.enumerated() where !episode.isRespite {
      let isLast = index == episodes.count - 1
      let until = isLast && !episode.dec.isKnown ? end : episode.dec
      nights += max(0, (episode.decom < day ? day : episode.decom).nights(to: until) ?? 0)
    }
    return day.isKnown ? nights : 0
  }

  /// A child's episodes of all returns with a start, in order: one in several returns as the latest has it.
  private func episodesKnown(_ child: Int32) -> [EpisodeRow] {
    var known: [EpisodeRow] = []
    for returned in [now.episodes[child], last?.episodes[child] ?? [], earlier[child]] {
      // Of the earlier returns the row last made up has the end.
      for row in returned.reversed()
      where row.decom.isKnown && !known.contains(where: { $0.decom == row.decom }) {
        known.append(row)
      }
    }
    return known.sorted(by: EpisodeRow.precedes)
  }
}
