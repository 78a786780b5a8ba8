import Care
public import Units

extension BacktestMethod {
  /// Homeward's own forecast: futures simulated event by event, rates estimated anew at every origin. The seed is the
  /// same at every origin.
  public static func simulated(seed: Seed, futures: Int = 500, threads: Int = 1) -> BacktestMethod {
    BacktestMethod(id: "homeward", label: "Homeward") { question in
      let histories = question.known.histories
      guard let last = question.targets.max() else { return [] }
      let months = ForecastMonths(after: question.known.origin, until: last)
      let input = SimulationInput(
        histories, window: question.window, months: months,
        prices: .level(Array(repeating: 0, count: histories.book.entries.count), months: months.count),
        paceFrom: question.known.coveredFrom)
      guard let result = Simulation(input, seed: seed).run(0..<futures, threads: threads) else { return [] }
      return zip(question.targets, question.prices).compactMap { target, prices in
        months.lastDays.firstIndex(of: target).map {
          FutureSample(result.futures, month: $0, prices: prices)
        }
      }
    }
  }
}

extension FutureSample {
  /// One month of simulated futures, their nights at `prices` pence each by category.
  public init(_ futures: Futures, month: Int, prices: [Double]) {
    self.init(
      children: (0..<futures.categories).map { category in
        futures.range.map {
          Double(futures.count(.children, future: $0, month: month, category: category))
        }
      },
      cost: futures.range.map { future in
        (0..<futures.categories).reduce(0) { sum, category in
          sum + prices[category]
            * Double(futures.count(.nights, future: future, month: month, category: category))
        }
      })
  }
}
