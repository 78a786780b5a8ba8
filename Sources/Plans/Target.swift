public import Units

/// An indicator that is to reach a value by a day.
public struct Target: PlanItem, Equatable {
  /// A value on a day.
  public struct Point: Sendable, Equatable {
    /// The day by which.
    public var by: CivilDay
    /// The value.
    public var value: Double

    /// A point.
    public init(by: CivilDay, value: Double) {
      self.by = by
      self.value = value
    }
  }

  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// Words about it.
  public var note = ""
  /// The stream it belongs to; empty for none.
  public var stream = ""
  /// The total of which it counts a part, such as "children fostered": parts that grow by more than others shrink make the
  /// total grow. Empty for none.
  public var partOf = ""
  /// The measure that tells: an id of `PlanMeasure`, or words where none fits.
  public var measure = ""
  /// What the values count: children, placements, pounds a week, percent.
  public var unit = ""
  /// Whether more is better; less is where this is false.
  public var isHigherBetter = false
  /// The value it starts from; nil where nobody stated one.
  public var baseline: Point?
  /// Values to be reached on the way, and the target as the last, in order of day.
  public var trajectory: [Point] = []
  /// Values as they came, stated in the plan; what returns and ledgers tell goes before them.
  public var actuals: [Point] = []
  /// The role that answers for it.
  public var owner = ""

  /// A target.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// The target: the trajectory's last point; nil where there is none.
  public var last: Point? { trajectory.last }
}

/// An indicator that is watched. One that tells of harm, getting worse, stops any saving beside it from being green.
public struct Indicator: PlanItem, Equatable {
  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// The measure that tells: an id of `PlanMeasure`, or words where none fits.
  public var measure = ""
  /// Whether it tells of harm: returns to care, re-referrals, protection plans, missing, breakdowns.
  public var isHarm = false
  /// Whether more is better; less is where this is false.
  public var isHigherBetter = false
  /// Values as they came.
  public var actuals: [Target.Point] = []

  /// An indicator.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// Something that must have happened by a day.
public struct Milestone: PlanItem, Equatable {
  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// The stream it belongs to; empty for none.
  public var stream = ""
  /// By when; nil where nobody said, or not plainly.
  public var due: CivilDay?
  /// By when as the plan writes it, where that is no day.
  public var dueWords = ""
  /// The role that answers for it.
  public var owner = ""
  /// When it happened, with evidence.
  public var done: Confirmation?

  /// A milestone.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// What the plan waits for.
public struct Dependency: PlanItem, Equatable {
  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// The role or body it depends on.
  public var owner = ""
  /// By when; nil where nobody said, or not plainly.
  public var due: CivilDay?

  /// A dependency.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A principle, and how the plan follows it.
public struct Principle: Sendable, Equatable {
  /// The principle.
  public var name: String
  /// How the plan follows it.
  public var how: String
  /// Where it stands.
  public var place = PlanPlace()

  /// A principle.
  public init(name: String, how: String) {
    self.name = name
    self.how = how
  }
}
