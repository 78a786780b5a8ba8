import Units

/// Settles whether the last day of a rate is its last night or the day the child leaves. Ledgers mix the two: a rate
/// that another follows ends on its last night, the placement's last rate on the leaving day.
struct FeeEnds {
  /// Rates that one meaning or the other fits.
  private struct Votes {
    var leaving = 0
    var lastNight = 0

    var meaning: EndMeaning? {
      leaving + lastNight == 0 ? nil : leaving >= lastNight ? .leavingDay : .lastNight
    }

    mutating func count(_ day: CivilDay, next: CivilDay) {
      if next == day { leaving += 1 }
      if next == day + 1 { lastNight += 1 }
    }
  }

  /// For each line the position of the next rate of its placement; nil for the last.
  private var following: [Int?] = []
  private var within = Votes()
  private var across = Votes()

  /// Makes every line's end the day after its last night, and says in the notes what was decided.
  static func settle(_ lines: inout [FeeLine], _ stated: EndMeaning?, _ reading: inout FeeReading) {
    let ends = FeeEnds(lines)
    let atEnd = ends.across.meaning ?? stated ?? ends.within.meaning ?? .leavingDay
    let between = stated ?? ends.within.meaning ?? atEnd
    let hasPlacementEnds = lines.contains { $0.placementEnd != nil }
    var (byNext, byPlacement, byRule) = (0, 0, 0)
    for index in lines.indices {
      let placementEnd = lines[index].placementEnd
      if let placementEnd, atEnd == .lastNight { lines[index].placementEnd = placementEnd + 1 }
      guard let to = lines[index].end else { continue }
      let next = ends.following[index].map { lines[$0].start }
      if next == to || next == to + 1 {
        lines[index].end = next
        byNext += 1
      } else if to == placementEnd {
        lines[index].end = lines[index].placementEnd
        byPlacement += 1
      } else if to + 1 == placementEnd {
        lines[index].end = to + 1
        byPlacement += 1
      } else {
        // Where ledgers tell when placements end, a last rate that isn't at one is as any other.
        let meaning = next == nil && !hasPlacementEnds && stated == nil ? atEnd : between
        lines[index].end = meaning == .leavingDay ? to : to + 1
        byRule += 1
      }
    }
    guard byNext + byPlacement + byRule > 0 else { return }
    let source = stated != nil ? "as the mapping says" : "as most of the ledger has it"
    reading.notes.append(
      "Last days: \(byNext) are told by the next rate and \(byPlacement) by the placement's end (a \(atEnd.rawValue)); \(byRule) that nothing tells were taken for the \(between.rawValue), \(source)."
    )
  }

  private init(_ lines: [FeeLine]) {
    following = Array(repeating: nil, count: lines.count)
    for all in Dictionary(grouping: lines.indices, by: { lines[$0].child }).values {
      let order = all.sorted { (lines[$0].start, $0) < (lines[$1].start, $1) }
      for (place, index) in order.enumerated() {
        let line = lines[index]
        let rest = order[(place + 1)...]
        let next = rest.first { lines[$0].start > line.start && FeeEnds.isSame(line, lines[$0]) }
        following[index] = next
        if let next {
          if let to = line.end { within.count(to, next: lines[next].start) }
        } else if line.kind == .placement, let last = line.placementEnd ?? line.end,
          let other = rest.first(where: { lines[$0].kind == .placement && lines[$0].start >= last })
        {
          across.count(last, next: lines[other].start)
        }
      }
    }
  }

  private static func isSame(_ a: FeeLine, _ b: FeeLine) -> Bool {
    guard a.kind == b.kind, a.placement == b.placement else { return false }
    return !a.placement.isEmpty || a.provider == b.provider
  }
}
