import Care
import Forecasting
import Units

extension ExplainReport {
  private static let columns = ["Mean", "8 futures in 10", "Share of spread"]

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
          Words.change(mean), range(change.spread(line.drivers), Words.change),
          share(change.shareOfSpread(line.drivers)),
        ], isTotal: false)
    }
    return ReportTable(
      title: "Children in care: from \(asOf.spoken) to \(horizon.spoken)", labels: "",
      columns: Self.columns,
      rows: [
        ReportTable.Row(
          label: "In care on \(asOf.spoken)", cells: [Words.number(change.start), "", ""], isTotal: false)
      ] + rows + [
        ReportTable.Row(
          label: "In care on \(horizon.spoken)",
          cells: [Words.number(change.start + total), range(end, Words.number), ""], isTotal: true)
      ], notes: [Self.shareNote])
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
    let total = Int(((end?.mean ?? 0) / Double(size)).rounded()) - start
    var rows = zip(lines, Apportion.wholeNumbers(means, total: total)).map { line, mean in
      ReportTable.Row(
        label: line.label,
        cells: [
          Words.change(mean), range(change.spread(line.drivers), { Words.change(pounds($0)) }),
          share(change.shareOfSpread(line.drivers)),
        ], isTotal: false)
    }
    if isPublished, !showsCostToday {
      rows.append(
        ReportTable.Row(label: "Change in all", cells: [Words.change(total), "", ""], isTotal: true))
    } else {
      rows.insert(
        ReportTable.Row(
          label: "A week on \(asOf.spoken)", cells: [Words.number(start), "", ""], isTotal: false), at: 0)
      rows.append(
        ReportTable.Row(
          label: "A week on \(horizon.spoken)",
          cells: [Words.number(start + total), range(end, { Words.number(pounds($0)) }), ""], isTotal: true))
    }
    return ReportTable(
      title:
        "Cost of a week of care, £\(isPublished ? " thousand" : ""): from \(asOf.spoken) to \(horizon.spoken)",
      labels: "", columns: Self.columns, rows: rows,
      notes: [
        "Entries, exits, 18th birthdays and moves are at prices of \(asOf.spoken); uplift is what prices add by \(horizon.spoken) to the children then in care."
      ])
  }

  private static let shareNote =
    "Share of spread: how much of the difference between futures comes from it. All shares make 100 %; one below nought offsets the others."

  private func range(_ spread: Spread?, _ words: (Int) -> String) -> String {
    guard let (low, high) = spread?.interval(80) else { return "" }
    return "\(words(low)) to \(words(high))"
  }

  private func share(_ value: Double?) -> String {
    value.map { "\(Words.number(Int((100 * $0).rounded()))) %" } ?? ""
  }

  /// The assumptions in order of what they matter to the year's cost; nil where there are none.
  func tornadoTable(isPublished: Bool = false) -> ReportTable? {
    guard let tornado, let year else { return nil }
    let rows = tornado.bars.map { bar in
      ReportTable.Row(
        label: label(bar.assumption),
        cells: [
          side(bar, bar.low, isPublished: isPublished), side(bar, bar.high, isPublished: isPublished),
          millions(bar.low.cost), millions(bar.high.cost),
          Words.tenths(Int((bar.low.children * 10).rounded())),
          Words.tenths(Int((bar.high.children * 10).rounded())),
        ], isTotal: false)
    }
    return ReportTable(
      title:
        "What matters most to the cost of \(year): £\(millions(tornado.cost))m and \(Words.tenths(Int((tornado.children * 10).rounded()))) children on \(horizon.spoken) as forecast",
      labels: "Assumption",
      columns: ["Low", "High", "£m if low", "if high", "Children if low", "if high"], rows: rows,
      notes: tornadoNotes(tornado), columnsOfWords: 2)
  }

  private func tornadoNotes(_ tornado: Tornado) -> [String] {
    var notes = [
      "Each assumption is moved alone, others stay. Low and high: one time in ten it is below, one in ten above, by what the returns tell; a price is moved by a tenth."
    ]
    let chance = tornado.bars.filter(\.isChance).map { label($0.assumption).lowercasedFirst }
    if !chance.isEmpty {
      notes.append(
        "So small that chance alone may make the difference in cost: \(chance.joined(separator: "; ")).")
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

  /// What one end of an assumption means: "−9 %: 187 a year, not 205".
  func side(_ bar: Tornado.Bar, _ side: Tornado.Side, isPublished: Bool) -> String {
    if case .uplift = bar.assumption {
      return Words.percent(basisPoints: Int((side.factor * 1000).rounded()) * 10)
    }
    let change = "\(Words.change(Int(((side.factor - 1) * 100).rounded()))) %"
    guard let now = bar.plain, let then = side.plain else { return change }
    switch bar.assumption {
    case .firstPlacement, .destination:
      return "\(percent(then)), not \(percent(now))"
    default:
      if isPublished, Disclosure.isSmall(expected: now) || Disclosure.isSmall(expected: then) {
        return change
      }
      return "\(change): \(aYear(then)), not \(number(now))"
    }
  }

  private func percent(_ share: Double) -> String { Words.tenths(Int((share * 1000).rounded())) + " %" }
  private func number(_ value: Double) -> String {
    value < 20 ? Words.tenths(Int((value * 10).rounded())) : Words.number(Int(value.rounded()))
  }
  private func aYear(_ value: Double) -> String { number(value) + " a year" }
}
