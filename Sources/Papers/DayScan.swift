import Units

/// Reads days, months and years as papers write them.
enum DayScan {
  typealias Found = (value: FigureValue, end: Int)

  static func scan(_ text: [Character], at start: Int, about: Int?) -> Found? {
    guard start < text.count else { return nil }
    if text[start].isLetter { return monthFirst(text, at: start, about: about) }
    guard text[start].isASCIIDigit else { return nil }
    return slashed(text, at: start) ?? financialYear(text, at: start)
      ?? dayFirst(text, at: start, about: about) ?? calendarYear(text, at: start)
  }

  private static func number(_ text: [Character], _ place: Int, _ lengths: ClosedRange<Int>) -> (Int, Int)? {
    var end = place
    while end < text.count, text[end].isASCIIDigit { end += 1 }
    guard lengths.contains(end - place), let value = Int(String(text[place..<end])) else { return nil }
    return (value, end)
  }

  private static func isEnd(_ text: [Character], _ place: Int) -> Bool {
    guard place < text.count else { return true }
    let next = text[place]
    if next.isLetter || next.isNumber || next == "%" || next == "/" { return false }
    return !("-,.".contains(next) && place + 1 < text.count && text[place + 1].isASCIIDigit)
  }

  private static func full(_ year: Int, digits: Int) -> Int { digits == 2 ? 2000 + year : year }

  /// `14/9/11`, `1/4/2011`.
  private static func slashed(_ text: [Character], at start: Int) -> Found? {
    guard let (day, a) = number(text, start, 1...2), a < text.count, text[a] == "/" || text[a] == ".",
      let (month, b) = number(text, a + 1, 1...2), b < text.count, text[b] == text[a],
      let (year, end) = number(text, b + 1, 2...4), end - b != 4, isEnd(text, end),
      // With two figures behind a stop it may count sections.
      text[a] == "/" || end - b == 5,
      let found = CivilDay(year: full(year, digits: end - b - 1), month: month, day: day)
    else { return nil }
    return (.day(found), end)
  }

  /// `2011/12`, `2011-12`, `11/12`, `2008/9`, `2014/2015`.
  private static func financialYear(_ text: [Character], at start: Int) -> Found? {
    guard let (first, a) = number(text, start, 2...4), a - start != 3, a < text.count,
      text[a] == "/" || (text[a] == "-" && a - start == 4),
      let (second, end) = number(text, a + 1, 1...4), isEnd(text, end)
    else { return nil }
    let year = full(first, digits: a - start)
    let modulus = [1: 10, 2: 100, 4: 10_000][end - a - 1] ?? 0
    guard modulus > 0, end - a - 1 > 1 || a - start == 4, (1990...2060).contains(year),
      (year + 1) % modulus == second
    else { return nil }
    return (.financialYear(FinancialYear(startYear: year)), end)
  }

  private static func calendarYear(_ text: [Character], at start: Int) -> Found? {
    guard let (year, end) = number(text, start, 4...4), (1990...2049).contains(year), isEnd(text, end) else {
      return nil
    }
    return (.year(year), end)
  }

  private static func spaces(_ text: [Character], _ place: Int) -> Int {
    var end = place
    while end < text.count, text[end] == " " || text[end] == "," { end += 1 }
    return end
  }

  /// `21 Sept 2011`, `1 st Feb 2012`, `31st of January 2012`.
  private static func dayFirst(_ text: [Character], at start: Int, about: Int?) -> Found? {
    guard let (day, a) = number(text, start, 1...2) else { return nil }
    var place = ordinal(text, a)
    place = spaces(text, place)
    if place + 3 < text.count, String(text[place..<(place + 3)]).lowercased() == "of " { place += 3 }
    guard place > a || place < text.count, let (month, b) = monthName(text, place) else { return nil }
    let c = spaces(text, b)
    guard c > b, let (year, end) = number(text, c, 2...4), end - c != 3, isEnd(text, end),
      let found = CivilDay(year: full(year, digits: end - c), month: month, day: day)
    else { return nil }
    return (.day(found), end)
  }

  private static func ordinal(_ text: [Character], _ place: Int) -> Int {
    let start = place < text.count && text[place] == " " ? place + 1 : place
    guard start + 1 < text.count else { return place }
    let ending = String(text[start...(start + 1)]).lowercased()
    guard ["st", "nd", "rd", "th"].contains(ending) else { return place }
    return start + 2 < text.count && text[start + 2].isLetter ? place : start + 2
  }

  /// `March 2011`, `Dec 17`, `October 14th 2011`.
  private static func monthFirst(_ text: [Character], at start: Int, about: Int?) -> Found? {
    guard let (month, a) = monthName(text, start) else { return nil }
    let isHyphened = a < text.count && text[a] == "-"
    let b = isHyphened ? a + 1 : spaces(text, a)
    guard b > a, let (first, c) = number(text, b, 1...4), c - b != 3 else { return nil }
    if c - b <= 2 {
      let d = spaces(text, ordinal(text, c))
      if d > c, let (year, end) = number(text, d, 4...4), isEnd(text, end),
        let found = CivilDay(year: year, month: month, day: first)
      {
        return (.day(found), end)
      }
    }
    guard isEnd(text, c), c - b == 4 || c - b == 2 else { return nil }
    let year = full(first, digits: c - b)
    guard (1990...2060).contains(year), c - b == 4 || abs(year - (about ?? year)) <= 8,
      let begin = CivilDay(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
    else { return nil }
    return (.month(CivilDay(number: begin.number - 1)), c)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  /// The month whose name, or its first letters, stand here.
  static func monthName(_ text: [Character], _ start: Int) -> (Int, Int)? {
    var end = start
    while end < text.count, text[end].isLetter { end += 1 }
    guard end - start >= 3 else { return nil }
    let word = String(text[start..<end]).lowercased()
    guard let month = months.firstIndex(where: { $0.hasPrefix(word) && (word.count <= 4 || word == $0) })
    else { return nil }
    if end < text.count, text[end] == "." { end += 1 }
    return (month + 1, end)
  }
}
