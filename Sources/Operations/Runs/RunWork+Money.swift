import Costing
import Reporting
import Units

extension RunWork {
  private func ledger() throws -> FeeOptions {
    guard let path = folder.file(.fees) else {
      throw OperationError.setting("No fee ledger is loaded yet. Load one on the page Data.")
    }
    var fees = FeeOptions(path: path)
    fees.kept = try store.reading { try $0.setting("mapping.fees") }
    return fees
  }

  func unitCosts() throws -> RunResult {
    var costs = UnitCostOptions(load: try load(), fees: try ledger())
    costs.council = try council
    return try RunWork.result(of: ShowUnitCosts.run(costs, reference: nil), name: "unit-costs")
  }

  /// The outturn, with what moved since the last month that was closed when it was asked for, or since a day.
  func outturn() throws -> RunResult {
    var outturn = OutturnOptions(forecast: try forecastOptions())
    outturn.forecast.fees = try ledger()
    outturn.budget = folder.file(.budget)
    outturn.contracts = folder.file(.contracts)
    outturn.adjustments = folder.file(.adjustments)
    outturn.posted = folder.file(.actuals)
    outturn.since = try day("since")
    outturn.movesFromLastMonth = true
    let report = try ForecastOutturn.run(
      outturn,
      closed: { _, year throws(OperationError) in try closed(in: year) }, simulating: progress)
    var result = try RunWork.result(of: report, name: "outturn")
    result.figures = report.figures
    result.parts = []
    for part in [OutturnReport.Part.variance, .movement, .contracts] {
      var one = report
      one.part = part
      let own = try RunWork.result(of: one, name: "outturn")
      result.parts?.append(
        RunResult.Part(name: part.rawValue, title: own.title, body: own.body, footer: own.footer))
      result.charts += own.charts.filter { chart in !result.charts.contains { $0.id == chart.id } }
    }
    result.kept = [ClosedMonth.kept: try ClosedMonth.text(of: report.outturn.snapshot)]
    return result
  }

  /// The months signed off by the moment at which the run was asked for.
  private func closed(in year: FinancialYear) throws(OperationError) -> [ClosedMonth] {
    let months: [ClosedMonth]
    do {
      months = try store.reading { try $0.outturns.months(of: ClosedMonth.council, year) }
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .setting("The months that are closed can't be read.")
    }
    return months.filter { $0.closedAt <= moment }.map { month in
      guard let reopening = month.reopening, reopening.at > moment else { return month }
      return ClosedMonth(
        council: month.council, snapshot: month.snapshot, closedAt: month.closedAt, closedBy: month.closedBy)
    }
  }

  func fees() throws -> RunResult {
    let report = try ReconcileFees.run(forecastOptions(), ledger: try ledger())
    let page = report.page()
    return RunResult(
      title: page.title, body: page.body, footer: page.footer,
      files: [
        RunResult.File(
          name: "fees.json", type: "application/json", content: try report.json(), isSensitive: true),
        RunResult.File(
          name: "fees-findings.csv", type: "text/csv", content: FeeFindingsFile.csv(report), isSensitive: true
        ),
      ])
  }
}
