/// A paragraph, a point of a list or a cell: words and figures in their order, over one line or several.
struct Passage {
  /// A word, a figure or a mark that parts sentences.
  struct Token {
    enum Kind {
      case word(String)
      case figure(Figure)
      case stop
    }
    let kind: Kind
    let line: Int
    let columns: Range<Int>

    /// The word in small letters; empty for anything else.
    var word: String { if case .word(let word) = kind { word } else { "" } }
    var figure: Figure? { if case .figure(let figure) = kind { figure } else { nil } }
    var isStop: Bool { if case .stop = kind { true } else { false } }
  }

  var tokens: [Token] = []
  /// The heading above it.
  var heading = ""
  /// The heading's figures.
  var headingFigures: [Figure] = []
  var text = ""
  var firstLine = 0

  /// Its sentences; what goes on without end is taken in pieces.
  var sentences: [[Token]] {
    tokens.split { $0.isStop }.flatMap { sentence in
      stride(from: sentence.startIndex, to: sentence.endIndex, by: Passage.longestSentence).map {
        Array(sentence[$0..<min($0 + Passage.longestSentence, sentence.endIndex)])
      }
    }
  }

  /// The most characters of a passage, and words and figures of a sentence: longer ones are no prose, and take long.
  private static let longest = 4_000
  private static let longestSentence = 300

  /// The passages of all lines but some.
  static func all(in paper: Paper, without tables: Set<Int>) -> [Passage] {
    var found: [Passage] = []
    var heading: (text: String, figures: [Figure]) = ("", [])
    var lines: [Paper.Line] = []
    func close() {
      guard let first = lines.first else { return }
      var passage = Passage(heading: heading.text, headingFigures: heading.figures, firstLine: first.number)
      for line in lines { passage.add(line.number, 0..<line.plain.count, of: paper) }
      lines = []
      if passage.isHeading {
        heading = (passage.text, passage.tokens.compactMap(\.figure))
      }
      found.append(passage)
    }
    for line in paper.lines {
      if line.isBlank || tables.contains(line.number) {
        close()
        continue
      }
      if beginsPoint(line) || lines.reduce(line.plain.count, { $0 + $1.plain.count }) > longest { close() }
      lines.append(line)
      if line.cells != nil, !line.isLaidOut { close() }
    }
    close()
    return found
  }

  /// The passage that a cell is.
  static func of(_ cell: Cell, in paper: Paper) -> Passage {
    var passage = Passage(firstLine: cell.spots.first?.line ?? 0)
    for spot in cell.spots { passage.add(spot.line, spot.columns, of: paper) }
    return passage
  }

  /// Whether it is a heading: short, and no sentence.
  var isHeading: Bool {
    text.count < (text.contains(where: \.isLowercase) ? 100 : 220) && !text.hasSuffix(".")
      && !text.hasSuffix(",") && text.first?.isLowercase == false
      && !"£-•".contains(text.first ?? "-")
  }

  private static func beginsPoint(_ line: Paper.Line) -> Bool {
    guard let first = line.plain.first(where: { !$0.isWhitespace }) else { return false }
    if "-•▪£–".contains(first) { return true }
    let words = line.words
    let number = words.prefix { $0.isASCIIDigit || $0 == "." }
    return number.count < 6 && number.last == "." || words.first == "("
  }

  private mutating func add(_ line: Int, _ columns: Range<Int>, of paper: Paper) {
    let plain = paper.lines[line - 1].plain
    let own = tidy(String(plain[columns]))
    if !own.isEmpty { text += text.isEmpty ? own : " " + own }
    var figures = paper.figures(in: line, columns)[...]
    var place = columns.lowerBound
    while place < columns.upperBound {
      if let figure = figures.first, figure.quote.columns.lowerBound <= place {
        tokens.append(Token(kind: .figure(figure), line: line, columns: figure.quote.columns))
        place = figure.quote.columns.upperBound
        figures = figures.dropFirst()
      } else if plain[place].isLetter {
        var end = place
        while end < columns.upperBound, plain[end].isLetter || plain[end] == "'" || plain[end] == "’" {
          end += 1
        }
        let word = String(plain[place..<end]).lowercased()
        tokens.append(Token(kind: .word(word), line: line, columns: place..<end))
        place = end
      } else {
        if isStop(plain, place, columns.upperBound) {
          tokens.append(Token(kind: .stop, line: line, columns: place..<(place + 1)))
        }
        place += 1
      }
    }
  }

  private func isStop(_ plain: [Character], _ place: Int, _ end: Int) -> Bool {
    if ";•▪?!".contains(plain[place]) { return true }
    guard plain[place] == "." else { return false }
    guard place + 1 < end else { return true }
    // “No. of”, “e.g.” and “approx.” don't end a sentence: a capital begins the next.
    guard plain[place + 1].isWhitespace else { return false }
    return plain[place...].first { $0.isLetter || $0.isASCIIDigit }?.isLowercase != true
  }
}
