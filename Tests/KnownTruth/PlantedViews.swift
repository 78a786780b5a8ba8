public import Care
public import Units

/// What somebody knows of a made-up council.
public struct PlantedView: Sendable {
  /// The care histories.
  public let histories: CareHistories
  /// The weekly fee in pence of each stay of `histories.stays`.
  public let feePencePerWeek: [Int]
}

extension PlantedCouncil {
  /// All that was known at the end of a day: later ends are open, later episodes and children are not there.
  ///
  /// - Parameters:
  ///   - origin: the as-of date, not before `firstDay`.
  ///   - since: the first collection year with a return. Episodes closed before it are missing, and a child whose first
  ///     episodes are has an unknown start. Nil for the complete truth of every period not over by `firstDay`.
  public func known(at origin: CivilDay, since: CollectionYear? = nil) -> PlantedView {
    var known: [Child] = []
    var seen: [Episode] = []
    var fees: [Int] = []
    var person = -1
    for episode in episodes {
      guard episode.start <= origin, (episode.end ?? .distantFuture) >= (since?.firstDay ?? .distantPast)
      else { continue }
      if episode.person != person {
        person = episode.person
        known.append(children[person])
      }
      let end = episode.end.flatMap { $0 <= origin ? $0 : nil }
      seen.append(
        Episode(
          child: Int32(known.count - 1), start: episode.start, end: end, reasonNew: episode.rne,
          legalStatus: episode.legalStatus, place: episode.place, provider: episode.provider,
          urn: episode.urn, reasonCeased: end == nil ? .empty : episode.rec,
          category: categories[episode.category], need: episode.need))
      fees.append(episode.pencePerWeek)
    }
    let histories = CareHistories(
      children: known, episodes: seen, respite: [], asReturned: seen, asOf: origin, book: book)
    return PlantedView(
      histories: histories, feePencePerWeek: histories.stays.map { fees[$0.episodes.lowerBound] })
  }

  /// The complete truth, to the last day.
  public var truth: PlantedView { known(at: settings.lastDay) }
}
