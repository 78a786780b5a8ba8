import Units

/// Costs of coalitions of initiatives, simulated on the same children. A coalition is a set of positions as bits.
struct Coalitions {
  let initiatives: [Initiative]
  private let input: SimulationInput
  private let seed: Seed
  private let futures: Range<Int>
  private let months: Range<Int>
  private let threads: Int
  private var costs: [Int: [Int]] = [:]
  private var children: [Int: [Int]] = [:]
  private var without: Futures?
  private var with: Futures?
  private var actions: Actions?

  init(_ input: SimulationInput, seed: Seed, futures: Range<Int>, months: Range<Int>, threads: Int) {
    initiatives = ActingInitiative.ordered(input.initiatives, months: input.months).map(\.initiative)
    self.input = input
    self.seed = seed
    self.futures = futures
    self.months = months
    self.threads = threads
  }

  private var all: Int { (1 << initiatives.count) - 1 }

  /// The coalitions that must be simulated: all, or those met on the way along some orders; each alone in any case.
  func needed(_ orders: [[Int]]?) -> [Int] {
    guard let orders else { return Array(0...all) }
    var needed: Set<Int> = [0, all]
    for index in initiatives.indices { needed.insert(1 << index) }
    for order in orders {
      var coalition = 0
      for index in order {
        coalition |= 1 << index
        needed.insert(coalition)
      }
    }
    return needed.sorted()
  }

  /// Simulates one coalition and keeps its costs; false where stopped.
  mutating func simulate(_ coalition: Int, stopped: () -> Bool) -> Bool {
    var input = input
    input.initiatives = initiatives.indices.filter { coalition >> $0 & 1 == 1 }.map { initiatives[$0] }
    let result = Simulation(input, seed: seed).run(futures, threads: threads, progress: { _ in !stopped() })
    guard let result else { return false }
    let categories = Array(0..<result.futures.categories)
    var costs = result.futures.costs(months: months, categories: categories)
    if let actions = result.actions {
      for (place, future) in futures.enumerated() {
        for month in months {
          for number in actions.initiatives.indices {
            costs[place] += actions.cost(number, future: future, month: month)
          }
        }
      }
    }
    self.costs[coalition] = costs
    children[coalition] = result.futures.counts(
      .children, month: result.futures.months - 1, categories: categories)
    if coalition == 0 { without = result.futures }
    if coalition == all { (with, actions) = (result.futures, result.actions) }
    return true
  }

  func overlap(_ orders: [[Int]]?) -> Overlap? {
    guard let without, let with, let actions, let joint = saving(all),
      let childrenNone = children[0], let childrenAll = children[all]
    else { return nil }
    let shares = orders.map(sampled) ?? exact()
    let parts = initiatives.indices.map { index in
      Overlap.Part(
        initiative: initiatives[index], alone: saving(1 << index) ?? [], share: shares[index].mean,
        cases: futures.map { future in
          (0..<with.months).reduce(0) { $0 + actions.cases(index, future: future, month: $1) }
        },
        fewerAlone: zip(childrenNone, children[1 << index] ?? []).map { $0 - $1 },
        samplingError: shares[index].error)
    }
    return Overlap(
      parts: parts, joint: joint, fewerTogether: zip(childrenNone, childrenAll).map { $0 - $1 },
      without: without, with: with, actions: actions, months: months)
  }

  private func saving(_ coalition: Int) -> [Int]? {
    guard let none = costs[0], let some = costs[coalition] else { return nil }
    return zip(none, some).map { $0 - $1 }
  }

  /// What an initiative adds to a coalition, by future.
  private func added(_ index: Int, to coalition: Int) -> [Double] {
    zip(costs[coalition] ?? [], costs[coalition | 1 << index] ?? []).map { Double($0 - $1) }
  }

  /// Shapley's value over all coalitions: each weighs |S|! (n − |S| − 1)! / n!.
  private func exact() -> [(mean: [Double], error: Double)] {
    let count = initiatives.count
    var weights = Array(repeating: 1.0 / Double(count), count: count)
    for size in 1..<max(1, count) where count > 1 {
      weights[size] = weights[size - 1] * Double(size) / Double(count - size)
    }
    return initiatives.indices.map { index in
      var sum = Array(repeating: 0.0, count: futures.count)
      for coalition in 0...all where coalition >> index & 1 == 0 {
        let weight = weights[coalition.nonzeroBitCount]
        for (place, value) in added(index, to: coalition).enumerated() { sum[place] += weight * value }
      }
      return (sum, 0)
    }
  }

  /// The average over sampled orders, with the standard error of its mean over pairs of an order and its reverse.
  private func sampled(_ orders: [[Int]]) -> [(mean: [Double], error: Double)] {
    var sums = initiatives.map { _ in Array(repeating: 0.0, count: futures.count) }
    var means = initiatives.map { _ in [Double]() }
    for order in orders {
      var coalition = 0
      for index in order {
        let value = added(index, to: coalition)
        for (place, one) in value.enumerated() { sums[index][place] += one / Double(orders.count) }
        means[index].append(value.reduce(0, +) / Double(max(1, value.count)))
        coalition |= 1 << index
      }
    }
    return initiatives.indices.map { index in
      let pairs = stride(from: 0, to: means[index].count - 1, by: 2).map {
        (means[index][$0] + means[index][$0 + 1]) / 2
      }
      let mean = pairs.reduce(0, +) / Double(pairs.count)
      let variance = pairs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, pairs.count - 1))
      return (sums[index], (variance / Double(pairs.count)).squareRoot())
    }
  }
}
