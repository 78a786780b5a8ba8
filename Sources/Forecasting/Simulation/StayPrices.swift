public import Care
import Units

/// What the fees of stays say of prices to come: the prices at which stays have lately started, and how far a child's
/// place in the order of prices carries over from one stay to the next.
public struct StayPrices: Sendable, Equatable {
  /// Weekly prices in pence at which stays started in the last months, by age band and category
  /// (age × categories + category).
  public let startingPrices: [[Int64]]
  /// The chance that a child's place in the order of prices carries over to its next stay: the rank correlation of
  /// successive stays, shrunk to 0 with the weight of `leastPairs` pairs.
  public let carriedRank: Double
  /// Pairs of successive stays it comes from.
  public let pairs: Int

  /// Pairs of stays with which 0 is believed.
  static let leastPairs = 20.0
  /// Fewest prices that make an order.
  static let leastPrices = 5

  /// The prices of stays that started in the last `months` before the as-of date.
  ///
  /// - Parameter fees: pence a week by position in `CareHistories.stays`, all brought to the as-of date's level; nil
  ///   where none is recorded.
  public init(_ histories: CareHistories, fees: [Int64?], months: Int = 24) {
    let space = CellSpace(categories: histories.book.entries.count)
    let first = histories.asOf.adding(months: -months)
    /// The pool that a stay's price belongs to.
    func pool(_ index: Int) -> Int? {
      let stay = histories.stays[index]
      let birth = histories.children[Int(stay.child)].birth
      let opening = histories.episodes[stay.episodes.lowerBound]
      return AgeBand.band(ofYears: Age.wholeYears(bornOn: birth, on: stay.start)).map {
        $0 * space.categories + opening.category.index
      }
    }
    var pools = Array(repeating: [Int64](), count: space.rows)
    for (index, stay) in histories.stays.enumerated() where first < stay.start && stay.start <= histories.asOf
    {
      let startsHere = histories.episodes[stay.episodes.lowerBound].startsStay
      guard startsHere, let fee = fees[index], let pool = pool(index) else { continue }
      pools[pool].append(fee)
    }
    pools = pools.map { $0.sorted() }
    startingPrices = pools
    var products = 0.0
    var count = 0
    for period in histories.periods {
      for index in period.stays.dropFirst() {
        guard let before = fees[index - 1], let after = fees[index],
          let from = pool(index - 1).flatMap({ StayPrices.rank(of: before, in: pools[$0]) }),
          let to = pool(index).flatMap({ StayPrices.rank(of: after, in: pools[$0]) })
        else { continue }
        // Places are even between 0 and 1, with a variance of one twelfth.
        products += 12 * (from - 0.5) * (to - 0.5)
        count += 1
      }
    }
    pairs = count
    carriedRank = min(1, max(0, products / (Double(count) + StayPrices.leastPairs)))
  }

  /// A price's place between 0 and 1 among sorted prices, in the middle of its equals; nil where they are too few to
  /// have an order or all alike.
  static func rank(of price: Int64, in prices: [Int64]) -> Double? {
    guard prices.count >= leastPrices, let least = prices.first, let most = prices.last, least < most else {
      return nil
    }
    let below = prices.count { $0 < price }
    let equal = prices.count { $0 == price }
    return (Double(below) + 0.5 * Double(equal) + 0.5) / Double(prices.count + 1)
  }
}
