import Care
import Costing
import Files
import Forecasting
import Reporting
import Returns
import Units

/// All files that an outturn is made from, read once: outturns as of any day can be made of them.
struct OutturnGround {
  let options: OutturnOptions
  let book: CategoryBook
  let returns: ReturnSet
  let prices: PriceSchedule
  let priceSource: String
  let warnings: [String]
  let reading: FeeReading
  let budget: Budget?
  let contracts: ContractBook
  let adjustments: [Adjustment]
  let posted: Accounts?

  init(_ options: OutturnOptions, progress: (Int, Int) -> Void) throws(OperationError) {
    self.options = options
    let book = try LoadReturns.book(options.forecast.load.categories, method: .homeward)
    self.book = book
    let (prices, source, warnings) = try ForecastReturns.schedule(options.forecast, book)
    (self.prices, priceSource, self.warnings) = (prices, source, warnings)
    guard let fees = options.forecast.fees else {
      throw .setting("An outturn needs the fee ledger: give it \(Means.file("--fees")).")
    }
    reading = try ReadFees.read(fees, book: book)
    budget = try options.budget.map { path throws(OperationError) in
      let bytes = try LoadReturns.bytes(of: path)
      do throws(BudgetError) { return try Budget(csv: bytes, book: book) } catch {
        throw .finance(path: path, what: "budget", error.description)
      }
    }
    contracts =
      try options.contracts.map { path throws(OperationError) in
        let bytes = try LoadReturns.bytes(of: path)
        do throws(ContractError) { return try ContractBook(csv: bytes) } catch {
          throw .finance(path: path, what: "list of contracts", error.description)
        }
      } ?? .none
    adjustments =
      try options.adjustments.map { path throws(OperationError) in
        let bytes = try LoadReturns.bytes(of: path)
        do throws(BudgetError) { return try Adjustment.read(csv: bytes) } catch {
          throw .finance(path: path, what: "list of adjustments", error.description)
        }
      } ?? []
    posted = try options.posted.map { path throws(OperationError) in try ReadAccounts.posted(path) }
    returns = try LoadReturns.read(options.forecast.load, progress: progress)
  }

  /// The last day that the returns know.
  var lastDay: CivilDay {
    get throws(OperationError) { try LoadReturns.joined(returns, book: book, asOf: nil).histories.asOf }
  }

  /// The outturn of a year from what was known on a day.
  func outturn(
    asOf: CivilDay, year: FinancialYear, isToday: Bool = false, simulating: (Int, Int) -> Bool
  ) throws(OperationError) -> Outturn {
    let built = try LoadReturns.joined(returns.known(at: asOf), book: book, asOf: asOf)
    let histories = built.histories
    // Looking back, what was stated of later days was not known yet.
    let ledger = isToday ? reading.ledger.begun(by: asOf) : reading.ledger.known(at: asOf)
    var input = OutturnInput(
      year: year, histories: histories, ledger: ledger, budget: budget, prices: prices,
      slippage: EndDateSlippage(ledger, by: asOf))
    input.adjustments = adjustments
    if asOf < year.lastDay, !options.forecast.futures.isEmpty {
      input.simulated = try simulated(built, until: year.lastDay, simulating)
    }
    return Outturn(input)
  }

  /// The categories that whatever is published of a year's nights up to a day puts together.
  func together(asOf: CivilDay, in year: FinancialYear) throws(OperationError) -> [Category] {
    try LoadReturns.joined(returns.known(at: asOf), book: book, asOf: asOf).histories
      .publishedTogether(in: year)
  }

