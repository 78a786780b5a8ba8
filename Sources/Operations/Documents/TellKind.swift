import Foundation

/// Tells what a file holds by its name and its first lines.
enum TellKind {
  /// The kind of a file; nil where nothing tells it.
  static func of(_ name: String, _ content: Data) -> DocumentKind? {
    let lower = name.lowercased()
    let start = String(decoding: content.prefix(20_000), as: UTF8.self)
    if lower.hasSuffix(".xml") {
      return start.contains("<CHILD") || start.contains("<Child") ? .returns : nil
    }
    if lower.hasSuffix(".yaml") || lower.hasSuffix(".yml") { return yaml(start) }
    if lower.hasSuffix(".xlsx") { return named(lower) }
    guard lower.hasSuffix(".csv") || lower.hasSuffix(".txt"), let columns = columns(start) else { return nil }
    return table(columns) ?? named(lower)
  }

  /// Why a file can't be what somebody says it is: a sentence; nil where it may be. Fee ledgers and workbooks have
  /// headings of the council's own.
  static func objection(to kind: DocumentKind, _ name: String, _ content: Data) -> String? {
    let lower = name.lowercased()
    let start = String(decoding: content.prefix(20_000), as: UTF8.self)
    if lower.hasSuffix(".csv") {
      // Excel's “Unicode text” has two bytes for each letter: its columns are told when it is read.
      guard let needed = needed(kind), !content.prefix(1_000).contains(0) else { return nil }
      let missing = needed.filter { columns(start)?.contains($0) != true }
      return missing.isEmpty
        ? nil
        : "\(name) is no \(kind.label.lowercased()): its first line has no column \(missing.joined(separator: ", "))."
    }
    let isYAML = lower.hasSuffix(".yaml") || lower.hasSuffix(".yml")
    guard isYAML, let told = yaml(start), told != kind else { return nil }
    return "\(name) is a \(told.label.lowercased()), not a \(kind.label.lowercased())."
  }

  /// The columns that a table of a kind always has, under these names; nil where it may have others.
  private static func needed(_ kind: DocumentKind) -> [String]? {
    switch kind {
    case .prices: ["category", "weekly_pounds", "from"]
    case .categories: ["category", "label"]
    case .contracts: ["contract", "provider", "kind", "from", "weekly_pounds"]
    case .postings: ["saving", "financial_year", "posted"]
    case .actuals: ["financial_year", "period", "cost_centre"]
    case .budget: ["name", "category", "pounds"]
    case .adjustments: ["kind", "pounds", "owner", "reason", "expires"]
    case .returns, .fees, .plan, .scenario, .businessCase, .paper: nil
    }
  }

  private static func columns(_ start: String) -> Set<String>? {
    start.split(whereSeparator: \.isNewline).first.map { head in
      Set(
        head.split(whereSeparator: { ",;\t".contains($0) }).map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\u{FEFF} ")).lowercased()
        })
    }
  }

  private static func table(_ columns: Set<String>) -> DocumentKind? {
    if columns.contains("weekly_fee") || columns.contains("weekly fee") { return .fees }
    let kinds: [DocumentKind] = [
      .prices, .categories, .contracts, .postings, .actuals, .budget, .adjustments,
    ]
    if let told = kinds.first(where: { needed($0).map(columns.isSuperset) ?? false }) { return told }
    // A list of postcodes stands beside the returns whose postcodes it places.
    if columns.isSuperset(of: ["pcd", "laua"]) { return .returns }
    let marks: Set = [
      "dob", "decom", "mis_start", "date_int", "date_placed", "review", "upn", "sdq_reason", "duc", "la_perm",
    ]
    return columns.contains("child") && !columns.isDisjoint(with: marks) ? .returns : nil
  }

  private static func yaml(_ text: String) -> DocumentKind? {
    let keys = Set(
      text.split(whereSeparator: \.isNewline).compactMap { line -> String? in
        guard let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") else { return nil }
        return String(line[..<colon])
      })
    if keys.contains("answers") || (keys.contains("kind") && keys.contains("start")) { return .businessCase }
    if !keys.isDisjoint(with: ["savings", "actions", "targets", "streams"]) { return .plan }
    return keys.isDisjoint(with: ["initiatives", "rates"]) ? nil : .scenario
  }

  /// By the name alone: what a workbook is called, or a table with headings of the council's own.
  private static func named(_ name: String) -> DocumentKind? {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let words: [(String, DocumentKind)] = [
      ("plan", .plan), ("fee", .fees), ("price", .prices), ("contract", .contracts), ("budget", .budget),
      ("actual", .actuals), ("adjust", .adjustments), ("posting", .postings), ("categor", .categories),
    ]
    return words.first { last.contains($0.0) }?.1
  }
}
