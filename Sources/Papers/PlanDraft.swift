import Plans
import Units

/// A plan as it is put together from a paper.
struct PlanDraft {
  let paper: Paper
  var plan: Plan
  var findings: [PaperFinding] = []
  /// The year that amounts are of where nobody says, and what says so.
  var year: Figure?
  /// The stream that rows belong to.
  var stream = ""
  /// Tables and columns of which nothing was made.
  var untaken: [Quote] = []
  private var ids: [String: Int] = [:]
  /// Where each item's finding stands.
  private(set) var places: [String: Int] = [:]
  /// Which savings stand in a table.
  private(set) var inTables: [Int] = []

  init(_ paper: Paper) {
    self.paper = paper
    plan = Plan(name: "")
  }

  /// An id that nothing has yet.
  mutating func id(_ kind: String, _ name: String) -> String {
    let letters = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : " " }
    var slug = kind
    for word in String(letters).split(separator: " ") where slug.count < 34 { slug += "-" + word }
    guard let last = ids[slug] else {
      ids[slug] = 1
      return slug
    }
    var number = last + 1
    while ids["\(slug)-\(number)"] != nil { number += 1 }
    ids[slug] = number
    ids["\(slug)-\(number)"] = 1
    return "\(slug)-\(number)"
  }

  /// Notes what an item rests on, and what is to be asked.
  mutating func note(
    _ id: String, _ section: String, _ evidence: [PaperFinding.Evidence], _ confidence: PaperConfidence,
    asks: [String] = []
  ) {
    var asks = asks
    if evidence.contains(where: { $0.figure?.isCut == true }) {
      asks.append("A number may go on in the next line: is it whole?")
    }
    let isUnsure = !asks.isEmpty
    places[id] = findings.count
    if section == "savings", evidence.contains(where: { $0.figure?.column.isEmpty == false }) {
      inTables.append(plan.savings.count - 1)
    }
    findings.append(
      PaperFinding(
        id: id, section: section, evidence: evidence, confidence: isUnsure ? .ask : confidence, asks: asks))
  }

  /// The quote of a cell's first piece.
  func quote(_ cell: Cell) -> Quote? { cell.spots.first.map { paper.quote($0.line, $0.columns) } }

  func words(_ key: String, _ cell: Cell) -> [PaperFinding.Evidence] {
    quote(cell).map { [PaperFinding.Evidence(key: key, quote: $0)] } ?? []
  }

  func evidence(_ key: String, _ figure: Figure) -> PaperFinding.Evidence {
    PaperFinding.Evidence(key: key, quote: figure.quote, figure: figure)
  }

  /// The plan's name and day, from the paper's beginning.
  mutating func head() {
    let opening = paper.lines.filter { !$0.isBlank }.prefix(16)
    let titled = opening.lazy.compactMap { line -> String? in
      guard let cells = line.cells, cells.count > 1, cells[0].text.lowercased().hasPrefix("title") else {
        return nil
      }
      return cells[1].text
    }.first
    let first = opening.first { $0.words.count { $0.isLetter } > 5 && $0.words.first?.isLetter == true }
    let name = [titled, first?.words].lazy.compactMap { $0 }.first { !$0.isEmpty }
    plan.name = String((name ?? "A plan read from a paper").prefix(110))
    headDay(Array(opening))
  }

  /// The year that amounts are of where nobody says: that of the first saving, else of the paper's opening or day.
  static func usualYear(of tables: [PaperTable], _ paper: Paper, _ draft: PlanDraft) -> Figure? {
    for table in tables where table.isOfSavings {
      if let year = table.columns.lazy.compactMap(\.year).first { return year }
    }
    let opening = paper.lines.filter { !$0.isBlank }.prefix(6)
    let named = opening.lazy.flatMap { paper.figures(in: $0.number, 0..<$0.plain.count) }.first {
      if case .financialYear = $0.value { true } else { false }
    }
    return named ?? draft.findings.first { $0.id == "plan" }?.evidence.first?.figure
  }

  /// The financial year of a figure that is a year or a day.
  static func financialYear(_ figure: Figure?) -> FinancialYear? {
    switch figure?.value {
    case .financialYear(let year): year
    case .day(let day), .month(let day): FinancialYear(containing: day)
    case .money, .percent, .number, .year, nil: nil
    }
  }
}

extension PaperTable.Column {
  /// Whether its own heading calls its amounts savings.
  var saysSaving: Bool { ["saving", "efficienc", "reduction"].contains { words.contains($0) } }

  /// Whether its heading calls its amounts something that is no saving to come.
  var saysOther: Bool {
    let own = Set(words.split { !$0.isLetter }.map(String.init))
    let isDone = !own.isDisjoint(with: ["achieved", "delivered", "realised"]) && !own.contains("be")
    let other: Set = [
      "budget", "budgets", "spend", "spending", "spent", "expenditure", "actual", "actuals", "base",
      "baseline",
      "outturn", "overspend", "pressure", "pressures", "growth", "variance", "shortfall",
    ]
    if isDone { return true }
    return saysSaving ? false : !own.isDisjoint(with: other.union(["forecast", "investment", "current"]))
  }
}

extension PaperTable {
  /// Whether its columns hold savings by year.
  var isOfSavings: Bool {
    guard !amountColumns.isEmpty else { return false }
    let label = (columns.first?.heading ?? "").lowercased()
    let all = headings + " " + (columns.contains { $0.year != nil } ? caption.lowercased() : "")
    if label.contains("fte") || label.contains("expenditure") { return false }
    return ["saving", "efficienc", "reduction target"].contains { all.contains($0) }
  }

  /// The columns of amounts: money by year, savings, or values; where any says savings, only those.
  var amountColumns: [Int] {
    let all = possibleAmounts.filter { !columns[$0].saysOther }
    let saving = all.filter { columns[$0].saysSaving }
    return saving.isEmpty ? all : saving
  }

  /// Columns that hold money by their heading, whatever it is of.
  var possibleAmounts: [Int] {
    columns.indices.filter { index in
      let column = columns[index]
      guard index > 0, column.role != .posts, column.role != .costCentre else { return false }
      if column.year != nil { return true }
      return column.isMoney && [.saving, .amount, .cost].contains(column.role)
    }
  }

  /// Whether it says what delivering costs.
  var isOfCosts: Bool {
    !isOfSavings && columns.indices.contains { $0 > 0 && columns[$0].role == .cost && columns[$0].isMoney }
  }
}
