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
      comparisons.isEmpty
      ? []
      : ["Council, published", isChosen ? "Councils chosen" : "Neighbours", "Region", "England", "Of year"]
    var notes = ["Nights are the middle value (the median), with the mean beside it."]
    if measures.figures.contains(where: { $0.kind == .rate(population: nil) }) {
      notes.append(
        "The rate needs the people aged 0 to 17 in the council's area: give them \(Means.said("with --population", inBrowser: "below, or choose the council"))."
      )
    }
    if !comparisons.isEmpty {
      notes.append(
        "Published figures of nights are means. \(isChosen ? "“Councils chosen” is their mean" : "“Neighbours” is the mean of the statistical neighbours"), with how many have a figure."
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
    func words(_ value: Double?) -> String { Self.words(value, measure) }
    let neighbours =
      published.neighboursMean == nil ? "–" : "\(words(published.neighboursMean)) (\(published.neighbours))"
    return [
      words(published.council), neighbours, words(published.region), words(published.england), published.year,
    ]
  }

  private var isChosen: Bool { beside.words != PublishedCouncils.none.words }

  private static func words(_ value: Double?, _ measure: Measure) -> String {
    guard let value else { return "–" }
    switch measure.kind {
    case .share: return Words.tenths(Int((value * 10).rounded())) + "%"
    case .rate: return Words.tenths(Int((value * 10).rounded()))
    case .count, .nights: return Words.number(Int(value.rounded()))
    }
  }

  /// The council among others, one by one, by the figures that are published of all; nil where none were asked for.
  func councilsTable() -> ReportTable? {
    let shown = measures.figures.filter { published[$0.id] != nil }
    guard !beside.councils.isEmpty, !shown.isEmpty else { return nil }
    func row(_ label: String, _ value: (Measure) -> Double?, isTotal: Bool = false) -> ReportTable.Row {
      ReportTable.Row(label: label, cells: shown.map { Self.words(value($0), $0) }, isTotal: isTotal)
    }
    let own = ReportTable.Row(
      label: "\(council), from the returns", cells: shown.map(words), isTotal: false)
    let others = beside.councils.map { other in row(other.name) { other.values[$0.id] } }
    let mean = isChosen ? "Mean of those chosen" : "Mean of the neighbours"
    return ReportTable(
      title: "\(beside.words), one by one", labels: "Council",
      columns: shown.map {
        $0.label.replacing(" \(measures.year.date.year)", with: "") + ", \(published[$0.id]?.year ?? "")"
      },
      rows: [own, row("\(beside.council), published") { published[$0.id]?.council }] + others + [
        row(mean) { published[$0.id]?.neighboursMean },
        row("Region") { published[$0.id]?.region },
        row("England") { published[$0.id]?.england },
      ],
      notes: [
        "Published figures are of the year in the heading, those from the returns of the year to \(measures.year.date.spoken). – stands where nothing is published, or it is kept back."
      ]
        + Set(shown.compactMap { published[$0.id]?.attribution }).sorted() + [PublishedComparison.licence])
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
