import Files
import Units

/// Reads the values of a scenario's file: shares, money, days, whole numbers, ages.
enum ScenarioValues {
  /// A text. What is no text (a list, or keys) is refused.
  static func text(_ node: YAMLNode) throws(Flaws) -> String {
    switch node.content {
    case .scalar(let text):
      let trimmed = ScenarioValues.trimmed(text)
      guard !trimmed.isEmpty else { throw Flaws("the value is empty", "Write one, or take the key out.") }
      return trimmed
    case .empty: throw Flaws("the value is missing", "Write one, or take the key out.")
    case .sequence: throw Flaws("there is a list where one value belongs", "Write one value.")
    case .mapping: throw Flaws("there are keys where one value belongs", "Write one value.")
    }
  }

  private static func trimmed(_ text: String) -> String {
    var part = text.trimmingPrefix(while: \.isWhitespace)
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }

  /// A decimal number as people write it: 12, -0.5, 1,250. No exponents, no infinity.
  static func plainNumber(_ text: String) -> Double? {
    var digits = trimmed(text)
    var isNegative = false
    if let sign = digits.first, "-−+".contains(sign) {
      isNegative = sign != "+"
      digits.removeFirst()
    }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = thousands(parts[0]), whole.count <= 9 else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : "0"
    guard (1...9).contains(decimals.count), isFigures(decimals), let size = Double("\(whole).\(decimals)")
    else {
      return nil
    }
    return isNegative && size != 0 ? -size : size
  }

  /// Figures with commas between thousands, if any, taken out.
  private static func thousands(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard groups.allSatisfy(isFigures) else { return nil }
    if groups.count > 1, groups[0].count > 3 || groups.dropFirst().contains(where: { $0.count != 3 }) {
      return nil
    }
    return groups.joined()
  }

  private static func isFigures(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// A share of a whole, with its sign where it may fall below nought: "20 %" or 0.2. A bare number of 1 or more is
  /// ambiguous and refused.
  static func signedShare(_ text: String) throws(Flaws) -> Double {
    if text.last == "%" {
      guard let number = plainNumber(String(text.dropLast())) else {
        throw Flaws("“\(text)” is not a percentage", "Write it as 20 % or 0.2.")
      }
      return number / 100
    }
    guard let number = plainNumber(text) else {
      throw Flaws("“\(text)” is not a percentage", "Write it as 20 % or 0.2.")
    }
    guard abs(number) < 1 else {
      throw Flaws(
        "“\(text)” could be \(text) % or \(text) times",
        "Write \(text) % if percent is meant, else a number below 1, such as 0.2.")
    }
    return number
  }

  /// A share from 0 to 1.
  static func share(_ text: String) throws(Flaws) -> Double {
    let share = try signedShare(text)
    guard (0...1).contains(share) else {
      throw Flaws("“\(text)” is outside 0 to 100 %", "Write a share of the whole, such as 20 %.")
    }
    return share
  }

  /// A share above 0 and up to 1: an effect that is claimed.
  static func claimedShare(_ text: String) throws(Flaws) -> Double {
    let share = try share(text)
    guard share > 0 else {
      throw Flaws(
        "a claim of nought changes nothing", "Write the effect claimed, or take the initiative out.")
    }
    return share
  }

  /// A change of a price in hundredths of a percent, not 0, from −100 % to 1,000 %.
  static func basisPoints(_ text: String) throws(Flaws) -> Int {
    let points = try signedShare(text) * 10_000
    guard abs(points - points.rounded()) < 1e-6 else {
      throw Flaws("“\(text)” has more than two decimals of a percent", "Round it.")
    }
    guard points.rounded() != 0 else {
      throw Flaws("a change of nought changes nothing", "Write the change, or take the initiative out.")
    }
    guard (-10_000...100_000).contains(points.rounded()) else {
      throw Flaws("a price can't change by \(text)", "Write -3 % for a price that falls by three percent.")
    }
    return Int(points.rounded())
  }

  /// A whole number in a range.
  static func whole(_ range: ClosedRange<Int>, of what: String) -> (String) throws(Flaws) -> Int {
    { text throws(Flaws) in
      guard let number = plainNumber(text), let whole = Int(exactly: number) else {
        throw Flaws(
          "“\(text)” is not a whole number",
          "Write the number of \(what), such as \(max(range.lowerBound, 6)).")
      }
      guard range.contains(whole) else {
        throw Flaws(
          "\(text) \(what) are too \(whole < range.lowerBound ? "few" : "many")",
          "Write a number from \(range.lowerBound) to \(range.upperBound).")
      }
      return whole
    }
  }

  /// A number in a range.
  static func number(_ range: ClosedRange<Double>, _ remedy: String) -> (String) throws(Flaws) -> Double {
    { text throws(Flaws) in
      guard let number = plainNumber(text) else { throw Flaws("“\(text)” is not a number", remedy) }
      guard range.contains(number) else { throw Flaws("\(text) is not possible here", remedy) }
      return number
    }
  }

  /// A factor of a rate: 0.9 or 90 %.
  static func factor(_ text: String) throws(Flaws) -> Double {
    let isPercent = text.last == "%"
    let remedy = "Write a factor such as 0.9, or 90 %, for a tenth less often."
    guard let number = plainNumber(isPercent ? String(text.dropLast()) : text) else {
      throw Flaws("“\(text)” is not a number", remedy)
    }
    let factor = isPercent ? number / 100 : number
    guard factor >= 0 else { throw Flaws("nothing can happen less than never", remedy) }
    guard factor <= 20 else { throw Flaws("“\(text)” would be \(text) times as often", remedy) }
    return factor
  }

  /// Pounds, 0 or more.
  static func money(_ text: String) throws(Flaws) -> Money {
    guard let money = Money(pounds: text) else {
      throw Flaws("“\(text)” is not an amount in pounds", "Write it as 1250 or 1,250.00.")
    }
    guard money >= .zero else {
      throw Flaws("the amount is below nought", "Write what is paid as a positive amount.")
    }
    return money
  }

  /// Pounds a week, 0 or more.
  static func weekly(_ text: String) throws(Flaws) -> WeeklyRate {
    WeeklyRate(pencePerWeek: try money(text).pence)
  }

  /// A day of this century.
  static func day(_ text: String) throws(Flaws) -> CivilDay {
    guard let day = CivilDay(text) else {
      throw Flaws("“\(text)” is not a day", "Write it as 2027-04-01 or 01/04/2027.")
    }
    guard (2000...2099).contains(day.year) else {
      throw Flaws("the year of \(text) is not of this century", "Write it as 2027-04-01 or 01/04/2027.")
    }
    return day
  }

  /// Yes or no.
  static func flag(_ text: String) throws(Flaws) -> Bool {
    switch text.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default: throw Flaws("“\(text)” is neither yes nor no", "Write yes or no.")
    }
  }
}
