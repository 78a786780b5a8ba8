import Forecasting
import Units

extension BacktestReport {
  /// Every forecast as a long CSV: `origin,kind,months,target,measure,method,statistic,value`. Kind is `real`, or
  /// `pseudo` for an origin inside a year. Statistics are `actual`, `mean`, `p2.5` to `p97.5`, `crps` and `spread`, which
  /// says where the interval comes from. Children, and pence for the measure `cost`.
  public func csv() -> String {
    var out = "origin,kind,months,target,measure,method,statistic,value\n"
    for forecast in result.forecasts {
      let start = [
        forecast.origin.description, forecast.isPseudo ? "pseudo" : "real", String(forecast.months),
        forecast.target.description, measures[forecast.measure].id, result.methods[forecast.method].id,
      ]
      var values: [(String, String)] = [
        ("actual", "\(forecast.actual)"), ("mean", "\(forecast.prediction.mean)"),
      ]
      for (name, share) in BacktestReport.quantiles {
        values.append((name, "\(forecast.prediction.quantile(share))"))
      }
      values += [("crps", "\(forecast.crps)"), ("spread", forecast.spread.words)]
      for (statistic, value) in values { out += CSVText.line(start + [statistic]).dropLast() + ",\(value)\n" }
    }
    return out
  }

  /// The shares whose quantiles files give.
  private static let quantiles = [
    ("p2.5", 0.025), ("p10", 0.1), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p90", 0.9), ("p97.5", 0.975),
  ]

  /// The scores and verdicts as JSON, keys sorted. Children, and pence for the measure `cost`.
  public func json() throws -> String {
    try JSONText.of(
      Document(
        council: council, headline: headline, judged: result.methods.last?.id ?? "",
        origins: result.origins.map { .init(day: $0.day.description, isPseudo: $0.isPseudo) },
        horizonsMonths: horizons, years: reading.years, prices: prices, scores: scores(measures.indices),
        verdicts: ["children": verdicts(0), "cost": verdicts(1)], notes: notes, warnings: reading.warnings))
  }

  /// The scores of some measures, of every method at every horizon.
  func scores(_ some: Range<Int>) -> [Score] {
    some.flatMap { measure in
      horizons.flatMap { months in
        result.methods.indices.compactMap { method in score(measure, months, method) }
      }
    }
  }

  private func score(_ measure: Int, _ months: Int, _ method: Int) -> Score? {
    guard let score = result.score(months: months, measure: measure, method: method) else { return nil }
    let comparison =
      method == judged ? nil : result.compare(judged, with: method, months: months, measure: measure)
    return Score(
      measure: measures[measure].id, label: measures[measure].label, months: months,
      method: result.methods[method].id, origins: score.origins, meanAbsoluteError: score.absoluteError,
      bias: score.bias, crps: score.crps, inside50: score.inside[0], inside80: score.inside[1],
      inside95: score.inside[2], judgedLess: comparison?.difference,
      standardError: comparison?.standardError, verdict: comparison.map { $0.verdict.words })
  }

  /// How one method did on one measure at one horizon, in a file.
  struct Score: Encodable {
    let measure: String, label: String, months: Int, method: String, origins: Int
    let meanAbsoluteError: Double, bias: Double, crps: Double
    let inside50: Int, inside80: Int, inside95: Int
    /// The judged method's score less this one's, on the origins of both.
    let judgedLess: Double?, standardError: Double?, verdict: String?
  }

  private struct Document: Encodable {
    struct Origin: Encodable {
      let day: String, isPseudo: Bool
    }
    let council: String, headline: String, judged: String
    let origins: [Origin]
    let horizonsMonths: [Int], years: String, prices: String
    let scores: [Score]
    let verdicts: [String: [String]], notes: [String], warnings: [String]
  }
}

extension SpreadSource {
  /// Words for a file.
  var words: String {
    switch self {
    case .given: "own"
    case .ownErrors(let count): "\(count) errors"
    case .shorterHorizon(let months, let count): "\(count) errors at \(months) months"
    case .lastValue: "last value's"
    case .none: "none"
    }
  }
}

extension PairedComparison.Verdict {
  /// A word for a file, said of the method judged.
  fileprivate var words: String {
    switch self {
    case .firstBetter: "better"
    case .secondBetter: "worse"
    case .notTold: "not told"
    case .tooFew: "too few"
    }
  }
}
