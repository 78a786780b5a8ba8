public import Units

/// What is known of a plan on a day, from whatever source: plain values, filled from returns, the ledger and the
/// simulated futures. Status is worked out from these and from nothing else.
public struct PlanEvidence: Sendable, Equatable {
  /// The day on which the plan is judged; nothing after it counts.
  public var asOf: CivilDay
  /// What is known of targets, by id.
  public var targets: [String: OfTarget] = [:]
  /// What finance's ledger shows of savings.
  public var ledger: [LedgerEntry] = []
  /// What the simulation says of savings, by id and financial year.
  public var savings: [String: [FinancialYear: OfSaving]] = [:]
  /// How indicators of harm have moved, by id.
  public var harm: [String: Harm] = [:]

  /// Nothing known yet on a day.
  public init(asOf: CivilDay) { self.asOf = asOf }

  /// Where a value comes from.
  public enum Source: String, Sendable {
    /// The returns.
    case returns
    /// The fee ledger.
    case ledger
    /// The plan itself: somebody wrote it down.
    case stated
  }

  /// A value as it came.
  public struct Observation: Sendable, Equatable {
    /// The day it is of.
    public var on: CivilDay
    /// The value.
    public var value: Double
    /// Where it comes from.
    public var source: Source

    /// A value of a day.
    public init(on: CivilDay, value: Double, source: Source) {
      self.on = on
      self.value = value
      self.source = source
    }
  }

  /// The forecast of a measure on a day: the middle and two ranges.
  public struct FanPoint: Sendable, Equatable {
    /// The day.
    public var on: CivilDay
    /// The mean.
    public var mean: Double
    /// What 1, 2.5, 7.5 and 9 futures of ten don't exceed.
    public var low80: Double, low50: Double, high50: Double, high80: Double

    /// A point of a fan.
    public init(on: CivilDay, mean: Double, low80: Double, low50: Double, high50: Double, high80: Double) {
      self.on = on
      self.mean = mean
      (self.low80, self.low50, self.high50, self.high80) = (low80, low50, high50, high80)
    }
  }

  /// What is known of a target.
  public struct OfTarget: Sendable, Equatable {
    /// Values as they came, in order of day.
    public var actuals: [Observation] = []
    /// The probability that the target is met by its day with the plan's initiatives, 0 to 1; nil where nothing tells.
    public var chance: Double?
    /// The same without them; nil where there are none, or nothing tells.
    public var chanceWithout: Double?
    /// How far beyond the plan things would have to move for the probability to be green: what a plan B must fill, in
    /// the target's unit. Nought where it is green already; nil where nothing tells.
    public var gap: Double?
    /// The forecast by month.
    public var fan: [FanPoint] = []
    /// Whether its values as they came, set beside what else is published, would tell of one to five children.
    public var tellsOfFew = false
    /// What the probability rests on, as a sentence; empty for the simulation.
    public var basis = ""

    /// Nothing known.
    public init() {}
  }

  /// An amount that finance's general ledger shows for a saving.
  public struct LedgerEntry: Sendable, Equatable {
    /// The saving's id.
    public var saving: String
    /// The year whose budget it is.
    public var year: FinancialYear
    /// How much was taken out of the budget, or came in.
    public var amount: Money
    /// The day of the posting.
    public var on: CivilDay
    /// The journal or virement.
    public var reference: String
    /// The role that confirmed it.
    public var confirmedBy: String

    /// A posting.
    public init(
      saving: String, year: FinancialYear, amount: Money, on: CivilDay, reference: String,
      confirmedBy: String
    ) {
      self.saving = saving
      self.year = year
      self.amount = amount
      self.on = on
      self.reference = reference
      self.confirmedBy = confirmedBy
    }
  }

  /// What the simulation says of a saving in a year.
  public struct OfSaving: Sendable, Equatable {
    /// The mean saving that is its own: reduced by what other initiatives save too.
    public var expected: Money
    /// The probability that it is at least the amount planned, 0 to 1.
    public var chance: Double

    /// A saving's expectation.
    public init(expected: Money, chance: Double) {
      self.expected = expected
      self.chance = chance
    }
  }

  /// How an indicator of harm has moved.
  public struct Harm: Sendable, Equatable {
    /// At the start, and as it stands.
    public var before: Observation, now: Observation
    /// Whether it is worse.
    public var isWorse: Bool

    /// How an indicator moved; more is worse unless `isHigherBetter`. Up to `margin` may be chance.
    public init(before: Observation, now: Observation, isHigherBetter: Bool, margin: Double = 0) {
      self.before = before
      self.now = now
      let rise = now.value - before.value
      isWorse = (isHigherBetter ? -rise : rise) > margin
    }
  }
}
