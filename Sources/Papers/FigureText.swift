public import Units

/// What a figure says.
public enum FigureValue: Sendable, Hashable {
  /// Pounds and pence, where a pound sign stands by it.
  case money(Money)
  /// Per cent: 80 for 80 %.
  case percent(Double)
  /// A plain number.
  case number(Double)
  /// A day.
  case day(CivilDay)
  /// A month, by its last day.
  case month(CivilDay)
  /// A financial year.
  case financialYear(FinancialYear)
  /// A calendar year.
  case year(Int)

  /// The last day of what it is about; nil for an amount or a number.
  public var lastDay: CivilDay? {
    switch self {
    case .day(let day), .month(let day): day
    case .financialYear(let year): year.lastDay
    case .money, .percent, .number, .year: nil
    }
  }
}

/// Reads figures as papers write them: `£26 000`, `2.4m`, `£400K`, `(65,000)`, `12%`, `21 Sept 2011`, `March 15`,
/// `2011/12`. What has digits and is none of these is told as unreadable.
public enum FigureText {
  /// The figure that the whole of a text is; nil where it is none. `about` is the year that two-digit years are near.
  public static func parse(_ text: String, about: Int? = nil) -> FigureValue? {
    let characters = Paper.Line.blanked(Array(text))
    guard let found = scan(characters, at: 0, about: about), found.end == characters.count else { return nil }
    return found.value
  }

  /// The figure that begins at a place, and the place behind it.
  static func scan(_ text: [Character], at start: Int, about: Int?) -> (value: FigureValue, end: Int)? {
    if let found = DayScan.scan(text, at: start, about: about) { return found }
    return amount(text, at: start)
  }

  /// Money, a share or a number.
  private static func amount(_ text: [Character], at start: Int) -> (value: FigureValue, end: Int)? {
    var place = start
    func peek(_ ahead: Int = 0) -> Character? { place + ahead < text.count ? text[place + ahead] : nil }
    var isBracketed = false
    var isNegative = false
    if peek() == "(" {
      isBracketed = true
      place += 1
    }
    if peek() == "-" || peek() == "−" || peek() == "–" {
      isNegative = true
      place += 1
    }
    let hasPound = peek() == "£"
    if hasPound {
      place += 1
      while peek() == " " { place += 1 }
    }
    guard let number = digits(text, at: place, spacesPart: hasPound) else { return nil }
    place = number.end
    let (scale, percent, behind) = suffix(text, at: place, hasPound: hasPound)
    place = behind
    // A letter behind it makes it part of a name, or of a word that was read badly.
    if let next = peek(), next.isLetter || next.isNumber { return nil }
    if isBracketed {
      guard peek() == ")" else { return nil }
      place += 1
      isNegative = true
    }
    let size = number.value * scale * (isNegative ? -1 : 1)
    if percent { return (.percent(size), place) }
    // A year that something odd stands behind, such as the half of “2026/2”.
    let isYear = !hasPound && scale == 1 && !text[start..<place].contains { ",. ".contains($0) }
    if isYear, (1990...2049).contains(number.value) { return nil }
    if hasPound {
      guard let money = Money(roundingPence: size * 100) else { return nil }
      return (.money(money), place)
    }
    return (.number(size), place)
  }

  /// Digits with commas between thousands (or spaces, behind a pound sign) and decimals.
  private static func digits(
    _ text: [Character], at start: Int, spacesPart: Bool
  ) -> (value: Double, end: Int)? {
    var end = start
    while end < text.count, text[end].isASCIIDigit { end += 1 }
    guard end > start, end - start <= 10 else { return nil }
    // A code, such as a cost centre's.
    let hasDecimals = end + 1 < text.count && text[end] == "." && text[end + 1].isASCIIDigit
    if end - start > 1, text[start] == "0", !hasDecimals { return nil }
    var written = String(text[start..<end])
    if end - start <= 3 {
      var mark: Character?
      while end + 3 < text.count {
        guard text[end] == "," || (spacesPart && text[end] == " "),
          mark == nil || mark == text[end], text[(end + 1)...(end + 3)].allSatisfy(\.isASCIIDigit),
          end + 4 >= text.count || !text[end + 4].isASCIIDigit
        else { break }
        mark = text[end]
        written += String(text[(end + 1)...(end + 3)])
        end += 4
      }
      // “00,000” has lost its beginning.
      if mark != nil, written.first == "0" { return nil }
    }
    if end + 1 < text.count, text[end] == ".", text[end + 1].isASCIIDigit {
      var after = end + 1
      while after < text.count, text[after].isASCIIDigit { after += 1 }
      // “5.1.2” counts sections.
      if after + 1 < text.count, text[after] == ".", text[after + 1].isASCIIDigit { return nil }
      written += String(text[end..<after])
      end = after
    }
    if end + 1 < text.count, text[end] == "," || text[end] == "/", text[end + 1].isASCIIDigit { return nil }
    return Double(written).map { ($0, end) }
  }

  /// Thousands, millions or a per cent sign behind a number.
  private static func suffix(
    _ text: [Character], at start: Int, hasPound: Bool
  ) -> (scale: Double, percent: Bool, end: Int) {
    var place = start
    if place < text.count, text[place] == " " { place += 1 }
    let rest = String(text[place..<min(text.count, place + 9)]).lowercased()
    let isApart = place > start
    let forms: [(String, Double, Bool)] = [
      ("million", 1_000_000, false), ("thousand", 1_000, false), ("percent", 1, true), ("per cent", 1, true),
      ("%", 1, true), ("bn", 1_000_000_000, false), ("mn", 1_000_000, false), ("m", 1_000_000, false),
      ("k", 1_000, false),
    ]
    for (word, scale, percent) in forms where rest.hasPrefix(word) {
      let end = place + word.count
      if end < text.count, text[end].isLetter || text[end].isNumber { continue }
      if isApart, word.count < 3, word != "%", !hasPound { continue }
      return (scale, percent, end)
    }
    return (1, false, start)
  }
}
