import Forecasting

extension OutlookReport {
  /// The outlook as a long, stable CSV: `code,council,year,statistic,value`, the neighbours' after the council's.
  public func csv() -> String {
    var out = "code,council,year,statistic,value\n"
    for council in [council] + neighbours {
      func add(_ year: Int, _ statistic: String, _ value: String) {
        out += CSVText.line([council.code, council.name, String(year), statistic, value])
      }
      for (year, count) in council.counts.sorted(by: { $0.key < $1.key }) {
        add(year, "count", String(count))
      }
      for year in council.outlook {
        for (name, value) in Self.statistics(year) { add(year.year, name, String(value)) }
      }
    }
    return out
  }

  /// The outlook as JSON, keys sorted.
  public func json() throws -> String { try JSONText.of(document) }

  /// A year's numbers by name, in whole children.
  private static func statistics(_ year: OutlookYear) -> [(name: String, value: Int)] {
    [("middle", Int(year.centre.rounded()))]
      + year.intervals.flatMap { interval in
        [
          ("low\(interval.percent)", Int(interval.low.rounded())),
          ("high\(interval.percent)", Int(interval.high.rounded())),
        ]
      }
  }

  private var document: JSONValue {
    [
      "council": object(council), "neighbours": .array(neighbours.map(object)),
      "headline": .string(headline), "lastYear": .number(Double(origin)), "rule": .string(ruleSentence),
      "intervals": .string(intervalSentence), "backtest": backtestObject,
      "cautions": .array(cautions.map { .string($0) }), "attribution": .string(Self.attribution),
    ]
  }

  private func object(_ council: Council) -> JSONValue {
    [
      "name": .string(council.name), "code": .string(council.code),
      "counts": .array(
        council.counts.sorted { $0.key < $1.key }.map { year, count in
          ["year": .number(Double(year)), "children": .number(Double(count))]
        }),
      "outlook": .array(
        council.outlook.map { year in
          var members: [String: JSONValue] = ["year": .number(Double(year.year))]
          for (name, value) in Self.statistics(year) { members[name] = .number(Double(value)) }
          return .object(members)
        }),
    ]
  }

  private var backtestObject: JSONValue {
    func rounded(_ value: Double) -> JSONValue { .number((1000 * value).rounded() / 1000) }
    let scores = OutlookBacktest.Method.allCases.flatMap { method in
      (1...OutlookBacktest.yearsTested).compactMap { ahead -> JSONValue? in
        guard let score = backtest.score(method, ahead: ahead) else { return nil }
        return [
          "method": .string(method.rawValue), "yearsAhead": .number(Double(ahead)),
          "forecasts": .number(Double(score.cases)), "meanErrorPercent": rounded(score.meanError),
          "medianErrorPercent": rounded(score.medianError), "biasPercent": rounded(score.bias),
          "rangeErrorPercent": rounded(score.score), "inside50": rounded(score.covered[0]),
          "inside80": rounded(score.covered[1]), "inside95": rounded(score.covered[2]),
        ]
      }
    }
    return [
      "firstOrigin": backtest.origins.map { .number(Double($0.lowerBound)) } ?? .null,
      "lastOrigin": backtest.origins.map { .number(Double($0.upperBound)) } ?? .null,
      "scores": .array(scores), "inWords": .array(backtestSentences.map { .string($0) }),
    ]
  }
}
