import Support
import Testing
import Units

@Suite struct AgeTests {
  @Test func `a child born on 29 February turns one on 1 March`() throws {
    let birth = try #require(CivilDay("2004-02-29"))
    #expect(Age.birthday(1, bornOn: birth).description == "2005-03-01")
    #expect(Age.birthday(4, bornOn: birth).description == "2008-02-29")
    #expect(Age.birthday(18, bornOn: birth).description == "2022-03-01")
    let eve = try #require(CivilDay("2022-02-28"))
    #expect(Age.wholeYears(bornOn: birth, on: eve) == 17)
    #expect(Age.wholeYears(bornOn: birth, on: eve + 1) == 18)
  }

  @Test func `a birthday is the first day of an age`() {
    var draws = Draws { Seed(29).words($0, 0, 0, 0) }
    var births = (0..<2000).map { _ in CivilDay(number: .random(in: 3652...21_000, using: &draws)) }
    births += stride(from: 1980, through: 2024, by: 4).compactMap {
      CivilDay(year: $0, month: 2, day: 29)
    }
    births += [59, 60, 61, 425, 426].map { CivilDay(number: 10_957 + $0) }
    for birth in births {
      for years in 0...26 {
        let birthday = Age.birthday(years, bornOn: birth)
        let isFirst =
          Age.wholeYears(bornOn: birth, on: birthday) == years
          && Age.wholeYears(bornOn: birth, on: birthday - 1) == years - 1
        if !isFirst { Issue.record("born \(birth), \(years)") }
      }
    }
  }

  @Test func `an age never goes back and rises by one a year`() throws {
    for text in ["2003-12-31", "2004-01-01", "2004-02-28", "2004-02-29", "2004-03-01"] {
      let birth = try #require(CivilDay(text))
      var age = -1
      var risen: [CivilDay] = []
      for day in (-1...7000).map({ birth + $0 }) {
        let now = Age.wholeYears(bornOn: birth, on: day)
        if now != age {
          #expect(now == age + 1)
          risen.append(day)
          age = now
        }
      }
      #expect(risen == (0...age).map { Age.birthday($0, bornOn: birth) })
    }
  }

  @Test func `a birthday keeps the day and month but for a leap day`() {
    for number in Int32(5000)...20_000 {
      let birth = CivilDay(number: number)
      let (year, month, day) = birth.components
      let isLeapDay = month == 2 && day == 29
      // From 1983 to 2032 every fourth year has a 29 February.
      for years in 1...8 {
        let expected =
          isLeapDay && !(year + years).isMultiple(of: 4) ? (year + years, 3, 1) : (year + years, month, day)
        if Age.birthday(years, bornOn: birth).components != expected { Issue.record("\(birth) \(years)") }
      }
    }
  }

  @Test func `eighteen years are 6574 or 6575 days and 6575 from a leap day`() throws {
    var seen: Set<Int> = []
    let first = try #require(CivilDay("1984-03-01"))
    for offset in 0..<(40 * 365) {
      let birth = first + offset
      let eighteenth = Age.birthday(18, bornOn: birth)
      let days = Age.days(bornOn: birth, on: eighteenth)
      var leapDays = 0
      for year in birth.year...eighteenth.year {
        guard let leapDay = CivilDay(year: year, month: 2, day: 29) else { continue }
        if birth <= leapDay, leapDay < eighteenth { leapDays += 1 }
      }
      if days != 18 * 365 + leapDays { Issue.record("born \(birth): \(days)") }
      if birth.components.month == 2, birth.components.day == 29 { #expect(days == 6575) }
      seen.insert(days)
    }
    #expect(seen == [6574, 6575])
  }

  @Test func `age in days counts nights and is negative before birth`() throws {
    let birth = try #require(CivilDay("2024-02-28"))
    #expect(Age.days(bornOn: birth, on: birth) == 0)
    #expect(Age.days(bornOn: birth, on: birth + 2) == 2)
    #expect(Age.days(bornOn: birth, on: birth - 1) == -1)
    #expect(Age.wholeYears(bornOn: birth, on: birth - 1) == -1)
  }
}
