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
  /// What the general ledger shows for the same time.
  public let posted: Money

  /// What is to be accrued.
  public var amount: Money { incurred - posted }

  /// The schedule of an outturn against what is posted, a line a code; codes that nothing of the fee ledger is charged
  /// to are left out.
  public static func schedule(_ outturn: Outturn, posted: [AccountCode: Money]) -> [Accrual] {
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
        posted: posted[$0] ?? .zero)
    }
  }
}
