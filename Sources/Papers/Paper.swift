/// A paper as text, with each line's cells where it is a row of a table.
///
/// Lines and columns are of the text that was read: of a DOCX or PDF, the text taken out of it.
public struct Paper: Sendable {
  /// One line.
  public struct Line: Sendable {
    /// Its number, 1 for the first.
    public let number: Int
    /// Its characters as they stand.
    public let characters: [Character]
    /// The same with tags, bold marks and other mark-up blanked, character for character.
    let plain: [Character]
    /// Its cells; nil where it is no row of a table.
    let cells: [Cell]?
    /// Whether its columns are told by spaces alone.
    var isLaidOut = false
    /// Whether the columns of all of its table's lines tell its cells.
    var isAligned = false

    /// Whether nothing stands on it.
    var isBlank: Bool { plain.allSatisfy(\.isWhitespace) }
    /// Its words.
    var words: String { tidy(String(plain)) }
  }

  /// The lines, in order.
  public let lines: [Line]
  /// The year that most of its dates are about; 20xx years of two digits are read beside it. Nil for no date.
  public let aboutYear: Int?

  /// A paper's text.
  public init(_ text: String) {
    let raw = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let made = raw.enumerated().map { number, line in
      Line.made(number + 1, Array(line).map { $0.isNewline ? " " : $0 })
    }
    lines = AlignedColumns.settled(made)
    aboutYear = Paper.aboutYear(made)
  }

  /// The characters at a place; nil where there is no such place.
  public func text(at spot: Quote) -> String? {
    guard lines.indices.contains(spot.line - 1) else { return nil }
    let characters = lines[spot.line - 1].characters
    guard spot.columns.lowerBound >= 0, spot.columns.upperBound <= characters.count else { return nil }
    return String(characters[spot.columns])
  }

  /// The year after 1990 that is written most often, in four digits.
  private static func aboutYear(_ lines: [Line]) -> Int? {
    var counts: [Int: Int] = [:]
    for line in lines {
      for run in line.plain.split(whereSeparator: { !$0.isASCIIDigit }) where run.count == 4 {
        if let year = Int(String(run)), (1990...2049).contains(year) { counts[year, default: 0] += 1 }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

/// Characters of a paper, and where they stand.
public struct Quote: Sendable, Hashable {
  /// The line, 1 for the first.
  public let line: Int
  /// The characters of the line, 0 for the first.
  public let columns: Range<Int>
  /// The characters themselves.
  public let text: String
}

/// A cell of a table: pieces of one or more lines.
struct Cell: Sendable {
  /// Where it stands.
  var spots: [(line: Int, columns: Range<Int>)]
  /// Its words, mark-up removed.
  var text: String

  var isEmpty: Bool { text.isEmpty }

  mutating func join(_ other: Cell) {
    guard !other.isEmpty else { return }
    spots += other.spots
    text = text.isEmpty ? other.text : text + " " + other.text
  }

  static let none = Cell(spots: [], text: "")
}

extension Character {
  var isASCIIDigit: Bool { self >= "0" && self <= "9" && isASCII }
}

/// Words with one space between them and none around them.
func tidy(_ text: some StringProtocol) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
