import Operations
import Plans
import Testing
import Units

/// The figures of the five papers, computed from their examples.
struct PaperFiguresTests {
  private let year = { FinancialYear(startYear: $0) }

  private func values(_ points: [Target.Point]) -> [Double] { points.map(\.value) }

  @Test(arguments: Paper.allCases) func `each paper reads as a plan without a problem`(_ paper: Paper) throws
  {
    let plan = try paper.plan()
    #expect(!plan.savings.isEmpty && !plan.streams.isEmpty && !plan.claims.isEmpty)
    #expect(!plan.actions.isEmpty || !plan.milestones.isEmpty)
  }

  @Test(arguments: Paper.allCases) func `a paper that is written down reads as the same plan`(_ paper: Paper)
    throws
  {
    let text = ReadPlan.yaml(try paper.plan())
    let again = ReadPlan.read(Array(text.utf8))
    #expect(again.plan.map(ReadPlan.yaml) == text, "\(again.text)")
  }

  // MARK: The support team

  @Test func `TST1: the team costs 154,000 of 165,000, and 11,000 have no purpose`() throws {
    let plan = try Paper.team.plan()
    #expect(try plan.recomputed("total-cost") == 154_000)
    #expect(try plan.recomputed("allocation") == 154_000)
    #expect(plan.stake("allocation-not-costed", "allocation") == Money(pence: 1_100_000))
  }

