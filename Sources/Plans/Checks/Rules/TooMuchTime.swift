import Units

extension PlanRule {
  /// Workings with more weeks than there are.
  static let tooMuchTime = PlanRule(
    "more-time-than-there-is", "An amount is worked out from more time than there is",
    why: "A year has 52 weeks, and a placement that ends in October saves for 26 of them.",
    example: "£400 a week × 48 weeks for what begins on 1 October."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      guard let workings = saving.derivation, let times = workings.times, let year = workings.timesInYear
      else { return nil }
      let left = left(of: saving, workings, checked)
      let most = year * (left ?? 1) + (left == nil ? 0 : 0.5 * year / 12)
      guard times > most + 0.005 else { return nil }
      let largest = CheckedPlan.largest(saving)
      return PlanFinding(
        .contradiction, saving, at: "derivation",
        "“\(saving.name)” is worked out from \(Figures.number(times)) \(workings.per)s, and \(left == nil ? "a year has" : "its first year has left") \(Figures.number(year * (left ?? 1)))",
        "Count the time that is left of the year, and lower the amount.",
        stake: Money(roundingPounds: largest.pounds * (1 - year * (left ?? 1) / times)))
    }
  }

  /// The share that is left of the first year, where its amount is the one worked out; nil where a later year's may be.
  private static func left(
    of saving: SavingLine, _ workings: SavingLine.Derivation, _ checked: CheckedPlan
  ) -> Double? {
    guard let start = checked.start(of: saving), workings.volume != nil, workings.price != nil,
      let first = saving.years.first(where: { $0.amount > .zero }),
      first.year == FinancialYear(containing: start),
      !saving.years.contains(where: { $0.year > first.year && $0.amount == first.amount }),
      // Where nothing more is to come and no months are said, a part of a year is missing instead.
      saving.partYearMonths != nil
        || saving.years.contains(where: {
          $0.year > first.year
            && (saving.basis == .incremental ? $0.amount > .zero : $0.amount > first.amount)
        }),
      workings.stated(by: saving.years.map(\.amount.pounds)) == first.amount.pounds
    else { return nil }
    return Double(start.nights(to: first.year.next.firstDay)) / Double(first.year.days.nights)
  }
}

extension SavingLine.Derivation {
  /// How many of the times that its price is for a year has at most; nil where a year has no such number.
  var timesInYear: Double? { ["week": 53, "night": 366, "month": 12, "year": 1][per] }
}
