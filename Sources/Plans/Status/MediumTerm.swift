public import Units

/// Four years of a plan as a medium-term financial plan has them: pressures, new savings, and the full-year effect that
/// savings of the year before bring forward, all from the plan's own lines.
public struct MediumTerm: Sendable, Equatable {
  /// A line's years.
  public struct Line: Sendable, Equatable {
    /// The saving.
    public let saving: SavingLine
    /// What it does in each year.
    public let years: [SavingYear]
  }

  /// The years.
  public let years: [FinancialYear]
  /// Savings that may close a gap in the budget.
  public let savings: [Line]
  /// Savings that may not: avoided, other people's money, time, volatile spending, costs that end anyway, and what does
  /// not say its kind.
  public let apart: [Line]
  /// Pressures by year, in the order of `years`.
  public let pressures: [Money]
  /// The council's own costs of delivering, by year.
  public let costs: [Money]

  /// The years of a plan from one on.
  public init(_ plan: Plan, from first: FinancialYear, years count: Int = 4) {
    var years = [first]
    while years.count < count, let last = years.last { years.append(last.next) }
    self.years = years
    let lines = plan.datedSavings.map { Line(saving: $0, years: $0.track(years)) }
    savings = lines.filter(\.saving.countsInBudget)
    apart = lines.filter { !$0.saving.countsInBudget }
    pressures = years.map(plan.pressure)
    costs = years.map { year in
      plan.costs.filter(\.payer.isEmpty).flatMap(\.years).filter { $0.year == year }
        .reduce(.zero) { $0 + $1.amount }
    }
  }

  /// New savings of a year, by its place.
  public func new(_ place: Int) -> Money { sum(place, \.new) }
  /// The full-year effect brought forward into a year.
  public func broughtForward(_ place: Int) -> Money { sum(place, \.broughtForward) }
  /// What is saved in a year in all.
  public func level(_ place: Int) -> Money { sum(place, \.level) }
  /// Pressures less savings of a year: what is left to find.
  public func leftToFind(_ place: Int) -> Money { pressures[place] - new(place) - broughtForward(place) }

  private func sum(_ place: Int, _ part: (SavingYear) -> Money) -> Money {
    savings.reduce(.zero) { $0 + part($1.years[place]) }
  }
}
