import Care
import Forecasting
import Units

extension ExplainReport {
  private static let columns = ["Mean", "8 futures in 10"]

  /// The change in children: the number today, what adds and takes off, and the number then.
  func childrenTable(isPublished: Bool = false) -> ReportTable {
    let change = decomposition.children
    let lines = childLines(isPublished: isPublished)
    let means = lines.map { change.spread($0.drivers)?.mean ?? 0 }
    let end = Spread(change.ends)
    let total = Int((end?.mean ?? 0).rounded()) - change.start
    let rows = zip(lines, Apportion.wholeNumbers(means, total: total)).map { line, mean in
      ReportTable.Row(
        label: line.label,
        cells: [
          Words.change(mean), range(change.spread(line.drivers), Words.change, isCount: isPublished),
        ], isTotal: false)
    }
    return ReportTable(
      title: "Children in care: from \(asOf.spoken) to \(horizon.spoken)", labels: "",
      columns: Self.columns,
      rows: [
        ReportTable.Row(
          label: "In care on \(asOf.spoken)", cells: [Words.number(change.start), ""], isTotal: false)
      ] + rows + [
        ReportTable.Row(
          label: "In care on \(horizon.spoken)",
          cells: [Words.number(change.start + total), range(end, Words.number)], isTotal: true)
      ], notes: [])
  }

  /// The change in the weekly cost in pounds. Where today's may not be published, the change alone.
  func costTable(isPublished: Bool = false) -> ReportTable {
    let change = decomposition.weeklyCost
    let lines = costLines(isPublished: isPublished)
    let size = isPublished ? 100_000 : 100
    func pounds(_ pence: Int) -> Int { Int((Double(pence) / Double(size)).rounded()) }
    let means = lines.map { (change.spread($0.drivers)?.mean ?? 0) / Double(size) }
    let start = pounds(change.start)
    let end = Spread(change.ends)
    let isWhole = !isPublished || showsCostToday
    let total = self.total(in: size, isWhole: isWhole)
    var rows = zip(lines, Apportion.wholeNumbers(means, total: total)).map { line, mean in
      ReportTable.Row(
        label: line.label,
        cells: [
          Words.change(mean), range(change.spread(line.drivers), { Words.change(pounds($0)) }),
        ], isTotal: false)
    }
    if !isWhole {
      rows.append(
        ReportTable.Row(label: "Change in all", cells: [Words.change(total), ""], isTotal: true))
    } else {
      rows.insert(
        ReportTable.Row(
          label: "A week on \(asOf.spoken)", cells: [Words.number(start), ""], isTotal: false), at: 0)
      rows.append(
        ReportTable.Row(
          label: "A week on \(horizon.spoken)",
          cells: [Words.number(start + total), range(end, { Words.number(pounds($0)) })], isTotal: true))
    }
    return ReportTable(
      title:
        "Cost of a week of care, £\(isPublished ? " thousand" : ""): from \(asOf.spoken) to \(horizon.spoken)",
      labels: "", columns: Self.columns, rows: rows,
      notes: [
        "Entries, exits, 18th birthdays and moves are at prices of \(asOf.spoken); uplift is what prices add by \(horizon.spoken) to the children then in care."
      ])
  }

  /// The change in the weekly cost in units of pence: as the levels printed differ, or on its own.
  func total(in size: Int, isWhole: Bool) -> Int {
    let change = decomposition.weeklyCost
    let (start, end) = (Double(change.start) / Double(size), (Spread(change.ends)?.mean ?? 0) / Double(size))
    return isWhole ? Int(end.rounded()) - Int(start.rounded()) : Int((end - start).rounded())
  }

  /// Eight futures in ten. Of a count that is published, an edge of one to five is not told.
  private func range(_ spread: Spread?, _ words: (Int) -> String, isCount: Bool = false) -> String {
    guard let (low, high) = spread?.interval(80) else { return "" }
    let (near, far) = abs(low) < abs(high) ? (low, high) : (high, low)
    if isCount, Disclosure.isSmall(abs(near)) { return "up to \(words(far))" }
    return "\(words(low)) to \(words(high))"
  }