  @Test func `TST3: 900 a week for forty is a million only if all leave within about 17 weeks`() throws {
    let plan = try Paper.team.plan()
    let saving = try plan.saving("external-placements")
    var workings = try #require(saving.derivation)
    let weeks = try #require(workings.times)
    let start = try #require(plan.start)
    let end = try #require(plan.end)
    #expect(weeks * 7 == Double(start.nights(to: end)))
    func made(_ times: Double) -> Double {
      workings.times = times
      return plan.recomputed(workings)
    }
    let weekly = made(1)
    #expect(weekly == 36_000)
    #expect(made(52) == 1_872_000)
    let aim = Double(try #require(saving.amount(in: year(2010))).pence) / 100
    let volume = try #require(workings.volume)
    #expect((aim / weekly * volume).rounded() == 1111)
    // With even exits over the whole time each is out for half of it.
    #expect(made(weeks / 2).rounded() == 655_714)
    // Even exits over T weeks leave each weeks − T/2 outside.
    #expect((2 * (weeks - aim / weekly)).rounded() == 17)
  }

  // MARK: Diverting children from care

  @Test func `DIV2: 345, 330 and 320 children at three year ends`() throws {
    let target = try Paper.diverting.plan().target("children-in-care")
    #expect(values(target.trajectory) == [345, 330, 320])
    #expect(target.trajectory.map(\.by) == [2011, 2012, 2013].map { year($0).lastDay })
  }

  @Test func `DIV3: 760, 1,280 and 2,400 thousand, of which staff 0, 100 and 400`() throws {
    let plan = try Paper.diverting.plan()
    func sums(_ id: String) throws -> [Double] {
      try [2011, 2012, 2013].map { start in
        try plan.recomputed(id) { claim in
          guard case .sum(let ids, _) = claim.making else { return }
          claim.making = .sum(of: ids, year: year(start))
        }
      }
    }
    #expect(try sums("total-third-year") == [760_000, 1_280_000, 2_400_000])
    #expect(try sums("staff-third-year") == [0, 100_000, 400_000])
    // The stated total ties as the third year's, which it is only if years are cumulative.
    #expect(plan.findings("total-does-not-tie", "total-third-year").isEmpty)
    let unsaid = try #require(plan.findings("incremental-or-cumulative", "placements-recommissioned").first)
    #expect(unsaid.what.contains("£4,440,000") && unsaid.what.contains("ties if they are cumulative"))
  }

  @Test func `DIV5: 163 thousand a year, and spend that makes 25 placements where 23 was the peak`() throws {
    let plan = try Paper.diverting.plan()
    #expect((try plan.recomputed("residential-year") / 1000).rounded() == 163)
    #expect(plan.findings("product-does-not-tie", "residential-year").isEmpty)
    let found = try #require(plan.findings("volume-above-peak", "residential-spend").first)
    #expect(found.what.contains("implies 25, above the peak of 23"))
  }

  @Test func `DIV6: nine ratings are their products`() throws {
    let plan = try Paper.diverting.plan()
    let ratings = try plan.risks.map { try $0.current?.rating(on: #require(plan.scale(of: $0))) }
    #expect(ratings == [12, 8, 9, 4, 12, 12, 10, 20, 12])
    #expect(ratings == plan.risks.map(\.statedRating))
  }

  @Test func `twelve of 22 actions have no firm day`() throws {
    let plan = try Paper.diverting.plan()
    #expect(plan.actions.count == 22)
    let open = plan.actions.filter { action in
      plan.findings("action-incomplete", action.id).contains { $0.what.contains("firm day") }
    }
    #expect(open.count == 12)
  }

  // MARK: A new model

  @Test func `NM1: 15 and 25 and 25 are 65 thousand`() throws {
    let plan = try Paper.model.plan()
    #expect(plan.savings.map { ($0.amount(in: year(2018))?.pence ?? 0) / 100_000 } == [15, 25, 25])
    #expect(try plan.recomputed("total") == 65_000)
    #expect(try plan.recomputed("by-kind") == 65_000)
    #expect(try plan.recomputed("second-year") == 0)
    for claim in plan.claims { #expect(plan.findings("total-does-not-tie", claim.id).isEmpty) }
  }

  @Test func `NM2: of 245,614 for section 17, 40,000 are 16.3 %`() throws {
    let plan = try Paper.model.plan()
    let spend = try plan.claim("discretionary-spend").stated + plan.claim("professional-fees").stated
    #expect(spend == 245_614)
    let share = try plan.recomputed("section-17-reduction") / spend
    #expect((share * 1000).rounded() == 163)
  }

  @Test func `NM4: 292 bed nights are not the 336 of four placements, and yield 20,857 of 25,000`() throws {
    let plan = try Paper.model.plan()
    #expect(try plan.recomputed("bed-nights") == 292)
    #expect(plan.findings("product-does-not-tie", "bed-nights").isEmpty)
    #expect(try plan.recomputed("nights-of-placements") == 336)
    #expect(plan.findings("product-does-not-tie", "nights-of-placements").count == 1)
    #expect(try plan.recomputed("income-of-placements") == 24_000)
    let workings = try #require(plan.saving("traded-placements").derivation)
    #expect(plan.recomputed(workings).rounded() == 20_857)
    let short = try #require(plan.findings("amount-against-workings", "traded-placements").first)
    // 50 weeks are 350 nights.
    #expect(short.what.contains("or 50 of them"))
  }

  @Test func `NM8: seventeen risks scored by letter and number`() throws {
    let plan = try Paper.model.plan()
    var counts: [String: Int] = [:]
    for risk in plan.risks {
      let score = try #require(risk.current)
      let scale = try #require(plan.scale(of: risk))
      #expect(score.rating(on: scale) != nil)
      counts[score.likelihood + score.impact, default: 0] += 1
    }
    #expect(counts == ["B3": 10, "C3": 1, "D3": 4, "D4": 2])
  }

  @Test func `NM9: three of seventeen milestones are due before the case was written`() throws {
    let plan = try Paper.model.plan()
    #expect(plan.milestones.count == 17)
    let early = plan.milestones.filter { !plan.findings("date-before-plan", $0.id).isEmpty }
    #expect(early.map(\.due) == Array(repeating: CivilDay("2017-03-31"), count: 3))
  }

  // MARK: The cost improvement plan

  @Test func `CIP1: 95, 990, 124 and 120 are 1,329 thousand`() throws {
    let plan = try Paper.improvement.plan()
    #expect(plan.streams.map { plan.thousands(2014, stream: $0.id) } == [95, 990, 124, 120])
    #expect(try plan.recomputed("total") == 1_329_000)
    #expect(plan.findings("total-does-not-tie", "total").isEmpty)
  }

  @Test func `CIP2: the trajectories`() throws {
    let plan = try Paper.improvement.plan()
    func path(_ id: String) throws -> [Double] {
      let target = try plan.target(id)
      let points = [target.baseline].compactMap { $0 } + target.actuals + target.trajectory
      return points.reduce(into: []) { if $0.last != $1.value { $0.append($1.value) } }
    }
    #expect(try path("agency-workers") == [14, 7, 5, 0])
    #expect(try path("residential-40") == [40])
    #expect(try path("external-77") == [92, 84, 77])
    #expect(try path("internal-fostering") == [115, 130])
    #expect(try path("in-care-310") == [310])
    #expect(try path("home-75") == [0.75])
    #expect(try path("contract-carer-60") == [0.6])
    // Seven placements for 285,000.
    let implied = try #require(plan.findings("amount-against-workings", "external-fostering").first)
    #expect(implied.what.contains("it implies £40,714.29 a year each"))
  }

  // MARK: The recovery plan

  @Test func `REC1: 250 less 144 are 106 thousand`() throws {
    let plan = try Paper.recovery.plan()
    #expect(try plan.recomputed("gap") == 106_000)
    #expect(plan.findings("total-does-not-tie", "gap").isEmpty)
  }

  @Test func `REC2: 10, 18, 10 and 20 are 58 thousand where at least 200 are wanted`() throws {
    let plan = try Paper.recovery.plan()
    #expect(plan.thousands(2011, stream: "vacancies") == 58)
    #expect(try plan.recomputed("vacancy-goal") == 58_000)
    #expect(plan.stake("total-does-not-tie", "vacancy-goal") == Money(pence: 14_200_000))
    #expect(plan.stake("total-does-not-tie", "brought-forward-achieved") == Money(pence: 8_600_000))
  }

  @Test func `REC4: 25 families are 2,040,600, the council's 1,008,525, and 13 pay for it`() throws {
    let plan = try Paper.recovery.plan()
    #expect(try plan.recomputed("all-agencies") == 2_040_600)
    #expect(try plan.recomputed("council-part") == 1_008_525)
    let workings = try #require(plan.saving("family-support-saving").derivation)
    #expect(plan.recomputed(workings) == 1_008_525)
    let cost = try #require(plan.costs.first { $0.id == "family-support-investment" }?.years.first?.amount)
    let each = try #require(workings.price)
    #expect((cost.pence + each.pence - 1) / each.pence == 13)
    let grant = try #require(plan.costs.first { $0.id == "family-support-grant" })
    #expect(grant.years.map(\.amount) == Array(repeating: Money(pence: 7_500_000), count: 3))
  }

  @Test func `REC7: 601 and 872 are 1,473 thousand of 1.8 million, and 327 are to find`() throws {
    let plan = try Paper.recovery.plan()
    #expect(try plan.recomputed("savings-elsewhere") == 1_473_000)
    #expect(plan.stake("total-does-not-tie", "savings-elsewhere") == Money(pence: 32_700_000))
  }
}
