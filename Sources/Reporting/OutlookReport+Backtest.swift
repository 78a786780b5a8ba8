import Forecasting

extension OutlookReport {
  /// The rivals by name.
  static func name(_ method: OutlookBacktest.Method) -> String {
    switch method {
    case .outlook: "the outlook"
    case .lastValue: "the last number"
    case .drift: "the council's own rise or fall"
    }
  }

  private var testedYears: [Int] {
    (1...OutlookBacktest.yearsTested).filter { backtest.score(.outlook, ahead: $0) != nil }
  }

  /// How well it did in the past, in plain words: how often the range held, whether a simpler way did better.
  var backtestSentences: [String] {
    guard let origins = backtest.origins, let first = backtest.score(.outlook, ahead: 1) else {
      return [
        "There are too few years of counts to say how well such an outlook did in the past."
      ]
    }
    let held = testedYears.compactMap { ahead in
      backtest.score(.outlook, ahead: ahead).map {
        "\(Self.percent($0.covered[1])) \(Self.span(ahead)) on"
      }
    }
    return [
      "Made at every 31 March from \(origins.lowerBound) to \(origins.upperBound) from what was known then, for every council with five counts in a row and \(OutlookBacktest.childrenAtLeast) children or more (\(Words.number(first.cases)) forecasts one year ahead): of outcomes \(Self.listed(held)) fell inside the 8-in-10 range."
    ] + errorSentences + [ownSentence].compactMap { $0 }
  }

  private var errorSentences: [String] {
    func errors(_ method: OutlookBacktest.Method) -> String {
      Self.listed(testedYears.compactMap { backtest.score(method, ahead: $0)?.meanError }.map(Self.percent))
    }
    let spans = Self.listed(testedYears.map(Self.span)).capitalisedFirst
    return [
      "\(spans) on, the middle was out by \(errors(.outlook)) on average; \(Self.name(.lastValue)) by \(errors(.lastValue)); \(Self.name(.drift)) by \(errors(.drift))."
    ] + [verdict(.lastValue), lostSentence, verdict(.drift)].filter { !$0.isEmpty }
  }

  /// Whether a rival was nearer, and whether by more than chance.
  private func verdict(_ rival: OutlookBacktest.Method) -> String {
    var groups: [(words: String, years: [Int])] = []
    for ahead in testedYears {
      guard let lead = backtest.lead(over: rival, ahead: ahead) else { continue }
      let side = lead.points >= 0 ? "nearer than" : "further off than"
      let isClear = abs(lead.points) > 2 * lead.standardError
      let words = isClear ? "clearly \(side) #" : "\(side) #, though by no more than chance may do,"
      if groups.last?.words == words {
        groups[groups.count - 1].years.append(ahead)
      } else {
        groups.append((words, [ahead]))
      }
    }
    let parts = groups.map { group in
      group.words.replacing("#", with: Self.name(rival)) + " " + Self.listed(group.years.map(Self.span))
        + " on"
    }
    return parts.isEmpty ? "" : "The middle was \(parts.joined(separator: "; "))."
  }

  /// In how many years the last number alone would have been nearer.
  private var lostSentence: String {
    let parts = testedYears.compactMap { ahead -> String? in
      guard let ours = backtest.score(.outlook, ahead: ahead)?.errorByOrigin,
        let theirs = backtest.score(.lastValue, ahead: ahead)?.errorByOrigin
      else { return nil }
      let lost = ours.filter { origin, error in theirs[origin].map { $0 < error } == true }
      return "\(lost.count) of \(Words.number(ours.count)) \(Self.span(ahead)) on"
    }
    return "Years in which the last number came nearer: \(Self.listed(parts))."
  }

  private var ownSentence: String? {
    let own = (backtest.trials[.outlook] ?? []).filter { $0.council == council.code }
    let parts = testedYears.compactMap { ahead -> String? in
      let trials = own.filter { $0.forecast.year - $0.origin == ahead }
      guard !trials.isEmpty else { return nil }
      return
        "\(Words.number(trials.count { $0.isInside(80) })) of \(Words.number(trials.count)) \(Self.span(ahead)) on"
    }
    return parts.isEmpty
      ? nil : "\(council.name)'s own outcomes inside the 8-in-10 range: \(Self.listed(parts))."
  }

  static func listed(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The back-test by years ahead and way of forecasting.
  func backtestTable() -> ReportTable {
    let rows = testedYears.flatMap { ahead in
      OutlookBacktest.Method.allCases.compactMap { method -> ReportTable.Row? in
        guard let score = backtest.score(method, ahead: ahead) else { return nil }
        let errors = [score.meanError, score.medianError, score.bias, score.score].map(Self.percent)
        return ReportTable.Row(
          label: method == .outlook
            ? "\(Self.span(ahead).capitalisedFirst) on: \(Self.name(method))" : Self.name(method),
          cells: [Words.number(score.cases)] + errors + score.covered.map(Self.percent), isTotal: false)
      }
    }
    return ReportTable(
      title: "Errors of forecasts of the past, and outcomes inside the ranges", labels: "Way",
      columns: ["Number", "Mean", "Median", "Bias", "Range", "5 in 10", "8 in 10", "95 in 100"],
      rows: rows,
      notes: [
        "Mean and median are the error of the middle in per cent of what came. Bias below nought: too few were forecast. Range is the continuous ranked probability score, which judges middle and range together; less is better. The last three columns say how many outcomes fell inside those ranges.",
        "The council's own rise or fall is its mean since its first count. Each way has ranges from its own errors before each 31 March.",
      ])
  }

  /// Where it won and lost: the mean error at each origin beside that of the last number.
  func originTable() -> ReportTable {
    let first = backtest.origins?.lowerBound ?? origin
    let columns = testedYears.flatMap { ["\($0): outlook", "last number"] }
    let rows = backtest.rules.enumerated().map { place, rule in
      let cells = testedYears.flatMap { ahead in
        [OutlookBacktest.Method.outlook, .lastValue].map { method in
          backtest.score(method, ahead: ahead)?.errorByOrigin[first + place].map(Self.percent) ?? ""
        }
      }
      return ReportTable.Row(
        label: "31 March \(first + place)", cells: [Self.carriedOn(rule)] + cells, isTotal: false)
    }
    return ReportTable(
      title: "Mean error by the 31 March it was made at, one, two and three years on", labels: "Made at",
      columns: ["What was carried on"] + columns, rows: rows, notes: [], columnsOfWords: 1)
  }

  private static func carriedOn(_ rule: OutlookRule) -> String {
    switch rule {
    case .lastValue: "nothing"
    case .drift: "own rise or fall"
    case .change(.council, let kept): "own change, \(kept)%"
    case .change(.region, let kept): "region's change, \(kept)%"
    case .change(.country, let kept): "England's change, \(kept)%"
    }
  }
}
