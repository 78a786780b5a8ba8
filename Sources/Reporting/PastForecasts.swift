import Forecasting
import Units

/// How forecasts like one that is shown did in the past, to stand beside it; or why that is not told.
public enum PastForecasts: Sendable {
  /// What they said and what happened, with words on how they were made.
  case judged(BacktestReport, notes: [String])
  /// Why nothing was judged, as a sentence that says what to do.
  case leftOut(String)

  static let title = "How such forecasts did in the past"

  /// The part of a text for a terminal.
  var lines: [String] {
    switch self {
    case .leftOut(let reason): return [Self.title, wrapped(reason)]
    case .judged(let report, let notes):
      let answers = [report.headline, report.costHeadline].map { wrapped($0) }
      return [Self.title] + answers + ["", report.errorTable(0).text(), report.errorTable(1).text()]
        + (report.otherDefeats + notes).map { wrapped("• " + $0) }
    }
  }

  /// The part of a page that may be published; `hidesCounts` where the page shows none.
  func section(hidesCounts: Bool) -> String {
    let body =
      switch self {
      case .leftOut(let reason): "<p>\(escaped(reason))</p>\n"
      case .judged(let report, _) where hidesCounts || report.hidesEverything:
        "<p>There are too few children to publish how forecasts of their number did: at some time fewer than six were in care.</p>\n"
      case .judged(let report, let notes):
        [report.headline, report.costHeadline].map { "<p>\(escaped($0))</p>\n" }.joined()
          + report.errorTable(0).html() + report.errorTable(1).html()
          + Page.list(report.otherDefeats + notes)
      }
    return "<h2>\(Self.title)</h2>\n" + body
  }

  /// The part of a file in JSON: either the scores, or why there are none.
  struct Document: Encodable {
    var leftOut: String?
    var headline: String?, costHeadline: String?, origins: [String]?, horizonsMonths: [Int]?
    var scores: [BacktestReport.Score]?
    var notes: [String]?
  }

  var document: Document {
    switch self {
    case .leftOut(let reason): return Document(leftOut: reason)
    case .judged(let report, let notes):
      return Document(
        headline: report.headline, costHeadline: report.costHeadline,
        origins: report.result.origins.map(\.day.description), horizonsMonths: report.horizons,
        scores: report.scores(0..<2), notes: report.otherDefeats + notes)
    }
  }
}

extension BacktestReport {
  /// How far each method was off on a measure, a row for each horizon, and how often the judged method's range held.
  func errorTable(_ measure: Int) -> ReportTable {
    let isMoney = measures[measure].kind == .cost
    let order = [judged] + Array(rivals)
    let rows = horizons.compactMap { months -> ReportTable.Row? in
      guard let own = result.score(months: months, measure: measure, method: judged) else { return nil }
      let errors = order.map { method in
        result.score(months: months, measure: measure, method: method).map {
          tenths($0.absoluteError / (isMoney ? 100_000 : 1))
        } ?? "–"
      }
      return ReportTable.Row(
        label: ahead(months).firstCapital, cells: errors + ["\(own.inside[1]) of \(own.origins)"],
        isTotal: false)
    }
    return ReportTable(
      title: isMoney ? "Cost of the month, £ thousand: off by" : "Children in care: off by",
      labels: "Forecast",
      columns: order.map { result.methods[$0].label.firstCapital } + ["Inside the 80 % range"], rows: rows,
      notes: [])
  }
}
