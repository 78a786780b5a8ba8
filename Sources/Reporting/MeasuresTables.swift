import Care
import Units

extension MeasuresReport {
  /// The figures by themselves; published ones beside them where there are any.
  func figuresTable() -> ReportTable {
    let comparisons = measures.figures.compactMap { published[$0.id] }
    let rows = measures.figures.map { measure in
      ReportTable.Row(
        label: measure.label,
        cells: [words(measure), measure.kind == .count ? "" : counted(measure), outOf(measure)]
          + (comparisons.isEmpty ? [] : compared(measure)), isTotal: false)
    }
    let mean =
      comparisons.isEmpty ? [] : ["Council, published", "Neighbours", "Region", "England", "Of year"]
    var notes = ["Nights are the middle value (the median), with the mean beside it."]
    if measures.figures.contains(where: { $0.kind == .rate(population: nil) }) {
      notes.append(
        "The rate needs the people aged 0 to 17 in the council's area: give them with --population.")
    }
    if !comparisons.isEmpty {
      notes.append(
        "Published figures of nights are means. “Neighbours” is the mean of the statistical neighbours, with how many have a figure."
      )
      notes += Set(comparisons.map(\.attribution)).sorted()
      notes.append(PublishedComparison.licence)
    }
    notes += measures.figures.filter { !$0.leftOut.isEmpty }.map {
      "\($0.label): \(leftOut($0)) left out, because \($0.whyLeftOut)."
    }
    return ReportTable(
      title: "The figures", labels: "Measure", columns: ["Figure", "Counted", "Out of"] + mean, rows: rows,
      notes: notes)
  }

  private func compared(_ measure: Measure) -> [String] {
    guard let published = published[measure.id] else { return ["", "", "", "", ""] }
    func words(_ value: Double?) -> String {
      guard let value else { return "–" }
      switch measure.kind {
      case .share: return Words.tenths(Int((value * 10).rounded())) + "%"
      case .rate: return Words.tenths(Int((value * 10).rounded()))
      case .count, .nights: return Words.number(Int(value.rounded()))
      }
    }
    let neighbours =
      published.neighboursMean == nil ? "–" : "\(words(published.neighboursMean)) (\(published.neighbours))"
    return [
      words(published.council), neighbours, words(published.region), words(published.england), published.year,
    ]
  }

  /// A figure in parts.
  func table(_ breakdown: MeasureBreakdown) -> ReportTable {
    let all = breakdown.parts + [breakdown.whole]
    let isNights = breakdown.whole.kind == .nights
    let rows = all.enumerated().map { index, measure in
      ReportTable.Row(
        label: measure.label, cells: [counted(measure)] + cells(measure, isNights: isNights),
        isTotal: index == all.count - 1)
    }
    let noun = breakdown.id == "returned" ? "Periods" : "Children"
    return ReportTable(
      title: breakdown.title, labels: breakdown.heading,
      columns: [noun] + (isNights ? ["Median nights", "Mean nights"] : ["Share"]), rows: rows, notes: [])
  }

  private func cells(_ measure: Measure, isNights: Bool) -> [String] {
    switch value(measure, isPart: true) {
    case .nights(let median, let mean): [Words.wholeOfTenths(median), Words.wholeOfTenths(mean)]
    case .percent(let tenths): [Words.tenths(tenths) + "%"]
    case .count(let count): [count > 0 ? "100.0%" : ""]
    case nil: Array(repeating: MeasuresReport.keptBack, count: isNights ? 2 : 1)
    default: Array(repeating: "", count: isNights ? 2 : 1)
    }
  }

  /// The sum of periods of care, which always ties: "412 open on 31 March 2025 + 172 started in the year …".
  var flowSentence: String {
    let flow = measures.flow.filter { $0.id != "periods-appeared" || !$0.numerator.isEmpty }
    guard flow.allSatisfy({ value($0) != nil }) else {
      return
        "Periods of care open the day before the year, with those started, less those ceased, are those open on the date: checked, and not shown, since it would give a small number away."
    }
    var out = "Periods of care: "
    for (index, measure) in flow.enumerated() {
      let sign = measure.id == "periods-ceased" ? " − " : measure.id == "periods-closing" ? " = " : " + "
      out += (index == 0 ? "" : sign) + counted(measure) + " " + measure.label.lowercasedFirst
    }
    return out + "."
  }

  /// What the word for a number kept back means.
  var keptBackSentence: String {
    "“\(MeasuresReport.keptBack)” is a count of one to five, or one kept back so that such a count can't be worked out."
  }
}
