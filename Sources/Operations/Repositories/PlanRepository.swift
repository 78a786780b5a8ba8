public import Plans
public import Units

/// A version of a plan as it is to be kept, with its status. The status is one that was worked out: there is no other way
/// to make one.
public struct KeptPlan: Sendable {
  /// What the plan is called: its versions are told by it.
  public let name: String
  /// The plan as a file that reads as the same plan.
  public let text: String
  /// The moment of keeping.
  public let at: String
  /// The plan.
  public let plan: Plan
  /// How it stood.
  public let status: PlanStatus

  /// A version to keep.
  public init(name: String, text: String, at: String, plan: Plan, status: PlanStatus) {
    self.name = name
    self.text = text
    self.at = at
    self.plan = plan
    self.status = status
  }
}

/// What a kept version said of an item.
public struct KeptStatus: Sendable, Equatable {
  /// The day it was judged on.
  public let on: CivilDay
  /// The item's id.
  public let item: String
  /// Its status then.
  public let status: Status

  /// A status of a day.
  public init(on: CivilDay, item: String, status: Status) {
    self.on = on
    self.item = item
    self.status = status
  }
}

/// Versions of savings plans, kept over time; none is ever changed.
public protocol PlanRepository: Sendable {
  /// Statuses of all versions of a plan, the earliest first.
  func statuses(of plan: String) throws(StoreError) -> [KeptStatus]
  /// Keeps a version, whole or not at all, and gives its number.
  func keep(_ plan: KeptPlan) throws(StoreError) -> Int
}
