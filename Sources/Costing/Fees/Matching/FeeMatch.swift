public import Care
public import Units

/// Which rate of the fee ledger each night in care is charged at. A child's night belongs to one rate: where several
/// cover it, to the one of the stay's category, else the one that began last.
public struct FeeMatch: Sendable {
  /// Nights of one rate that share their fate.
  public struct Piece: Sendable {
    /// How the nights stand to the care histories.
    public enum Fate: Hashable, Sendable {
      /// Nights of a stay, by its position in `CareHistories.stays`.
      case stay(Int32)
      /// Nights of respite.
      case respite
      /// Nights that another rate is charged for already.
      case overlap
      /// Nights on which the child is in no placement.
      case noStay
    }

    /// Position in `FeeLedger.lines`.
    public let line: Int
    /// The nights.
    public internal(set) var days: DayRange
    /// How they stand to the histories.
    public let fate: Fate
    /// Their fee, to the penny: a rate's pieces add up to what its nights cost together.
    public internal(set) var gross: Money
    /// The council's part of it.
    public internal(set) var council: Money
  }

  /// The ledger.
  public let ledger: FeeLedger
  /// The nights looked at.
  public let days: DayRange
  /// Every night of every placement's rate within `days`, by line and then day.
  public let pieces: [Piece]
  /// Nights of stays within `days` without any rate: the stay's position and the days.
  public let gaps: [(stay: Int, days: DayRange)]
  private let ofStay: [[Int]]

  /// Matches a ledger with care histories on the nights of `days`, which end with the as-of date's at the latest.
  public init(_ ledger: FeeLedger, _ histories: CareHistories, days: DayRange) {
    self.ledger = ledger
    let last = min(days.end, histories.asOf + 1)
    self.days = DayRange(from: min(days.start, last), upTo: last) ?? days
    var matching = FeeMatching(ledger, histories, days: self.days)
    matching.matchAll()
    pieces = matching.pieces.sorted { ($0.line, $0.days.start) < ($1.line, $1.days.start) }
    gaps = matching.gaps
    var ofStay: [[Int]] = Array(repeating: [], count: histories.stays.count)
    for (index, piece) in pieces.enumerated() {
      if case .stay(let stay) = piece.fate { ofStay[Int(stay)].append(index) }
    }
    self.ofStay = ofStay
  }

  /// Matches all nights of the histories up to the as-of date.
  public init(_ ledger: FeeLedger, _ histories: CareHistories) {
    let first = min(histories.firstDay ?? histories.asOf, ledger.lines.map(\.start).min() ?? histories.asOf)
    let end = max(first, histories.asOf + 1)
    self.init(
      ledger, histories, days: DayRange(from: first, upTo: end) ?? FinancialYear(containing: end).days)
  }

  /// The nights of a stay that have a fee, in order, each with its rate.
  public func pieces(ofStay stay: Int) -> [Piece] {
    ofStay[stay].map { pieces[$0] }.sorted { $0.days.start < $1.days.start }
  }

  /// The rates of a stay's nights, in order of their first night.
  public func fees(ofStay stay: Int) -> [FeeLine] { pieces(ofStay: stay).map { ledger.lines[$0.line] } }

  /// The rate of a stay's night; nil where it has none.
  public func fee(ofStay stay: Int, on day: CivilDay) -> FeeLine? {
    pieces(ofStay: stay).first { $0.days.contains(day) }.map { ledger.lines[$0.line] }
  }

  /// Pence a week by position in `CareHistories.stays`, brought to the as-of date's prices: the last fee of a stay,
  /// uplifted as the price list's price of its category has risen since. Nil where a stay has no fee.
  ///
  /// - Parameter whole: the whole fee instead of the council's part.
  public func weeklyPence(_ histories: CareHistories, prices: PriceSchedule, whole: Bool = false) -> [Int64?]
  {
    histories.stays.indices.map { stay in
      guard let last = pieces(ofStay: stay).last else { return nil }
      let line = ledger.lines[last.line]
      let rate = whole ? line.weekly : line.councilWeekly
      let category = histories.episodes[histories.stays[stay].episodes.upperBound - 1].category
      guard histories.stays[stay].end != nil, last.days.end <= histories.asOf,
        let then = prices.rate(of: category, on: last.days.end - 1)?.pencePerWeek, then > 0,
        let now = prices.rate(of: category, on: histories.asOf)?.pencePerWeek
      else { return Int64(rate.pencePerWeek) }
      return Int64((Double(rate.pencePerWeek) * Double(now) / Double(then)).rounded(.toNearestOrAwayFromZero))
    }
  }
}
