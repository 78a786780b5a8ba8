import Care
import Costing
import Files
import Forecasting
import Plans
public import Reporting
public import Units

/// What a plan's status is worked out from.
public struct PlanStatusOptions: Sendable {
  /// The plan's file.
  public var plan: String
  /// The day it is judged on.
  public var asOf: CivilDay
  /// The returns, the fee ledger and how to simulate; nil to judge by the plan and finance's ledger alone.
  public var forecast: ForecastOptions?
  /// What finance's general ledger shows of savings, a CSV; nil for nothing.
  public var ledger: String?
  /// The year's budget, to tell what demand, mix and price did; nil for none.
  public var budget: String?
  /// The year of the bridge; nil for that of the day.
  public var year: FinancialYear?
  /// Whether initiatives are simulated.
  public var isSimulated = true
  /// Whether the joint saving is shared out among initiatives.
  public var sharing = false

  /// A plan judged on a day.
  public init(plan: String, asOf: CivilDay) {
    self.plan = plan
    self.asOf = asOf
  }
}

/// Says how a plan stands: status from evidence, the effect of its initiatives, and what it did to the budget.
public enum ShowPlanStatus {
  /// Reads the plan and all evidence and judges it. `simulating` is told how many futures of all runs are done.
  ///
  /// - Throws: `OperationError` where a file, an initiative's effect or a setting can't be used.
  public static func run(
    _ options: PlanStatusOptions, progress: (Int, Int) -> Void = { _, _ in },
    simulating: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(OperationError) -> PlanReport {
    let plan = try ReadPlan.plan(options.plan)
    let cut = options.plan.lastIndex(of: "/")
    let folder = cut.map { String(options.plan[..<$0]) } ?? "."
    return try run(plan, folder: folder, options, progress: progress, simulating: simulating)
  }

  /// The same of a plan that is read already, whose scenarios are named from a folder.
  static func run(
    _ plan: Plan, folder: String, _ options: PlanStatusOptions, progress: (Int, Int) -> Void,
    simulating: (_ done: Int, _ of: Int) -> Bool
  ) throws(OperationError) -> PlanReport {
    var evidence = PlanEvidence(asOf: options.asOf)
    var method: [String] = []
    var data: PlanData?
    var simulation: PlanSimulation?
    if let forecast = options.forecast {
      let basis = try ForecastBasis.read(forecast, progress: progress)
      let own = try PlanData(basis, fees: forecast.fees)
      data = own
      if options.isSimulated {
        let months = months(plan, own, options)
        simulation = try PlanSimulation.run(
          plan, folder: folder, forecast, basis, months: months, sharing: options.sharing,
          simulating: simulating)
        method.append(words(plan, months, forecast))
      }
      method += basis.method(cautions: basis.warnings + (simulation?.cautions ?? [])).cautions
    } else {
      method.append(
        "No returns were given: targets are judged by the plan's own values, initiatives not at all. Give them \(Means.file("--returns"))."
      )
    }
    if let path = options.ledger {
      let reading = try ReadPlanLedger.run(path, plan: plan, asOf: options.asOf)
      evidence.ledger = reading.entries
      method.append(
        "Finance's ledger has \(Words.count(evidence.ledger.count, "posting", "postings")) for the plan's savings."
      )
      method += reading.cautions
    } else {
      method.append(
        "No list of finance's postings was given, so no saving can be blue: a plan's word is not money. Give it \(Means.file("--ledger"))."
      )
    }
    if let words = laxer(plan.thresholds) { method.append(words) }
    for target in plan.targets {
      evidence.targets[target.id] = PlanEvidence.OfTarget(
        target, data: data, simulation: simulation, thresholds: plan.thresholds, asOf: options.asOf)
    }
    for indicator in plan.indicators where indicator.isHarm {
      evidence.harm[indicator.id] = PlanEvidence.harm(indicator, data: data, asOf: options.asOf)
    }
    if let simulation { evidence.savings = PlanEvidence.savings(plan, simulation) }
    let year = options.year ?? FinancialYear(containing: options.asOf)
    let bridge = SavingsBridge(
      plan, year: year, ledger: evidence.ledger, asOf: options.asOf,
      difference: try difference(options, year, progress, simulating))
    return PlanReport(
      plan: plan, status: PlanStatus(plan, evidence), effects: simulation.map { effects(plan, $0) },
      bridge: bridge, mediumTerm: MediumTerm(plan, from: plan.firstYear ?? year), method: method)
  }

  /// A sentence where the plan asks less of a status than is usual; nil where it doesn't.
  private static func laxer(_ own: StatusThresholds) -> String? {
    guard own.isLaxerThanUsual else { return nil }
    let usual = StatusThresholds()
    return
      "The plan's thresholds are laxer than usual: green from \(PlanValues.percent(own.green)) (usually \(PlanValues.percent(usual.green))), amber from \(PlanValues.percent(own.amber)) (\(PlanValues.percent(usual.amber))), evidence stale after \(own.staleAfter) days (\(usual.staleAfter))."
  }

  /// The months that a plan's targets and simulated savings need; one year where they need none.
  private static func months(_ plan: Plan, _ data: PlanData, _ options: PlanStatusOptions) -> ForecastMonths {
    let asOf = data.basis.months.asOf
    let most = asOf.adding(months: 12 * ForecastReturns.mostYears)
    var days = plan.targets.compactMap { $0.last?.by }
    let ids = Set(plan.initiatives.filter { !$0.effect.isEmpty }.map(\.id))
    for line in plan.savings where ids.contains(line.initiative) {
      let years = line.years.filter { $0.amount != .zero }.map(\.year)
      if let first = years.first {
        days.append(max(first, FinancialYear(containing: options.asOf)).lastDay)
      }
    }
    let until = days.filter { $0 > asOf && $0 <= most }.max() ?? FinancialYear(containing: asOf + 1).lastDay
    return ForecastMonths(after: asOf, until: until)
  }

  private static func words(_ plan: Plan, _ months: ForecastMonths, _ options: ForecastOptions) -> String {
    let count = plan.initiatives.count { !$0.effect.isEmpty }
    let futures = Words.count(options.futures.count, "future", "futures")
    return
      "The returns are known to \(months.asOf.spoken). From there \(futures) were simulated to \(months.lastDays.last?.spoken ?? "") without the plan, with \(Words.count(count, "initiative", "initiatives")) each alone, and with all of them, on the same children."
  }

  private static func effects(_ plan: Plan, _ simulation: PlanSimulation) -> PlanReport.Effects {
    func total(_ years: [FinancialYear: [Int]]) -> [Int] {
      years.values.reduce(into: Array(repeating: 0, count: simulation.without.range.count)) { sum, year in
        for index in sum.indices { sum[index] += year[index] }
      }
    }
    let rows = plan.initiatives.compactMap { one in
      simulation.alone[one.id].map {
        PlanReport.Effects.Row(
          name: one.name, alone: total($0), fewer: simulation.fewerAlone[one.id] ?? [],
          share: simulation.shares[one.id])
      }
    }
    return PlanReport.Effects(
      rows: rows, joint: total(simulation.joint), from: simulation.months.asOf + 1,
      until: simulation.months.lastDays.last ?? simulation.months.asOf)
  }

  /// How the year's spending differs from its budget; nil where there is no fee ledger or no budget.
  private static func difference(
    _ options: PlanStatusOptions, _ year: FinancialYear, _ progress: (Int, Int) -> Void,
    _ simulating: (Int, Int) -> Bool
  ) throws(OperationError) -> SavingsBridge.Difference? {
    guard let budget = options.budget else { return nil }
    guard let forecast = options.forecast, forecast.fees != nil else {
      throw .setting(
        "The budget needs the fee ledger: give it \(Means.file("--fees")), and the returns \(Means.file("--returns"))."
      )
    }
    var own = OutturnOptions(forecast: forecast)
    own.budget = budget
    own.year = year
    let outturn = try ForecastOutturn.run(
      own, closed: { _, _ throws(OperationError) in [] }, progress: progress, simulating: simulating
    ).outturn
    guard let parts = outturn.variance?.total, let planned = outturn.budget else {
      throw .setting(
        "The budget \(budget) has no line with nights of a category, so demand, mix and price can't be told. Give category and nights for its placements."
      )
    }
    return SavingsBridge.Difference(
      demand: parts.volume, mix: parts.mix, price: parts.price,
      other: outturn.total - planned - parts.total)
  }
}
