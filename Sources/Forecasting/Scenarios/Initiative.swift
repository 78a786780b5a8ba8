public import Units

/// Something the council does to change who comes into care, where children live, how long they stay or what it costs.
public struct Initiative: Sendable, Equatable {
  /// How far the effect may lie from the claim if there is one: the effect is claim × X, where X has mean 1.
  public enum Spread: Sendable, Equatable {
    /// X's standard deviation.
    case variation(Double)
    /// The 10th and 90th percentile of X: an 80 % interval, `low` below 1 and `high` above. A claim of 20 % with 10 % to
    /// 30 % is 0.5 to 1.5.
    case interval(low: Double, high: Double)
  }

  /// Named once and for good: draws hang on it, not on the place in the file.
  public var id: String
  /// Words for people.
  public var name: String
  /// What it does, to whom, and the effect claimed.
  public var kind: Kind
  /// First day on which it acts.
  public var start: CivilDay
  /// Months from the start until it acts in full, growing evenly; 0 for at once.
  public var rampMonths: Int
  /// Day from which it acts no more; nil for none.
  public var end: CivilDay?
  /// The most children it acts on in a calendar month; nil for no such limit.
  public var perMonth: Int?
  /// How good the evidence for the claim is.
  public var grade: EvidenceGrade
  /// How far the effect may lie from the claim.
  public var spread: Spread
  /// What it costs to run.
  public var cost: DeliveryCost

  /// The spread taken where a scenario states none.
  public static let usualSpread = Spread.variation(0.3)

  /// An initiative from a day on.
  public init(
    id: String, name: String, kind: Kind, start: CivilDay, rampMonths: Int = 0, end: CivilDay? = nil,
    perMonth: Int? = nil, grade: EvidenceGrade = .usual, spread: Spread = usualSpread,
    cost: DeliveryCost = DeliveryCost()
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.start = start
    self.rampMonths = rampMonths
    self.end = end
    self.perMonth = perMonth
    self.grade = grade
    self.spread = spread
    self.cost = cost
  }

  /// How much of the full effect is reached on a day, 0 to 1: nothing before the start and from the end, evenly more in
  /// the ramp, counted in days.
  public func strength(on day: CivilDay) -> Double {
    guard day >= start, end.map({ day < $0 }) ?? true else { return 0 }
    let days = start.nights(to: start.adding(months: rampMonths))
    guard days > 0 else { return 1 }
    return min(1, Double(start.nights(to: day)) / Double(days))
  }
}

/// What an initiative costs to run, in whole pence of the prices of its first day.
public struct DeliveryCost: Sendable, Equatable {
  /// A year, spent evenly over the days on which the initiative acts, the ramp included.
  public var perYear: Money
  /// For each child acted on.
  public var perCase: Money
  /// Once, on the first day.
  public var once: Money

  /// A cost; nothing where nothing is said.
  public init(perYear: Money = .zero, perCase: Money = .zero, once: Money = .zero) {
    self.perYear = perYear
    self.perCase = perCase
    self.once = once
  }
}
