import Care
import Units

/// Finds the differences between a ledger and histories, once each night has its rate.
struct FeeFinder {
  private let match: FeeMatch
  private let histories: CareHistories
  private let prices: PriceSchedule
  private let known: Set<ChildID>
  /// First nights of stays, by child.
  private var starts: [ChildID: [CivilDay]] = [:]
  private(set) var ends: [ChildID: [CivilDay]] = [:]
  private(set) var findings: [FeeFinding] = []
  private(set) var nightsUsuallyFree = 0

  /// A change of a rate above it, in hundredths, is implausible without a move.
  private static let mostChange = 40

  init(_ match: FeeMatch, _ histories: CareHistories, _ prices: PriceSchedule) {
    self.match = match
    self.histories = histories
    self.prices = prices
    known = Set(histories.children.map(\.id))
    for stay in histories.stays {
      let child = histories.children[Int(stay.child)].id
      starts[child, default: []].append(stay.start)
      if let end = stay.end { ends[child, default: []].append(end) }
    }
  }

  mutating func findAll() {
    gaps()
    for (index, piece) in match.pieces.enumerated() {
      switch piece.fate {
      case .overlap: add(.overlap, piece)
      case .noStay: add(reason(index), piece)
      case .stay(let stay): compareCategory(piece, Int(stay))
      case .respite: break
      }
    }
    jumps()
    let order = Dictionary(
      FeeFinding.Kind.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    findings = findings.enumerated().sorted { a, b in
      let (x, y) = (order[a.element.kind] ?? 0, order[b.element.kind] ?? 0)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
  }

  private mutating func gaps() {
    for (stay, days) in match.gaps {
      let child = histories.children[Int(histories.stays[stay].child)].id
      let episode = histories.episodes[histories.stays[stay].episodes].last { $0.start <= days.start }
      guard let category = episode?.category else { continue }
      if FeeReconciliation.usuallyFree.contains(histories.book[category].id) {
        nightsUsuallyFree += days.nights
        continue
      }
      let cost = prices.rate(of: category, on: days.start)?.cost(ofNights: days.nights) ?? .zero
      findings.append(
        FeeFinding(
          kind: .noFee, child: child, place: nil, stay: stay, days: days, gross: cost, council: cost))
    }
  }

  private mutating func add(_ kind: FeeFinding.Kind, _ piece: FeeMatch.Piece, stay: Int? = nil) {
    let line = match.ledger.lines[piece.line]
    findings.append(
      FeeFinding(
        kind: kind, child: line.child, place: line.place, stay: stay, days: piece.days, gross: piece.gross,
        council: piece.council))
  }

  /// Why nights have a fee and no stay, by what the child does as they begin and end.
  private func reason(_ index: Int) -> FeeFinding.Kind {
    let piece = match.pieces[index]
    let child = match.ledger.lines[piece.line].child
    guard known.contains(child) else { return .unknownChild }
    if ends[child]?.contains(piece.days.start) == true { return .afterLeaving }
    return starts[child]?.contains(piece.days.end) == true ? .beforeStart : .noStay
  }

  private mutating func compareCategory(_ piece: FeeMatch.Piece, _ stay: Int) {
    guard let category = match.ledger.lines[piece.line].category else { return }
    let range = histories.episodes[histories.stays[stay].episodes]
    guard let episode = range.last(where: { $0.start <= piece.days.start }), !episode.isTemporary,
      !range.contains(where: { $0.category == category })
    else { return }
    add(.category, piece, stay: stay)
  }

  /// Rates that follow one another in one placement.
  private mutating func jumps() {
    let lines = match.ledger.lines
    for (index, line) in lines.enumerated() where line.kind == .placement && line.weekly.pencePerWeek > 0 {
      guard let days = DayRange(from: line.start, upTo: line.end ?? match.days.end) else { continue }
      guard
        let before = lines[..<index].last(where: { $0.child != line.child || $0.kind == .placement }),
        before.child == line.child, before.placement == line.placement, before.provider == line.provider,
        before.end == line.start, before.weekly.pencePerWeek > 0
      else { continue }
      let change = line.weekly.pencePerWeek - before.weekly.pencePerWeek
      let isUplift =
        before.upliftDate == line.start || line.start.components.day == 1 && line.start.month == 4
      let hasMoved = starts[line.child]?.contains(line.start) == true
      guard abs(change) * 100 > FeeFinder.mostChange * before.weekly.pencePerWeek, !isUplift, !hasMoved else {
        continue
      }
      let nights = match.days.nights(ofStayFrom: days.start, to: days.end)
      guard nights > 0,
        let within = DayRange(from: max(days.start, match.days.start), upTo: min(days.end, match.days.end))
      else { continue }
      let council = line.councilWeekly.pencePerWeek - before.councilWeekly.pencePerWeek
      findings.append(
        FeeFinding(
          kind: .jump, child: line.child, place: line.place, stay: nil, days: within,
          gross: WeeklyRate(pencePerWeek: change).cost(ofNights: nights),
          council: WeeklyRate(pencePerWeek: council).cost(ofNights: nights)))
    }
  }
}
