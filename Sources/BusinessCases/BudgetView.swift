public import Units

/// The budget view of an option: as paid, by financial year from 1 April, and by payer. Only what is cashable or comes
/// in may close a gap in a budget; what is avoided, switched or released stands apart and is in no total.
public struct BudgetView: Sendable {
  /// A line by year.
  public struct Row: Sendable, Equatable {
    /// The line.
    public let line: CaseLine
    /// What the council pays or gains by it, by year.
    public let amounts: [Cash]
  }

  /// What a recurring benefit brings in its first year and what follows in the next.
  public struct Effect: Sendable, Equatable {
    /// The line.
    public let line: CaseLine
    /// The first year.
    public let year: FinancialYear
    /// Days of the year from its start.
    public let daysLive: Int
    /// What it brings in a whole year at full size, in the first year's money.
    public let fullYear: Cash
    /// What it brings in the first year: full-year effect × days ÷ days in the year, where it counts in full at once.
    public let partYear: Cash

    /// What the next year gains on the first: full-year effect − part-year effect.
    public var broughtForward: Cash { fullYear - partYear }
  }

  /// A payer's costs and gains by year.
  public struct PayerRow: Sendable, Equatable {
    /// Who.
    public let payer: Payer
    /// What it pays, by year.
    public let costs: [Cash]
    /// What it gains, by year, of every kind.
    public let gains: [Cash]
  }

  /// The years, year 0 first.
  public let years: [FinancialYear]
  /// The council's costs of delivery.
  public let costs: [Row]
  /// The council's benefits that may close a gap.
  public let closing: [Row]
  /// Its benefits that may not.
  public let apart: [Row]
  /// Part-year and full-year effects of its recurring benefits.
  public let effects: [Effect]
  /// Costs and gains of every payer.
  public let payers: [PayerRow]

  /// The budget view of a flow.
  ///
  /// - Throws: `CaseFault.mixedBases` where savings stated by year stand on two bases.
  public init(_ flow: CashFlow, _ frame: CaseFrame) throws(CaseFault) {
    _ = try YearlySavings.total(flow.lines.filter { !$0.isCost }.compactMap(\.yearly))
    years = flow.years
    let years = flow.years
    let rows = flow.lines.indices.compactMap { place -> Row? in
      let amounts = years.map { year in
        flow.cash { $0.line == place && $0.year == year && $0.payer == .council }
      }
      return amounts.allSatisfy { $0 == .zero } ? nil : Row(line: flow.lines[place], amounts: amounts)
    }
    costs = rows.filter(\.line.isCost)
    closing = rows.filter { $0.line.benefit?.closesGap == true }
    apart = rows.filter { $0.line.benefit?.closesGap == false }
    effects = rows.compactMap { BudgetView.effect($0, frame) }
    payers = flow.payers.map { payer in
      func sums(_ isCost: Bool) -> [Cash] {
        years.map { year in
          flow.cash { $0.payer == payer && $0.year == year && flow.lines[$0.line].isCost == isCost }
        }
      }
      return PayerRow(payer: payer, costs: sums(true), gains: sums(false))
    }
  }

  private static func effect(_ row: Row, _ frame: CaseFrame) -> Effect? {
    let line = row.line
    guard !line.isCost, !line.isOneOff, line.per != .once, line.stayDays == nil, line.yearly == nil,
      line.model == nil
    else {
      return nil
    }
    let first = line.from
    let year = FinancialYear(containing: max(first, frame.start))
    guard let place = frame.years.firstIndex(of: year), line.until >= year.next.firstDay else { return nil }
    let base = line.priceYear.map(frame.prices.level) ?? 1
    let full = line.fullYear(year) / base * frame.prices.level(year) * ExactValue.councilShare(line)
    return Effect(
      line: line, year: year, daysLive: max(first, year.firstDay).nights(to: year.next.firstDay),
      fullYear: Cash(rounded(full)), partYear: row.amounts[place])
  }

  private func sums(_ rows: [Row]) -> [Cash] {
    years.indices.map { year in rows.reduce(.zero) { $0 + $1.amounts[year] } }
  }

  /// What may close a gap, by year, before the cost of delivery.
  public var gross: [Cash] { sums(closing) }
  /// The council's cost of delivery by year.
  public var delivery: [Cash] { sums(costs) }
  /// What may close a gap, by year, the council's cost of delivery taken off.
  public var net: [Cash] { zip(gross, delivery).map { $0 - $1 } }
}
