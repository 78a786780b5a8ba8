public import Units

/// The amounts of a case's lines by financial year and payer, in constant prices and as paid. Each line's year is rounded
/// once to the penny, in either kind of money; its payers' parts add up to it.
public struct CashFlow: Sendable {
  /// What one payer pays or gains by one line in one year; never below nought for a cost, which is what is paid.
  public struct Entry: Sendable, Equatable {
    /// Place of the line.
    public let line: Int
    /// The year.
    public let year: FinancialYear
    /// Who.
    public let payer: Payer
    /// In prices of the case's price year.
    public let real: Real
    /// As paid.
    public let cash: Cash
  }

  /// The lines.
  public let lines: [CaseLine]
  /// The years, year 0 first.
  public let years: [FinancialYear]
  /// The amounts.
  public let entries: [Entry]

  /// The flow of some lines.
  public init(_ lines: [CaseLine], _ frame: CaseFrame) {
    self.lines = lines
    years = frame.years
    var entries: [Entry] = []
    for (place, line) in lines.enumerated() {
      for year in years {
        let real = frame.real(line, over: frame.days(of: year))
        guard real != 0 else { continue }
        let shares = line.shares.isEmpty ? [PayerShare(.council)] : line.shares
        let reals = CashFlow.parts(of: real, shares)
        let cashes = CashFlow.parts(of: real * frame.prices.level(year), shares)
        for (index, share) in shares.enumerated() {
          entries.append(
            Entry(
              line: place, year: year, payer: share.payer, real: Real(reals[index]), cash: Cash(cashes[index])
            ))
        }
      }
    }
    self.entries = entries
  }

  /// An amount rounded once, in parts by weight that add up to it.
  static func parts(of pence: Double, _ shares: [PayerShare]) -> [Money] {
    let total = rounded(pence).pence
    let weights = shares.reduce(0) { $0 + $1.weight }
    guard weights > 0 else { return shares.indices.map { Money(pence: $0 == 0 ? total : 0) } }
    return Apportion.wholeNumbers(shares.map { Double(total) * $0.weight / weights }, total: total).map {
      Money(pence: $0)
    }
  }

  /// The sum of the entries that count.
  public func cash(where counts: (Entry) -> Bool) -> Cash {
    entries.reduce(.zero) { counts($1) ? $0 + $1.cash : $0 }
  }

  /// The sum of the entries that count, in constant prices.
  public func real(where counts: (Entry) -> Bool) -> Real {
    entries.reduce(.zero) { counts($1) ? $0 + $1.real : $0 }
  }

  /// The payers met, the council first.
  public var payers: [Payer] { Set(entries.map(\.payer)).sorted() }
}
