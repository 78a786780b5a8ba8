public import Units

/// A figure of a paper, with where it stands.
public struct Figure: Sendable, Hashable {
  /// What the quoted characters say, by themselves.
  public let value: FigureValue
  /// The characters.
  public let quote: Quote
  /// What the heading multiplies it by: 1,000 under “£000”.
  public var scale = 1
  /// The heading's characters that say so.
  public var scaleQuote: Quote?
  /// The row's name, where it stands in a table.
  public var row = ""
  /// The column's heading, where it stands in a table.
  public var column = ""
  /// Whether the line ends within what may be a longer number.
  public var isCut = false

  /// Pounds, where it is money or a number in a column of money; nil for anything else.
  public var money: Money? {
    switch value {
    case .money(let money): Money(pence: money.pence * (scale))
    case .number(let number): Money(roundingPence: number * Double(scale) * 100)
    case .percent, .day, .month, .financialYear, .year: nil
    }
  }

  /// A number that counts something; nil for anything else.
  public var count: Double? {
    switch value {
    case .number(let number), .percent(let number): number
    case .money, .day, .month, .financialYear, .year: nil
    }
  }
}

extension Paper {
  /// Every figure, in order.
  public var figures: [Figure] { lines.flatMap { figures(in: $0.number, 0..<$0.plain.count) } }

  /// Words with digits in them that can't be read as figures, in order: what was read badly, perhaps.
  public var unreadable: [Quote] {
    lines.flatMap { line in scan(line, 0..<line.plain.count).unreadable }
  }

  /// The figures of a part of a line.
  func figures(in line: Int, _ columns: Range<Int>) -> [Figure] {
    guard lines.indices.contains(line - 1) else { return [] }
    return scan(lines[line - 1], columns).figures
  }

  /// The figures of a cell.
  func figures(in cell: Cell) -> [Figure] {
    cell.spots.flatMap { figures(in: $0.line, $0.columns) }
  }

  /// A quote of a part of a line, spaces around it left out.
  func quote(_ line: Int, _ columns: Range<Int>) -> Quote {
    let characters = lines[line - 1].characters
    var (start, end) = (columns.lowerBound, min(columns.upperBound, characters.count))
    while start < end, characters[start].isWhitespace { start += 1 }
    while end > start, characters[end - 1].isWhitespace { end -= 1 }
    return Quote(line: line, columns: start..<end, text: String(characters[start..<end]))
  }

  private func scan(_ line: Line, _ columns: Range<Int>) -> (figures: [Figure], unreadable: [Quote]) {
    // A figure ends where its cell does.
    let text = Array(line.plain[..<columns.upperBound])
    var figures: [Figure] = []
    var unreadable: [Quote] = []
    var place = max(columns.lowerBound, listNumber(text))
    while place < text.count {
      let before = place > 0 ? text[place - 1] : " "
      guard !before.isLetter, !before.isASCIIDigit, mayBegin(text, place, before) else {
        place += 1
        continue
      }
      if let found = FigureText.scan(text, at: place, about: aboutYear) {
        var figure = Figure(value: found.value, quote: quote(line.number, place..<found.end))
        figure.isCut = isCut(text, found.end, line: line.number)
        figures.append(figure)
        place = found.end
      } else if text[place].isASCIIDigit || text[place] == "£" {
        var end = place
        while end < text.count, !text[end].isWhitespace { end += 1 }
        if isOdd(text[place..<end]) { unreadable.append(quote(line.number, place..<end)) }
        place = end
      } else {
        place += 1
      }
    }
    return (figures, unreadable)
  }

  private func mayBegin(_ text: [Character], _ place: Int, _ before: Character) -> Bool {
    let one = text[place]
    if one.isASCIIDigit || one == "£" || one.isLetter { return true }
    guard place + 1 < text.count else { return false }
    let next = text[place + 1]
    if one == "(" { return next.isASCIIDigit || next == "£" }
    guard one == "-" || one == "−" else { return false }
    return before.isWhitespace && (next.isASCIIDigit || next == "£")
  }

  /// Where the text behind a line's own number begins: “1.2 ”, “3. ”; 0 where it has none.
  private func listNumber(_ text: [Character]) -> Int {
    var place = 0
    while place < text.count, text[place].isWhitespace || text[place] == "-" || text[place] == "•" {
      place += 1
    }
    let start = place
    var hasDot = false
    while place < text.count, text[place].isASCIIDigit || text[place] == "." {
      hasDot = hasDot || text[place] == "."
      place += 1
    }
    guard place > start, place - start <= 5, place < text.count else { return 0 }
    let isItem = text[place] == " " && hasDot || text[place] == "\t" && place - start <= 2 && start == 0
    let behind = text[place...].first { !$0.isWhitespace }
    return isItem && behind?.isLetter == true ? place : 0
  }

  private func isCut(_ text: [Character], _ end: Int, line: Int) -> Bool {
    guard let mark = text[end...].firstIndex(where: { !$0.isWhitespace }),
      text[mark] == "," || text[mark] == ".",
      text[(mark + 1)...].allSatisfy(\.isWhitespace), lines.indices.contains(line)
    else { return false }
    return lines[line].plain.first { !$0.isWhitespace }?.isASCIIDigit == true
  }

  /// Whether a word is more than a name with a digit in it: digits, and letters that digits are taken for.
  private func isOdd(_ word: ArraySlice<Character>) -> Bool {
    let core = String(word).lowercased()
    for ending in ["st", "nd", "rd", "th"] where core.contains(ending) { return false }
    guard word.contains(where: { $0.isASCIIDigit && $0 != "0" }) else { return false }
    return word.filter(\.isASCIIDigit).count > 1 && word.contains { ",.£oOlIS(".contains($0) }
  }
}
