import ArgumentParser
import Costing
import Files
import Operations
import Reporting
import Store
import Units

struct OutturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outturn",
    abstract: "Say what a financial year's placements will come to, against the budget.",
    discussion: """
      Actual to date from the fee ledger, commitments to their planned ends (moved
      by how far the council's ends have slipped) or 18th birthdays, and what the
      forecast expects beyond them: children who leave, move and come. Every part
      adds to the whole, and the whole has an interval.

      EXAMPLES
        homeward outturn returns --fees fees.xlsx --budget budget.csv
        homeward outturn returns --fees fees.csv --as-of 2025-09-30 --since 2025-08-31
        homeward outturn returns --fees fees.csv --close "Finance partner"
        homeward outturn returns --fees fees.csv --reopen "Finance partner" --why "Late invoices"
        homeward outturn returns --fees fees.csv --scores
        homeward outturn returns --fees fees.csv --xlsx outturn.xlsx --html outturn.html

      budget.csv has the columns cost_centre,subjective,name,category,pounds,nights;
      --contracts contract,provider,kind,from,to,places,after_nights,weekly_pounds,
      spot_weekly_pounds,uplift_on,uplift_percent; --adjustments kind,cost_centre,
      subjective,pounds,owner,reason,expires; --posted cost_centre,subjective,
      financial_year,period,type,pounds.
      --close signs a month off and locks it in the store; the next forecast shows
      what moved since, child by child in the spreadsheet. The spreadsheet names
      children: keep it as you keep the ledger.
      Exit codes: homeward --help.
      """)

  @OptionGroup var returns: ReturnsOptions
  @OptionGroup var basis: BasisOptions

  @Option(help: ArgumentHelp("The year's budget, a CSV.", valueName: "file"), completion: .file())
  var budget: String?
  @Option(help: ArgumentHelp("Contracts, a CSV.", valueName: "file"), completion: .file())
  var contracts: String?
  @Option(help: ArgumentHelp("Money added by hand, a CSV.", valueName: "file"), completion: .file())
  var adjustments: String?
  @Option(
    help: ArgumentHelp("What the general ledger shows to date, a CSV, for accruals.", valueName: "file"),
    completion: .file())
  var posted: String?
  @Option(help: ArgumentHelp("The financial year, such as 2025/26.", valueName: "year"))
  var year: FinancialYear?
  @Option(
    help: ArgumentHelp(
      "Tell the movement since the forecast of this day. Usually since the last closed month.",
      valueName: "date"))
  var since: CivilDay?
  @Flag(help: "Hold forecasts from every month's end of a year that is over against what it came to.")
  var scores = false

  @Option(help: ArgumentHelp("Sign this month's forecast off and lock it; who does.", valueName: "who"))
  var close: String?
  @Option(
    help: ArgumentHelp("Open the month of the as-of date again; who does. Needs --why.", valueName: "who"))
  var reopen: String?
  @Option(help: ArgumentHelp("Why the month is opened again.", valueName: "reason"))
  var why: String?

  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup var output: OutputOptions
  @Option(
    help: ArgumentHelp(
      "Write a spreadsheet: outturn, months, movement child by child, commitments, accruals.",
      valueName: "file"),
    completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  func validate() throws {
    if (reopen == nil) != (why == nil) {
      throw ValidationError("--reopen and --why go together: who opens a closed month again, and why.")
    }
    if reopen != nil, close != nil { throw ValidationError("Reopen the month first, then close it.") }
    if simulation.save != nil || simulation.use != nil {
      throw ValidationError("An outturn's futures are not saved: leave out --save and --use.")
    }
  }

  func run() throws {
    try Terminal.run {
      try Terminal.checkOutputs(
        [("--csv", output.csv), ("--html", output.html), ("--xlsx", xlsx)],
        inputs: [basis.prices, returns.categories, basis.fees, budget, contracts, adjustments, posted],
        folder: returns.folder)
      var options = OutturnOptions(forecast: try basis.forecast(returns, simulation))
      options.budget = budget
      options.contracts = contracts
      options.adjustments = adjustments
      options.posted = posted
      options.year = year
      options.since = since
      options.scores = scores
      let kept = try key.existing(store)?.outturns
      let report = try ForecastOutturn.run(
        options,
        closed: { council, year throws(OperationError) in
          guard let kept else { return [] }
          return try OperationError.storing { () throws(StoreError) in try kept.months(of: council, year) }
        }, progress: Progress(quiet: returns.quiet).report,
        simulating: simulation.progress(quiet: returns.quiet))
      if let reopen, let why {
        let months = try key.open(store, to: "month.reopen", report.outturn.asOf.description).outturns
        try CloseMonth.reopen(
          report.outturn.asOf, of: report.council, by: reopen, why: why, at: Moment.now, in: months)
        Terminal.say("Opened again: that is kept, with who and why.")
      }
      if let close {
        let months = try key.open(store, to: "month.close", report.outturn.asOf.description).outturns
        try CloseMonth.close(
          report.outturn.snapshot, of: report.council, by: close, at: Moment.now, in: months)
        Terminal.say("Closed, signed off by \(close).")
      }
      if let xlsx {
        try report.workbook().write(to: xlsx)
        Terminal.say("Wrote \(xlsx). It names children: keep it as you keep the ledger.")
      }
      try output.give(report, text: report.text())
    }
  }
}
