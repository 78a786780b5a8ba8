public import Units

/// A date of a return as a rule sees it: known, blank, or written and unreadable.
///
/// Comparing is true only where both days are known, so that a date that can't be read never makes a rule fail that
/// is not about it. A date read from another form (an Excel serial, say) counts as known.
public struct Day: Sendable {
  /// The day's number, as `CivilDay.number`; the two lowest mark a blank and an unreadable date.
  let number: Int32

  /// Nothing is written.
  public static let blank = Day(number: .min)
  /// Something is written that is no date.
  public static let unreadable = Day(number: .min + 1)

  init(number: Int32) { self.number = number }
  /// A known day.
  public init(_ day: CivilDay) { number = day.number }
  /// A day written dd/mm/yyyy, its year such that data tools can hold it (1678 to 2261). Histories take fewer years for
  /// meant; here a birth in 1890 is a date, and for the rules about dates to judge.
  init?(slashed text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy(Day.isDigit) }),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
      (1678...2261).contains(year), let civil = CivilDay(year: year, month: month, day: day)
    else { return nil }
    self.init(civil)
  }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// A day that a rule states.
  init(year: Int, month: Int, day: Int) {
    number = CivilDay(year: year, month: month, day: day)?.number ?? Day.unreadable.number
  }

  /// Whether it is a day of the calendar.
  public var isKnown: Bool { number > .min + 1 }
  /// Whether nothing is written.
  public var isBlank: Bool { number == .min }
  /// Whether something is written, readable or not.
  public var isWritten: Bool { number != .min }
  /// Whether something is written that is no date.
  public var isUnreadable: Bool { number == .min + 1 }
  /// The day, if known.
  public var civil: CivilDay? { isKnown ? CivilDay(number: number) : nil }

  /// This day, or another where this one is blank.
  public func or(_ other: Day) -> Day { isBlank ? other : self }

  /// The anniversary `years` later: a person's birthday at that age (as `Age.birthday`).
  public func adding(years: Int) -> Day {
    civil.map { Day(Age.birthday(years, bornOn: $0)) } ?? .unreadable
  }

  /// Nights from one day to another; nil where either is not known.
  public func nights(to other: Day) -> Int? {
    isKnown && other.isKnown ? Int(other.number) - Int(number) : nil
  }

  /// Whether both are known and differ.
  public func differs(from other: Day) -> Bool { isKnown && other.isKnown && number != other.number }

  /// Days later; not known where the day is not.
  public static func + (day: Day, days: Int32) -> Day { day.isKnown ? Day(number: day.number + days) : day }
  /// Whether both are known and the same day.
  public static func == (a: Day, b: Day) -> Bool { a.isKnown && a.number == b.number }
  /// Whether both are known and the first is earlier.
  public static func < (a: Day, b: Day) -> Bool { a.isKnown && b.isKnown && a.number < b.number }
  /// Whether both are known and the first is not later.
  public static func <= (a: Day, b: Day) -> Bool { a.isKnown && b.isKnown && a.number <= b.number }
  /// Whether both are known and the first is later.
  public static func > (a: Day, b: Day) -> Bool { b < a }
  /// Whether both are known and the first is not earlier.
  public static func >= (a: Day, b: Day) -> Bool { b <= a }

  /// Order for sorting: blank and unreadable days last.
  var order: Int32 { isKnown ? number : .max }
}
