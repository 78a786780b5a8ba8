import Forecasting
import Testing
import Units

/// The pace that a target needs, held to the figures of a published plan: 40 placements, £900 a week each, from
/// 19 July 2010, £1,000,000 by 31 March 2011.
struct RequiredPaceTests {
  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  private func pace(
    _ pounds: Int, each: Int = 900, of placements: Int = 40, from: String = "2010-07-19",
    by: String = "2011-03-31"
  ) throws -> RequiredPace {
    try RequiredPace(
      savingEach: WeeklyRate(pencePerWeek: each * 100), placements: placements, start: day(from),
      date: day(by), target: Money(pence: pounds * 100))
  }

  @Test func `the plan's figures`() throws {
    let pace = try pace(1_000_000)
    #expect(pace.savingAWeek == Money(pence: 3_600_000))
    #expect(pace.savingAYear == Money(pence: 187_200_000))
    #expect(pace.childWeeks == 1111 && pace.childNights == 7778)
    #expect(pace.tenthsOfWeeksEach == 278)
    // 17 weeks and two days.
    #expect(pace.nightsToLast == 121)
    #expect(pace.lastBy == (try day("2010-11-17")))
    #expect(pace.savingIfEvenToDate == Money(pence: 65_571_429))
    #expect(pace.most == Money(pence: 131_142_857))
    #expect(!pace.isMetByEvenEndsToDate)
  }

  /// The saving in sevenths of a penny, doubled, where placements end evenly over a number of nights.
  private func doubled(_ pace: RequiredPace, over nights: Int) -> Int {
    pace.savingAWeek.pence * (2 * pace.start.nights(to: pace.date) - nights)
  }

  @Test(arguments: [1, 1000, 655_714, 655_715, 700_000, 999_999, 1_311_428])
  func `the day found is the last that is soon enough`(_ pounds: Int) throws {
    let pace = try pace(pounds)
    #expect(doubled(pace, over: pace.nightsToLast) >= 14 * pace.target.pence)
    if pace.isMetByEvenEndsToDate {
      #expect(pace.lastBy == pace.date && pounds <= 655_714)
    } else {
      #expect(doubled(pace, over: pace.nightsToLast + 1) < 14 * pace.target.pence)
    }
    let nightly = pace.savingEach.pencePerWeek
    #expect(pace.childNights * nightly >= 7 * pace.target.pence)
    #expect((pace.childNights - 1) * nightly < 7 * pace.target.pence)
  }

  @Test func `a target is met on the nose when all end on the first day`() throws {
    let pace = try pace(36_000 * 5, by: "2010-08-23")
    #expect(pace.nightsToLast == 0 && pace.lastBy == pace.start && pace.most == pace.target)
  }

  @Test func `a target out of reach is refused with the most possible and the day it could be`() throws {
    let error = #expect(throws: PaceError.self) { try pace(1_500_000) }
    // 1,500,000 ÷ 36,000 × 7 is 291 nights and two thirds.
    #expect(
      error?.description
        == "£1500000.00 can't be saved by 31 March 2011: even if all 40 placements ended on 19 July 2010, "
        + "£1311428.57 is the most; £1500000.00 would be possible by 7 May 2011 at the earliest. Lower the target, "
        + "move its date, or find more placements")
    #expect(try pace(1_500_000, by: "2011-05-07").nightsToLast == 0)
    #expect(throws: PaceError.self) { try pace(1_500_000, by: "2011-05-06") }
    // The most, rounded up to a penny, is itself out of reach.
    #expect(throws: PaceError.self) {
      try RequiredPace(
        savingEach: WeeklyRate(pencePerWeek: 90_000), placements: 40, start: day("2010-07-19"),
        date: day("2011-03-31"), target: Money(pence: 131_142_858))
    }
    let endless = #expect(throws: PaceError.self) {
      try RequiredPace(
        savingEach: WeeklyRate(pencePerWeek: 1), placements: 1, start: day("2010-07-19"),
        date: day("2011-03-31"), target: Money(pence: .max))
    }
    #expect(endless?.description.contains("more than a hundred years") == true)
    #expect(endless?.description.contains("even if the placement ended") == true)
  }

  @Test func `what makes no sense is refused`() throws {
    #expect(throws: PaceError.noTarget) { try pace(0) }
    #expect(throws: PaceError.saving) { try pace(1, each: 0) }
    #expect(throws: PaceError.saving) { try pace(1, each: -900) }
    #expect(throws: PaceError.saving) { try pace(1, each: 1_000_001) }
    #expect(throws: PaceError.placements(0)) { try pace(1, of: 0) }
    #expect(throws: PaceError.placements(100_001)) { try pace(1, of: 100_001) }
    let (from, by) = (try day("2010-07-19"), try day("2111-03-31"))
    #expect(throws: PaceError.dateNotAfterStart(start: from, date: from)) { try pace(1, by: "2010-07-19") }
    #expect(throws: PaceError.dateTooFar(start: from, date: by)) { try pace(1, by: "2111-03-31") }
    for error in [
      PaceError.noTarget, .saving, .placements(0), .dateTooFar(start: from, date: by),
      .dateNotAfterStart(start: by, date: from),
    ] {
      #expect(error.description.count > 20)
    }
  }

  @Test func `the largest amounts allowed don't overflow`() throws {
    let pace = try pace(1, each: 1_000_000, of: 100_000, from: "2000-01-01", by: "2099-12-31")
    #expect(pace.savingAYear.pence == 100_000_000 * 100_000 * 52)
    let most = try RequiredPace(
      savingEach: pace.savingEach, placements: 100_000, start: pace.start, date: pace.date,
      target: Money(pence: pace.most.pence - 1))
    #expect(most.nightsToLast == 0)
  }
}
