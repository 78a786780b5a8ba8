public import Care
public import Units

extension SimulationInput {
  /// The simulation of the children in care histories and those to come, with rates from the days of a window. `fees`
  /// are as in `Starter.all`, `paceFrom` as in `RateModel`.
  public init(
    _ histories: CareHistories, window: ReferenceWindow, months: ForecastMonths, prices: PricePlan,
    fees: [Int64?] = [], paceFrom: CivilDay? = nil
  ) {
    self.init(
      rates: RateModel(histories, window: window, paceFrom: paceFrom),
      starters: Starter.all(in: histories, fees: fees),
      durations: KnownDurations(histories, window: window), months: months, prices: prices)
  }
}
