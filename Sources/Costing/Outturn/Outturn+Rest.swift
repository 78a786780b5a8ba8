import Care
import Forecasting
import Units

extension Outturn {
  /// The rest of a year over the futures. Children in care by the returns are followed by the simulation; what the
  /// ledger pays for others (packages, direct payments, a child the returns don't have) stays as committed.
  struct Rest {
    let simulated: SimulatedRest
    private let input: OutturnInput
    private let children: [ChildCost]
    private let places: [Int]
    private let isFollowed: [Bool]
    private let months: ForecastMonths

    init(_ simulated: SimulatedRest, _ input: OutturnInput, _ children: [ChildCost], _ places: [Int]) {
      self.simulated = simulated
      self.input = input
      self.children = children
      self.places = places
      let histories = input.histories
      let inCare = Set(
        histories.periods.filter { $0.end == nil && $0.start <= histories.asOf }
          .map { histories.children[Int($0.child)].id })
      isFollowed = children.map { $0.kind == .placement && inCare.contains($0.child) }
      months = ForecastMonths(after: histories.asOf, until: input.year.lastDay)
    }

    private var ahead: Range<Int> { 0..<simulated.all.months }

    /// Puts what the futures say on a line.
    func apply(to line: inout OutturnLine, at place: Int) {
      guard case .category(let category) = line.driver else { return }
      let todays = simulated.todays.costs(months: ahead, categories: [category.index])
      let all = simulated.all.costs(months: ahead, categories: [category.index])
      var followed = Money.zero
      var nights = 0.0
      for (index, child) in children.enumerated() where places[index] == place && isFollowed[index] {
        followed += child.committed
        nights += Double(child.nightsAhead)
      }
      let mean = Outturn.mean(todays)
      line.leaversAndMoves = mean - followed
      line.newStarts = Outturn.mean(all) - mean
      line.nightsAhead +=
        ahead.reduce(0.0) { $0 + simulated.all.means(.nights, month: $1)[category.index] } - nights
      let fixed = (line.actual + line.committed - followed + line.adjustments).pence
      line.spread = Spread(all.map { $0 + fixed })
    }

    /// What the children whom the simulation doesn't follow are committed to cost.
    private func unfollowed(_ cost: (ChildCost) -> Money) -> Money {
      zip(children, isFollowed).reduce(.zero) { $1.1 ? $0 : $0 + cost($1.0) }
    }

    /// How many futures there are.
    var futures: Int { simulated.all.range.count }

    /// The whole outturn, future by future: the lines' sums, in pence.
    func totals(adjusted: Money) -> [Int] {
      let all = simulated.all.costs(months: ahead, categories: Array(0..<simulated.all.categories))
      let undriven = (input.budget?.lines ?? []).filter { $0.driver == .none }
      let fixed =
        children.reduce(Money.zero) { $0 + $1.incurred } + unfollowed { $0.committed } + adjusted
        + undriven.reduce(.zero) { $0 + $1.amount }
      return all.map { $0 + fixed.pence }
    }

    /// The nights ahead of a month that ends on a day: cost by future, in pence, and their mean.
    func month(ending lastDay: CivilDay, _ month: Int) -> (costs: [Int], mean: Money)? {
      guard let index = months.lastDays.firstIndex(of: lastDay) else { return nil }
      let fixed = unfollowed { $0.committedByMonth[month] }.pence
      let costs = simulated.all.costs(
        months: index..<(index + 1), categories: Array(0..<simulated.all.categories)
      ).map { $0 + fixed }
      return (costs, Outturn.mean(costs))
    }
  }

  /// The mean of amounts in pence, to the nearest penny.
  static func mean(_ pence: [Int]) -> Money {
    guard !pence.isEmpty else { return .zero }
    return Money(roundingPence: Double(pence.reduce(0, +)) / Double(pence.count)) ?? .zero
  }
}
