import Units

/// What initiatives cost and earn, and what they change in fees.
extension ActedRun {
  /// Puts delivery, posts, beds and changed fees on the months of a future that is done.
  func price() {
    for (number, one) in acting.enumerated() {
      for month in 0..<actions.months {
        let days = one.activeDays[month]
        guard days > 0 else { continue }
        actions.add(delivery(one, number, month, days: days), number, future, month)
        switch one.initiative.kind {
        case .changePrice(let categories, let basisPoints, let aboveNights):
          let change = Double(basisPoints) / 10_000 * effects[number] * share(one, month)
          changeFees(categories, by: change, aboveNights: aboveNights, month)
        case .changeStaffing(let posts, let premium):
          let years = one.strengthDays[month] / 365.25
          actions.add(
            -rounded(posts * effects[number] * Double(premium.pence) * years), number, future, month)
        case .earnIncome(let beds, let price, let cost, let occupancy):
          let weeks = one.strengthDays[month] / 7
          let sold = min(1, occupancy * effects[number]) * Double(price.pencePerWeek)
          actions.add(
            rounded((Double(cost.pencePerWeek) - sold) * Double(beds) * weeks), number, future, month)
        default: break
        }
      }
    }
  }

  /// What it costs to run in a month: by the day, by the child and once.
  private func delivery(_ one: ActingInitiative, _ number: Int, _ month: Int, days: Int) -> Int64 {
    let cost = one.initiative.cost
    let isFirst =
      month == 0 ? one.start <= 1 || one.activeDays[0] > 0 : one.activeDays[..<month].allSatisfy { $0 == 0 }
    return rounded(Double(cost.perYear.pence) * Double(days) / 365.25)
      + Int64(cost.perCase.pence * actions.cases(number, future: future, month: month))
      // What began before the forecast was paid for before it.
      + (isFirst && one.start >= 1 ? Int64(cost.once.pence) : 0)
  }

  /// The part of a month's effect that is reached.
  private func share(_ one: ActingInitiative, _ month: Int) -> Double {
    one.strengthDays[month] / Double(run.ground.monthDays.base[month])
  }

  /// Changes what a month's nights cost in some categories, of a volume tier only those beyond it.
  private func changeFees(_ categories: Set<Int>?, by change: Double, aboveNights: Int?, _ month: Int) {
    let width = run.categories
    let changed = (0..<width).filter { categories?.contains($0) ?? true }
    let nights = changed.reduce(0) { $0 + Int(run.counts[(month * 5 + 4) * width + $1]) }
    let part = aboveNights.map { nights > $0 ? Double(nights - $0) / Double(nights) : 0 } ?? 1
    for category in changed {
      let before = run.pence[month * width + category]
      run.pence[month * width + category] = max(0, before + rounded(Double(before) * change * part))
    }
  }

  private func rounded(_ pence: Double) -> Int64 {
    pence < 0 ? -Int64(0.5 - pence) : Int64(pence + 0.5)
  }
}
