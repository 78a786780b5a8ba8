public import Costing
public import Units

/// A month's outturn as it was signed off.
public struct ClosedMonth: Sendable, Equatable {
  /// The council.
  public let council: String
  /// What it is remembered by.
  public let snapshot: OutturnSnapshot
  /// The moment of sign-off in UTC, `2026-06-01T09:30:00Z`.
  public let closedAt: String
  /// Who signed it off: a role or name.
  public let closedBy: String
  /// When, by whom and why it was reopened; nil while it is closed.
  public let reopening: Reopening?

  /// A month opened again after its sign-off.
  public struct Reopening: Sendable, Equatable {
    /// The moment in UTC.
    public let at: String
    /// Who did.
    public let by: String
    /// Why.
    public let reason: String

    /// A reopening.
    public init(at: String, by: String, reason: String) {
      self.at = at
      self.by = by
      self.reason = reason
    }
  }

  /// A month signed off.
  public init(
    council: String, snapshot: OutturnSnapshot, closedAt: String, closedBy: String,
    reopening: Reopening? = nil
  ) {
    self.council = council
    self.snapshot = snapshot
    self.closedAt = closedAt
    self.closedBy = closedBy
    self.reopening = reopening
  }
}

/// The months whose outturn was signed off. A closed month is locked: it changes only by being reopened, which is kept
/// for ever, and closed again.
public protocol OutturnRepository: Sendable {
  /// Every sign-off of a council and financial year, in order of day and sign-off, reopened ones included.
  func months(of council: String, _ year: FinancialYear) throws(StoreError) -> [ClosedMonth]
  /// Keeps a sign-off; false, and nothing is changed, where the month is closed already.
  func close(_ month: ClosedMonth) throws(StoreError) -> Bool
  /// Reopens the closed month of a day; false where none is closed.
  func reopen(
    _ council: String, asOf: CivilDay, _ reopening: ClosedMonth.Reopening
  ) throws(StoreError) -> Bool
}
