import Care
import Costing
import Reporting
import Rules
import Units

/// Prices what hangs on the rules' findings.
enum MoneyAtStake {
  /// Nights, children and money for each rule and in all, at the price list's price of each placement on the first of
  /// its nights in the year.
  static func of(
    _ run: RuleRun, book: CategoryBook, prices: PriceSchedule, named: String
  ) -> StakeSummary {
    let stake = AtStake(run)
    let costs = stake.stretches.map { stretch -> Stake in
      let category = book.category(
        place: stretch.placement, provider: stretch.provider, in: run.collection.year
      ).0
      let rate = prices.rate(of: category, on: stretch.nights.start)
      let nights = stretch.nights.nights
      return Stake(
        nights: nights, money: rate?.cost(ofNights: nights) ?? .zero, unpricedNights: rate == nil ? nights : 0
      )
    }
    return StakeSummary(
      total: costs.reduce(Stake.none, +),
      byRule: stake.byRule.map { $0.reduce(Stake.none) { $0 + costs[$1] } }, prices: named)
  }
}
