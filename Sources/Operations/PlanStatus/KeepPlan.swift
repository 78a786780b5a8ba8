import Plans
public import Reporting

/// Keeps versions of a plan with their status, so that it is seen how they change.
public enum KeepPlan {
  /// Keeps the plan of a report and its status, and gives the version's number. `at` is the moment.
  ///
  /// - Throws: `OperationError.store` where the store can't be used.
  public static func keep(
    _ report: PlanReport, at moment: String, in repository: any PlanRepository
  ) throws(OperationError) -> Int {
    let kept = KeptPlan(
      name: report.plan.name, text: ReadPlan.yaml(report.plan), at: moment, plan: report.plan,
      status: report.status)
    return try OperationError.storing { () throws(StoreError) in try repository.keep(kept) }
  }

  /// A report with the statuses that were kept before.
  ///
  /// - Throws: `OperationError.store` where the store can't be used.
  public static func withPast(
    _ report: PlanReport, in repository: any PlanRepository
  ) throws(OperationError) -> PlanReport {
    var report = report
    let name = report.plan.name
    let kept = try OperationError.storing { () throws(StoreError) in try repository.statuses(of: name) }
    report.past = kept.map { PlanReport.Past(on: $0.on, item: $0.item, status: $0.status) }
    return report
  }
}
