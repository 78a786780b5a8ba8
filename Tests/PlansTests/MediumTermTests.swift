import Plans
import Support
import Testing
import Units

/// Savings year by year: what is new, what the year before brings forward, and what there is in all.
struct MediumTermTests {
  private static let first = FinancialYear(startYear: 2011)

  private static func line(_ amounts: [Int], _ basis: SavingBasis?, months: Double? = nil) -> SavingLine {
    var line = SavingLine(id: "s", name: "S")
    var year = first
    for amount in amounts {
      line.years.append((year, Money(pence: amount * 100)))
      year = year.next
    }
    (line.basis, line.partYearMonths, line.kind) = (basis, months, .cashableRecurring)
    return line
  }

  private static func track(_ line: SavingLine) -> [[Int]] {
    var plan = Plan(name: "P")
    plan.savings = [line]
    let rows = MediumTerm(plan, from: first).savings[0].years
    return rows.map { [$0.level.pence / 100, $0.new.pence / 100, $0.broughtForward.pence / 100] }
  }

  @Test func `cumulative amounts are levels, incremental ones add up`() {
    #expect(
      Self.track(Self.line([760, 1280, 2400], .cumulative)) == [
        [760, 760, 0], [1280, 520, 0], [2400, 1120, 0], [2400, 0, 0],
      ])
    #expect(
      Self.track(Self.line([760, 1280, 2400], .incremental)) == [
        [760, 760, 0], [2040, 1280, 0], [4440, 2400, 0], [4440, 0, 0],
      ])
    #expect(Self.track(Self.line([760], nil)).map { $0[0] } == [760, 760, 760, 760])
  }

  @Test func `a part of the first year brings the rest of the full year forward`() {
    #expect(Self.track(Self.line([300], .incremental, months: 3)).map { $0[2] } == [0, 900, 0, 0])
    #expect(Self.track(Self.line([300], .cumulative, months: 3)).map { $0[0] } == [300, 1200, 1200, 1200])
    var perAnnum = Self.line([1200], .cumulative, months: 3)
    perAnnum.isPerAnnum = true
    #expect(Self.track(perAnnum).map { $0[0] } == [300, 1200, 1200, 1200])
    var dated = Self.line([182], .incremental)
    // 182 of the 366 days of 2011/12 are left.
    dated.start = Self.first.next.firstDay - 182
    #expect(Self.track(dated).map { $0[2] } == [0, 184, 0, 0])
  }

  @Test func `a start late in the year blows nothing up where only the start is stated`() {
    for basis in [SavingBasis.cumulative, nil] {
      var line = Self.line([10_000], basis)
      line.start = Self.first.lastDay
      #expect(Self.track(line).map { $0[0] } == [10_000, 10_000, 10_000, 10_000])
    }
    var line = Self.line([10_000], .incremental)
    line.start = Self.first.lastDay
    #expect(Self.track(line).map { $0[0] } == [10_000, 10_000, 10_000, 10_000])
  }

  @Test func `a full-year effect and the next year's amount are not both counted`() {
    #expect(Self.track(Self.line([90, 90], .incremental, months: 6)).map { $0[0] } == [90, 180, 180, 180])
    #expect(Self.track(Self.line([90, 100], .incremental, months: 6))[1] == [190, 10, 90])
    #expect(Self.track(Self.line([90, 30], .incremental, months: 6))[1] == [180, 0, 90])
  }

  @Test func `what an initiative starts late is a part of a year too`() {
    var plan = Plan(name: "P")
    var line = Self.line([120_000], .cumulative)
    (line.isPerAnnum, line.initiative) = (true, "i")
    var initiative = Initiative(id: "i", name: "I")
    initiative.start = Self.first.next.firstDay - 61
    (plan.savings, plan.initiatives) = ([line], [initiative])
    let levels = MediumTerm(plan, from: Self.first).savings[0].years.map(\.level.pence)
    #expect(levels[0] == 2_000_000 && levels[1] == 12_000_000)
    #expect(PlanStatus(plan, PlanEvidence(asOf: Self.first.lastDay)).savings[0].planned.pence == 2_000_000)
  }

  @Test func `a kind that nobody said and a cost that ends anyway stand apart`() {
    var plan = Plan(name: "P")
    var unsaid = Self.line([1], .cumulative)
    unsaid.kind = nil
    var ends = Self.line([2], .cumulative)
    ends.endsAnyway = true
    plan.savings = [unsaid, ends, Self.line([4], .cumulative)]
    let medium = MediumTerm(plan, from: Self.first)
    #expect(medium.level(0) == Money(pence: 400) && medium.apart.count == 2)
    let bridge = SavingsBridge(plan, year: Self.first, ledger: [], asOf: Self.first.lastDay, difference: nil)
    #expect(bridge.planned == Money(pence: 400) && bridge.apart.count == 2)
  }

  @Test func `what is saved once is gone the year after`() {
    var line = Self.line([500], .incremental)
    line.kind = .cashableOnce
    #expect(Self.track(line) == [[500, 500, 0], [0, -500, 0], [0, 0, 0], [0, 0, 0]])
  }

  @Test func `new savings and the full-year effect of the year before make a year's change`() {
    var plan = Plan(name: "P")
    // 2011/12: 6.7m over a part of the year, 20m in a full one; 2012/13: 11.2m new and 13.3m brought forward.
    plan.savings = [
      Self.line([6_700_000], .incremental, months: 12 * 6.7 / 20), Self.line([0, 11_200_000], .incremental),
    ]
    let medium = MediumTerm(plan, from: Self.first)
    #expect(medium.new(1) == Money(pence: 1_120_000_000))
    #expect(medium.broughtForward(1) == Money(pence: 1_330_000_000))
    #expect(medium.leftToFind(1) == Money(pence: -2_450_000_000))
  }

  @Test func `changes always add to the level`() {
    var draws = Draws { Seed(62).words($0, 0, 0, 0) }
    for _ in 0..<2_000 {
      let amounts = (0..<Int.random(in: 1...3, using: &draws)).map { _ in
        Int.random(in: 0...9_999, using: &draws)
      }
      var line = Self.line(
        amounts, [.incremental, .cumulative, nil].randomElement(using: &draws) ?? nil,
        months: Bool.random(using: &draws) ? Double(Int.random(in: 1...12, using: &draws)) : nil)
      line.isPerAnnum = Bool.random(using: &draws)
      line.kind = SavingKind.allCases.randomElement(using: &draws)
      var years = [Self.first]
      for _ in 0..<4 { years.append(years[years.count - 1].next) }
      var level = Money.zero
      for row in line.track(years) {
        level += row.change
        #expect(level == row.level)
      }
    }
  }
}
