import Plans

/// When a risk's score is of: before anything is done, as it stands, or as it is to be.
enum RiskStage: CaseIterable {
  case inherent, current, target

  /// Words with which headings say so.
  private static let said: [(stage: RiskStage, words: Set<String>)] = [
    (.target, ["target", "tolerance", "desired", "appetite"]),
    (.current, ["residual", "current", "net", "mitigated", "after", "controlled", "post"]),
    (
      .inherent, ["inherent", "gross", "initial", "original", "raw", "before", "unmitigated", "uncontrolled"]
    ),
  ]
  static let words = said.reduce(into: Set<String>()) { $0.formUnion($1.words) }

  /// The stage that a heading says; nil where it says none.
  init?(_ heading: String) {
    let words = Set(heading.lowercased().split { !$0.isLetter }.map(String.init))
    guard let found = RiskStage.said.first(where: { !$0.words.isDisjoint(with: words) }) else { return nil }
    self = found.stage
  }

  var key: String {
    switch self {
    case .inherent: "inherent"
    case .current: "current"
    case .target: "target"
    }
  }

  var path: WritableKeyPath<Risk, RiskScore?> {
    switch self {
    case .inherent: \.inherent
    case .current: \.current
    case .target: \.target
    }
  }
}

extension PlanDraft {
  /// Reads the scores of a row of risks, each for the stage that its heading says; the first for the inherent one.
  func readScores(
    _ risk: inout Risk, _ quoted: inout [PaperFinding.Evidence], _ asks: inout [String],
    _ row: PaperTable.Row,
    _ table: PaperTable
  ) {
    func columns(_ role: ColumnRole, _ stage: RiskStage) -> Int? {
      table.columns.indices.first { index in
        table.columns[index].role == role && (RiskStage(table.columns[index].words) ?? .inherent) == stage
      }
    }
    for stage in RiskStage.allCases {
      let parts = (columns(.probability, stage), columns(.impact, stage))
      if let a = parts.0, let b = parts.1, let first = paper.figures(in: row[a]).first,
        let second = paper.figures(in: row[b]).first, let likelihood = first.whole, let impact = second.whole
      {
        risk[keyPath: stage.path] = RiskScore(likelihood: "\(likelihood)", impact: "\(impact)")
        quoted += [evidence(stage.key, first), evidence(stage.key, second)]
      }
      let column = columns(.score, stage)
      if let column, !row[column].isEmpty { readScore(&risk, &quoted, &asks, row[column], stage) }
      let isStated = [column, parts.0].compactMap { $0 }.contains { !row[$0].isEmpty || stage == .inherent }
      if isStated, risk[keyPath: stage.path] == nil {
        asks.append(
          stage == .inherent
            ? "The score could not be read: put it in." : "The \(stage.key) score could not be read.")
      }
    }
  }

  private func readScore(
    _ risk: inout Risk, _ quoted: inout [PaperFinding.Evidence], _ asks: inout [String], _ cell: Cell,
    _ stage: RiskStage
  ) {
    guard let quote = quote(cell) else { return }
    if let letter = PlanDraft.letterScore(cell.text) {
      risk[keyPath: stage.path] = letter
      risk.scale = RiskScale.letterByNumber.id
      quoted.append(PaperFinding.Evidence(key: stage.key, quote: quote))
    } else if let product = PlanDraft.product(cell.text) {
      risk[keyPath: stage.path] = product.score
      quoted.append(PaperFinding.Evidence(key: stage.key, quote: quote))
      guard let rating = product.rating else { return }
      if rating != product.made { asks.append("“\(cell.text)” is no product: which is the score?") }
      if risk.statedRating == nil { risk.statedRating = rating }
    } else if let figure = paper.figures(in: cell).first, let rating = figure.whole, risk.statedRating == nil
    {
      let digits = cell.text.filter(\.isASCIIDigit)
      guard digits == figure.quote.text.filter(\.isASCIIDigit) else {
        asks.append("“\(cell.text.prefix(40))” can't be read as a score.")
        return
      }
      risk.statedRating = rating
      quoted.append(evidence("stated_rating", figure))
    }
  }

  /// Likelihood by impact with their product, if it is said: “4x4=16”, “3 x 5 (15)”.
  static func product(_ text: String) -> (score: RiskScore, rating: Int?, made: Int)? {
    let marks = text.lowercased().filter { !$0.isWhitespace }
    let numbers = marks.split { !$0.isASCIIDigit }.compactMap { Int($0) }
    let between = marks.filter { !$0.isASCIIDigit }
    guard (2...3).contains(numbers.count), numbers.prefix(2).allSatisfy({ (1...10).contains($0) }),
      ["x", "×", "*", "x=", "×=", "*=", "x()", "×()", "x[]", "x(=)"].contains(between)
    else { return nil }
    let score = RiskScore(likelihood: "\(numbers[0])", impact: "\(numbers[1])")
    return (score, numbers.count == 3 ? numbers[2] : nil, numbers[0] * numbers[1])
  }

  /// A score such as “B3”, whichever alphabet its letter was read in.
  static func letterScore(_ text: String) -> RiskScore? {
    let marks = text.filter { !$0.isWhitespace }
    guard marks.count == 2, let first = marks.first, let last = marks.last, last.isASCIIDigit else {
      return nil
    }
    let alike: [Character: Character] = ["В": "B", "А": "A", "С": "C", "Е": "E"]
    let letter = Character(String(alike[first] ?? first).uppercased())
    guard "ABCDEF".contains(letter) else { return nil }
    return RiskScore(likelihood: String(letter), impact: String(last))
  }
}
