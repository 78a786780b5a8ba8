/// A civil day: a date with no time and no zone, held as the number of days since 1 January 1970.
///
/// Every date in Homeward is one of these; `Date` is never used for a day. Arithmetic is in whole days, so
/// nights between two days are simply their difference.
public struct CivilDay: Hashable, Sendable {
  /// Days since 1 January 1970; negative before it.
  public let number: Int32

  /// The day that many days after 1 January 1970.
  @inlinable
  public init(number: Int32) { self.number = number }

  /// Before any day that is met.
  public static let distantPast = CivilDay(number: .min)
  /// After any day that is met: the end of what has not ended.
  public static let distantFuture = CivilDay(number: .max)

  /// The day of a year, month (1...12) and day of the month, or nil if there is no such day.
  /// Years from 1 to 9999 of the proleptic Gregorian calendar.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDay.daysInMonth(year: year, month: month)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// For parts already known to be a real day. Days-from-civil: months counted from March, so that the
  /// leap day is a year's last (H. Hinnant, "chrono-compatible low-level date algorithms").
  @inlinable
  init(validYear year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1...12) and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year.
  public var year: Int { components.year }
  /// The month, 1...12.
  public var month: Int { components.month }

  /// Whether a year of the Gregorian calendar has a 29 February.
  @inlinable
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days in a month (1...12) of a year.
  @inlinable
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day that many months later (or earlier), at the same day of the month, or at the month's last day
  /// where the month is too short: 31 March less one month is 28 or 29 February.
  public func adding(months: Int) -> CivilDay {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let newYear = index / 12
    let newMonth = index % 12 + 1
    let last = CivilDay.daysInMonth(year: newYear, month: newMonth)
    return CivilDay(validYear: newYear, month: newMonth, day: min(day, last))
  }

  /// The last day of this day's calendar month.
  public var endOfMonth: CivilDay {
    let (year, month, _) = components
    return CivilDay(
      validYear: year, month: month, day: CivilDay.daysInMonth(year: year, month: month))
  }

  /// The first day of this day's calendar month.
  public var startOfMonth: CivilDay { self - (components.day - 1) }

  /// Nights from this day to a later one: end minus start.
  @inlinable
  public func nights(to end: CivilDay) -> Int { Int(end.number) - Int(number) }
}

extension CivilDay: Comparable {
  /// Earlier days come first.
  @inlinable
  public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }

  /// The day that many days later.
  @inlinable
  public static func + (day: CivilDay, days: Int) -> CivilDay {
    CivilDay(number: day.number + Int32(days))
  }

  /// The day that many days earlier.
  @inlinable
  public static func - (day: CivilDay, days: Int) -> CivilDay {
    CivilDay(number: day.number - Int32(days))
  }
}
