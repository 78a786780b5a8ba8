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
      "\(Words.number(futures)) futures are simulated as in homeward forecast. In every one the number today and all parts make the number then, exactly.",
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
      childrenSentence, costSentence(isPublished: isPublished), spreadSentence(isPublished: isPublished),
      tornadoSentence(isPublished: isPublished),
    ].filter { !$0.isEmpty }
  }

  private var childrenSentence: String {
    let change = decomposition.children
    let exits = ExitKind.allCases.map(Decomposition.ChildDriver.exits)
    let end = Int((Spread(change.ends)?.mean ?? 0).rounded())
    let parts = Apportion.wholeNumbers(
      [[.entries], exits, [.eighteenths]].map { change.spread($0)?.mean ?? 0 }, total: end - change.start)
    return
      "\(Words.count(change.start, "child was", "children were")) in care on \(asOf.spoken). By \(horizon.spoken) about \(Words.number(parts[0])) come, \(Words.number(-parts[1])) leave before 18 and \(Words.number(-parts[2])) turn 18, which leaves \(Words.number(end))."
  }

  private func costSentence(isPublished: Bool) -> String {
    let change = decomposition.weeklyCost
    guard let end = Spread(change.ends)?.mean else { return "" }
    let difference = end - Double(change.start)
    let names: [(words: String, pence: Double)] = [
      ("the number of children and who they are", [.entries, .exits, .eighteenths]),
      ("moves between placements", [.mix]), ("uplift of prices", [.price]),
    ].map { (words: String, drivers: [Decomposition.CostDriver]) in
      (words, change.spread(drivers)?.mean ?? 0)
    }
    let rises = difference >= 0
    let parts = names.map { "\($0.words) \($0.pence >= 0 ? "adds" : "takes off") \(money(abs($0.pence)))" }
    let levels =
      isPublished && !showsCostToday
      ? "A week of care would cost \(money(abs(difference))) \(rises ? "more" : "less") then than today"
      : "A week of their care costs \(money(Double(change.start))) today and would cost about \(money(end)) then, \(money(abs(difference))) \(rises ? "more" : "less")"
    let most = names.filter { ($0.pence >= 0) == rises }.max { abs($0.pence) < abs($1.pence) }
    return levels + ": " + parts.joined(separator: ", ")
      + (most.map { ". What drives the \(rises ? "rise" : "fall") most is \($0.words)" } ?? "") + "."
  }

  /// A weekly sum to the nearest £1,000.
  private func money(_ pence: Double) -> String { Words.about(Money(roundingPence: pence) ?? .zero) }

  private func spreadSentence(isPublished: Bool) -> String {
    let lines = childLines(isPublished: isPublished).compactMap { line in
      decomposition.children.shareOfSpread(line.drivers).map { (line.label, $0) }
    }
    guard let (label, share) = lines.max(by: { $0.1 < $1.1 }) else { return "" }
    return
      "Futures differ most by \(label.lowercasedFirst): \(Words.number(Int((100 * share).rounded()))) % of how far their numbers of children lie apart comes from there."
  }

  private func tornadoSentence(isPublished: Bool) -> String {
    guard let tornado, let year, let bar = tornado.bars.first else { return "" }
    func cost(_ side: Tornado.Side) -> String { Words.about(Money(roundingPence: side.cost) ?? .zero) }
    return
      "Of all that is not known, the cost of \(year) hangs most on this: \(label(bar.assumption).lowercasedFirst). At \(side(bar, bar.low, isPublished: isPublished)) it would cost \(cost(bar.low)); at \(side(bar, bar.high, isPublished: isPublished)), \(cost(bar.high))."
  }
}
