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
    guard lower.hasSuffix(".csv") || lower.hasSuffix(".txt"),
      let head = start.split(whereSeparator: \.isNewline).first
    else { return nil }
    let columns = Set(
      head.split(whereSeparator: { ",;\t".contains($0) }).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\u{FEFF} ")).lowercased()
      })
    return table(columns) ?? named(lower)
  }

  private static func table(_ columns: Set<String>) -> DocumentKind? {
    if columns.isSuperset(of: ["category", "weekly_pounds", "from"]) { return .prices }
    if columns.isSuperset(of: ["category", "label"]) { return .categories }
    if columns.contains("weekly_fee") || columns.contains("weekly fee") { return .fees }
    if columns.isSuperset(of: ["contract", "provider", "from"]) { return .contracts }
    if columns.isSuperset(of: ["saving", "financial_year", "posted"]) { return .postings }
    if columns.isSuperset(of: ["financial_year", "period", "cost_centre"]) { return .actuals }
    if columns.isSuperset(of: ["cost_centre", "subjective", "pounds"]), columns.contains("name") {
      return .budget
    }
    if columns.isSuperset(of: ["kind", "pounds", "owner", "reason", "expires"]) { return .adjustments }
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
