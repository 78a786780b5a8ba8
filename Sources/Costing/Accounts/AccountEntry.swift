public import Units

/// What an entry of the general ledger is.
public enum AccountKind: String, CaseIterable, Sendable {
  /// The budget as approved.
  case budget
  /// Budget moved in or out.
  case virement
  /// A bill or payment.
  case actual
  /// What is owed and not billed, or its reversal.
  case accrual
  /// A correction between codes.
  case journal
  /// Government grant, such as that for unaccompanied children; income, below nought.
  case grant
  /// Joint funding billed to others; income, below nought.
  case billed = "joint funding billed"
  /// Joint funding received, against what was billed.
  case received = "joint funding received"

  /// Whether it is spending on the ledger's own side: bills, accruals and journals.
  public var isSpending: Bool { self == .actual || self == .accrual || self == .journal }

  /// The kind that words of a ledger mean; nil where they mean none. No words are a bill.
  init?(words: String) {
    let text = words.lowercased()
    func has(_ parts: String...) -> Bool { parts.contains { text.contains($0) } }
    if has("virement") {
      self = .virement
    } else if has("budget", "estimate") {
      self = .budget
    } else if has("accru") {
      self = .accrual
    } else if has("grant", "uasc") {
      self = .grant
    } else if has("joint", "health", "icb", "nhs", "contribution") {
      self = has("received", "receipt", "paid") ? .received : .billed
    } else if has("journal", "jnl") {
      self = .journal
    } else if text.isEmpty || has("actual", "invoice", "payment", "bill", "expenditure", "spend") {
      self = .actual
    } else {
      return nil
    }
  }
}

/// An entry of the general ledger or budget.
public struct AccountEntry: Sendable, Equatable {
  /// Row of its file or sheet.
  public let row: Int
  /// What it is.
  public let kind: AccountKind
  /// Where it is posted.
  public let code: AccountCode
  /// The financial year; nil where the table doesn't say.
  public let year: FinancialYear?
  /// The period, 1 for April to 12 for March; above that, adjustments of the year's end. Nil for the whole year.
  public let period: Int?
  /// Pounds and pence; income below nought.
  public let amount: Money
}

/// A row of accounts that is not used.
public struct AccountSetAside: Sendable {
  /// The address of the cell at fault.
  public let address: String
  /// What is wrong and what to do.
  public let problem: String
  /// Its amount, where that can be read.
  public let amount: Money?
}

/// The general ledger or budget as read.
public struct Accounts: Sendable {
  /// The entries used.
  public internal(set) var entries: [AccountEntry] = []
  /// Rows not used.
  public internal(set) var setAside: [AccountSetAside] = []
  /// Rows beneath the headings.
  public internal(set) var rows = 0
  /// The sum of every amount that can be read. It is that of the entries and of the rows set aside, to the penny.
  public internal(set) var total = Money.zero
  /// What was decided, as sentences.
  public internal(set) var notes: [String] = []

  /// The entries of a financial year; those whose table states no year count as its.
  public func inYear(_ year: FinancialYear) -> Accounts {
    var accounts = self
    accounts.entries = entries.filter { $0.year == nil || $0.year == year }
    return accounts
  }

  /// The sum of entries of some kinds, up to and with a period, by code.
  public func sums(_ kinds: Set<AccountKind>, through period: Int = .max) -> [AccountCode: Money] {
    entries.reduce(into: [:]) { sums, entry in
      guard kinds.contains(entry.kind), entry.period ?? 0 <= period else { return }
      sums[entry.code, default: .zero] += entry.amount
    }
  }

  /// What is posted to date by code: bills, accruals and journals, up to and with a period.
  public func posted(through period: Int = .max) -> [AccountCode: Money] {
    sums(Set(AccountKind.allCases.filter(\.isSpending)), through: period)
  }

  /// The sum of a kind.
  public func total(_ kind: AccountKind) -> Money {
    entries.reduce(.zero) { $0 + ($1.kind == kind ? $1.amount : .zero) }
  }
}
