public import Published

/// What a person's words for an area stand for.
public enum AreaMatch: Sendable, Equatable {
  /// This area.
  case found(Area)
  /// None, or more than one; those that may be meant, the likeliest first.
  case notFound(suggestions: [Area])
}

/// Finds an area by its name as people write it, or by a code.
enum AreaSearch {
  /// Words that councils have in their names and statistics do not, and the other way round.
  private static let empty: Set<String> = [
    "council", "city", "county", "borough", "metropolitan", "district", "unitary", "authority", "royal", "of",
    "the",
    "upon", "and", "mbc", "cc", "lb", "rb",
  ]
  private static let mostSuggestions = 5

  static func match(_ text: String, among areas: [Area]) -> AreaMatch {
    let code = text.uppercased().filter { !$0.isWhitespace }
    if let area = areas.first(where: { $0.code == code || $0.number == code })
      ?? areas.first(where: { $0.formerCodes.contains(code) })
    {
      return .found(area)
    }
    let wanted = words(text)
    guard !wanted.isEmpty else { return .notFound(suggestions: []) }
    let ordered = areas.sorted {
      ($0.level == .authority ? 0 : 1, $0.name) < ($1.level == .authority ? 0 : 1, $1.name)
    }
    if let area = ordered.first(where: { words($0.name) == wanted }) { return .found(area) }
    let core = telling(wanted)
    let alike = ordered.filter { telling(words($0.name)) == core }
    // London is the region: the City has to be named.
    if !core.isEmpty, let area = alike.first(where: { $0.level != .authority }) ?? alike.first,
      Set(alike).count == 1
    {
      return .found(area)
    }
    let holding = ordered.filter { area in
      !core.isEmpty && area.level == .authority && core.isSubset(of: telling(words(area.name)))
    }
    if holding.count == 1 { return .found(holding[0]) }
    let near = ordered.map { ($0, distance(text, $0.name)) }.filter { $0.1 <= max(2, text.count / 3) }
    let nearest = near.sorted { ($0.1, $0.0.name) < ($1.1, $1.0.name) }.map(\.0)
    var suggestions: [Area] = []
    for area in alike + holding + nearest where !suggestions.contains(area) { suggestions.append(area) }
    return .notFound(suggestions: Array(suggestions.prefix(mostSuggestions)))
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().replacing("&", with: " and ").filter { $0 != "." && $0 != "'" && $0 != "’" }
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func telling(_ words: [String]) -> Set<String> {
    // “London Borough of Camden” is Camden; “London” alone stays.
    let isBorough = words.contains("borough") || words.contains("lb")
    let rest = Set(words).subtracting(empty)
    return isBorough && rest.count > 1 ? rest.subtracting(["london"]) : rest
  }

  /// How many letters are to change, add or leave out to make one text the other (Levenshtein).
  static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.lowercased().utf8), Array(b.lowercased().utf8))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let change = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
