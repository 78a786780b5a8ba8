public import Costing
public import Units

/// Signs a month's outturn off, so that it can't change unseen, or opens it again.
public enum CloseMonth {
  /// Keeps an outturn as signed off by somebody.
  ///
  /// - Throws: `OperationError` where the month is closed already, nobody is named or the store can't be used.
  public static func close(
    _ snapshot: OutturnSnapshot, of council: String, by who: String, at moment: String,
    in repository: any OutturnRepository
  ) throws(OperationError) {
    let month = ClosedMonth(council: council, snapshot: snapshot, closedAt: moment, closedBy: try named(who))
    let isNew = try OperationError.storing { () throws(StoreError) in try repository.close(month) }
    guard isNew else {
      throw .setting(
        "The forecast of \(snapshot.asOf.spoken) is closed already, and locked. Open it again with --reopen and --why first."
      )
    }
  }

  /// Opens the closed month of a day; who, when and why is kept.
  ///
  /// - Throws: `OperationError` where the month is not closed, nobody or no reason is named or the store can't be used.
  public static func reopen(
    _ asOf: CivilDay, of council: String, by who: String, why: String, at moment: String,
    in repository: any OutturnRepository
  ) throws(OperationError) {
    let reopening = ClosedMonth.Reopening(at: moment, by: try named(who), reason: try named(why))
    let wasClosed = try OperationError.storing { () throws(StoreError) in
      try repository.reopen(council, asOf: asOf, reopening)
    }
    guard wasClosed else { throw .setting("The forecast of \(asOf.spoken) is not closed.") }
  }

  private static func named(_ words: String) throws(OperationError) -> String {
    guard words.contains(where: { !$0.isWhitespace }) else {
      throw .setting("A month is closed or opened by somebody, for a reason: name them.")
    }
    return words
  }
}
