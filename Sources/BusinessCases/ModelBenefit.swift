public import Units

/// What an initiative simulated by the forecast saves in the cost of care, its own delivery cost left out: a case states
/// that among its costs.
public struct ModelBenefit: Sendable, Equatable {
  /// Where a line takes its benefit from.
  public struct Source: Sendable, Equatable {
    /// The scenario's file, from the folder of the case.
    public let scenario: String
    /// The initiative's id in it.
    public let initiative: String

    /// An initiative of a scenario.
    public init(scenario: String, initiative: String) {
      self.scenario = scenario
      self.initiative = initiative
    }
  }

  /// Saving by year and future, in pence of the case's price year; every year has the same futures.
  public let savings: [FinancialYear: [Double]]
  /// How many futures there are.
  public let futures: Int

  /// Savings by year and future.
  public init(savings: [FinancialYear: [Double]], futures: Int) {
    self.savings = savings
    self.futures = futures
  }

  /// The mean saving of a year over the futures, in pence.
  public func mean(of year: FinancialYear) -> Double {
    guard futures > 0, let values = savings[year] else { return 0 }
    return values.reduce(0, +) / Double(futures)
  }
}
