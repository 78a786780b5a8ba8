import Files
import Units

/// Reads and writes the single values of a plan's file.
enum PlanValues {
  /// Decimals of a number as written: 12, -0.5, 1,250, 400k, 1.3m, or a fraction such as 500/7.
  static func number(_ text: String) throws(Flaws) -> Double {
    let flaw = Flaws("“\(text)” is not a number", "Write it as 25, 1,250, 0.5, 400k or 1.3m.")
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, let above = decimal(parts[0]), let below = decimal(parts[1]), below != 0 {
      return above / below
    }
    if text.last == "%" {
      guard let percent = decimal(String(text.dropLast())) else { throw flaw }
      return percent / 100
    }
    guard let number = decimal(text) else { throw flaw }
    return number
  }

  /// A decimal number with commas between thousands and k or m behind, if any.
  private static func decimal(_ text: String) -> Double? {
    var rest = Substring(text).drop { $0 == " " || $0 == "£" }
    while rest.last == " " { rest.removeLast() }
    var factor = 1.0
    switch rest.last {
    case "k", "K": factor = 1000
    case "m", "M": factor = 1_000_000
    default: break
    }
    if factor != 1 { rest.removeLast() }
    var isNegative = false
    if let sign = rest.first, "-−".contains(sign) {
      isNegative = true
      rest = rest.dropFirst().drop { $0 == "£" }
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first else { return nil }
    let groups = first.split(separator: ",", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : "0"
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count == 1 || (1...3).contains(groups[0].count),
      groups.allSatisfy(isFigures), isFigures(decimals[...]), groups.joined().count <= 12,
      decimals.count <= 20,
      let size = Double("\(groups.joined()).\(decimals)")
    else { return nil }
    return isNegative && size != 0 ? -size * factor : size * factor
  }

  private static func isFigures(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// A number as a file has it.
  static func text(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return grouped(whole) }
    return "\(number)"
  }

  /// A whole number with commas between thousands.
  private static func grouped(_ number: Int) -> String {
    (number < 0 ? "-" : "") + Figures.grouped(number.magnitude)
  }

  /// Pounds, with a minus where money goes out: 400,000, £1,250.50, 400k, 1.3m.
  static func money(_ text: String) throws(Flaws) -> Money {
    if let money = Money(pounds: text) { return money }
    if let pounds = decimal(text), let money = Money(roundingPence: pounds * 100), abs(pounds) < 1e9 {
      return money
    }
    throw Flaws("“\(text)” is not an amount in pounds", "Write it as 400,000, 1250.50, 400k or 1.3m.")
  }

  /// Pounds as a file has them.
  static func text(_ money: Money) -> String {
    let pounds = grouped(money.pence / 100)
    let pence = Int(money.pence.magnitude % 100)
    let sign = money.pence < 0 && money.pence / 100 == 0 ? "-" : ""
    return sign + pounds + (pence == 0 ? "" : pence < 10 ? ".0\(pence)" : ".\(pence)")
  }

  /// A share of a whole: 80 %, or 0.8; 1 and 100 % are all.
  static func share(_ text: String) throws(Flaws) -> Double {
    let share = try text == "1" || text == "0" ? number(text) : ScenarioValues.signedShare(text)
    guard (0...1).contains(share) else {
      throw Flaws("“\(text)” is outside 0 to 100 %", "Write a share of the whole, such as 80 %.")
    }
    return share
  }

  /// A share as a percentage, for sentences.
  static func percent(_ share: Double) -> String { text((share * 1000).rounded() / 10) + " %" }

  /// A financial year.
  static func year(_ text: String) throws(Flaws) -> FinancialYear {
    guard let year = FinancialYear(text), (1990...2099).contains(year.startYear) else {
      throw Flaws(
        "“\(text)” is not a financial year",
        "Write it as 2026/27. Between braces, put quotes round an amount with commas.")
    }
    return year
  }

  /// A day.
  static func day(_ text: String) throws(Flaws) -> CivilDay {
    guard let day = CivilDay(text) else {
      throw Flaws("“\(text)” is not a day", "Write it as 2027-04-01 or 01/04/2027.")
    }
    guard (1990...2099).contains(day.year) else {
      throw Flaws("the year of \(text) is out of reach", "Write it as 2027-04-01 or 01/04/2027.")
    }
    return day
  }
}
