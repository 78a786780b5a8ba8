/// A table of a paper: what its columns hold, and its rows.
struct PaperTable {
  /// A column.
  struct Column {
    /// Its heading, of all the heading's lines.
    var heading: String
    /// What it holds.
    var role: ColumnRole?
    /// The financial year that its heading names.
    var year: Figure?
    /// What its heading multiplies by.
    var scale = 1
    /// The heading's characters that say so.
    var scaleQuote: Quote?
    /// Whether its heading says pounds.
    var isMoney = false
    /// Whether it says beside the pound sign how many each stands for, in words that are known.
    var isScaleKnown = true
    /// The heading of several columns that it stands below.
    var group = ""
    /// What that heading multiplies by, and its characters.
    var groupScale: Scale.Found?

    /// The days, months and years in its heading.
    var dates: [Figure] = []

    /// All that stands above it, in small letters.
    var words: String { (group + " " + heading).lowercased() }
  }

  /// A row.
  struct Row {
    /// The line it begins on.
    var line: Int
    var cells: [Cell]
    /// Whether words beside it may belong to the row above or below.
    var isTorn = false
    static let tornAsk = "Words of this row may stand in the next, or the next one's in this: check them."

    subscript(column: Int) -> Cell { cells.indices.contains(column) ? cells[column] : .none }
    var filled: [Int] { cells.indices.filter { !cells[$0].isEmpty } }
  }

  /// The line of its heading.
  var line: Int
  /// The line of text above it.
  var caption: String
  var captionLine: Int
  var columns: [Column]
  var rows: [Row]
  /// The column that names its rows, once it is told.
  var named: Int?
  /// Whether spaces alone part its columns.
  var isLaidOut = false

  /// The first column of a role.
  func column(_ roles: ColumnRole...) -> Int? {
    roles.lazy.compactMap { role in columns.firstIndex { $0.role == role } }.first
  }

  /// All headings in small letters.
  var headings: String { columns.map(\.heading).joined(separator: " ").lowercased() }
}

/// What a column holds, told by the words of its heading.
enum ColumnRole: CaseIterable {
  case costCentre, risk, mitigation, probability, impact, score, milestone, owner, due, success, resource,
    how, what
  case saving, cost, amount, year, posts, indicator, target, baseline, progress, comment, area

  /// Words with which a heading says so: a whole word, or its beginning where a star ends it.
  private var words: [String] {
    switch self {
    case .costCentre: ["cost centre", "subjective"]
    case .risk: ["risk", "risks"]
    case .mitigation: ["mitigat*", "risk response", "controls"]
    case .probability: ["p", "probability", "likelihood", "l"]
    case .impact: ["i", "impact", "severity"]
    case .score: ["score", "rating", "r", "risk score", "risk rating"]
    case .milestone: ["milestone*"]
    case .owner: ["who", "owner", "responsible", "lead", "lead officer", "responsibility"]
    case .due: ["when", "by when", "date", "completion date", "due", "deadline", "timescale"]
    case .success: ["measure success", "success", "outcome*", "measure of success"]
    case .resource: ["resource*"]
    case .how: ["how", "going to do", "actions", "action", "activity", "tasks"]
    case .what: ["achieve", "objective", "aim", "goal"]
    case .saving: ["saving*", "efficienc*"]
    case .cost: ["cost", "costs", "expenditure"]
    case .amount: ["value", "amount", "total"]
    case .year: []
    case .posts: ["fte", "posts", "wte"]
    case .indicator: ["indicator*", "performance indicator*", "kpi*"]
    case .target: ["target*"]
    case .baseline: ["baseline", "current", "now"]
    case .progress: ["progress", "update"]
    case .comment: ["comment*", "notes"]
    case .area: ["area", "service", "line", "requirement", "item", "description", "initiative", "proposal"]
    }
  }

  /// The role of a heading; nil for one that says none.
  static func of(_ heading: String) -> ColumnRole? {
    let words = heading.lowercased().split { !$0.isLetter && $0 != "%" }.map(String.init)
    guard !words.isEmpty, words.count <= 14 else { return nil }
    // The heading that speaks of saving says so, whatever else it says.
    if words.contains(where: { $0.hasPrefix("saving") }), words.contains("target") { return .saving }
    if words.first == "area" { return .area }
    if words == ["measure"] || words == ["measures"] { return .indicator }
    if words.count <= 3, words.contains("risk"), !RiskStage.words.isDisjoint(with: words) { return .score }
    if words.contains("score") || words.contains("rating") { return .score }
    if words.first?.hasPrefix("target") == true, !words.contains("date") { return .target }
    return allCases.first { role in role.words.contains { matches(words, $0) } }
  }

  /// Whether a heading is a financial year, alone or with its unit.
  static func isYear(_ heading: String) -> Bool {
    let words = heading.split(separator: " ")
    guard words.count <= 2, let first = words.first else { return false }
    if case .financialYear = FigureText.parse(String(first)) { return true }
    return false
  }

  /// Whether a heading is a day, a month or a year.
  static func isDate(_ heading: String) -> Bool {
    switch FigureText.parse(heading) {
    case .day, .month, .financialYear, .year: true
    case .money, .percent, .number, nil: false
    }
  }

  private static func matches(_ words: [String], _ pattern: String) -> Bool {
    let wanted = pattern.split(separator: " ").map(String.init)
    // One letter is a heading only by itself.
    if pattern.count == 1 { return words == wanted }
    guard words.count >= wanted.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      zip(words[start...], wanted).allSatisfy { word, want in
        want.last == "*" ? word.hasPrefix(want.dropLast()) : word == want
      }
    }
  }
}