  private func simulated(
    _ built: BuiltHistories, until: CivilDay, _ simulating: (Int, Int) -> Bool
  ) throws(OperationError) -> SimulatedRest {
    let histories = built.histories
    let coverage = Coverage(built.returns, asOf: histories.asOf)
    let window = try coverage.window(options.forecast.reference, method: .homeward)
    let months = ForecastMonths(after: histories.asOf, until: until)
    let fees = StayFees(reading, histories, prices: prices)
    let plan = PricePlan(
      prices, months: months, book: book, upliftSpread: options.forecast.upliftSpread,
      stays: fees.prices)
    let input = SimulationInput(
      histories, window: window, months: months, prices: plan, fees: fees.weekly,
      paceFrom: options.forecast.reference == nil ? coverage.unbrokenFrom : nil)
    guard input.rates.exits.days.contains(where: { $0 > 0 }) else {
      throw .setting(
        "Nobody was in care from \(window.first.spoken) to \(window.last.spoken), so no rate can be taken from these days. \(Means.said("Choose others with --reference, or give --futures 0 for commitments alone.", inBrowser: "Add earlier returns on the page Data."))"
      )
    }
    let all = try run(input) { simulating($0, 2 * options.forecast.futures.count) }
    let todays = try run(input.todaysChildren) {
      simulating($0 + options.forecast.futures.count, 2 * options.forecast.futures.count)
    }
    return SimulatedRest(all: all, todays: todays)
  }

  private func run(
    _ input: SimulationInput, _ progress: (Int) -> Bool
  ) throws(OperationError) -> Futures {
    let result = Simulation(input, seed: Seed(options.forecast.seed)).run(
      options.forecast.futures, threads: options.forecast.threads, progress: progress)
    guard let result else { throw .cancelled }
    return result.futures
  }

  /// Forecasts of the year from each month's end before an outturn's as-of date, held against what the year has come to:
  /// the ledger's nights of the whole year where it is over, otherwise nothing can be scored.
  func scores(of outturn: Outturn) throws(OperationError) -> [OutturnScore] {
    guard outturn.asOf == outturn.year.lastDay else {
      throw .setting(
        "--scores holds earlier forecasts against the whole year, so the returns must be known to \(outturn.year.lastDay.spoken): they are known to \(outturn.asOf.spoken)."
      )
    }
    var scores: [OutturnScore] = []
    for month in outturn.months.dropLast() {
      let day = month.days.end - 1
      let then = try self.outturn(asOf: day, year: outturn.year, simulating: { _, _ in true })
      let snapshot = then.snapshot
      let next = snapshot.nextMonth.flatMap { next in
        outturn.months.first { $0.days.end - 1 == next.lastDay }.map { (next.cost, next.range, $0.actual) }
      }
      scores.append(
        OutturnScore(
          asOf: day, expected: snapshot.total, range: snapshot.range,
          committed: then.lines.reduce(.zero) { $0 + $1.actual + $1.committed + $1.adjustments },
          actual: outturn.total, nextMonth: next))
    }
    return scores
  }

  /// Where an outturn comes from and what a reader must know.
  func method(of outturn: Outturn) -> [String] {
    let defaulted = outturn.children.filter(\.isPricedByDefault)
    let money = defaulted.reduce(Money.zero) { $0 + $1.total }
    var words = [
      "The fee ledger has \(Words.count(reading.ledger.lines.count, "rate period", "rate periods")); \(Words.count(reading.setAside.count, "row was", "rows were")) set aside. What others pay is taken off.",
      "Priced by default, for want of a fee: \(Disclosure.isSmall(defaulted.count) ? "fewer than six" : Words.number(defaulted.count)) of \(Words.number(outturn.children.count)) placements and packages\(Disclosure.isSmall(defaulted.count) ? "" : ", " + Words.about(money)). \(priceSource)",
    ]
    if outturn.totals != nil {
      words.append(
        "The rest of the year is simulated \(Words.number(options.forecast.futures.count)) times: today's children leave, move and turn 18, and others come, at rates from the returns; a new stay costs what such stays have lately begun at. Money in the ledger for children whom the returns don't have stays as committed."
      )
    }
    if options.forecast.load.asOf == nil, let last = reading.ledger.lastDay,
      last > outturn.asOf.adding(months: 2)
    {
      words.append(
        "The ledger tells of days up to \(last.spoken), the returns to \(outturn.asOf.spoken): what the ledger knew later is left out. Give a later extract of the return to use it."
      )
    }
    return words + warnings
  }
}
