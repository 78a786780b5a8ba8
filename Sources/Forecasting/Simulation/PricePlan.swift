/// What simulated days cost: prices of categories month by month, how uncertain their uplift is, and the prices that
/// new stays have lately started at.
public struct PricePlan: Sendable, Equatable {
  /// Pence a week on the as-of date by category.
  public let weekly: [Int64]
  /// What a week costs in a month against the as-of date, at the mean uplift: by month, then category.
  public let index: [[Double]]
  /// How many uplifts, one each 1 April, lie between the as-of date and a month.
  public let uplifts: [Int]
  /// Mean yearly uplift, 0.03 for 3 %.
  public let upliftMean: Double
  /// Standard deviation of the yearly uplift.
  public let upliftSpread: Double
  /// Weekly prices in pence at which stays have started, brought to the as-of date's level: by age band and category
  /// (age × categories + category). Empty throughout where no fees are recorded.
  public let startingPrices: [[Int64]]
  /// The chance that a child's place in the order of prices carries over to its next stay.
  public let carriedRank: Double

  /// A plan of prices.
  public init(
    weekly: [Int64], index: [[Double]], uplifts: [Int], upliftMean: Double, upliftSpread: Double,
    startingPrices: [[Int64]] = [], carriedRank: Double = 0
  ) {
    self.weekly = weekly
    self.index = index
    self.uplifts = uplifts
    self.upliftMean = upliftMean
    self.upliftSpread = upliftSpread
    self.startingPrices = startingPrices.map { $0.sorted() }
    self.carriedRank = carriedRank
  }

  /// Every category at one price that never changes.
  public static func level(_ weekly: [Int64], months: Int) -> PricePlan {
    PricePlan(
      weekly: weekly, index: Array(repeating: Array(repeating: 1, count: weekly.count), count: months),
      uplifts: Array(repeating: 0, count: months), upliftMean: 0, upliftSpread: 0)
  }

  /// Whether stays have fees of their own.
  public var hasFees: Bool { startingPrices.contains { !$0.isEmpty } }
}

extension PricePlan {
  /// What prices are in a future against the mean uplift after a number of uplifts, as the simulation draws them.
  func deviation(after count: Int, _ draws: FutureDraws) -> Double {
    (0..<count).reduce(1.0) { deviation, uplift in
      let rise = 1 + upliftMean + upliftSpread * draws.normal(Stream.uplift, UInt32(uplift), 0)
      return deviation * max(0, rise) / (1 + upliftMean)
    }
  }
}
