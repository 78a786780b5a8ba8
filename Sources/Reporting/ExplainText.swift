import Forecasting
import Units

extension ExplainReport {
  /// The report for a terminal: what drives the forecast in sentences, then the tables. Small numbers are shown.
  public func text() -> String {
    var parts = [title, ""] + sentences().map { wrapped($0) } + [""]
    parts += [childrenTable(), costTable(), tornadoTable()].compactMap { $0 }.map(ExplainReport.narrow)
    parts += ["How it was made"] + howItWasMade.map { wrapped("• " + $0) }
    return parts.joined(separator: "\n") + "\n"
  }

  private static func narrow(_ table: ReportTable) -> String {
    let bare = ReportTable(
      title: table.title, labels: table.labels, columns: table.columns, rows: table.rows, notes: [],
      columnsOfWords: table.columnsOfWords)
    return bare.text() + table.notes.map { wrapped($0) + "\n" }.joined()
  }

  var howItWasMade: [String] {
    [
      "\(Words.number(futures)) futures are simulated as in \(Means.report("forecast", page: "Forecast")). In every one the number today and all parts make the number then, exactly.",
      "Rates come from \(method.window.first.spoken) to \(method.window.last.spoken). \(method.prices)",
    ]
      + (tornado == nil
        ? []
        : [
          "Every run of the assumptions is on the same draws of chance, so that what differs is the assumption."
        ]) + method.cautions
  }

  /// What drives the change, and what matters most, in sentences.
  func sentences(isPublished: Bool = false) -> [String] {
    [
      childrenSentence(isPublished: isPublished), costSentence(isPublished: isPublished),
      spreadSentence(isPublished: isPublished),
      tornadoSentence(isPublished: isPublished),
    ].filter { !$0.isEmpty }
  }

  private func childrenSentence(isPublished: Bool) -> String {
    let change = decomposition.children
    let exits = ExitKind.allCases.map(Decomposition.ChildDriver.exits)
    let end = Int((Spread(change.ends)?.mean ?? 0).rounded())
    let means = [[.entries], exits, [.eighteenths]].map { change.spread($0)?.mean ?? 0 }
    let parts = Apportion.wholeNumbers(means, total: end - change.start)
    let isFew = isPublished && means.contains { Disclosure.isSmall(expected: abs($0)) }
    let leave =
      isFew
      ? "\(Words.number(-parts[1] - parts[2])) leave care or turn 18"
      : "\(Words.number(-parts[1])) leave before 18 and \(Words.number(-parts[2])) turn 18"
    return
      "\(Words.count(change.start, "child was", "children were")) in care on \(asOf.spoken). By \(horizon.spoken) about \(Words.number(parts[0])) come\(isFew ? " and" : ",") \(leave), which leaves \(Words.number(end))."
  }

  private func costSentence(isPublished: Bool) -> String {
    let change = decomposition.weeklyCost
    let isWhole = !isPublished || showsCostToday
    let total = total(in: 100_000, isWhole: isWhole)
    let names: [(words: String, drivers: [Decomposition.CostDriver])] = [
      ("the number of children and who they are", [.entries, .exits, .eighteenths]),
      ("moves between placements", [.mix]), ("uplift of prices", [.price]),
    ]
    let parts = Apportion.wholeNumbers(
      names.map { (change.spread($0.drivers)?.mean ?? 0) / 100_000 }, total: total)
    let rises = total >= 0
    let words = zip(names, parts).map {
      "\($0.words) \($1 >= 0 ? "adds" : "takes off") \(thousands(abs($1)))"
    }
    let more = "\(thousands(abs(total))) \(rises ? "more" : "less")"
    let start = Int((Double(change.start) / 100_000).rounded())
    let levels =
      isWhole
      ? "A week of their care costs \(thousands(start)) today and would cost about \(thousands(start + total)) then, \(more)"
      : "A week of care would cost \(more) then than today"
    // The money of few moves is not told on its own.
    if isPublished, Disclosure.isSmall(expected: size(.mix)) { return levels + "." }
    let most = zip(names, parts).filter { ($1 >= 0) == rises }.max { abs($0.1) < abs($1.1) }
    return levels + ": " + words.joined(separator: ", ")
      + (most.map { ". What drives the \(rises ? "rise" : "fall") most is \($0.0.words)" } ?? "") + "."
  }

  private func thousands(_ count: Int) -> String { count == 0 ? "£0" : "£\(Words.number(count)),000" }

  private func spreadSentence(isPublished: Bool) -> String {
    let lines = childLines(isPublished: isPublished).compactMap { line -> (String, Spread, Double)? in
      guard let spread = decomposition.children.spread(line.drivers),
        let share = decomposition.children.shareOfSpread(line.drivers)
      else { return nil }
      return (line.label, spread, share)
    }
    guard let (label, spread, _) = lines.max(by: { $0.2 < $1.2 }) else { return "" }
    let ends = [spread.interval(80).low, spread.interval(80).high].map(abs).sorted()
    return
      "What makes the futures' numbers of children differ most is \(label.lowercasedFirst): \(Words.number(ends[0])) to \(Words.number(ends[1])) in eight futures of ten."
  }

  private func tornadoSentence(isPublished: Bool) -> String {
    guard let year, let bar = bars(isPublished: isPublished).first else { return "" }
    func end(_ side: Tornado.Side) -> String {
      "(\(words(bar, side, isPublished: isPublished))) it would be \(Words.about(Money(roundingPence: side.cost) ?? .zero))"
    }
    return
      "Of all that is not known, the cost of \(year) hangs most on this: \(label(bar.assumption).lowercasedFirst). If \(self.end(of: bar.assumption, isHigh: false)) \(end(bar.low)); if \(self.end(of: bar.assumption, isHigh: true)) \(end(bar.high))."
  }
}
