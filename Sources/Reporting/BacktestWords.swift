import Forecasting
import Units

extension BacktestReport {
  /// The answer in a few sentences: whether the method judged is worth its trouble a year ahead.
  public var headline: String {
    let months = mainHorizon
    guard let own = result.score(months: months, measure: 0, method: judged) else { return "" }
    return
      "Forecast \(ahead(months)) from \(Words.count(own.origins, "day", "days")) in the past with only what was known then, the \(result.methods[judged].label) method was off by \(children(own.absoluteError)) on average. "
      + answer(0, months)
  }

  /// The same of the cost.
  var costHeadline: String {
    let months = mainHorizon
    guard let own = result.score(months: months, measure: 1, method: judged) else { return "" }
    let error = Words.about(Money(pence: Int(own.absoluteError.rounded())))
    return "The cost of a month, \(ahead(months)), was off by \(error) on average. " + answer(1, months)
  }

  /// Whether the method judged did better than the simpler ones on a measure, or they did.
  private func answer(_ measure: Int, _ months: Int) -> String {
    let better = rivals.filter { verdict(months, measure, $0) == .secondBetter }
    let worse = rivals.filter { verdict(months, measure, $0) == .firstBetter }
    if !better.isEmpty {
      return
        "A simpler method did better, by more than chance explains: \(names(better)). Rather believe that."
    }
    if worse.isEmpty {
      return
        "From so few days it can't be told from chance whether it is better or worse than \(names(Array(rivals), "or"))."
    }
    if worse.count == rivals.count {
      return "That is better than every simpler method, by more than chance explains."
    }
    return
      "It was better than \(names(worse)), by more than chance explains; from \(names(rivals.filter { !worse.contains($0) })) it can't be told."
  }

  private func names(_ methods: [Int], _ word: String = "and") -> String {
    listed(methods.map { result.methods[$0].label }, word)
  }

  /// At the horizons of which the answers do not speak: where a simpler method did better, a sentence each.
  var otherDefeats: [String] {
    [0, 1].flatMap { measure in
      horizons.filter { $0 != mainHorizon }.compactMap { months in
        let better = rivals.filter { verdict(months, measure, $0) == .secondBetter }
        guard !better.isEmpty else { return nil }
        return
          "Of \(measure == 0 ? "the children in care" : "the cost") \(ahead(months)) a simpler method gave the better forecast, by more than chance explains: \(names(better)). Rather believe that."
      }
    }
  }

  /// What the scores say at each horizon of a measure, a sentence or two each.
  func verdicts(_ measure: Int) -> [String] {
    horizons.compactMap { months in
      guard let own = result.score(months: months, measure: measure, method: judged) else { return nil }
      let start = "\(ahead(months).firstCapital), over \(Words.count(own.origins, "origin", "origins"))"
      let name = result.methods[judged].label
      return "\(start): the error of \(name) was \(against(months, measure).joined(separator: "; "))."
    } + unjudged
  }

  /// How the error of the method judged compares with the rivals', those told from chance first.
  private func against(_ months: Int, _ measure: Int) -> [String] {
    let compared = rivals.map { rival in
      (rival, result.compare(judged, with: rival, months: months, measure: measure))
    }.filter { $0.1.count > 0 }
    let isTold = { (verdict: PairedComparison.Verdict) in verdict == .firstBetter || verdict == .secondBetter
    }
    func words(_ some: [(Int, PairedComparison)]) -> String {
      listed(some.map { "\(share($0.1)) that of \(result.methods[$0.0].label)" })
    }
    let told = compared.filter { isTold($0.1.verdict) }
    let untold = compared.filter { !isTold($0.1.verdict) }
    let tooFew = untold.allSatisfy { $0.1.verdict == .tooFew }
    return (told.isEmpty ? [] : [words(told) + ", more than chance explains"])
      + (untold.isEmpty
        ? []
        : [words(untold) + (tooFew ? ", from too few origins to tell" : ", which can't be told from chance")])
  }

  /// Horizons asked for at which nothing can be judged yet, in a sentence.
  private var unjudged: [String] {
    let missing = result.horizons.filter { !horizons.contains($0) }
    guard !missing.isEmpty else { return [] }
    return [
      "\(listed(missing.map(ahead)).firstCapital) nothing can be judged: the returns hold no origin with a year known before it and that long after it."
    ]
  }

  /// A verdict on the method judged, first, against a rival.
  func verdict(_ months: Int, _ measure: Int, _ rival: Int) -> PairedComparison.Verdict {
    result.compare(judged, with: rival, months: months, measure: measure).verdict
  }

  private func share(_ comparison: PairedComparison) -> String {
    guard let gain = comparison.gain else { return comparison.first > 0 ? "larger than" : "nought like" }
    let percent = Int((abs(gain) * 100).rounded())
    return percent == 0
      ? "the same size as" : "\(Words.number(percent)) % \(gain > 0 ? "smaller" : "larger") than"
  }

  /// "12 months ahead".
  func ahead(_ months: Int) -> String { "\(Words.count(months, "month", "months")) ahead" }

  private func children(_ count: Double) -> String {
    let tenths = Int((count * 10).rounded())
    return tenths == 10 ? "1 child" : "\(Words.tenths(tenths)) children"
  }

  private func listed(_ words: [String], _ word: String = "and") -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// What every reader of the tables must know.
  var notes: [String] {
    let pseudo = result.origins.count { $0.isPseudo }
    var notes = [
      "Each origin is a day in the past; a method knows only the returns made by then. What happened is taken from the latest returns.",
      "Off by: the mean size of the error of the expected number. Bias: the mean error; above nought it said too many. Score (CRPS): the error of the whole forecast, its interval included, in the same unit; smaller is better, and the verdicts go by it. Inside: how many of the outcomes lay in the interval that should hold half, four in five and nineteen in twenty of them.",
      "A difference is called more than chance explains only beyond two standard errors of the paired differences, more where origins are few; origins closer together than the horizon count for less. Of twenty differences that are chance alone, one is called more.",
      "Cost is that of the calendar month ending on the day forecast, at list price. Past and future are priced alike, so that children and placements are judged and not the price list. \(prices)",
    ]
    if result.forecasts.contains(where: { $0.spread != .given }) {
      notes.append(
        "Methods that give a number and no interval get one from their own errors known at the origin, at shorter horizons where there were too few."
      )
    }
    let changed = result.origins.filter { origin in
      let difference = abs((origin.childrenNow ?? origin.childrenThen) - origin.childrenThen)
      let isShown = ![origin.childrenThen, origin.childrenNow ?? 0].contains(where: Disclosure.isSmall)
      return isShown && difference >= Disclosure.smallestShown && difference * 50 > origin.childrenThen
    }
    notes += changed.map { origin in
      "On \(origin.day.spoken) the returns of the time had \(Words.number(origin.childrenThen)) children in care, the latest returns have \(Words.number(origin.childrenNow ?? 0)): forecasts from that day begin with the wrong number, whatever the method."
    }
    if pseudo > 0 {
      notes.append(
        "\(Words.number(pseudo)) of \(Words.count(result.origins.count, "origin lies", "origins lie")) inside a year (pseudo): that year's return was cut there, later ends blanked. What the year's end put right was not known then, so these look a little better than they were."
      )
    }
    return notes
  }
}

extension String {
  var firstCapital: String { prefix(1).uppercased() + dropFirst() }
}
