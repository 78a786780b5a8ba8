import Testing
import Units

/// The calendar told by hand, to hold the arithmetic against.
private func lengthOfMonth(_ year: Int, _ month: Int) -> Int {
  let isLeap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}

private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDay {
  try #require(CivilDay(year: year, month: month, day: day))
}

@Suite struct CivilDayTests {
  @Test func `every day from 1899 to 2105 is the day after the one before and reads back`() throws {
    var number: Int32 = -25_932
    var wrong: [String] = []
    for year in 1899...2105 {
      for month in 1...12 {
        for dayOfMonth in 1...lengthOfMonth(year, month) {
          let made = try day(year, month, dayOfMonth)
          if made.number != number || made.components != (year, month, dayOfMonth) {
            wrong.append("\(year)-\(month)-\(dayOfMonth)")
          }
          number += 1
        }
      }
    }
    #expect(wrong.isEmpty)
    #expect(try day(2105, 12, 31).number == number - 1)
  }

  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 3, 1, 11_017), (2024, 2, 29, 19_782), (1, 1, 1, -719_162),
    (9999, 12, 31, 2_932_896),
  ])
  func `known days have their known numbers`(year: Int, month: Int, dayOfMonth: Int, number: Int32) throws {
    let made = try day(year, month, dayOfMonth)
    #expect(made.number == number)
    #expect(CivilDay(number: number).components == (year, month, dayOfMonth))
    #expect(made.year == year && made.month == month)
  }

  @Test(arguments: [
    (1900, 2, 29), (2023, 2, 29), (2100, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1),
    (2024, 1, 0), (2024, 1, 32), (2024, 1, -1), (0, 1, 1), (10_000, 1, 1), (-4, 2, 29),
  ])
  func `a day that never was is refused`(year: Int, month: Int, dayOfMonth: Int) {
    #expect(CivilDay(year: year, month: month, day: dayOfMonth) == nil)
  }

  @Test func `each month has the days of the calendar and no more`() {
    for year in [1900, 2000, 2023, 2024, 2100] {
      for month in 1...12 {
        let length = lengthOfMonth(year, month)
        #expect(CivilDay.daysInMonth(year: year, month: month) == length)
        #expect(CivilDay(year: year, month: month, day: length) != nil)
        #expect(CivilDay(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  @Test(arguments: [
    (2024, 3, 31, -1, "2024-02-29"), (2023, 3, 31, -1, "2023-02-28"), (2024, 2, 29, 12, "2025-02-28"),
    (2024, 2, 29, 48, "2028-02-29"), (2024, 1, 31, 3, "2024-04-30"), (2024, 12, 15, 1, "2025-01-15"),
    (2024, 1, 15, -1, "2023-12-15"), (2024, 5, 31, 0, "2024-05-31"),
  ])
  func `months are added at the same day or the month's last`(
    year: Int, month: Int, dayOfMonth: Int, months: Int, expected: String
  ) throws {
    #expect(try day(year, month, dayOfMonth).adding(months: months).description == expected)
  }

  @Test func `adding months always lands in the month that many later`() {
    var wrong: [String] = []
    for number in stride(from: Int32(10_000), to: 21_000, by: 13) {
      let from = CivilDay(number: number)
      let (year, month, dayOfMonth) = from.components
      for months in -30...30 {
        var expected = (year: year, month: month + months)
        while expected.month > 12 { expected = (expected.year + 1, expected.month - 12) }
        while expected.month < 1 { expected = (expected.year - 1, expected.month + 12) }
        let length = lengthOfMonth(expected.year, expected.month)
        if from.adding(months: months).components
          != (expected.year, expected.month, min(dayOfMonth, length))
        {
          wrong.append("\(from) \(months)")
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `a month starts on its first and ends on its last day`() {
    var wrong: [CivilDay] = []
    for number in Int32(-800)...24_000 {
      let day = CivilDay(number: number)
      let (year, month, _) = day.components
      let isRight =
        day.startOfMonth.components == (year, month, 1)
        && day.endOfMonth.components == (year, month, lengthOfMonth(year, month))
      if !isRight { wrong.append(day) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `days are written in four forms`() throws {
    let day = try day(2025, 3, 5)
    #expect(day.description == "2025-03-05")
    #expect("\(day)" == "2025-03-05")
    #expect(day.slashed == "05/03/2025")
    #expect(day.spoken == "5 March 2025")
    #expect(day.monthAndYear == "March 2025")
  }

  @Test func `months have their names`() throws {
    let names = try (1...12).map { try day(2024, $0, 1).monthAndYear }
    #expect(
      names.joined(separator: " ") == """
        January 2024 February 2024 March 2024 April 2024 May 2024 June 2024 July 2024 August 2024 \
        September 2024 October 2024 November 2024 December 2024
        """)
  }

  @Test func `every day reads back from both forms`() {
    var wrong: [CivilDay] = []
    for number in stride(from: Int32(-25_932), to: 49_673, by: 5) {
      let day = CivilDay(number: number)
      if CivilDay(day.description) != day || CivilDay(day.slashed) != day { wrong.append(day) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [
    "", "-", "//", "2025", "2025-03", "2025-03-31 ", " 2025-03-31", "2025-03-31T00:00", "2025-03-31-1",
    "31/03/25", "25-03-31", "03/31/2025", "2025/03/31", "31-03-2025", "2025-3x-31", "2025-+3-31",
    "2025--03-31", "2025-03/31", "31.03.2025", "29/02/2023", "2023-02-29", "00/01/2024", "2024-13-01",
    "10000-01-01", "0999-01-01", "99999999999999999999-01-01", "٢٠٢٥-٠٣-٣١", "31 March 2025",
  ])
  func `anything but a day in one of the two forms is refused`(text: String) {
    #expect(CivilDay(text) == nil)
  }

  @Test func `days are in order of time`() throws {
    let days = try [(1969, 12, 31), (1970, 1, 1), (1970, 1, 2), (1970, 2, 1), (1971, 1, 1)].map(day)
    for (index, earlier) in days.enumerated() {
      for later in days[(index + 1)...] { #expect(earlier < later && !(later < earlier)) }
      #expect(!(earlier < earlier))
    }
    #expect(days.reversed().sorted() == days)
  }

  @Test func `days added and taken are nights between`() throws {
    let start = try day(2024, 2, 28)
    #expect((start + 2).description == "2024-03-01")
    #expect((start - 59).description == "2023-12-31")
    for nights in -400...400 {
      #expect(start.nights(to: start + nights) == nights)
      #expect(start - nights == start + -nights)
    }
  }
}
