public import Units

/// A cost centre and subjective code of the general ledger.
public struct AccountCode: Hashable, Sendable {
  /// Cost centre.
  public let costCentre: String
  /// Subjective code.
  public let subjective: String

  /// A code.
  public init(costCentre: String, subjective: String) {
    self.costCentre = costCentre
    self.subjective = subjective
  }
}

/// What is owed for nights that were slept, and is not in the general ledger yet; below nought where more was paid than
/// was slept.
public struct Accrual: Sendable, Equatable {
  /// The code.
  public let code: AccountCode
  /// What readers call it.
  public let name: String
  /// The council's cost of nights up to the as-of date.
  public let incurred: Money
  /// Bills and journals that the general ledger shows for the same time.
  public let billed: Money
  /// Accruals that it holds already.
  public let accrued: Money

  /// What is still to be accrued.
  public var amount: Money { incurred - billed - accrued }

  /// The schedule of an outturn against the general ledger up to and with the as-of date's month, a line a code; codes
  /// that nothing of the fee ledger is charged to are left out.
  public static func schedule(_ outturn: Outturn, _ accounts: Accounts) -> [Accrual] {
    let accounts = accounts.inYear(outturn.year)
    let period = outturn.period
    let billed = accounts.sums([.actual, .journal], through: period)
    let accrued = accounts.sums([.accrual], through: period)
    var order: [AccountCode] = []
    var names: [AccountCode: [String]] = [:]
    var incurred: [AccountCode: Money] = [:]
    for line in outturn.lines where line.driver != .none {
      let code = AccountCode(costCentre: line.costCentre, subjective: line.subjective)
      if incurred[code] == nil { order.append(code) }
      names[code, default: []].append(line.name)
      incurred[code, default: .zero] += line.actual
    }
    return order.map {
      Accrual(
        code: $0, name: (names[$0] ?? []).joined(separator: ", "), incurred: incurred[$0] ?? .zero,
        billed: billed[$0] ?? .zero, accrued: accrued[$0] ?? .zero)
    }
  }
}

/// Income of a year to date, by the general ledger: grants, and what other funders were billed and have paid.
public struct IncomeToDate: Sendable, Equatable {
  /// Grants received, such as that for unaccompanied children; above nought.
  public let grants: Money
  /// Joint funding billed.
  public let billed: Money
  /// Joint funding received.
  public let received: Money
  /// Others' shares of the nights up to the as-of date, by the fee ledger: what there is to bill.
  public let shares: Money

  /// Billed and not received.
  public var outstanding: Money { billed - received }
  /// Others' shares that nobody has billed.
  public var unbilled: Money { shares - billed }

  /// The income of an outturn's year up to and with its as-of date's month.
  public init(_ outturn: Outturn, _ accounts: Accounts, _ ledger: FeeLedger) {
    let accounts = accounts.inYear(outturn.year)
    func sum(_ kind: AccountKind) -> Money {
      let amounts = accounts.sums([kind], through: outturn.period).values
      return Money(pence: abs(amounts.reduce(0) { $0 + $1.pence }))
    }
    grants = sum(.grant)
    billed = sum(.billed)
    received = sum(.received)
    let days = DayRange(from: outturn.year.firstDay, upTo: max(outturn.year.firstDay, outturn.asOf + 1))
    shares = ledger.lines.reduce(.zero) { sum, line in
      guard let days, line.shares.sum != 0 else { return sum }
      return sum + WeeklyRate(pencePerWeek: line.shares.sum).cost(ofNights: line.nights(in: days))
    }
  }
}
