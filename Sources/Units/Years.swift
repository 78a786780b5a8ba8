/// A financial year, 1 April to 31 March, named by the calendar year in which it starts.
public struct FinancialYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year of its 1 April: 2024 for 2024/25.
  public let startYear: Int

  /// The year that starts on 1 April of `startYear` (1 to 9998).
  public init(startYear: Int) { self.startYear = min(max(startYear, 1), 9998) }

  /// The year a day falls in.
  public init(containing day: CivilDay) {
    let (year, month, _) = day.components
    self.init(startYear: month >= 4 ? year : year - 1)
  }

  /// Reads `2024/25`, `2024-25`, `2024/2025` or, of this century, `24/25`; nil where the two years do not follow each
  /// other.
  public init?(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.count == 5 { bytes = Array("20".utf8) + bytes }
    guard bytes.count == 7 || bytes.count == 9, bytes[4] == UInt8(ascii: "/") || bytes[4] == UInt8(ascii: "-")
    else { return nil }
    let digits = bytes[..<4] + bytes[5...]
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    let numbers = digits.map { Int($0 - UInt8(ascii: "0")) }
    let first = numbers[..<4].reduce(0) { $0 * 10 + $1 }
    let second = numbers[4...].reduce(0) { $0 * 10 + $1 }
    guard (1...9998).contains(first), (first + 1) % (bytes.count == 7 ? 100 : 10_000) == second else {
      return nil
    }
    startYear = first
  }

  /// Its 1 April.
  public var firstDay: CivilDay { CivilDay(validYear: startYear, month: 4, day: 1) }
  /// Its 31 March.
  public var lastDay: CivilDay { next.firstDay - 1 }
  /// The year after.
  public var next: FinancialYear { FinancialYear(startYear: startYear + 1) }
  /// All its days. A year holding a 29 February has 366: 2011/12, 2023/24.
  public var days: DayRange { DayRange(from: firstDay, upTo: next.firstDay)! }

  /// `2024/25`.
  public var description: String { "\(padded(startYear, 4))/\(padded((startYear + 1) % 100, 2))" }

  /// Earlier years come first.
  public static func < (a: FinancialYear, b: FinancialYear) -> Bool { a.startYear < b.startYear }
}

/// The year of an SSDA903 return: the same 1 April to 31 March, and the same names.
public typealias CollectionYear = FinancialYear
