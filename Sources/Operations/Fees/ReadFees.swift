public import Care
public import Costing
import Files
import Forecasting
import Foundation
import Reporting
import Units

/// Which fee ledger to read, and how.
public struct FeeOptions: Sendable {
  /// The ledger's file, CSV or XLSX.
  public var path: String
  /// A mapping file of its columns; nil for the one kept, or the headings alone.
  public var mapping: String?
  /// A table of children's numbers in the ledger and in the returns; nil where they are the same.
  public var match: String?
  /// The text of the mapping that the council's store keeps; `mapping` goes before it.
  public var kept: String?

  /// The ledger in a file.
  public init(path: String) { self.path = path }
}

/// Reads a fee ledger.
public enum ReadFees {
  /// The ledger of a file, by a mapping and a match table where there are any.
  ///
  /// - Throws: `OperationError` where a file or the mapping can't be used.
  public static func read(_ options: FeeOptions, book: CategoryBook) throws(OperationError) -> FeeReading {
    let mapping = try mapping(options)
    for path in [options.path, options.match].compactMap({ $0 })
    where !FileManager.default.fileExists(atPath: path) {
      throw .files(.notFound(path: path))
    }
    do throws(GridError) {
      let (grids, passedOver) = try GridFile.read(at: options.path)
      var match: MatchTable?
      if let path = options.match {
        guard let grid = try GridFile.read(at: path).grids.first else {
          throw GridError(file: path, problem: "every sheet is hidden: show the one with the match table.")
        }
        match = try MatchTable(grid)
      }
      var reading = try FeeReader.read(grids, mapping: mapping, match: match, book: book)
      if options.mapping == nil, options.kept != nil {
        reading.notes.append(
          "The columns were read by the mapping kept in the store\(Means.said("; --mapping gives another", inBrowser: ""))."
        )
      }
      reading.notes += passedOver + (match?.notes ?? [])
      return reading
    } catch {
      throw .table(error)
    }
  }

  /// The mapping that options name or a store keeps.
  static func mapping(_ options: FeeOptions) throws(OperationError) -> LedgerMapping {
    guard let path = options.mapping else {
      guard let kept = options.kept else { return LedgerMapping() }
      return try mapping(Array(kept.utf8), named: "kept in the store")
    }
    return try mapping(try LoadReturns.bytes(of: path), named: path)
  }

  /// The mapping in a file's text.
  static func mapping(_ yaml: [UInt8], named path: String) throws(OperationError) -> LedgerMapping {
    do throws(LedgerMappingError) {
      return try LedgerMapping(yaml: yaml, fields: LedgerField.allCases.map(\.rawValue))
    } catch {
      throw .mapping(path: path, error)
    }
  }
}

/// The fees of care histories, as a forecast takes them.
struct StayFees {
  /// Pence a week of the council's by position in `CareHistories.stays`, at the as-of date's level.
  let weekly: [Int64?]
  /// Prices at which stays have lately started.
  let prices: StayPrices
  /// Children in care today, and those of them without a fee of their own.
  let today: Int, byDefault: Int
  /// What was read, set aside and decided, in a sentence or two.
  let words: String

  init(_ reading: FeeReading, _ histories: CareHistories, prices: PriceSchedule) {
    let match = FeeMatch(reading.ledger.known(at: histories.asOf), histories)
    let recorded = match.weeklyPence(histories, prices: prices)
    let weekly = recorded.enumerated().map { index, pence -> Int64? in
      let last = histories.stays[index].episodes.upperBound - 1
      let category = histories.book[histories.episodes[last].category].id
      return pence ?? (FeeReconciliation.usuallyFree.contains(category) ? 0 : nil)
    }
    self.weekly = weekly
    self.prices = StayPrices(histories, fees: weekly)
    let present = histories.periods.filter { $0.end == nil }.map { $0.stays.upperBound - 1 }
    today = present.count
    byDefault = present.count { weekly[$0] == nil }
    let free = present.count { recorded[$0] == nil && weekly[$0] != nil }
    let aside = reading.setAside.count
    words =
      StayFees.shares(of: today, free: free, byDefault: byDefault)
      + " New stays draw from the prices at which stays began in the last 24 months."
      + (aside == 0
        ? ""
        : " \(Words.count(aside, "line", "lines")) of the ledger were set aside: \(Means.report("fees", page: "Fees held against the returns")) says which.")
      + " Months already over are at list price."
  }
}

extension StayFees {
  /// How many children cost what, where one to five are told as few: it stands on pages too.
  fileprivate static func shares(of today: Int, free: Int, byDefault: Int) -> String {
    let all = "Of \(Words.count(today, "child", "children")) in care"
    let own = today - byDefault - free
    if Disclosure.isSmall(byDefault) {
      return
        "\(all) all but a few cost the council's part of their own fee in the ledger or, with parents or adopters, nothing, having none there; priced by default: fewer than six of \(Words.number(today))."
    }
    let last = "; priced by default: \(Words.number(byDefault)) of \(Words.number(today))."
    if Disclosure.isSmall(free) || Disclosure.isSmall(own) {
      return
        "\(all), \(Words.number(own + free)) cost the council's part of their own fee in the ledger or, with parents or adopters, nothing, having none there"
        + last
    }
    return
      "\(all), \(Words.number(own)) cost the council's part of their own fee in the ledger and \(Words.number(free)), with parents or adopters, nothing, having none there"
      + last
  }
}
