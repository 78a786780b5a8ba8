import Care
import Units

/// The matching of rates and stays, child by child.
struct FeeMatching {
  private typealias Piece = FeeMatch.Piece

  private let lines: [FeeLine]
  private let histories: CareHistories
  private let days: DayRange
  private var stays: [ChildID: Range<Int>] = [:]
  private var respite: [ChildID: [DayRange]] = [:]
  private(set) var pieces: [FeeMatch.Piece] = []
  private(set) var gaps: [(stay: Int, days: DayRange)] = []

  init(_ ledger: FeeLedger, _ histories: CareHistories, days: DayRange) {
    lines = ledger.lines
    self.histories = histories
    self.days = days
    var first = 0
    while first < histories.stays.count {
      var end = first + 1
      while end < histories.stays.count, histories.stays[end].child == histories.stays[first].child {
        end += 1
      }
      stays[histories.children[Int(histories.stays[first].child)].id] = first..<end
      first = end
    }
    for episode in histories.respite {
      if let days = clipped(episode.start, episode.end) {
        respite[histories.children[Int(episode.child)].id, default: []].append(days)
      }
    }
  }

  private func clipped(_ start: CivilDay, _ end: CivilDay?) -> DayRange? {
    let range = DayRange(from: max(start, days.start), upTo: min(end ?? days.end, days.end))
    return range.flatMap { $0.nights > 0 ? $0 : nil }
  }

  mutating func matchAll() {
    var seen: Set<ChildID> = []
    var first = 0
    while first < lines.count {
      var end = first + 1
      while end < lines.count, lines[end].child == lines[first].child { end += 1 }
      let child = lines[first].child
      seen.insert(child)
      match(first..<end, stays[child] ?? 0..<0, respite[child] ?? [])
      first = end
    }
    for (child, range) in stays where !seen.contains(child) {
      for stay in range {
        if let days = clipped(histories.stays[stay].start, histories.stays[stay].end) {
          gaps.append((stay, days))
        }
      }
    }
    gaps.sort { ($0.stay, $0.days.start) < ($1.stay, $1.days.start) }
  }

  /// Cuts one child's days wherever a rate or stay begins or ends, and gives each stretch's nights to a rate.
  private mutating func match(_ range: Range<Int>, _ stays: Range<Int>, _ respite: [DayRange]) {
    let fees = range.filter { lines[$0].kind == .placement }.compactMap { line in
      clipped(lines[line].start, lines[line].end).map { (line: line, days: $0) }
    }
    let slept = stays.compactMap { stay in
      clipped(histories.stays[stay].start, histories.stays[stay].end).map { (stay: stay, days: $0) }
    }
    var cuts: Set<CivilDay> = []
    for days in fees.map(\.days) + slept.map(\.days) + respite { cuts.formUnion([days.start, days.end]) }
    let ordered = cuts.sorted()
    var nights = [Int](repeating: 0, count: range.count)
    var open = [Int?](repeating: nil, count: range.count)
    for (start, end) in zip(ordered, ordered.dropFirst()) {
      guard let stretch = DayRange(from: start, upTo: end) else { continue }
      let stay = slept.first { $0.days.contains(start) }?.stay
      let isRespite = stay == nil && respite.contains { $0.contains(start) }
      let charged = fees.filter { $0.days.contains(start) }.map(\.line)
      let chosen = stay == nil && !isRespite ? nil : best(charged, stay, start)
      if let stay, chosen == nil { gap(stay, stretch) }
      for line in charged {
        let fate: Piece.Fate =
          line == chosen
          ? stay.map { .stay(Int32($0)) } ?? .respite : stay == nil && !isRespite ? .noStay : .overlap
        add(line, stretch, fate, &nights[line - range.lowerBound], &open[line - range.lowerBound])
      }
    }
  }

  /// Of rates that cover a night, the one of the stay's category, else the one that began last.
  private func best(_ charged: [Int], _ stay: Int?, _ day: CivilDay) -> Int? {
    let category = stay.flatMap { stay in
      histories.episodes[histories.stays[stay].episodes].last { $0.start <= day }?.category
    }
    return charged.max { a, b in
      let (fits, fitsToo) = (lines[a].category == category, lines[b].category == category)
      if fits != fitsToo { return fitsToo }
      return (lines[a].start, a) < (lines[b].start, b)
    }
  }

  private mutating func gap(_ stay: Int, _ days: DayRange) {
    if let last = gaps.last, last.stay == stay, last.days.end == days.start,
      let both = DayRange(from: last.days.start, upTo: days.end)
    {
      gaps[gaps.count - 1].days = both
    } else {
      gaps.append((stay, days))
    }
  }

  /// Adds nights to a rate's last piece or begins another. Costs are differences of what all nights so far cost, so
  /// that rounding never loses a penny.
  private mutating func add(
    _ line: Int, _ days: DayRange, _ fate: FeeMatch.Piece.Fate, _ nights: inout Int, _ open: inout Int?
  ) {
    let (whole, council) = (lines[line].weekly, lines[line].councilWeekly)
    let after = nights + days.nights
    let gross = whole.cost(ofNights: after) - whole.cost(ofNights: nights)
    let net = council.cost(ofNights: after) - council.cost(ofNights: nights)
    nights = after
    if let index = open, pieces[index].fate == fate,
      let both = DayRange(from: pieces[index].days.start, upTo: days.end)
    {
      pieces[index].days = both
      pieces[index].gross += gross
      pieces[index].council += net
    } else {
      open = pieces.count
      pieces.append(FeeMatch.Piece(line: line, days: days, fate: fate, gross: gross, council: net))
    }
  }
}
