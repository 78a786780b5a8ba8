import BusinessCases
import Testing
import Units

/// The figures of council papers, recomputed.
struct PaperCaseTests {
  @Test func `a team's requirements leave 11,000 of 165,000 unallocated, and that is shown`() throws {
    let remarks = try Cases.team().appraised().remarks
    let money = try #require(remarks.first { $0.words.contains("is not allocated") })
    #expect(money.pounds == [165_000, 154_000, 11_000])
  }

  @Test func `forty placements at 900 save 36,000 a week, 1,872,000 in 52 weeks, 1,311,429 in 255 days`()
    throws
  {
    let result = try Cases.team().appraised()
    #expect(result.remarks[0].pounds == [36_000, 1_872_000])
    let most = try #require(result.remarks.first { $0.words.contains("at most") })
    #expect(most.numbers == [255, 40] && most.pounds == [1_311_429, 655_714])
    #expect(result.budget.apart.map(\.amounts) == [[Cash(Money(pence: 131_142_857))]])
  }

  @Test func `a million by 31 March needs 1,111 child-weeks and all 40 out by 17 November`() throws {
    let remarks = try Cases.team().appraised().remarks
    let pace = try #require(remarks.first { $0.words.contains("child-weeks") })
    #expect(pace.numbers == [1111, 27.8, 40, 40, 17] && pace.pounds == [1_000_000])
    #expect(pace.days == [try Cases.day("2010-11-17")])
  }

  @Test func `that day is the last by which the target is met`() throws {
    for (by, isMet) in [("2010-11-17", true), ("2010-11-18", false)] {
      let saved = try Cases.team(days: ["all_by": by]).appraised().everyone.presentBenefit
      #expect((saved >= 100_000_000) == isMet)
    }
    // Evenly across the whole period.
    let even = try Cases.team(days: ["all_by": "2011-03-31"]).appraised().everyone
    #expect(even.years[0].benefit.money == Money(pence: 65_571_429))
    let beyond = try Cases.team(["target": 140_000_000]).appraised().remarks
    #expect(beyond.contains { $0.words.contains("can't be reached") })
  }

  @Test func `25 families at 81,624 are 2,040,600, of which 1,008,525 the council's`() throws {
    let result = try Cases.families().appraised()
    #expect(result.remarks[0].pounds == [81_624, 2_040_600, 1_008_525])
    #expect(result.everyone.years[1].benefit.money == Money(pence: 204_060_000))
    #expect(result.council.years[1].benefit.money == Money(pence: 100_852_500))
  }

  @Test
  func `at 3.5 % the families' case is worth 474,420 at 1.949, and with benefits 40 % lower 84,652 at 1.169`()
    throws
  {
    let council = try Cases.families().appraised().council
    #expect(council.npv.pence / 100 == 474_420)
    #expect(council.ratio.map { ($0 * 1000).rounded() } == 1949)
    #expect(council.npv(benefitsTimes: 0.6).pence / 100 == 84_652)
    #expect(council.ratio(benefitsTimes: 0.6).map { ($0 * 1000).rounded() } == 1169)
  }

  @Test func `the families' case breaks even at 13 families and is paid back in its second year`() throws {
    let result = try Cases.families().appraised()
    #expect(result.breakEven?.whole == 13 && result.breakEven?.variable.key == "families")
    #expect(result.council.paybackYear == FinancialYear(startYear: 2012))
    #expect(result.paybackMonth == (try Cases.day("2012-09-30")))
  }

  @Test
  func `a bed sold 80 % of the year makes 292 nights and 20,857; four stays of 12 weeks 336 and 24,000`()
    throws
  {
    let remarks = try Cases.beds().appraised().remarks
    #expect(remarks[0].numbers == [365, 292] && remarks[0].pounds == [20_857])
    #expect(
      remarks[1].numbers == [4, 12, 336] && remarks[1].pounds == [24_000] && remarks[1].shares == [921])
    #expect(remarks[2].numbers == [350] && remarks[2].pounds == [25_000, 4_143])
    let income = try Cases.beds().appraised().budget.closing
    #expect(income.map(\.amounts) == [[Cash(Money(pence: 2_085_714))]])
  }

  @Test(arguments: [(200_000.0, true), (200_100.0, false)])
  func `at 80 % a premium of 500 covers voids up to a cost of 2,000 a week`(_ cost: Double, _ covers: Bool)
    throws
  {
    let result = try Cases.beds(["cost_per_week": cost]).appraised()
    #expect(result.remarks[3].pounds == [2_000])
    #expect((result.council.npv >= .zero) == covers)
    let occupancy = try #require(result.breakEven?.value)
    #expect(abs(occupancy - cost / (cost + 50_000)) < 1e-9)
  }

  @Test func `spending of 4,086,246 at 3,143 a week is 25.0 places, more than the 23 stated`() throws {
    var families = try Cases.families()
    var baseline = CaseBaseline()
    baseline.spend = Money(pence: 408_624_600)
    baseline.weekly = Money(pence: 314_300)
    baseline.peak = 23
    families.baseline = baseline
    let found = try families.appraised().checks.first { $0.rule == .impliedVolume }
    #expect(found?.words.numbers == [25.0, 23])
    baseline.peak = 26
    families.baseline = baseline
    #expect(try !families.appraised().checks.contains { $0.rule == .impliedVolume })
  }

  @Test func `40,000 less of 245,614 is 16.3 %, and the harm a refusal can do is named`() throws {
    let answers = try Cases.answers([
      "discretionary": 7_421_300, "fees": 17_140_100, "less_discretionary": 1_500_000, "less_fees": 2_500_000,
    ])
    let spending = BusinessCase(
      name: "s17", kind: .section17, frame: try Cases.frame("2018-04-01", "2020-04-01"), answers: answers)
    let result = try spending.appraised()
    #expect(result.remarks[0].pounds == [245_614, 40_000] && result.remarks[0].shares == [163])
    #expect(result.remarks[1].shares == [202, 146])
    #expect(result.remarks[2].words.contains("can do harm"))
    #expect(result.budget.gross.map(\.money.pence) == [4_000_000, 4_000_000])
    #expect(result.checks.contains { $0.rule == .noCost } && result.breakEven == nil)
  }
}
