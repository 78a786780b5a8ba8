import Care
import Costing
import Files
import Forecasting
public import Reporting
import Returns
public import Units

/// What a financial year's placements, packages and payments come to.
public enum ForecastOutturn {
  /// Reads returns, ledger and budget, simulates the rest of the year, and puts it beside what was forecast before.
  /// `closed` are the months of the council's year that were signed off.
  ///
  /// - Throws: `OperationError` where a file or a setting can't be used.
  public static func run(
    _ options: OutturnOptions, closed: (String, FinancialYear) throws(OperationError) -> [ClosedMonth],
    progress: (Int, Int) -> Void = { _, _ in }, simulating: (Int, Int) -> Bool = { _, _ in true }
  ) throws(OperationError) -> OutturnReport {
    let ground = try OutturnGround(options, progress: progress)
    let asOf: CivilDay
    if let day = options.forecast.load.asOf { asOf = day } else { asOf = try ground.lastDay }
    let year = options.year ?? FinancialYear(containing: asOf + 1)
    guard asOf + 1 >= year.firstDay, asOf <= year.lastDay else {
      throw .setting(
        "The returns are known to \(asOf.spoken), so the outturn of \(year) can't be told from them: \(Means.said("give --year \(FinancialYear(containing: asOf + 1)), or another --as-of", inBrowser: "choose another day under “As of”"))."
      )
    }
    let outturn = try ground.outturn(
      asOf: asOf, year: year, isToday: options.forecast.load.asOf == nil, simulating: simulating)
    let council = options.forecast.council ?? options.forecast.load.folderName
    let months = try closed(council, year)
    let before = try earlier(options, ground, months, outturn, simulating)
    let scores = try options.scores ? ground.scores(of: outturn) : []
    return OutturnReport(
      council: council, book: ground.book, outturn: outturn,
      movement: before.map { Movement(from: $0, to: outturn.snapshot) },
      lastMonth: LastMonth(before, outturn), signedOff: months.map(\.words), scores: scores,
      contracts: ContractPosition.all(ground.contracts, ground.reading.ledger.known(at: asOf), asOf: asOf),
      accruals: ground.posted.map { Accrual.schedule(outturn, $0) } ?? [],
      income: ground.posted.map {
        IncomeToDate(outturn, $0, ground.reading.ledger.known(at: asOf))
      },
      futures: options.forecast.futures.count, method: ground.method(of: outturn),
      together: try ground.together(asOf: asOf, in: year))
  }

  /// The forecast that the movement is told from: as of the day asked for, else the last month that is closed, else,
  /// where that is wanted, the month's end before.
  private static func earlier(
    _ options: OutturnOptions, _ ground: OutturnGround, _ closed: [ClosedMonth], _ outturn: Outturn,
    _ simulating: (Int, Int) -> Bool
  ) throws(OperationError) -> OutturnSnapshot? {
    guard let since = options.since else {
      let last = closed.last { $0.reopening == nil && $0.snapshot.asOf < outturn.asOf }?.snapshot
      let monthEnd = outturn.asOf.startOfMonth - 1
      guard last == nil, options.movesFromLastMonth, outturn.year.firstDay <= monthEnd + 1 else {
        return last
      }
      return try ground.outturn(asOf: monthEnd, year: outturn.year, simulating: simulating).snapshot
    }
    guard outturn.year.firstDay <= since + 1, since < outturn.asOf else {
      throw .setting(
        "\(Means.said("--since", inBrowser: "“Movement since”")) takes a day of \(outturn.year) before \(outturn.asOf.spoken), such as a month's last."
      )
    }
    return try ground.outturn(asOf: since, year: outturn.year, simulating: { _, _ in true }).snapshot
  }
}

extension ClosedMonth {
  /// Who signed it off and when, and who opened it again and why.
  var words: String {
    let signed =
      "\(snapshot.asOf.spoken): \(Words.about(snapshot.total)), signed off by \(closedBy) at \(closedAt)"
    guard let reopening else { return signed + "." }
    return signed + "; opened again by \(reopening.by) at \(reopening.at): \(reopening.reason)."
  }
}
