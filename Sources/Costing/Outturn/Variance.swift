public import Units

/// Nights of a kind of care and what they cost, as planned and as it came.
public struct VarianceRow: Sendable, Equatable {
  /// What it is about.
  public let name: String
  /// Nights planned.
  public let plannedNights: Double
  /// Their cost.
  public let plannedCost: Money
  /// Nights as they came, or are expected.
  public let nights: Double
  /// Their cost.
  public let cost: Money

  /// A row.
  public init(name: String, plannedNights: Double, plannedCost: Money, nights: Double, cost: Money) {
    self.name = name
    self.plannedNights = plannedNights
    self.plannedCost = plannedCost
    self.nights = nights
    self.cost = cost
  }
}

/// Why the cost of care differs from a plan: more or fewer nights, other kinds of care, other prices. The three add to
/// the whole difference to the penny, in every row and in the total.
///
/// With V nights, m the share of each kind and p its price, 0 planned and 1 as it came: volume is (V₁ − V₀) · Σ m₀p₀,
/// mix is V₁ · Σ (m₁ − m₀)p₀, price is V₁ · Σ m₁(p₁ − p₀). A kind that nobody planned is priced as it came, one that
/// nobody used as planned, so that it tells of mix and not of price; money without
/// nights is price.
public struct Variance: Sendable, Equatable {
  /// The three reasons for a row's difference.
  public struct Parts: Sendable, Equatable {
    /// More or fewer nights in all.
    public let volume: Money
    /// A larger or smaller share of them.
    public let mix: Money
    /// A dearer or cheaper night.
    public let price: Money

    /// All three.
    public var total: Money { volume + mix + price }
  }

  /// The rows, as given.
  public let rows: [VarianceRow]
  /// Each row's reasons.
  public let parts: [Parts]

  /// Splits the difference of rows that make up a whole.
  public init(_ rows: [VarianceRow]) {
    self.rows = rows
    let before = rows.reduce(0) { $0 + $1.plannedNights }
    let after = rows.reduce(0) { $0 + $1.nights }
    parts = rows.map { row in
      let actual = row.nights > 0 ? Double(row.cost.pence) / row.nights : 0
      let planned =
        row.plannedNights > 0
        ? Double(row.plannedCost.pence) / row.plannedNights : actual
      let share = before > 0 ? row.plannedNights / before : 0
      let difference = row.cost - row.plannedCost
      let parts = Apportion.wholeNumbers(
        [
          (after - before) * share * planned, (row.nights - after * share) * planned,
          Double(row.cost.pence) - row.nights * planned
            - (row.plannedNights > 0 ? 0 : Double(row.plannedCost.pence)),
        ], total: difference.pence)
      return Parts(
        volume: Money(pence: parts[0]), mix: Money(pence: parts[1]), price: Money(pence: parts[2]))
    }
  }

  /// The reasons for the whole difference.
  public var total: Parts {
    Parts(
      volume: parts.reduce(.zero) { $0 + $1.volume }, mix: parts.reduce(.zero) { $0 + $1.mix },
      price: parts.reduce(.zero) { $0 + $1.price })
  }
}
