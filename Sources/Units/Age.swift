/// Age on a day, by birthdays and never by dividing days.
///
/// A person born on 29 February has a birthday on 1 March in a year without one, as English law has it.
public enum Age {
  /// The day on which a person reaches an age in whole years.
  public static func birthday(_ years: Int, bornOn birth: CivilDay) -> CivilDay {
    let (year, month, day) = birth.components
    if month == 2, day == 29, !CivilDay.isLeap(year + years) {
      return CivilDay(validYear: year + years, month: 3, day: 1)
    }
    return CivilDay(validYear: year + years, month: month, day: day)
  }

  /// Age in whole years on a day; negative before birth.
  public static func wholeYears(bornOn birth: CivilDay, on day: CivilDay) -> Int {
    let years = day.year - birth.year
    return birthday(years, bornOn: birth) <= day ? years : years - 1
  }

  /// Age in exact days on a day; negative before birth.
  public static func days(bornOn birth: CivilDay, on day: CivilDay) -> Int { birth.nights(to: day) }
}
