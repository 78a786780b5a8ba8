import Support
import Testing
import Units

@testable import Rules

struct RollingNightsTests {
  @Test func `the stays in a year with too many nights are those that trying every year finds`() {
    let start = CivilDay(number: 18_700)
    var found = 0
    for trial in 0..<50 {
      var draws = Draws { Seed(UInt64(trial)).words($0, 0, 0, 0) }
      let stays = (0..<6).compactMap { _ -> DayRange? in
        let from = start + Int.random(in: 0..<700, using: &draws)
        return DayRange(from: from, upTo: from + Int.random(in: 0..<40, using: &draws))
      }.filter { $0.nights > 0 }
      let periods = RollingNights(stays).twelveMonths(over: 75)
      let days = Set(stays.flatMap { $0.start.number..<$0.end.number })
      let every = (0..<1_100).compactMap { day -> DayRange? in
        let from = start + (day - 366)
        return DayRange(from: from, upTo: Age.birthday(1, bornOn: from))
      }.filter { year in
        days.count { year.contains(CivilDay(number: $0)) } > 75
      }
      for stay in stays {
        let expected = every.contains { $0.nights(ofStayFrom: stay.start, to: stay.end) > 0 }
        #expect(periods.contains { $0.nights(ofStayFrom: stay.start, to: stay.end) > 0 } == expected)
        if expected { found += 1 }
      }
    }
    #expect(found > 50)
  }
}
