public import Units

/// A contract with a provider: what the council agreed to pay for nights.
public struct Contract: Sendable, Equatable {
  /// How nights are paid for.
  public enum Terms: Sendable, Equatable {
    /// A place bought for one child at a price of its own: the fee ledger's.
    case spot
    /// A place bought at a listed price, which goes before the ledger's; nil where the list has none.
    case framework(WeeklyRate?)
    /// A number of places paid for whether anybody sleeps there or not, at a price a place.
    case block(places: Int, weekly: WeeklyRate)
    /// Cost and volume: the price falls with the nights bought in a contract year.
    case volume(Tiers)
  }

  /// The council's name for it.
  public let id: String
  /// Who provides.
  public let provider: String
  /// Its first day.
  public let start: CivilDay
  /// The day after its last; nil where no end is agreed.
  public let end: CivilDay?
  /// How nights are paid for.
  public let terms: Terms
  /// What the same nights would cost bought singly, a week; nil where nobody has stated it.
  public let spot: WeeklyRate?
  /// When and by how much prices rise; nil for a price that never does.
  public let uplift: Uplift?

  /// A contract.
  public init(
    id: String, provider: String, start: CivilDay, end: CivilDay?, terms: Terms, spot: WeeklyRate? = nil,
    uplift: Uplift? = nil
  ) {
    self.id = id
    self.provider = provider
    self.start = start
    self.end = end
    self.terms = terms
    self.spot = spot
    self.uplift = uplift
  }

  /// Whether it is in force for the night of a day.
  public func isInForce(on day: CivilDay) -> Bool { start <= day && day < (end ?? .distantFuture) }

  /// A price of the contract on a day: the agreed one after every uplift that has come by then, each on its date and
  /// to the nearest penny, compounding.
  public func price(_ agreed: WeeklyRate, on day: CivilDay) -> WeeklyRate {
    (uplift?.dates(after: start, through: day) ?? []).reduce(agreed) { rate, _ in
      rate.uplifted(byBasisPoints: uplift?.basisPoints ?? 0)
    }
  }

  /// The contract year that a day falls in: twelve months from the contract's first day, or from an anniversary of it.
  public func year(containing day: CivilDay) -> DayRange {
    var years = max(0, day.year - start.year)
    if start.adding(months: 12 * years) > day { years = max(0, years - 1) }
    let first = start.adding(months: 12 * years)
    let next = start.adding(months: 12 * (years + 1))
    return DayRange(from: first, upTo: next) ?? DayRange(from: first, upTo: first)!
  }
}

/// A yearly rise in a contract's prices.
public struct Uplift: Sendable, Equatable {
  /// The month of the date on which prices rise, 1 to 12; nil for the contract's anniversary.
  public let month: Int?
  /// The day of that month.
  public let day: Int
  /// The rise in hundredths of a percent: 300 is 3 %.
  public let basisPoints: Int

  /// A rise every year on a day of the year; nil for a day that not every year has.
  public init?(month: Int, day: Int, basisPoints: Int) {
    guard CivilDay(year: 2001, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
    self.basisPoints = basisPoints
  }

  /// A rise on every anniversary of the contract.
  public init(onAnniversaryBasisPoints basisPoints: Int) {
    month = nil
    day = 1
    self.basisPoints = basisPoints
  }

  /// The dates of the rises after a contract's first day, up to and with another day.
  func dates(after start: CivilDay, through last: CivilDay) -> [CivilDay] {
    guard start < last else { return [] }
    return (start.year...(last.year)).compactMap { year in
      let date = month.map { CivilDay(year: year, month: $0, day: day) }
      return date ?? start.adding(months: 12 * (year - start.year))
    }.filter { start < $0 && $0 <= last }
  }
}
