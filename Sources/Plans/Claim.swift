public import Units

/// A figure that a plan states as made of others, to be recomputed.
public struct Claim: PlanItem, Equatable {
  /// How it is made.
  public enum Making: Sendable, Equatable {
    /// The sum of items' amounts in a year, or of all their years, by id; a minus before an id takes off.
    case sum(of: [String], year: FinancialYear?)
    /// The sum of stated numbers.
    case total([Double])
    /// The product of stated numbers: volume × price × time.
    case product([Double])
    /// Stated elsewhere in the plan as other values: the same thing said twice.
    case alsoStated([Double])
    /// At most a number: a peak, a capacity.
    case atMost(Double)
    /// At least a number: an aim.
    case atLeast(Double)
    /// A spend or volume of placements: volume × price × time, of which some may be left open.
    case derived(SavingLine.Derivation)
    /// Money set aside for costs, by id.
    case allocated(to: [String])
    /// Said elsewhere in the plan in other words: the same thing described several ways.
    case worded([String])
  }

  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// The value stated.
  public var stated: Double
  /// What it counts: `pounds`, `children`, `nights`, `placements`.
  public var unit = "pounds"
  /// How it is made.
  public var making: Making
  /// The day the figure is of; nil where nobody said.
  public var on: CivilDay?
  /// How far apart stated and recomputed may be; 0 for exact.
  public var tolerance = 0.0

  /// A claim.
  public init(id: String, name: String, stated: Double, making: Making) {
    self.id = id
    self.name = name
    self.stated = stated
    self.making = making
  }
}

/// Something the plan takes for granted.
public struct Assumption: PlanItem, Equatable {
  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// The risk that says it may not be so; empty for none.
  public var contradictedBy = ""

  /// An assumption.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
