import Returns
import Units

/// Children looked after continuously for the twelve months of the collection year: those that OC2 is about.
extension Rule.Reads {
  /// What `Collection.wasLookedAfterAllYear` reads.
  static let twelveMonths: Rule.Reads = .now(.episodes, "DECOM", "RNE", "LS", "DEC", "REC")
}

extension Collection {
  /// Whether a child was looked after throughout the collection year, by this year's episodes: in care on some day of
  /// it, with no start of care after its first day, no end of care before its last, and no short breaks. (Guide to the
  /// SSDA903 collection, definition of the OC2 cohort.)
  func wasLookedAfterAllYear(_ row: some TableRow) -> Bool {
    let episodes = now.episodes[row.child]
    return episodes.contains(where: fallsInYear) && !episodes.contains(where: breaksYear)
  }

  /// Whether some of an episode is in the collection year; an episode without a readable end goes on.
  func fallsInYear(_ episode: EpisodeRow) -> Bool {
    episode.decom <= end && (episode.dec >= start || !episode.dec.isKnown)
  }

  private func breaksYear(_ episode: EpisodeRow) -> Bool {
    let entersCare = episode.rne == "S" && episode.decom > start && episode.decom <= end
    let leavesCare = episode.rec != "X1" && episode.dec >= start && episode.dec < end
    return entersCare || leavesCare || (episode.isRespite && fallsInYear(episode))
  }
}
