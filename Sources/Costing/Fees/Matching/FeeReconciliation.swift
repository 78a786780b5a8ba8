public import Care
public import Units

/// Nights and money.
public struct FeeTotal: Sendable, Equatable {
  /// Nights.
  public var nights = 0
  /// The whole fee.
  public var gross = Money.zero
  /// The council's part of it.
  public var council = Money.zero

  /// Nothing.
  public init() {}

  mutating func add(_ nights: Int, _ gross: Money, _ council: Money) {
    self.nights += nights
    self.gross += gross
    self.council += council
  }
}

/// A difference between the fee ledger and the returns.
public struct FeeFinding: Sendable {
  /// What kind of difference.
  public enum Kind: String, CaseIterable, Sendable {
    /// Nights in care that no rate covers; the money is what the price list says they cost.
    case noFee = "nights without a fee"
    /// A fee for a child whom no return names.
    case unknownChild = "fee for a child not in the returns"
    /// A fee that goes on when the child has left care.
    case afterLeaving = "paid after leaving"
    /// A fee that begins before the child came into care.
    case beforeStart = "paid before the start"
    /// A fee for nights on which the child is in no placement.
    case noStay = "fee without a stay"
    /// Two fees for one night.
    case overlap = "overlapping fees"
    /// A rise or fall of over two fifths without a move, on no uplift date; the money is what the change comes to.
    case jump = "implausible jump"
    /// The ledger's placement code makes another category than the return's.
    case category = "category differs from the return"
  }

  /// What kind of difference.
  public let kind: Kind
  /// The child, who never shows.
  public let child: ChildID
  /// Where the ledger has the line; nil for nights without a fee.
  public let place: LedgerPlace?
  /// The stay in `CareHistories.stays`, where there is one.
  public let stay: Int?
  /// The days it concerns.
  public let days: DayRange
  /// The whole fee of its nights.
  public let gross: Money
  /// The council's part.
  public let council: Money

  /// Nights it concerns.
  public var nights: Int { days.nights }
}

/// The fee ledger held against the stays: what ties, and what does not, with pounds.
public struct FeeReconciliation: Sendable {
  /// The nights looked at.
  public let days: DayRange
  /// Fees of placements in all. It is the sum of `matched`, `respite`, `overlapping` and `withoutStay`, to the penny.
  public private(set) var fees = FeeTotal()
  /// Fees of nights of stays.
  public private(set) var matched = FeeTotal()
  /// Fees of nights of respite.
  public private(set) var respite = FeeTotal()
  /// Second fees of nights that have one already.
  public private(set) var overlapping = FeeTotal()
  /// Fees of nights on which the child is in no placement.
  public private(set) var withoutStay = FeeTotal()
  /// Direct payments, packages and allowances, which are not held against stays.
  public private(set) var others: [FeeKind: FeeTotal] = [:]
  /// Nights in care looked at.
  public private(set) var nightsInCare = 0
  /// Nights in care without a fee with parents or adopters, who are often paid none; they are no finding.
  public private(set) var nightsUsuallyFree = 0
  /// The differences, by kind and then by place.
  public private(set) var findings: [FeeFinding] = []
  /// Stays with any night looked at.
  public private(set) var stays = 0
  /// Of these, stays without any fee, which are priced by default.
  public private(set) var staysByDefault = 0

  /// Categories of which no fee is usual: a child there without one in the ledger costs nothing.
  public static let usuallyFree: Set<String> = ["with_parents", "adoption"]

  /// Holds a match of a ledger against its histories. `prices` tell what nights without a fee cost.
  public init(_ match: FeeMatch, _ histories: CareHistories, prices: PriceSchedule) {
    days = match.days
    var finder = FeeFinder(match, histories, prices)
    for piece in match.pieces {
      let nights = piece.days.nights
      fees.add(nights, piece.gross, piece.council)
      switch piece.fate {
      case .stay: matched.add(nights, piece.gross, piece.council)
      case .respite: respite.add(nights, piece.gross, piece.council)
      case .overlap: overlapping.add(nights, piece.gross, piece.council)
      case .noStay: withoutStay.add(nights, piece.gross, piece.council)
      }
    }
    for line in match.ledger.lines where line.kind != .placement {
      let nights = line.nights(in: days)
      guard nights > 0 else { continue }
      others[line.kind, default: FeeTotal()].add(
        nights, line.weekly.cost(ofNights: nights), line.councilWeekly.cost(ofNights: nights))
    }
    finder.findAll()
    findings = finder.findings
    nightsUsuallyFree = finder.nightsUsuallyFree
    for (index, stay) in histories.stays.enumerated() {
      let nights = days.nights(ofStayFrom: stay.start, to: stay.end)
      guard nights > 0 else { continue }
      nightsInCare += nights
      stays += 1
      if match.pieces(ofStay: index).isEmpty { staysByDefault += 1 }
    }
  }

  /// Nights and money of a kind of difference.
  public func total(_ kind: FeeFinding.Kind) -> FeeTotal {
    findings.reduce(into: FeeTotal()) { total, finding in
      if finding.kind == kind { total.add(finding.nights, finding.gross, finding.council) }
    }
  }
}
