public import Units

/// Whose costs and benefits are counted.
public enum Standpoint: String, CaseIterable, Sendable {
  /// The council's own.
  case council
  /// Everyone's: what the Green Book asks for. A transfer from one purse to another is left out.
  case everyone
}

/// The economic view of an option against business as usual: constant prices, discounted, after the Green Book.
/// NPV = Σ (benefit − cost) × factor, year 0 undiscounted; ratio = present value of benefits ÷ that of costs. A funding
/// switch is no benefit in it.
public struct Appraisal: Sendable {
  /// A financial year.
  public struct Year: Sendable, Equatable {
    /// The year.
    public let year: FinancialYear
    /// What is spent on delivery.
    public let cost: Real
    /// What is gained.
    public let benefit: Real
    /// What a pound of the year is worth in year 0.
    public let factor: Double
    /// Benefits less costs of this year and those before, not discounted.
    public let cumulative: Real

    /// Benefit less cost.
    public var net: Real { benefit - cost }
  }

  /// Whose view it is.
  public let standpoint: Standpoint
  /// The years, year 0 first.
  public let years: [Year]
  /// Present value of costs, in pence.
  public let presentCost: Double
  /// Present value of benefits, in pence.
  public let presentBenefit: Double

  /// An option's appraisal from the flow of its lines.
  public init(_ flow: CashFlow, _ frame: CaseFrame, _ standpoint: Standpoint) {
    self.standpoint = standpoint
    var cost = Array(repeating: Real.zero, count: flow.years.count)
    var benefit = cost
    for entry in flow.entries where standpoint == .everyone || entry.payer == .council {
      guard let place = flow.years.firstIndex(of: entry.year) else { continue }
      let line = flow.lines[entry.line]
      guard line.isCost || line.benefit?.isEconomic == true else { continue }
      if line.isCost {
        cost[place] = cost[place] + entry.real
      } else {
        benefit[place] = benefit[place] + entry.real
      }
    }
    let factors = frame.rates.factors(years: flow.years.count)
    var sum = Real.zero
    years = flow.years.indices.map { place in
      sum = sum + benefit[place] - cost[place]
      return Year(
        year: flow.years[place], cost: cost[place], benefit: benefit[place], factor: factors[place],
        cumulative: sum)
    }
    presentCost = Appraisal.present(years.map { Double($0.cost.money.pence) }, factors)
    presentBenefit = Appraisal.present(years.map { Double($0.benefit.money.pence) }, factors)
  }

  /// Net present value.
  public var npv: Money { rounded(presentBenefit - presentCost) }

  /// Present value of benefits ÷ present value of costs; nil where there is no cost.
  public var ratio: Double? { presentCost > 0 ? presentBenefit / presentCost : nil }

  /// Net present value with every benefit a share of what is claimed: 0.6 is 40 % lower.
  public func npv(benefitsTimes share: Double) -> Money { rounded(presentBenefit * share - presentCost) }

  /// Ratio with every benefit a share of what is claimed.
  public func ratio(benefitsTimes share: Double) -> Double? { ratio.map { $0 * share } }

  /// The first year by whose end benefits have made up for costs; nil where they never do, and where nothing is spent.
  public var paybackYear: FinancialYear? {
    guard presentCost > 0 else { return nil }
    return years.first { $0.cumulative >= .zero && $0.cumulative.money + $0.cost.money != .zero }?.year
  }

  /// Σ amount × factor.
  public static func present(_ amounts: [Double], _ factors: [Double]) -> Double {
    zip(amounts, factors).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// Net present value before any rounding, for what is solved by trying.
enum ExactValue {
  /// The share of a line that a standpoint counts.
  static func weight(_ line: CaseLine, _ standpoint: Standpoint) -> Double {
    guard line.isCost || line.benefit?.isEconomic == true else { return 0 }
    return standpoint == .council ? councilShare(line) : 1
  }

  /// The council's share of a line, whatever its kind.
  static func councilShare(_ line: CaseLine) -> Double {
    guard !line.shares.isEmpty else { return 1 }
    let all = line.shares.reduce(0) { $0 + $1.weight }
    guard all > 0 else { return line.shares[0].payer == .council ? 1 : 0 }
    return line.shares.reduce(0) { $1.payer == .council ? $0 + $1.weight : $0 } / all
  }

  /// Net present value of lines, in pence.
  static func npv(_ lines: [CaseLine], _ frame: CaseFrame, _ standpoint: Standpoint) -> Double {
    let years = frame.years
    let factors = frame.rates.factors(years: years.count)
    var sum = 0.0
    for line in lines {
      let weight = weight(line, standpoint) * (line.isCost ? -1 : 1)
      guard weight != 0 else { continue }
      for (place, year) in years.enumerated() {
        sum += weight * factors[place] * frame.real(line, over: frame.days(of: year))
      }
    }
    return sum
  }

  /// The first month by whose end the benefits of lines have made up for their costs, as its last day; nil where they
  /// never do.
  static func paybackMonth(_ lines: [CaseLine], _ frame: CaseFrame, _ standpoint: Standpoint) -> CivilDay? {
    var cost = 0.0
    var benefit = 0.0
    var day = frame.start
    while day < frame.end {
      let next = min(frame.end, day.endOfMonth + 1)
      guard let month = DayRange(from: day, upTo: next) else { return nil }
      for line in lines {
        let amount = weight(line, standpoint) * frame.real(line, over: month)
        if line.isCost { cost += amount } else { benefit += amount }
      }
      // Half a penny, since amounts come from sums of days.
      if cost > 0, benefit >= cost - 0.5 { return next - 1 }
      day = next
    }
    return nil
  }
}