  /// The assumptions in order of what they matter to the year's cost; nil where there are none.
  func tornadoTable(isPublished: Bool = false) -> ReportTable? {
    guard let tornado, let year else { return nil }
    func row(_ bar: Tornado.Bar, _ side: Tornado.Side, isHigh: Bool) -> ReportTable.Row {
      ReportTable.Row(
        label: "\(label(bar.assumption)), \(end(of: bar.assumption, isHigh: isHigh))",
        cells: [
          words(bar, side, isPublished: isPublished), millions(side.cost), tenths(side.children),
        ], isTotal: false)
    }
    return ReportTable(
      title:
        "What the cost of \(year) hangs on most: £\(millions(tornado.cost))m and \(tenths(tornado.children)) children on \(horizon.spoken) as forecast",
      labels: "Assumption", columns: ["Which means", "£m", "Children"],
      rows: bars(isPublished: isPublished).flatMap {
        [row($0, $0.low, isHigh: false), row($0, $0.high, isHigh: true)]
      },
      notes: tornadoNotes(bars(isPublished: isPublished), tornado.untold), columnsOfWords: 1)
  }

  private func tornadoNotes(_ bars: [Tornado.Bar], _ untold: [Assumption]) -> [String] {
    var notes = [
      "Each assumption is moved alone, others stay. Low and high: one time in ten it is below, one in ten above, by what the returns tell. A price is not seen in the returns: its lines are a stated tenth less and more, not chances of one in ten."
    ]
    func list(_ assumptions: [Assumption]) -> String {
      assumptions.map { label($0).lowercasedFirst }.joined(separator: "; ")
    }
    let chance = bars.filter(\.isChance).map(\.assumption)
    if !chance.isEmpty {
      notes.append("So small that chance alone may make the difference in cost: \(list(chance)).")
    }
    if !untold.isEmpty {
      notes.append("Left out, too seldom seen to tell how far it may be off: \(list(untold)).")
    }
    return notes
  }

  private func millions(_ pence: Double) -> String {
    let hundredths = Int((pence / 1_000_000).rounded())
    return "\(Words.number(hundredths / 100)).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  func label(_ assumption: Assumption) -> String {
    func name(_ category: Int) -> String { book.entries[category].label.lowercasedFirst }
    switch assumption {
    case .entries: return "Entries at today's pace"
    case .drift: return "Drift of entries from today on"
    case .firstPlacement(let category): return "First placed in \(name(category))"
    case .exits(let kind): return kind.label
    case .moves: return "Changes of placement"
    case .destination(let category): return "Moves that lead to \(name(category))"
    case .uplift: return "Uplift of prices a year"
    case .price(let category): return "Price of \(name(category))"
    }
  }

  /// How an end of an assumption is called: a price's is stated, others' are what the returns tell.
  func end(of assumption: Assumption, isHigh: Bool) -> String {
    if case .price = assumption { return "a stated tenth \(isHigh ? "more" : "less")" }
    return isHigh ? "high" : "low"
  }

  /// What one end of an assumption means: "9 % fewer: 187 a year, not 205".
  func words(_ bar: Tornado.Bar, _ side: Tornado.Side, isPublished: Bool) -> String {
    let percent = Int(((side.factor - 1) * 100).rounded())
    let size = "\(abs(percent)) %"
    let change = "\(size) \(percent < 0 ? "fewer" : "more")"
    switch bar.assumption {
    case .uplift: return Words.percent(basisPoints: Int((side.factor * 1000).rounded()) * 10)
    case .price: return "\(size) \(percent < 0 ? "lower" : "higher")"
    case .firstPlacement, .destination:
      let all = bar.assumption.isOfMoves ? flows.allMoves : flows.entries
      guard
        !isPublished
          || ![bar.plain, bar.low.plain, bar.high.plain].contains(where: { isFew(all * ($0 ?? 0)) })
      else {
        return change
      }
      return "\(share(side.plain)), not \(share(bar.plain))"
    case .entries, .drift, .exits, .moves:
      guard let now = bar.plain, let then = side.plain, !isPublished || !(isFew(now) || isFew(then))
      else { return change }
      return "\(change): \(number(then)) a year, not \(number(now))"
    }
  }

  private func isFew(_ value: Double) -> Bool { Disclosure.isSmall(expected: value) }
  private func share(_ share: Double?) -> String { "\(tenths((share ?? 0) * 100)) %" }
  private func tenths(_ value: Double) -> String { Words.tenths(Int((value * 10).rounded())) }
  private func number(_ value: Double) -> String {
    value < 50 ? tenths(value) : Words.number(Int(value.rounded()))
  }
}
