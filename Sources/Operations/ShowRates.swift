import Care
public import Forecasting
public import Reporting
import Returns
import Units

/// Which rates to show.
public struct RatesOptions: Sendable {
  /// The returns.
  public var load: LoadOptions
  /// The days from which rates are estimated; nil for the forecast's own choice.
  public var reference: ReferenceWindow?
  /// A scenario's file, whose changed rates are shown beside.
  public var scenario: String?
  /// The council's name; nil for the folder's.
  public var council: String?

  /// The rates of the returns at a path.
  public init(load: LoadOptions) { self.load = load }
}

/// Shows the rates that a forecast of the same returns draws from.
public enum ShowRates {
  /// The seed that a forecast has where none is given.
  private static let seed = Seed(1)

  /// Reads the returns, estimates the rates and draws them as the forecast does.
  ///
  /// - Throws: `OperationError` where the returns, the scenario or a setting can't be used.
  public static func run(
    _ options: RatesOptions, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> RatesReport {
    let book = try LoadReturns.book(options.load.categories, method: .homeward)
    let built = try LoadReturns.run(options.load, book: book, progress: progress)
    let asOf = built.histories.asOf
    let coverage = Coverage(built.returns, asOf: asOf)
    let window = try coverage.window(options.reference, method: .homeward)
    let scenario = try options.scenario.map { path throws(OperationError) in
      try ReadScenario.scenario(path, book: book, asOf: asOf)
    }
    let rates = RateModel(
      built.histories, window: window, paceFrom: options.reference == nil ? coverage.unbrokenFrom : nil)
    let table = RateTable(
      rates, changes: scenario.map { RateAdjustments($0.scenario.rateChanges, rates: rates) }, asOf: asOf,
      seed: seed)
    var warnings = coverage.warnings(window)
    if let scenario {
      warnings += scenario.warnings.map(\.description)
      if scenario.scenario.rateChanges.isEmpty {
        warnings.append(
          "The scenario changes no rate, so “changed” is as “used”. What its initiatives do is no rate: homeward forecast shows it."
        )
      }
    }
    return RatesReport(
      council: options.council ?? options.load.folderName, book: book, table: table,
      scenario: scenario?.scenario.name,
      reading: ReadingSummary(built, isAsOfStated: options.load.asOf != nil, warnings: warnings))
  }
}
