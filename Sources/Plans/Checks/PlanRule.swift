public import Units

/// How much a finding matters.
public enum PlanSeverity: String, CaseIterable, Sendable, Comparable {
  /// Figures or dates that can't all be so.
  case contradiction
  /// A claim that is likely to be too much, or to be misunderstood.
  case doubt
  /// Something that must be known and isn't said.
  case gap

  /// What matters more comes first.
  public static func < (a: PlanSeverity, b: PlanSeverity) -> Bool { a.rank < b.rank }

  private var rank: Int { self == .contradiction ? 0 : self == .doubt ? 1 : 2 }
}

/// Something that a rule finds in a plan.
public struct PlanFinding: Sendable, Equatable {
  /// The rule's id.
  public var rule = ""
  /// The item's id; empty for the plan itself.
  public let item: String
  /// The line of the file.
  public let line: Int
  /// How much it matters.
  public let severity: PlanSeverity
  /// What is wrong, with the figures in it.
  public let what: String
  /// What to do.
  public let remedy: String
  /// The pounds that hang on it, where they are known.
  public var stake: Money?

  init(
    _ severity: PlanSeverity, _ item: some PlanItem, at key: String = "", _ what: String, _ remedy: String,
    stake: Money? = nil
  ) {
    (self.item, line) = (item.id, item.place.line(of: key))
    (self.severity, self.what, self.remedy, self.stake) = (severity, what, remedy, stake)
  }

  init(_ severity: PlanSeverity, item: String, line: Int, _ what: String, _ remedy: String) {
    (self.item, self.line, self.severity, self.what, self.remedy) = (item, line, severity, what, remedy)
  }
}

/// One thing that a plan is checked for. It knows no paper and no council.
public struct PlanRule: Sendable {
  /// Its name in lists and files, which stays the same.
  public let id: String
  /// What it finds, in a few words.
  public let name: String
  /// Why it matters.
  public let why: String
  /// What it looks like in a plan.
  public let example: String
  private let find: @Sendable (CheckedPlan) -> [PlanFinding]

  init(
    _ id: String, _ name: String, why: String, example: String,
    find: @escaping @Sendable (CheckedPlan) -> [PlanFinding]
  ) {
    (self.id, self.name, self.why, self.example, self.find) = (id, name, why, example, find)
  }

  /// What it finds in a plan, in the order of the plan's items.
  public func findings(in plan: Plan) -> [PlanFinding] { findings(in: CheckedPlan(plan)) }

  func findings(in plan: CheckedPlan) -> [PlanFinding] {
    find(plan).map { found in
      var found = found
      found.rule = id
      return found
    }
  }
}
