import Testing
import Units

@Suite struct FinancialYearTests {
  @Test func `a year has 366 days where its February has a 29th, else 365`() {
    for start in 1899...2104 {
      let february = start + 1
      let isLeap =
        february.isMultiple(of: 400) || (february.isMultiple(of: 4) && !february.isMultiple(of: 100))
      #expect(FinancialYear(startYear: start).days.nights == (isLeap ? 366 : 365), "\(start)")
    }
    #expect(FinancialYear(startYear: 2011).days.nights == 366)
    #expect(FinancialYear(startYear: 2023).days.nights == 366)
    #expect(FinancialYear(startYear: 2024).days.nights == 365)
  }

  @Test func `a year runs from 1 April to 31 March`() {
    let year = FinancialYear(startYear: 2024)
    #expect(year.firstDay.description == "2024-04-01")
    #expect(year.lastDay.description == "2025-03-31")
    #expect(year.days.start == year.firstDay)
    #expect(year.days.end == year.lastDay + 1)
    #expect(year.next.firstDay == year.lastDay + 1)
  }

  @Test func `31 March is in the old year and 1 April in the new`() throws {
    let last = try #require(CivilDay("2024-03-31"))
    #expect(FinancialYear(containing: last) == FinancialYear(startYear: 2023))
    #expect(FinancialYear(containing: last + 1) == FinancialYear(startYear: 2024))
    let newYear = try #require(CivilDay("2025-01-01"))
    #expect(FinancialYear(containing: newYear) == FinancialYear(startYear: 2024))
  }

  @Test func `every day is in the year said to contain it`() {
    var wrong: [CivilDay] = []
    for number in Int32(-25_000)...49_000 {
      let day = CivilDay(number: number)
      if !FinancialYear(containing: day).days.contains(day) { wrong.append(day) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [
    ("2024/25", 2024), ("2024-25", 2024), ("2024/2025", 2024), ("2024-2025", 2024), ("1999/00", 1999),
    ("1999/2000", 1999), ("2009/10", 2009), ("2099/00", 2099), ("9998/99", 9998), ("24/25", 2024),
  ])
  func `a year is read as people write it`(text: String, start: Int) {
    #expect(FinancialYear(text)?.startYear == start)
  }

  @Test(arguments: [
    "", "2024", "2024/26", "2024/24", "2024/2026", "2024/1925", "24/26", "2024/5", "2024/025", "2024 25",
    "2024/25/26", "2024/2 ", " 2024/25", "2024/25 ", "year/25", "2024/yy", "0000/01", "9999/00", "२०२४/२५",
  ])
  func `years that do not follow each other are refused`(text: String) {
    #expect(FinancialYear(text) == nil)
  }

  @Test(arguments: ["/2024/25", "2024//25", "2024/25/", "2024-/25", "+024/25", "-2024/25"])
  func `a year with stray signs and separators is refused`(text: String) {
    #expect(FinancialYear(text) == nil)
  }

  @Test func `years are written with two digits and read back`() {
    #expect(FinancialYear(startYear: 1999).description == "1999/00")
    #expect(FinancialYear(startYear: 2008).description == "2008/09")
    for start in 1000...9998 {
      let year = FinancialYear(startYear: start)
      if FinancialYear(year.description) != year { Issue.record("\(year)") }
    }
  }

  @Test func `years are in order of time`() {
    #expect(FinancialYear(startYear: 1999) < FinancialYear(startYear: 2000))
    #expect(!(FinancialYear(startYear: 2000) < FinancialYear(startYear: 2000)))
    #expect(FinancialYear(startYear: 2000).next == FinancialYear(startYear: 2001))
  }
}
