public import Units

/// How a table of savings by year is to be read.
public enum SavingsBasis: String, CaseIterable, Sendable {
  /// Each year's figure is new in that year and comes on top of the years before.
  case incremental
  /// Each year's figure is all that is saved in that year, against the time before the first.
  case cumulative
}

/// A row of a savings table: an amount for each financial year and the basis on which it is stated. The two bases can't
/// be added; `total` refuses it.
public struct YearlySavings: Sendable, Equatable {
  /// What saves.
  public let name: String
  /// The basis of the amounts.
  public let basis: SavingsBasis
  /// The first year.
  public let first: FinancialYear
  /// The amounts, one for each year from the first.
  public let amounts: [Money]

  /// A row.
  public init(name: String, basis: SavingsBasis, first: FinancialYear, amounts: [Money]) {
    self.name = name
    self.basis = basis
    self.first = first
    self.amounts = amounts
  }

  /// What is saved in each year against the time before the first.
  public var cumulative: [Money] {
    guard basis == .incremental else { return amounts }
    var sum = Money.zero
    return amounts.map { amount in
      sum += amount
      return sum
    }
  }

  /// What is new in each year.
  public var incremental: [Money] {
    guard basis == .cumulative else { return amounts }
    return amounts.indices.map { $0 == 0 ? amounts[0] : amounts[$0] - amounts[$0 - 1] }
  }

  /// What the row adds up to if its figures are read as new in each year, the last year's full saving.
  public var readAsIncremental: Money { amounts.reduce(.zero, +) }

  /// The sum of rows on one basis.
  ///
  /// - Throws: `CaseFault.mixedBases` where the rows' bases differ, with the rows.
  public static func total(_ rows: [YearlySavings]) throws(CaseFault) -> YearlySavings? {
    guard let basis = rows.first?.basis, let first = rows.map(\.first).min() else { return nil }
    guard rows.allSatisfy({ $0.basis == basis }) else {
      throw .mixedBases(
        incremental: rows.filter { $0.basis == .incremental }.map(\.name),
        cumulative: rows.filter { $0.basis == .cumulative }.map(\.name))
    }
    let end = rows.map { $0.first.startYear + $0.amounts.count }.max() ?? first.startYear
    let amounts = (first.startYear..<end).map { year in
      rows.reduce(Money.zero) { sum, row in
        let place = year - row.first.startYear
        if row.amounts.indices.contains(place) { return sum + row.amounts[place] }
        // A row that has ended on the cumulative basis goes on saving what it last did.
        return place >= 0 && basis == .cumulative ? sum + (row.amounts.last ?? .zero) : sum
      }
    }
    return YearlySavings(name: "All", basis: basis, first: first, amounts: amounts)
  }
}
