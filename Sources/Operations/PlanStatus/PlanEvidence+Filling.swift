import Forecasting
import Plans
import Units

extension PlanEvidence.OfTarget {
  /// What data, futures and, failing them, the plan's own values tell of a target.
  init(
    _ target: Target, data: PlanData?, simulation: PlanSimulation?, thresholds: StatusThresholds,
    asOf: CivilDay
  ) {
    self.init()
    let measure = PlanMeasure(target.measure)
    let stated = target.actuals.filter { $0.by <= asOf }.map {
      PlanEvidence.Observation(on: $0.by, value: $0.value, source: .stated)
    }
    let known = data?.actuals(measure)?.filter { $0.on <= asOf } ?? []
    actuals = known.isEmpty ? stated : known
    tellsOfFew = !known.isEmpty && data?.tellsOfFew(measure) ?? false
    guard let last = target.last, last.by > asOf else { return }
    guard let data, let simulation,
      let month = simulation.months.lastDays.lastIndex(where: { $0 <= last.by }),
      let values = data.values(measure, simulation.with, month: month)
    else {
      if known.isEmpty { trend(target, last, stated) }
      return
    }
    chance = share(values, target)
    if !simulation.alone.isEmpty {
      chanceWithout = data.values(measure, simulation.without, month: month).map { share($0, target) }
    }
    gap = PlanEvidence.OfTarget.gap(values, target, last.value, green: thresholds.green)
    fan = (0...month).compactMap { month in
      data.values(measure, simulation.with, month: month).map {
        PlanEvidence.FanPoint(on: simulation.months.lastDays[month], $0)
      }
    }
  }

  private func share(_ values: [Double], _ target: Target) -> Double {
    Double(values.count(where: target.isMet)) / Double(max(1, values.count))
  }

  /// How far the value that the green share of futures reaches lies beyond the target.
  private static func gap(_ values: [Double], _ target: Target, _ wanted: Double, green: Double) -> Double {
    let sorted = target.isHigherBetter ? values.sorted(by: >) : values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let rank = min(sorted.count - 1, max(0, Int((green * Double(sorted.count)).rounded(.up)) - 1))
    return max(0, target.isHigherBetter ? wanted - sorted[rank] : sorted[rank] - wanted)
  }

  /// From the plan's own values alone: a random walk with their mean step, as wide as their steps vary, with the
  /// uncertainty of the mean step. docs/methods/0013-plan-status.md.
  private mutating func trend(_ target: Target, _ last: Target.Point, _ stated: [PlanEvidence.Observation]) {
    guard let first = stated.first, let now = stated.last, stated.count >= 4 else { return }
    let months = zip(stated, stated.dropFirst()).map { max(0.25, Double($0.on.nights(to: $1.on)) / 30.4375) }
    let span = months.reduce(0, +)
    let drift = (now.value - first.value) / span
    let squares = zip(zip(stated, stated.dropFirst()), months).map { pair, length in
      let rest = pair.1.value - pair.0.value - drift * length
      return rest * rest / length
    }
    let variance = squares.reduce(0, +) / Double(squares.count - 1)
    // Steps that happen to be even are no proof of certainty.
    let floor = max(0.02 * now.value.magnitude, 0.01)
    let deviation = max(variance.squareRoot(), floor)
    let ahead = Double(now.on.nights(to: last.by)) / 30.4375
    let spread = deviation * (ahead + ahead * ahead / span).squareRoot()
    guard spread > 0 else { return }
    let z = (last.value - (now.value + drift * ahead)) / spread
    let below = FixedMath.normalShare(below: z)
    chance = target.isHigherBetter ? 1 - below : below
    basis = "That is from the trend of \(stated.count) values in the plan."
  }
}

extension PlanEvidence.FanPoint {
  /// The mean and ranges of values, one for each future.
  init(on day: CivilDay, _ values: [Double]) {
    let sorted = values.sorted()
    func at(_ thousandths: Int) -> Double {
      sorted.isEmpty ? 0 : sorted[max(0, (thousandths * sorted.count + 999) / 1000 - 1)]
    }
    self.init(
      on: day, mean: values.reduce(0, +) / Double(max(1, values.count)), low80: at(100), low50: at(250),
      high50: at(750), high80: at(900))
  }
}

extension PlanEvidence {
  /// What the simulation says of a plan's savings. Stand-alone savings are reduced in proportion so that they add to no
  /// more than the joint saving: no night is saved twice. Lines of one initiative share it as they are planned.
  static func savings(
    _ plan: Plan, _ simulation: PlanSimulation
  ) -> [String: [FinancialYear: PlanEvidence.OfSaving]] {
    var all: [String: [FinancialYear: PlanEvidence.OfSaving]] = [:]
    let savings = plan.datedSavings
    for (year, joint) in simulation.joint {
      let means = simulation.alone.mapValues { mean($0[year] ?? []) }
      let sum = means.values.reduce(0, +)
      let counted = sum > 0 ? min(1, max(0, mean(joint) / sum)) : 1
      for line in savings {
        guard let alone = simulation.alone[line.initiative]?[year] else { continue }
        let level = line.level(in: year)
        let siblings = savings.filter { $0.initiative == line.initiative }
          .reduce(Money.zero) { $0 + $1.level(in: year) }
        guard level > .zero, siblings > .zero else { continue }
        let part = counted * Double(level.pence) / Double(siblings.pence)
        let wanted = Double(level.pence) * partAhead(line, year, simulation.months)
        let own = alone.map { Double($0) * part }
        all[line.id, default: [:]][year] = OfSaving(
          expected: Money(roundingPence: own.reduce(0, +) / Double(max(1, own.count))) ?? .zero,
          chance: Double(own.count { $0 >= wanted }) / Double(max(1, own.count)))
      }
    }
    return all
  }

  /// The part of a year's live days that is simulated: a saving of a year half gone is held against half of it.
  private static func partAhead(_ line: SavingLine, _ year: FinancialYear, _ months: ForecastMonths) -> Double
  {
    let live = max(line.start ?? year.firstDay, year.firstDay)
    let ahead = max(live, months.asOf + 1)
    let end = year.next.firstDay
    let days = live.nights(to: end)
    guard days > 0, ahead < end else { return 1 }
    return Double(ahead.nights(to: end)) / Double(days)
  }

  private static func mean(_ values: [Int]) -> Double {
    Double(values.reduce(0, +)) / Double(max(1, values.count))
  }

  /// How an indicator of harm has moved: in the returns where they hold it, the last year against the one before, beyond
  /// what counts vary by chance (√ of their sum); else the plan's own first and last values.
  static func harm(_ indicator: Indicator, data: PlanData?, asOf: CivilDay) -> PlanEvidence.Harm? {
    if let known = data?.actuals(PlanMeasure(indicator.measure))?.filter({ $0.on <= asOf }), known.count >= 2,
      let now = known.last
    {
      let yearBefore = now.on.adding(months: -12)
      guard let before = known.last(where: { $0.on <= yearBefore }) ?? known.first else { return nil }
      return Harm(
        before: before, now: now, isHigherBetter: indicator.isHigherBetter,
        margin: (before.value + now.value).squareRoot())
    }
    let stated = indicator.actuals.filter { $0.by <= asOf }.map {
      Observation(on: $0.by, value: $0.value, source: .stated)
    }
    guard let before = stated.first, let now = stated.last, stated.count >= 2 else { return nil }
    return Harm(before: before, now: now, isHigherBetter: indicator.isHigherBetter)
  }
}
