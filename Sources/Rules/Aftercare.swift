import Units

/// Whether a young person is a relevant or former relevant child: one the council owes support after care.
extension Collection {
  /// Nights in care from the 14th birthday that make a young person a relevant child (Care Leavers (England) Regulations
  /// 2010: 13 weeks).
  private static let nightsNeeded = 91

  /// Whether this year's and last year's episodes speak against a young person being a relevant or former relevant
  /// child: adopted at the last, or, under 20, less than 13 weeks in care from the 14th birthday or no night from the
  /// 16th, short breaks not counted. At 20 and over two years are too short to tell.
  func speaksAgainstRelevantChild(_ child: Int32) -> Bool {
    let episodes = episodesOfTwoYears(child)
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

  /// A child's episodes of both years with a start, in order: those in both years as this year has them.
  private func episodesOfTwoYears(_ child: Int32) -> [EpisodeRow] {
    let here = now.episodes[child].filter(\.decom.isKnown)
    let before = last?.episodes[child].filter(\.decom.isKnown) ?? []
    let earlier = before.filter { old in !here.contains { $0.decom == old.decom } }
    return (earlier + here).sorted(by: EpisodeRow.precedes)
  }
}
