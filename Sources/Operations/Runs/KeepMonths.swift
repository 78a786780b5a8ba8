import Costing
public import Units

/// Signing off the outturn that a run showed, and opening a month again, in an application's store.
public struct KeepMonths: Sendable {
  private let store: any CouncilStore
  private let now: SignIn.Clock

  /// The months of a council's store.
  public init(_ store: any CouncilStore, now: @escaping SignIn.Clock) {
    self.store = store
    self.now = now
  }

  /// A month that was signed off.
  public struct Month: Sendable {
    /// The last day that was known, and what the year came to.
    public let asOf: CivilDay, total: Money
    /// Who signed it off and when, and what came of it since.
    public let closedBy: String, closedAt: String, reopening: ClosedMonth.Reopening?
  }

  /// The last day known and the year of the outturn that a run gave; nil where it gave none.
  public static func period(of result: RunResult) -> (asOf: CivilDay, year: FinancialYear)? {
    ClosedMonth.snapshot(in: result).map { ($0.asOf, $0.year) }
  }

  /// The year's months that were signed off, the earliest first.
  ///
  /// - Throws: `StoreError`.
  public func months(of year: FinancialYear) throws -> [Month] {
    try store.reading { try $0.outturns.months(of: ClosedMonth.council, year) }.map {
      Month(
        asOf: $0.snapshot.asOf, total: $0.snapshot.total, closedBy: $0.closedBy, closedAt: $0.closedAt,
        reopening: $0.reopening)
    }
  }

  /// Signs off what a run showed; the sign-off and its line in the audit are written together. Gives the day.
  ///
  /// - Throws: `OperationError` where the run gave no outturn or the month is closed already, `AccessError.forbidden`.
  public func close(_ run: Run, _ result: RunResult, reason: String, by actor: Account) throws -> CivilDay {
    guard actor.may(.money) else { throw AccessError.forbidden }
    guard let snapshot = ClosedMonth.snapshot(in: result) else {
      throw OperationError.setting("This is no outturn that can be signed off.")
    }
    let moment = now()
    let note = AuditNote(
      at: moment, actor: actor.signInName, action: "month.close", subject: snapshot.asOf.description,
      detail: "run \(run.id): \(reason)")
    try store.changing(note) { changes in
      let months = try changes.outturns.months(of: ClosedMonth.council, snapshot.year)
      guard !months.contains(where: { $0.snapshot.asOf == snapshot.asOf && $0.reopening == nil }) else {
        throw OperationError.setting(
          "The outturn of \(snapshot.asOf.spoken) is closed already, and locked. Open it again first.")
      }
      try CloseMonth.close(
        snapshot, of: ClosedMonth.council, by: "\(actor.name) (\(reason))", at: RunQueue.moment(moment),
        in: changes.outturns)
    }
    return snapshot.asOf
  }

  /// Opens a closed month again; who, when and why stays.
  ///
  /// - Throws: `OperationError` where it is not closed, `AccessError.forbidden`.
  public func reopen(_ day: CivilDay, reason: String, by actor: Account) throws {
    guard actor.may(.money) else { throw AccessError.forbidden }
    let moment = now()
    let note = AuditNote(
      at: moment, actor: actor.signInName, action: "month.reopen", subject: day.description, detail: reason)
    try store.changing(note) {
      try CloseMonth.reopen(
        day, of: ClosedMonth.council, by: actor.name, why: reason, at: RunQueue.moment(moment),
        in: $0.outturns)
    }
  }
}
