import BusinessCases
import Forecasting
import Testing
import Units

/// Laws of lines, flows and the budget view.
struct LineTests {
  private let seed = Seed(7)

  private func draw(_ number: Int, _ place: Int, below limit: Int) -> Int {
    Int(seed.pair(UInt32(number), UInt32(place), 0, 1).0 % UInt64(limit))
  }

  /// A line of any shape, by number.
  private func line(_ number: Int, _ frame: CaseFrame) -> CaseLine {
    let from = frame.start + draw(number, 0, below: 700)
    let pers = CaseLine.Per.allCases
    var line = CaseLine(
      id: "x", name: "x", role: .benefit(.cashableRecurring),
      quantity: Double(draw(number, 1, below: 400)) / 10,
      unitPence: Double(draw(number, 2, below: 1_000_000)), per: pers[number % pers.count], from: from,
      until: from + 1 + draw(number, 3, below: 1500))
    switch number % 3 {
    case 0: line.uptake = .evenly(by: from + draw(number, 4, below: 600))
    case 1:
      line.uptake = .dated(
        (0..<4).map {
          DatedCount(
            day: from + draw(number, 10 + $0, below: 500), count: Double(1 + draw(number, 20 + $0, below: 5)))
        })
    default: break
    }
    if number % 5 == 0 { line.stayDays = Double(1 + draw(number, 5, below: 300)) }
    line.adjustment.success = Double(draw(number, 6, below: 101)) / 100
    line.adjustment.dropOff = number % 4 == 0 ? Double(draw(number, 7, below: 60)) / 100 : 0
    line.shares = (0..<(1 + number % 4)).map {
      PayerShare($0 == 0 ? .council : .other("p\($0)"), weight: Double(1 + draw(number, 30 + $0, below: 9)))
    }
    return line
  }

  @Test func `the parts of every split add up, in constant prices and as paid`() throws {
    let frame = try Cases.frame("2024-06-10", "2029-01-01", rise: 250)
    for number in 0..<300 {
      let line = line(number, frame)
      let flow = CashFlow([line], frame)
      for year in frame.years {
        let whole = line.amount(over: frame.days(of: year))
        let real = flow.real { $0.year == year }.money.pence
        #expect(real == Int(whole.rounded(.toNearestOrAwayFromZero)), "line \(number)")
        let cash = flow.cash { $0.year == year }.money.pence
        #expect(cash == Int((whole * frame.prices.level(year)).rounded(.toNearestOrAwayFromZero)))
      }
    }
  }

