/// A report in every form.
public protocol WholeReport: Sendable {
  /// Its figures for a spreadsheet.
  func csv() -> String
  /// The charts of its page.
  func charts() -> [Chart]
  /// A page that may be published, with its charts drawn or why they are not.
  func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page
  /// Its figures for a program.
  func json() throws -> String
}

extension BacktestReport: WholeReport {}
extension MeasuresReport: WholeReport {}
extension RatesReport: WholeReport {
  /// None: its tables are the page.
  public func charts() -> [Chart] { [] }
  /// The page, which has no charts.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page { page() }
}
extension CaseReport: WholeReport {}
extension ExplainReport: WholeReport {}
extension ForecastReport: WholeReport {
  /// The charts of the page that may be published.
  public func charts() -> [Chart] { charts(grouped) }
}
extension OutlookReport: WholeReport {}
extension OutturnReport: WholeReport {}
extension ScenarioReport: WholeReport {}
extension UnitCostReport: WholeReport {}
extension PlanReport: WholeReport {}
extension RequireReport: WholeReport {
  /// None: its tables are the page.
  public func charts() -> [Chart] { [] }
  /// The page, which has no charts.
  public func page(_ pictures: Result<[String: String], ChartRenderer.Failure>) -> Page { page() }
}
