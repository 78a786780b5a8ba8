import Units

/// A placement as the measures count them. A temporary placement (T codes) belongs to the placement left for it, and
/// a child adopted by the carers who fostered it (A3, A5 after fostering) has not moved.
struct CountedPlacement {
  let start: CivilDay
  /// Day after the last night; nil where it lasts at the date.
  var end: CivilDay?
  /// The last placement code in it that is not temporary.
  var place: Code
  /// The episode that code stands in.
  var episode: Int

  var isAdoption: Bool { place.first == UInt8(ascii: "A") }

  /// Whether it lasted a night in a year up to its date.
  func hasNight(in year: MeasureYear) -> Bool {
    start <= year.date && (end ?? .distantFuture) > max(year.firstDay, start)
  }
}

extension CareHistories {
  /// The placements of a period of care, as known on a date: nothing after it is followed.
  func placements(of period: PeriodOfCare, on date: CivilDay) -> [CountedPlacement] {
    var placements: [CountedPlacement] = []
    for stay in stays[period.stays] where stay.start <= date {
      let end = stay.end.flatMap { $0 <= date ? $0 : nil }
      let known = stay.episodes.filter { episodes[$0].start <= date }
      guard let first = known.first, let settled = known.last(where: { !episodes[$0].isTemporary }) else {
        if !placements.isEmpty { placements[placements.count - 1].end = end }
        continue
      }
      if let last = placements.last, goesOn(last, in: stay, episodes[first]) {
        placements[placements.count - 1].end = end
        placements[placements.count - 1].place = episodes[settled].place
        placements[placements.count - 1].episode = settled
      } else {
        placements.append(
          CountedPlacement(start: stay.start, end: end, place: episodes[settled].place, episode: settled))
      }
    }
    return placements
  }

  /// Whether a stay goes on in the placement before it.
  private func goesOn(_ before: CountedPlacement, in stay: Stay, _ next: Episode) -> Bool {
    let isByCarers =
      (next.place == "A3" || next.place == "A5") && before.place.first == UInt8(ascii: "U")
    if next.reasonNew == "S" { return next.isSamePlacement(as: episodes[before.episode]) }
    return isByCarers || !stay.isMove
  }
}
