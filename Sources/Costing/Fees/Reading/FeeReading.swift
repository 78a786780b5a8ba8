public import Units

/// Why a line of a ledger is not used.
public enum SetAsideKind: String, CaseIterable, Sendable {
  case heading = "heading repeated"
  case noChild = "no child"
  case childUnreadable = "child's number can't be used"
  case unmatched = "child not in the match table"
  case noStart = "no first day"
  case dayUnreadable = "day can't be read"
  case endsBeforeStart = "ends before it starts"
  case beforePlacement = "rate before the placement"
  case noFee = "no fee"
  case amountUnreadable = "amount can't be read"
  case negative = "negative fee"
  case merged = "merged cells"
  case shares = "others pay more than the fee"
  case perMonth = "looks like a fee per month"
  case pence = "looks like pence for pounds"
  case pounds = "looks like pounds for pence"
  case damaged = "damaged row"
}

/// A line of a ledger that is not used: where, why, and what it would have cost.
public struct SetAsideLine: Sendable {
  /// Where it stands.
  public let place: LedgerPlace
  /// The address of the cell at fault, such as `Fees!F3`.
  public let address: String
  /// The kind of reason.
  public let kind: SetAsideKind
  /// What is wrong with it and what to do, as a sentence; it never holds a child's number.
  public let problem: String
  /// What it charges a week, where that can be read.
  public let weekly: WeeklyRate?
  /// Its first night and the day after its last, where they can be read.
  public let start: CivilDay?
  /// The day after its last night; nil where it goes on or can't be read.
  public let end: CivilDay?
}

/// Something in a line that is used all the same, for a person to look at.
public struct LedgerFinding: Sendable {
  /// What kind of thing.
  public enum Kind: String, CaseIterable, Sendable {
    case partsDiffer = "parts differ from the whole"
    case partsNegative = "negative part left out"
    case fraction = "fractions of a penny"
    case ratePrecedesPlacement = "rate begins before the placement"
  }

  /// Where the line stands.
  public let place: LedgerPlace
  /// The address of the cell.
  public let address: String
  /// What kind of thing.
  public let kind: Kind
  /// What, as a sentence.
  public let what: String
  /// Pence a week that it concerns; nought where it is a matter of less than a penny.
  public let penceAWeek: Int
}

/// How the last day of a rate is meant.
public enum EndMeaning: String, CaseIterable, Sendable {
  /// The day the child leaves, on which nothing is charged.
  case leavingDay = "leaving day"
  /// The last night charged.
  case lastNight = "last night"
}

/// A fee ledger as read: its lines, what was set aside, and what was decided on the way.
public struct FeeReading: Sendable {
  /// The lines used.
  public internal(set) var ledger: FeeLedger
  /// Lines not used, in the files' order.
  public internal(set) var setAside: [SetAsideLine] = []
  /// What to look at in lines that are used.
  public internal(set) var findings: [LedgerFinding] = []
  /// What was decided and what a reader should know, as sentences.
  public var notes: [String] = []
  /// Rows beneath the headings: each is a line used or one set aside.
  public internal(set) var rows = 0
  /// Which column held what, as "fee: WEEKLY_FEE", for each table read.
  public internal(set) var columns: [String] = []
}
