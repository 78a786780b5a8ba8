import Units

extension PlanRule {
  /// Whole years claimed for parts of a year.
  static let partYear = PlanRule(
    "part-year-missing", "A saving begins inside a year, and a whole year's amount is claimed",
    why: "A team that starts in February saves for two months of that year.",
    example: "Live on 1 February; the whole amount stands in the year that ends on 31 March."
  ) { checked in
    checked.plan.savings.compactMap { saving -> PlanFinding? in
      guard let start = checked.start(of: saving),
        let first = saving.years.first(where: { $0.amount > .zero }),
        first.year == FinancialYear(containing: start), start > first.year.firstDay + 31
      else { return nil }
      let days = start.nights(to: first.year.next.firstDay)
      let share = Double(days) / Double(first.year.days.nights)
      let part = Money(roundingPounds: first.amount.pounds * share)
      if let months = saving.partYearMonths {
        guard months > share * 12 + 0.6 else { return nil }
        return PlanFinding(
          .contradiction, saving, at: "part_year_months",
          "“\(saving.name)” begins on \(start.spoken) and counts \(Figures.number(months)) months; \(Figures.number(share * 12)) are left of \(first.year)",
          "Correct the months and the amount.", stake: first.amount - part)
      }
      let grows = saving.basis == .cumulative && saving.years.contains { $0.amount > first.amount }
      let goesOn =
        saving.basis == .incremental && saving.years.contains { $0.year > first.year && $0.amount > .zero }
      let isWorkedOut = saving.derivation.map { isPart($0, share) } ?? false
      guard saving.isPerAnnum || !(grows || goesOn || isWorkedOut) else { return nil }
      return PlanFinding(
        .contradiction, saving, at: "years",
        "“\(saving.name)” begins on \(start.spoken), \(days) days before \(first.year) ends, and claims \(Figures.pounds(first.amount)) for it\(saving.isPerAnnum ? " as a whole year's" : "") with nothing more to come: if that is a whole year's, \(Figures.roundly(part)) falls into it",
        "Write the part that falls into the year, and the full year's effect in the next; or say how many months it is for.",
        stake: first.amount - part)
    }
  }

  /// Whether what a saving is worked out from lasts no longer than what is left of the year.
  private static func isPart(_ workings: SavingLine.Derivation, _ share: Double) -> Bool {
    let whole: [String: Double] = ["week": 52.3, "night": 366, "month": 12, "year": 1]
    guard let times = workings.times, let all = whole[workings.per] else { return false }
    return times <= all * share + 0.5 * all / 12
  }
}
