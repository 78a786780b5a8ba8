public import Care
import Units

/// The measures with all that a reader needs to judge them: what every output is made from.
///
/// Small numbers are kept back unless it is made for those who hold the returns.
public struct MeasuresReport: Sendable {
  /// The council or folder the returns came from.
  public let council: String
  /// The measures.
  public let measures: MeasureSet
  /// What they were made from.
  public let reading: ReadingSummary
  /// Published figures by measure, where there are any.
  public let published: [String: PublishedComparison]
  /// The councils whose published figures stand beside, one by one.
  public let beside: PublishedCouncils
  /// Whether small numbers are kept back.
  public let isSuppressed: Bool
  private let hidden: Set<String>

  /// What stands for a number that is kept back, as in the national statistics.
  static let keptBack = "c"

  /// A report; `isSuppressed` is false only for people who hold the returns. `together` names the categories that
  /// other reports on the same histories put together, all others standing there by themselves.
  public init(
    council: String, measures: MeasureSet, reading: ReadingSummary,
    published: [String: PublishedComparison] = [:], beside: PublishedCouncils = .none,
    isSuppressed: Bool = true, together: Set<String> = []
  ) {
    self.beside = beside
    self.council = council
    self.measures = measures
    self.reading = reading
    self.published = published
    self.isSuppressed = isSuppressed
    let cells = MeasuresReport.cells(measures) + MeasuresReport.elsewhere(measures, together)
    hidden = isSuppressed ? Suppression.hidden(cells) : []
  }

  /// The counts by category of the same day that forecasts show.
  private static func elsewhere(_ measures: MeasureSet, _ together: Set<String>) -> [Suppression.Cell] {
    guard !together.isEmpty, let parts = measures.breakdowns.first(where: { $0.id == "placement" })?.parts
    else { return [] }
    let names = Set(together.map { "placement/" + $0 })
    let rows = parts.filter { names.contains($0.id) }.reduce(into: Set()) {
      $0.formUnion($1.numerator.map(\.period))
    }
    let alone = parts.filter { !names.contains($0.id) }.map { Set($0.numerator.map(\.period)) }
    // Where even all together are few, the forecast shows nothing.
    let shown = (alone + [rows]).filter { !Disclosure.isSmall($0.count) }
    return shown.enumerated().map { index, rows in
      var cell = Suppression.Cell(id: "elsewhere \(index)", rows: rows)
      cell.isElsewhere = true
      return cell
    }
  }

  /// Every count that a reader could see or work out, the most wanted last to be kept back.
  static func cells(_ measures: MeasureSet) -> [Suppression.Cell] {
    func cell(_ id: String, _ rows: [MeasureRow], table: String? = nil, rank: Int) -> Suppression.Cell {
      Suppression.Cell(id: id, rows: Set(rows.map(\.period)), table: table, rank: rank)
    }
    let first = ["looked-after", "started", "ceased"]
    var cells: [Suppression.Cell] = []
    for figure in measures.figures {
      let rank = first.contains(figure.id) ? 5 : 3
      cells.append(cell(figure.id, figure.numerator, rank: rank))
      if figure.kind == .share { cells.append(cell(figure.id + " of", figure.denominator, rank: rank)) }
      cells.append(cell(figure.id + " left out", figure.leftOut, rank: 2))
    }
    for breakdown in measures.breakdowns {
      cells += breakdown.parts.map { cell($0.id, $0.numerator, table: breakdown.id, rank: 2) }
      cells.append(cell(breakdown.whole.id, breakdown.whole.numerator, rank: 4))
    }
    return cells + measures.flow.map { cell($0.id, $0.numerator, rank: 1) }
  }

  /// The number of rows that count, or the word for one that is kept back.
  func counted(_ measure: Measure) -> String { shown(measure.id, measure.numerator.count) }

  /// What a share or rate is taken of; empty for other figures.
  func outOf(_ measure: Measure) -> String {
    switch measure.kind {
    case .share: shown(measure.id + " of", measure.denominator.count)
    case .rate(let population): population.map(Words.number) ?? ""
    case .count, .nights: ""
    }
  }

  /// Rows left out, for the sentence that says so.
  func leftOut(_ measure: Measure) -> String { shown(measure.id + " left out", measure.leftOut.count) }

  private func shown(_ id: String, _ count: Int) -> String {
    hidden.contains(id) ? MeasuresReport.keptBack : Words.number(count)
  }

  /// A figure's value; nil where it is kept back. A part's nights go with its count.
  func value(_ measure: Measure, isPart: Bool = false) -> MeasureValue? {
    let isHidden: Bool
    switch measure.kind {
    case .nights where !isPart:
      isHidden = isSuppressed && Disclosure.isSmall(measure.numerator.count)
    case .count, .rate, .nights: isHidden = hidden.contains(measure.id)
    case .share: isHidden = hidden.contains(measure.id) || isWholeHidden(measure)
    }
    return isHidden ? nil : measure.value
  }

  private func isWholeHidden(_ measure: Measure) -> Bool {
    if hidden.contains(measure.id + " of") { return true }
    guard let slash = measure.id.firstIndex(of: "/") else { return false }
    return hidden.contains(measure.id[..<slash] + "/all")
  }

  /// Whether any number is kept back.
  var keepsBack: Bool { !hidden.isEmpty }

  /// A value in words: 410, 11.7%, 62.3.
  func words(_ measure: Measure) -> String {
    guard let value = value(measure) else { return MeasuresReport.keptBack }
    switch value {
    case .count(let count): return Words.number(count)
    case .percent(let tenths): return Words.tenths(tenths) + "%"
    case .rate(let tenths): return Words.tenths(tenths)
    case .nights(let median, let mean):
      return "\(Words.wholeOfTenths(median)) nights (mean \(Words.wholeOfTenths(mean)))"
    case .none(let why): return measure.kind == .rate(population: nil) ? why : "–"
    }
  }

  /// The answer in a few sentences; figures kept back are left out of it.
  public var headline: String {
    func count(_ id: String) -> Int? {
      guard let measure = measures.measure(id), case .count(let count)? = value(measure) else { return nil }
      return count
    }
    func percent(_ id: String) -> String? {
      guard let measure = measures.measure(id), case .percent(let tenths)? = value(measure) else {
        return nil
      }
      return Words.tenths(tenths) + "%"
    }
    var sentences: [String] = []
    let year = measures.year
    if let now = count("looked-after") {
      sentences.append(
        "On \(year.date.spoken) \(Words.count(now, "child was", "children were")) looked after"
          + (count("periods-opening").map { ", " + compared(now, with: $0) + " a year before" } ?? "") + ".")
    } else {
      sentences.append("There are too few children looked after on \(year.date.spoken) to show how many.")
    }
    if let started = count("started"), let ceased = count("ceased") {
      sentences.append(
        "In \(year.words) \(Words.number(started)) started and \(Words.number(ceased)) ceased to be looked after."
      )
    }
    if let three = percent("three-placements") {
      sentences.append("\(three) of those looked after had three or more placements in the year.")
    }
    if let settled = percent("long-term-stability") {
      sentences.append(
        "Of those under 16 in care for two and a half years or more, \(settled) had been in one placement for two."
      )
    }
    return sentences.joined(separator: " ")
  }

  private func compared(_ now: Int, with before: Int) -> String {
    now == before
      ? "as many as" : "\(Words.number(abs(now - before))) \(now > before ? "more" : "fewer") than"
  }
}
