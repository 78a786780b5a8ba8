public import Units

/// Consecutive episodes in one placement. A change of legal status alone (RNE L) does not start a new stay, nor does
/// a change of placement with the same carer (T, U), which only updates the category.
public struct Stay: Sendable {
  /// Position of the child in `CareHistories.children`.
  public let child: Int32
  /// First night.
  public let start: CivilDay
  /// Day after the last night; nil while the child is still there.
  public let end: CivilDay?
  /// Its episodes in `CareHistories.episodes`.
  public let episodes: Range<Int>
  /// Whether it began by a move from another placement: not the first of its period of care, not a temporary
  /// placement, nor the return from one to the placement left.
  public let isMove: Bool
}

/// Consecutive stays with no gap: one time in care. A child who returns starts a new one.
public struct PeriodOfCare: Sendable {
  /// Position of the child in `CareHistories.children`.
  public let child: Int32
  /// First night known.
  public let start: CivilDay
  /// Whether `start` is the real start (RNE S). Where it is not, the period began no later than `start`, and the
  /// child is not counted as an entry.
  public let isStartKnown: Bool
  /// Day after the last night; nil while the child is in care.
  public let end: CivilDay?
  /// Why it ceased (REC); empty while it runs.
  public let reasonCeased: Code
  /// Its stays in `CareHistories.stays`.
  public let stays: Range<Int>
}

/// The care histories of a council: children, episodes as repaired, stays and periods of care, up to an as-of date.
///
/// All arrays are in order of child, then start. Nothing after `asOf` is in them: an episode that ended later is
/// open here.
public struct CareHistories: Sendable {
  /// The children.
  public let children: [Child]
  /// Episodes of children looked after, repaired so that no two of a child overlap.
  public let episodes: [Episode]
  /// Episodes of respite (V3, V4), kept apart.
  public let respite: [Episode]
  /// All episodes after the union of the returns and before any repair, respite included: what the sector's
  /// stock-and-flow model starts from.
  public let asReturned: [Episode]
  /// The stays made of `episodes`.
  public let stays: [Stay]
  /// The periods of care made of `stays`.
  public let periods: [PeriodOfCare]
  /// The last day known.
  public let asOf: CivilDay
  /// The categories in use.
  public let book: CategoryBook

  /// Makes stays and periods of repaired episodes, which must be in order of child and start.
  public init(
    children: [Child], episodes: [Episode], respite: [Episode], asReturned: [Episode], asOf: CivilDay,
    book: CategoryBook
  ) {
    self.children = children
    self.episodes = episodes
    self.respite = respite
    self.asReturned = asReturned
    self.asOf = asOf
    self.book = book
    stays = CareHistories.stays(of: episodes)
    periods = CareHistories.periods(of: stays, episodes)
  }

  /// The first day of the first episode known; nil where there is none.
  public var firstDay: CivilDay? { episodes.lazy.map(\.start).min() }

  /// Periods in progress at the as-of date whose real start is not known.
  public var openWithUnknownStart: Int { periods.count { $0.end == nil && !$0.isStartKnown } }

  private static func stays(of episodes: [Episode]) -> [Stay] {
    var stays: [Stay] = []
    stays.reserveCapacity(episodes.count)
    var first = 0
    while first < episodes.count {
      var last = first
      while last + 1 < episodes.count, continues(episodes[last], episodes[last + 1]) { last += 1 }
      stays.append(
        Stay(
          child: episodes[first].child, start: episodes[first].start, end: episodes[last].end,
          episodes: first..<(last + 1), isMove: isMove(stays.last, to: episodes[first], in: episodes)))
      first = last + 1
    }
    return stays
  }

  /// Whether an episode goes on in the same stay.
  private static func continues(_ a: Episode, _ b: Episode) -> Bool {
    guard a.child == b.child, a.end == b.start, !startsPeriod(a, b) else { return false }
    switch b.reasonNew.description {
    case "L", "T", "U": return true
    case "P", "B", "S": return false
    default: return a.isSamePlacement(as: b)
    }
  }

  /// Whether an episode starts a new period of care although it follows without a gap: the one before ceased for a
  /// reason other than X1 and this one is a start.
  private static func startsPeriod(_ a: Episode, _ b: Episode) -> Bool {
    b.reasonNew == "S" && a.reasonCeased != "X1" && !a.reasonCeased.isEmpty
  }

  /// Whether a stay begins by a move: it goes on from another in its period of care, and is neither temporary nor,
  /// after temporary placements, the return to the placement left before them.
  private static func isMove(_ before: Stay?, to next: Episode, in episodes: [Episode]) -> Bool {
    guard let before, !next.isTemporary, next.reasonNew != "S" else { return false }
    var later = next
    for earlier in episodes[..<before.episodes.upperBound].reversed() {
      guard earlier.child == next.child, earlier.end == later.start, !startsPeriod(earlier, later) else {
        break
      }
      if !earlier.isTemporary { return !later.isTemporary || !earlier.isSamePlacement(as: next) }
      later = earlier
    }
    // Nothing but temporary placements before, if anything: out of those is a move.
    return later.isTemporary
  }

  private static func periods(of stays: [Stay], _ episodes: [Episode]) -> [PeriodOfCare] {
    var periods: [PeriodOfCare] = []
    var first = 0
    while first < stays.count {
      var last = first
      while last + 1 < stays.count, stays[last + 1].child == stays[last].child,
        stays[last + 1].start == stays[last].end,
        !startsPeriod(
          episodes[stays[last].episodes.upperBound - 1], episodes[stays[last + 1].episodes.lowerBound])
      { last += 1 }
      let opening = episodes[stays[first].episodes.lowerBound]
      let closing = episodes[stays[last].episodes.upperBound - 1]
      periods.append(
        PeriodOfCare(
          child: opening.child, start: opening.start, isStartKnown: opening.reasonNew == "S",
          end: closing.end, reasonCeased: closing.end == nil ? .empty : closing.reasonCeased,
          stays: first..<(last + 1)))
      first = last + 1
    }
    return periods
  }
}
