/// A word of a text as it was written, with what stands before it.
struct WrittenWord: Sendable {
  let text: Substring
  /// The marks and spaces between it and the word before.
  let before: Substring

  /// Words as `PlanText.words` has them, with their capitals.
  static func all(in text: String) -> [WrittenWord] {
    var words: [WrittenWord] = []
    var rest = text[...]
    while let first = rest.firstIndex(where: PlanText.isOfWord) {
      let end = rest[first...].firstIndex { !PlanText.isOfWord($0) } ?? rest.endIndex
      words.append(WrittenWord(text: rest[first..<end], before: rest[..<first]))
      rest = rest[end...]
    }
    return words
  }

  private var isCapital: Bool { text.first?.isUppercase == true }

  /// Whether the word at a place is part of a name rather than of a sentence: “hope”, and not “Hope House”.
  static func isName(_ words: [WrittenWord], _ place: Int) -> Bool {
    guard words.indices.contains(place), words[place].isCapital else { return false }
    // Where every word has a capital, a capital says nothing.
    let long = words.filter { $0.text.count > 3 }
    if words.count > 4, long.allSatisfy(\.isCapital) { return false }
    let opens = place == 0 || words[place].before.contains { ".!?:".contains($0) }
    guard opens else { return true }
    guard words.indices.contains(place + 1) else { return false }
    let next = words[place + 1]
    return next.isCapital && next.text.contains(where: \.isLowercase) && next.before == " "
  }

  /// Whether a number follows a place, or pounds: “up to £81,624” and “up to twenty families”, but not “up to date” and
  /// not the age of children, “up to 17”.
  static func isAmount(_ words: [WrittenWord], after place: Int) -> Bool {
    guard words.indices.contains(place + 1) else { return false }
    let next = words[place + 1]
    if next.before.contains("£") { return true }
    if numbers.contains(next.text.lowercased()) { return true }
    guard next.text.first?.isNumber == true else { return false }
    guard let number = Int(next.text), number <= 25 else { return true }
    let behind = words.dropFirst(place + 2).first
    if behind?.before.first == "," || behind?.before.first == "." && behind?.text.first?.isNumber == true {
      return true
    }
    if let behind, years.contains(behind.text.lowercased()) { return false }
    return !words[max(0, place - 4)...place].contains { aged.contains($0.text.lowercased()) }
  }

  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "fifteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand",
    "million",
    "half",
  ]
  private static let years: Set<String> = ["year", "years", "yrs", "year's", "years'"]
  private static let aged: Set<String> = [
    "age", "aged", "ages", "children", "child", "teenagers", "people", "those", "boys", "girls", "birth",
    "siblings", "babies",
  ]
}
