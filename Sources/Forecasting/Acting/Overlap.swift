public import Units

/// What initiatives save alone, together and, of the saving together, each one's fair share: on the same simulated
/// children, so that an effect two of them claim is counted once.
///
/// A coalition S saves v(S) = cost(none) − cost(S) in each future, its own running costs inside. The fair share is
/// Shapley's (A value for n-person games, 1953): what an initiative adds to those before it, averaged over all orders.
public struct Overlap: Sendable {
  /// One initiative's part.
  public struct Part: Sendable {
    /// The initiative.
    public let initiative: Initiative
    /// What it saves on its own, by future, in pence.
    public let alone: [Int]
    /// Its share of the joint saving, by future, in pence; the shares of all add up to the joint saving.
    public let share: [Double]
    /// Children it acted on when all act, by future.
    public let cases: [Int]
    /// Children fewer in care on the last day if it acts alone, by future.
    public let fewerAlone: [Int]
    /// The standard error of the mean share that comes from sampling orders, in pence; nought where all are counted.
    public let samplingError: Double
  }

  /// The initiatives, in the order in which they take children.
  public let parts: [Part]
  /// What all save together, by future, in pence.
  public let joint: [Int]
  /// Children fewer in care on the last day if all act, by future.
  public let fewerTogether: [Int]
  /// The futures without initiatives.
  public let without: Futures
  /// The futures with all of them.
  public let with: Futures
  /// What they did.
  public let actions: Actions
  /// The months whose cost is compared.
  public let months: Range<Int>

  /// What stand-alone savings claim beyond the joint saving, by future, in pence: negative where initiatives help each
  /// other.
  public var overlap: [Int] {
    joint.indices.map { future in parts.reduce(0) { $0 + $1.alone[future] } - joint[future] }
  }

  /// The most initiatives for which every coalition is simulated.
  public static let exactUpTo = 8
  /// Orders sampled where there are more; each is taken forwards and backwards.
  static let sampledOrders = 12

  /// About how many runs sharing the saving of that many initiatives takes.
  public static func runs(of count: Int) -> Int {
    count <= exactUpTo ? 1 << count : min(1 << min(count, 30), 2 * sampledOrders * (count - 1) + 2)
  }

  /// Simulates the coalitions of an input's initiatives; nil where there are none, or where `progress`, told how many
  /// runs of how many are done, answers false.
  public static func measure(
    _ input: SimulationInput, seed: Seed, futures: Range<Int>, months: Range<Int>, threads: Int = 1,
    progress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) -> Overlap? {
    guard !input.initiatives.isEmpty else { return nil }
    var coalitions = Coalitions(input, seed: seed, futures: futures, months: months, threads: threads)
    let count = coalitions.initiatives.count
    let orders = count <= exactUpTo ? nil : sampledOrders(of: count, seed: seed)
    let needed = coalitions.needed(orders)
    for (done, coalition) in needed.enumerated() {
      guard progress(done, needed.count),
        coalitions.simulate(coalition, stopped: { !progress(done, needed.count) })
      else { return nil }
    }
    _ = progress(needed.count, needed.count)
    return coalitions.overlap(orders)
  }

  private static func sampledOrders(of count: Int, seed: Seed) -> [[Int]] {
    (0..<sampledOrders).flatMap { number -> [[Int]] in
      var order = Array(0..<count)
      for place in stride(from: count - 1, to: 0, by: -1) {
        let bits = seed.pair(UInt32(place), UInt32(number), 0, Stream.coalitions).0
        order.swapAt(place, Int(bits >> 33) % (place + 1))
      }
      return [order, order.reversed()]
    }
  }
}