  @Test func `a line's months add up to its years, and its years to its life`() throws {
    let frame = try Cases.frame("2024-06-10", "2031-04-01")
    for number in 0..<300 {
      let line = line(number, frame)
      let all = try #require(DayRange(from: frame.start, upTo: frame.end))
      var day = frame.start
      var sum = 0.0
      while day < frame.end {
        let next = min(frame.end, day.endOfMonth + 1)
        sum += line.amount(over: try #require(DayRange(from: day, upTo: next)))
        day = next
      }
      let whole = line.amount(over: all)
      #expect(abs(sum - whole) <= 1e-6 * max(1, abs(whole)), "line \(number)")
      let years = frame.years.reduce(0) { $0 + line.amount(over: frame.days(of: $1)) }
      #expect(abs(years - whole) <= 1e-6 * max(1, abs(whole)), "line \(number)")
    }
  }

  @Test func `what is brought forward and the part-year effect are the full-year effect`() throws {
    let frame = try Cases.frame("2024-06-10", "2031-04-01", rise: 300)
    var seen = 0
    for number in 0..<300 {
      for effect in try BudgetView(CashFlow([line(number, frame)], frame), frame).effects {
        seen += 1
        #expect(effect.partYear + effect.broughtForward == effect.fullYear)
        #expect(effect.partYear <= effect.fullYear)
      }
    }
    #expect(seen > 50)
  }

  @Test func `a part-year effect is the full-year effect by days live, of 366 in a leap year`() throws {
    for (start, live, days) in [("2011-10-01", 183, 366), ("2012-10-01", 182, 365)] {
      let frame = try Cases.frame(start, "2014-04-01")
      let line = CaseLine(
        id: "a", name: "a", role: .benefit(.cashableRecurring), unitPence: 36_600_00, per: .year,
        from: frame.start,
        until: frame.end)
      let effect = try #require(try BudgetView(CashFlow([line], frame), frame).effects.first)
      #expect(effect.daysLive == live && effect.fullYear.money == Money(pence: 36_600_00))
      #expect(effect.partYear.money.pence == Int((36_600_00 * Double(live) / Double(days)).rounded()))
    }
  }

  @Test func `only what is cashable or comes in is in the total of the budget view`() throws {
    let frame = try Cases.frame("2025-04-01", "2026-04-01")
    let lines = BenefitKind.allCases.map {
      CaseLine(
        id: $0.rawValue, name: $0.rawValue, role: .benefit($0), unitPence: 100, per: .year, from: frame.start,
        until: frame.end)
    }
    let view = try BudgetView(CashFlow(lines + [Cases.cost("staff", pounds: 2, frame)], frame), frame)
    #expect(view.gross.map(\.money.pence) == [300] && view.net.map(\.money.pence) == [100])
    #expect(view.apart.map(\.line.id) == ["avoided", "funding_switch", "time_released"])
    // A switch from one purse to another is no benefit to the public.
    let economic = Appraisal(CashFlow(lines, frame), frame, .everyone)
    #expect(economic.years[0].benefit.money.pence == 500)
  }

  @Test func `savings by year on two bases are refused in the budget view`() throws {
    let frame = try Cases.frame("2011-04-01", "2014-04-01")
    let lines = SavingsBasis.allCases.map { basis in
      var line = CaseLine(
        id: basis.rawValue, name: basis.rawValue, role: .benefit(.cashableRecurring), unitPence: 0,
        per: .year,
        from: frame.start, until: frame.end)
      line.yearly = YearlySavings(
        name: basis.rawValue, basis: basis, first: frame.years[0],
        amounts: [1, 2, 3].map { Money(pence: $0) })
      return line
    }
    #expect(throws: CaseFault.mixedBases(incremental: ["incremental"], cumulative: ["cumulative"])) {
      try BudgetView(CashFlow(lines, frame), frame)
    }
    let one = try BudgetView(CashFlow([lines[0]], frame), frame)
    #expect(one.gross.map(\.money.pence) == [1, 3, 6])
  }

  @Test func `a cost in another year's prices is brought to the case's, and to those of the year it is paid`()
    throws
  {
    let frame = try Cases.frame("2026-04-01", "2028-04-01", rise: 200)
    var line = CaseLine(
      id: "a", name: "a", role: .cost(isOneOff: false), unitPence: 1_000_000, per: .year, from: frame.start,
      until: frame.end)
    line.priceYear = FinancialYear(startYear: 2024)
    let flow = CashFlow([line], frame)
    #expect(flow.entries.map(\.real.money.pence) == [1_040_400, 1_040_400])
    #expect(flow.entries.map(\.cash.money.pence) == [1_040_400, 1_061_208])
  }

  @Test func `a simulated benefit is worth its mean, and each future its own`() throws {
    let frame = try Cases.frame("2026-04-01", "2028-04-01")
    var line = CaseLine(
      id: "a", name: "a", role: .benefit(.avoided), unitPence: 0, per: .year, from: frame.start,
      until: frame.end)
    line.model = ModelBenefit(
      savings: [frame.years[0]: [0, 100_000], frame.years[1]: [-50_000, 300_000]], futures: 2)
    let result = try Cases.general([line, Cases.cost("team", pounds: 1_000, frame)], frame).appraised()
    let values = try #require(result.simulated)
    #expect(values.map { Int($0.rounded()) } == [-148_309, 289_855])
    #expect(result.council.npv.pence == 70_773 && result.asStated == nil)
    // Spread evenly over a year's days.
    let half = try #require(DayRange(from: frame.start, upTo: frame.start + 73))
    #expect(abs(line.amount(over: half) - 10_000) < 1e-6)
  }

  @Test func `drop-off takes its share every year since the start, and optimism its own`() throws {
    let frame = try Cases.frame("2025-04-01", "2028-04-01")
    var line = CaseLine(
      id: "a", name: "a", role: .benefit(.avoided), unitPence: 100_000, per: .year, from: frame.start,
      until: frame.end)
    line.adjustment.dropOff = 0.1
    line.adjustment.grade = .judgement
    let years = Appraisal(CashFlow([line], frame), frame, .council).years
    #expect(years.map(\.benefit.money.pence) == [60_000, 54_000, 48_600])
    line.role = .cost(isOneOff: false)
    line.adjustment.dropOff = 0
    #expect(Appraisal(CashFlow([line], frame), frame, .council).years[0].cost.money.pence == 140_000)
  }
}
