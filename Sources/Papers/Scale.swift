/// What headings multiply by.
enum Scale {
  /// What a heading says: its factor, its characters, and whether the mark behind the pound sign is one that is known.
  struct Found {
    let scale: Int
    let quote: Quote
    var isKnown = true
  }

  /// “£000”, “£'000”, “£k”, “(£000s)”, “£m”, “£”, or “'000” in a heading, and its characters.
  static func of(_ cell: Cell, in paper: Paper) -> Found? {
    var plainPounds: Found?
    for spot in cell.spots {
      let text = paper.lines[spot.line - 1].plain
      for place in spot.columns where text[place] == "£" || isThousands(text, place, spot.columns) {
        var end = text[place] == "£" ? place + 1 : place
        while end < spot.columns.upperBound, text[end] == " " { end += 1 }
        while end < spot.columns.upperBound, isPart(text[end]) { end += 1 }
        let mark = String(text[place..<end]).lowercased().filter { !"£ ,'‘’`′´".contains($0) }
        switch mark {
        case "000", "000s", "k", "ks", "thousand", "thousands":
          return Found(scale: 1000, quote: paper.quote(spot.line, place..<end))
        case "m", "ms", "mn", "million", "millions", "000000":
          return Found(scale: 1_000_000, quote: paper.quote(spot.line, place..<end))
        default: break
        }
        let next = place + 1 < spot.columns.upperBound ? text[place + 1] : " "
        // Words behind a space are no mark; “pa” and “p.a.” multiply by nothing.
        let isKnown = !isPart(next) || ["p", "pa", "pw", "per", "pounds"].contains(mark)
        let found = Found(
          scale: 1, quote: paper.quote(spot.line, place..<(isKnown ? place + 1 : end)), isKnown: isKnown)
        if plainPounds == nil { plainPounds = found }
      }
    }
    return plainPounds
  }

  private static func isPart(_ mark: Character) -> Bool {
    mark == "0" || mark == "," || mark.isLetter || "'‘’`′´".contains(mark)
  }

  /// Whether “000” stands here by itself, with no pound sign before it.
  private static func isThousands(_ text: [Character], _ place: Int, _ columns: Range<Int>) -> Bool {
    guard place + 2 < columns.upperBound, text[place...(place + 2)].allSatisfy({ $0 == "0" }) else {
      return false
    }
    let before = place > columns.lowerBound ? text[place - 1] : " "
    let behind = place + 3 < columns.upperBound ? text[place + 3] : " "
    guard !before.isASCIIDigit, !",.£".contains(before), !behind.isASCIIDigit else { return false }
    return !text[columns.lowerBound..<place].contains("£")
  }
}

extension PaperTable.Column {
  /// Takes what a heading says that its amounts are multiplied by.
  mutating func take(_ found: Scale.Found) {
    isMoney = true
    (scale, scaleQuote, isScaleKnown) = (found.scale, found.quote, found.isKnown)
  }
}
