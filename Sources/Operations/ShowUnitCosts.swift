import Care
import Costing
public import Reporting
import Returns
public import Units

/// What unit costs are worked out from.
public struct UnitCostOptions: Sendable {
  /// The returns.
  public var load: LoadOptions
  /// The fee ledger.
  public var fees: FeeOptions
  /// The financial year; nil for the one of the last day known.
  public var year: FinancialYear?
  /// The authority whose published unit costs are set beside; nil for none.
  public var beside: String?
  /// The council's name; nil for the folder's.
  public var council: String?

  /// Unit costs of returns and a fee ledger.
  public init(load: LoadOptions, fees: FeeOptions) {
    self.load = load
    self.fees = fees
  }
}

/// What a week of each kind of care cost.
public enum ShowUnitCosts {
  /// Reads returns and ledger and divides pounds by nights. `reference` is where published figures are kept, asked for
  /// only with `beside`.
  ///
  /// - Throws: `OperationError` where a file or a setting can't be used.
  public static func run(
    _ options: UnitCostOptions, reference: (any ReferenceRepository)?,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> UnitCostReport {
    let book = try LoadReturns.book(options.load.categories, method: .homeward)
    let reading = try ReadFees.read(options.fees, book: book)
    let returns = try LoadReturns.read(options.load, progress: progress)
    let histories = try LoadReturns.joined(returns, book: book, asOf: options.load.asOf).histories
    let year = options.year ?? FinancialYear(containing: histories.asOf)
    let costs = UnitCosts(reading.ledger, histories, in: year.days)
    guard !costs.cells.isEmpty else {
      throw .setting(
        "The ledger has no nights in \(year) up to \(histories.asOf.spoken). \(Means.said("Give another --year, or a ledger of that year.", inBrowser: "Load a ledger of that year on the page Data."))"
      )
    }
    var published: [String: PublishedComparison] = [:]
    if let name = options.beside {
      guard let reference else {
        throw .setting("There is no store of published figures yet: homeward reference add FOLDER makes one.")
      }
      published = try PublishedBeside.unitCosts(name, lastYear: year.startYear + 1, in: reference).comparisons
    }
    return UnitCostReport(
      council: options.council ?? options.load.folderName, book: book, year: year, costs: costs,
      published: published, setAside: reading.setAside.count,
      together: histories.publishedTogether(in: year))
  }
}
