import Forecasting
import Foundation
import Reporting
import Units

/// What a run is given, and whom it tells.
struct RunWork {
  let store: any CouncilStore
  let folder: CouncilFolder
  let options: [String: String]
  /// Today, for what is judged on a day.
  let today: CivilDay
  /// When it was asked for, in seconds since 1970: what was kept later doesn't count.
  let askedAt: Int64
  /// Who asked for it, where what comes of it is to be kept in the store beside its result; nil to keep nothing.
  let keeper: String?
  /// Told how much is done, of how much; says whether to go on.
  let progress: (_ done: Int, _ of: Int) -> Bool
  /// Takes a first result while the run goes on.
  let first: (RunResult) -> Void

  /// Works a run out.
  ///
  /// - Throws: `OperationError`, `StoreError`.
  func result(_ kind: RunKind) throws -> RunResult {
    switch kind {
    case .check: try check()
    case .measures: try measures()
    case .measureRows: try measureRows()
    case .forecast: try forecast()
    case .backtest: try backtest()
    case .explain:
      try RunWork.result(
        of: ExplainReturns.run(forecastOptions(300), simulating: progress), name: "explain")
    case .scenario: try scenario()
    case .require: try require()
    case .unitCosts: try unitCosts()
    case .outturn: try outturn()
    case .fees: try fees()
    case .planStatus: try planStatus()
    case .planCheck: try planCheck()
    case .appraisal: try appraisal()
    case .paper: try paper()
    }
  }

  // MARK: What is common to several

  /// When it was asked for, as the store keeps moments.
  var moment: String { RunQueue.moment(askedAt) }

  var council: String {
    get throws { try store.reading { try $0.setting("council") } ?? "The council" }
  }

  func load() throws -> LoadOptions {
    guard folder.documents.contains(where: { $0.kind == .returns }) else {
      throw OperationError.setting("No returns are loaded yet. Load them on the page Data.")
    }
    var load = LoadOptions(path: folder.returns)
    load.categories = folder.file(.categories)
    load.combine = true
    load.asOf = try day("asOf")
    return load
  }

  func day(_ name: String) throws -> CivilDay? {
    guard let text = options[name], !text.isEmpty else { return nil }
    guard let day = CivilDay(text) else {
      throw OperationError.setting("\(text) is no day. Write it as 2027-03-31.")
    }
    return day
  }

  func number(_ name: String, _ range: ClosedRange<Int>) throws -> Int? {
    guard let text = options[name], !text.isEmpty else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw OperationError.setting(
        "\(text) won't do: write a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  func forecastOptions(_ usual: Int = 1_000) throws -> ForecastOptions {
    var forecast = ForecastOptions(load: try load())
    forecast.prices = folder.file(.prices)
    forecast.fees = folder.file(.fees).map(FeeOptions.init(path:))
    forecast.futures = 0..<(try number("futures", 10...20_000) ?? usual)
    forecast.seed = UInt64(try number("seed", 1...1_000_000_000) ?? 1)
    forecast.until = try day("until")
    forecast.reference = try reference()
    if let uplift = options["uplift"], !uplift.isEmpty {
      guard let percent = Money(pounds: uplift), abs(percent.pence) < 10_000 else {
        throw OperationError.setting("\(uplift) is no percentage: write it as 3 or 3.5.")
      }
      forecast.uplift = percent.pence
    }
    forecast.threads = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
    forecast.council = try council
    forecast.within = folder.path
    return forecast
  }

  /// The days from which rates are taken; nil for the usual ones.
  private func reference() throws -> ReferenceWindow? {
    guard let from = try day("ratesFrom") else { return nil }
    guard let to = try day("ratesTo"), let window = ReferenceWindow(from: from, to: to) else {
      throw OperationError.setting(
        "Rates are taken from a first day to a last one after it: write both, as 2022-04-01 and 2025-03-31.")
    }
    return window
  }

  /// A report as a part of a page, its charts to be drawn by the browser, and its figures as files for those who may
  /// see small numbers.
  static func result(of report: some WholeReport, name: String) throws -> RunResult {
    let charts = report.charts()
    let places = Dictionary(charts.map { ($0.id, "<div class=\"chart\" data-chart=\"\($0.id)\"></div>") }) {
      $1
    }
    let page = report.page(.success(places))
    return RunResult(
      title: page.title, body: page.body, footer: page.footer,
      charts: try charts.map {
        RunResult.DrawnChart(id: $0.id, specification: try $0.specification(), words: $0.description)
      },
      files: [
        RunResult.File(name: name + ".csv", type: "text/csv", content: report.csv(), isSensitive: true),
        RunResult.File(
          name: name + ".json", type: "application/json", content: try report.json(), isSensitive: true),
      ])
  }

  // MARK: One by one

  private func measures() throws -> RunResult {
    var measures = MeasureOptions(load: try load())
    measures.council = try council
    measures.population = try number("population", 1...10_000_000)
    if let own = options["beside"] {
      guard try options["statistics"] == MeasuresChoice.digest(of: store.reference) else {
        throw OperationError.setting(
          "The published figures changed since this was asked for. Choose the council again below.")
      }
      let published = try PublishedBeside.find(
        own, others: MeasuresChoice.names(options["with"] ?? ""), in: store.reference)
      measures.published = published.comparisons
      measures.beside = published.councils
      measures.population = measures.population ?? published.population
      measures.authority = published.authority
    }
    return try RunWork.result(
      of: MeasureReturns.run(measures, progress: { _ = progress($0, $1) }).report, name: "measures")
  }

  /// A first picture from few futures, then the whole.
  private func forecast() throws -> RunResult {
    var own = try forecastOptions()
    let whole = own.futures
    if whole.count > 100 {
      own.futures = 0..<50
      own.looksBack = false
      first(
        try RunWork.result(
          of: ForecastReturns.run(own, simulating: { _, _ in progress(0, whole.count) }).report,
          name: "forecast"))
    }
    own.futures = whole
    own.looksBack = options["looksBack"] != "no"
    let report = try ForecastReturns.run(own, simulating: progress).report
    var result = try RunWork.result(of: report, name: "forecast")
    result.figures = report.figures
    return result
  }

  private func backtest() throws -> RunResult {
    var backtest = BacktestOptions(load: try load())
    backtest.prices = folder.file(.prices)
    backtest.council = try council
    return try RunWork.result(
      of: BacktestReturns.run(backtest, progress: { _ = progress($0, $1) }), name: "backtest")
  }

  func named(_ kind: DocumentKind) throws -> String {
    let name = options["file"] ?? folder.documents.first { $0.kind == kind }?.name ?? ""
    guard let path = folder.file(kind, named: name) else {
      throw OperationError.setting("There is no \(kind.label.lowercased()) called “\(name)”. Add it first.")
    }
    return path
  }

  /// A first picture from few futures, then the whole. The scenario itself is an option, so that the same scenario gives
  /// the same result under whatever name it is kept.
  private func scenario() throws -> RunResult {
    guard let text = options["scenario"] else {
      throw OperationError.setting("No scenario is given. Begin one on the page Forecast.")
    }
    func result(_ report: ScenarioReport) throws -> RunResult {
      var result = try RunWork.result(of: report, name: "scenario")
      result.figures = report.figures
      return result
    }
    return try result(
      CompareScenario.run(
        forecastOptions(500), scenario: .text(text), few: 40,
        first: { report in if let early = try? result(report) { first(early) } }, simulating: progress))
  }
}
