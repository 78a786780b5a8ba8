public import Units

/// The collection year that a file's path tells of: a year in a folder's or file's name, which by custom is the
/// calendar year in which the collection year ends, or both years of it (`2024-25`).
public enum YearHint: Hashable, Sendable {
  /// A year is named.
  case year(CollectionYear)
  /// The path says only that it is the year before: `last`, `previous`, `prior`.
  case previous
  /// Nothing is said.
  case none

  /// What a file's path tells.
  public init(path: String) {
    var hint = YearHint.none
    for part in path.split(separator: "/") {
      let words = YearHint.words(String(part))
      if let year = YearHint.year(in: words) {
        hint = .year(year)
      } else if words.contains(where: { ["last", "prior", "lastyear", "prev"].contains($0) })
        || words.contains("previous") && !words.contains("permanence") && !words.contains("perm")
      {
        hint = .previous
      }
    }
    self = hint
  }

  /// Runs of digits and of letters, in small letters.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var wasDigit: Bool?
    for character in text.lowercased() {
      let isDigit = character.isASCII && character.isNumber
      guard isDigit || character.isLetter else {
        wasDigit = nil
        continue
      }
      if wasDigit == isDigit, let last = words.indices.last {
        words[last].append(character)
      } else {
        words.append(String(character))
      }
      wasDigit = isDigit
    }
    return words
  }

  private static func year(in words: [String]) -> CollectionYear? {
    for (index, word) in words.enumerated() {
      guard word.count == 4, let first = Int(word), (1992...2099).contains(first) else { continue }
      if index + 1 < words.count, let second = Int(words[index + 1]),
        second == (first + 1) % 100 || second == first + 1
      {
        return CollectionYear(startYear: first)
      }
      return CollectionYear(startYear: first - 1)
    }
    return nil
  }
}
