import Units

extension PlanRule {
  /// Parts of years that bring as much as whole ones.
  static let partYearAsWhole = PlanRule(
    "part-year-as-whole", "A part of a year brings as much as the whole year after it",
    why:
      "What begins in October brings about half of what the next year does; a first year as large claims twice that.",
    example: "£240,000 for six months of the first year, and £240,000 for the whole of the second."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      guard saving.basis == .cumulative, !saving.isPerAnnum,
        let first = saving.years.first(where: { $0.amount > .zero }),
        let later = saving.years.filter({ $0.year > first.year }).map(\.amount).max(), later >= first.amount,
        let share = share(of: saving, first.year, checked), share < 0.92
      else { return nil }
      // One that says no months and has nothing more to come is found as a part of a year that is missing.
      guard saving.partYearMonths != nil || later > first.amount else { return nil }
      let part = Money(roundingPounds: later.pounds * share)
      guard first.amount.pounds > part.pounds * 1.25, !isWorkedOut(saving, first.amount, share) else {
        return nil
      }
      return PlanFinding(
        .contradiction, saving, at: "years",
        "“\(saving.name)” claims \(Figures.pounds(first.amount)) for \(Figures.number(share * 12)) months of \(first.year), and \(Figures.pounds(later)) for a whole year later: at that rate \(Figures.roundly(part)) falls into the first",
        "Correct the first year, or say why a month brings more in it.", stake: first.amount - part)
    }
  }

  /// The share of a line's first year in which it saves; nil where nobody said.
  private static func share(of saving: SavingLine, _ year: FinancialYear, _ checked: CheckedPlan) -> Double? {
    if let months = saving.partYearMonths { return months / 12 }
    guard let start = checked.start(of: saving), year == FinancialYear(containing: start) else { return nil }
    return Double(start.nights(to: year.next.firstDay)) / Double(year.days.nights)
  }

  /// Whether a first year's amount is worked out from no more time than there is in it.
  private static func isWorkedOut(_ saving: SavingLine, _ first: Money, _ share: Double) -> Bool {
    guard let workings = saving.derivation, let times = workings.times, let year = workings.timesInYear,
      workings.volume != nil, workings.price != nil
    else { return false }
    return abs(workings.stated(by: saving.years.map(\.amount.pounds)) - first.pounds) < 0.005
      && times <= year * share + 0.5 * year / 12
  }
}
