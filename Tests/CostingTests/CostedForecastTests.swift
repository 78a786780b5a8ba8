import Care
import Costing
import Forecasting
import Testing
import Units

func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

/// Three children with agency foster carers and two in homes, all since before anything is priced; nobody comes,
/// moves or leaves.
private struct StillCouncil {
  let book: CategoryBook
  let stock: Stock
  let forecast: FlowForecast
  let foster: Category
  let home: Category

  init(asOf: String, until: String, since: String = "2022-01-15") throws {
    book = try .standard()
    foster = try #require(book.category(id: "agency_foster"))
    home = try #require(book.category(id: "external_home"))
    let start = try day(since)
    let last = try day(asOf)
    let birth = try day("2010-05-06")
    let of = [foster, foster, foster, home, home]
    let children = try of.indices.map {
      Child(id: try #require(ChildID("\($0)")), birth: birth, isUASC: false)
    }
    let episodes = of.enumerated().map { child, category in
      Episode(
        child: Int32(child), start: start, end: nil, reasonNew: "S", legalStatus: "C2", place: "U4",
        provider: "PR4", urn: .empty, reasonCeased: .empty, category: category)
    }
    stock = Stock(
      CareHistories(
        children: children, episodes: episodes, respite: [], asReturned: episodes, asOf: last, book: book))
    let space = StateSpace(categories: book.entries.count)
    var initial = Array(repeating: 0.0, count: space.count)
    // In two bands, so that a cost has to add over ages.
    initial[space.state(band: 1, category: foster.index)] = 1
    initial[space.state(band: 3, category: foster.index)] = 2
    initial[space.state(band: 3, category: home.index)] = 2
    let model = FlowModel(
      space: space, asOf: last, initial: initial, rates: [],
      entrantsPerDay: Array(repeating: 0, count: space.count))
    forecast = model.forecast(days: last.nights(to: try day(until)))
  }

  func costed(_ list: PriceList, uplift: Int = 0, knownFrom: String = "2022-04-01") throws -> CostedForecast {
    CostedForecast(
      stock: stock, knownFrom: try day(knownFrom), forecast: forecast,
      prices: list.schedule(for: book, uplift: uplift, fallback: list), book: book)
  }
}

@Suite struct CostedForecastTests {
  private let fosterRate = WeeklyRate(pencePerWeek: 102_003)
  private let homeRate = WeeklyRate(pencePerWeek: 738_501)
  private let list: PriceList

  init() throws {
    list = try prices("agency_foster,1020.03,2020-04-01", "external_home,7385.01,2020-04-01")
  }

  @Test func `a month costs its nights at the weekly price over seven to the penny`() throws {
    let council = try StillCouncil(asOf: "2023-09-15", until: "2025-03-31")
    let costed = try council.costed(list)
    #expect(costed.past.count == 18 && costed.coming.count == 19)
    for month in costed.past {
      let days = month.counts.lastDay.components.day
      #expect(month.cost?[council.foster.index] == fosterRate.cost(ofNights: 3 * days))
      #expect(month.cost?[council.home.index] == homeRate.cost(ofNights: 2 * days))
      #expect(month.cost?.count { $0 != .zero } == 2)
    }
    for month in costed.coming {
      #expect(month.cost[council.foster.index] == fosterRate.cost(ofNights: 3 * month.days))
      #expect(month.cost[council.home.index] == homeRate.cost(ofNights: 2 * month.days))
      #expect(month.cost.count { $0 != .zero } == 2)
      #expect(month.nights[council.foster.index] == Double(3 * month.days))
      #expect(month.children[council.foster.index] == 3 && month.children[council.home.index] == 2)
      #expect((month.starts + month.ends + month.moves).allSatisfy { $0 == 0 })
    }
    // The month in which the as-of date falls is in two parts.
    #expect(costed.past.last?.counts.lastDay == council.stock.lastDay)
    #expect(costed.coming.first?.days == 15)
    #expect(costed.coming.first?.lastDay == (try day("2023-09-30")))
    #expect(costed.coming.dropFirst().allSatisfy { $0.days == $0.lastDay.components.day })
    #expect(costed.coming.last?.lastDay == (try day("2025-03-31")))
  }

  @Test func `a leap financial year costs 366 nights`() throws {
    for asOf in ["2023-03-31", "2023-09-15", "2024-02-29"] {
      let council = try StillCouncil(asOf: asOf, until: "2025-03-31")
      let costed = try council.costed(list)
      let years = costed.years
      let leap = try #require(years.first { $0.year == FinancialYear(startYear: 2023) })
      let plain = try #require(years.first { $0.year == FinancialYear(startYear: 2024) })
      #expect(leap.nights[council.foster.index] == 3 * 366 && leap.nights[council.home.index] == 2 * 366)
      #expect(plain.nights[council.foster.index] == 3 * 365)
      for (year, nights) in [(leap, 366), (plain, 365)] {
        // Thirteen parts at the most, each rounded by half a penny at the most.
        let foster = fosterRate.cost(ofNights: 3 * nights).pence - year.cost[council.foster.index].pence
        let home = homeRate.cost(ofNights: 2 * nights).pence - year.cost[council.home.index].pence
        #expect(abs(foster) <= 7 && abs(home) <= 7)
        #expect(year.isWhole)
      }
    }
  }

  @Test func `a year's cost is the sum of its months`() throws {
    let council = try StillCouncil(asOf: "2023-09-15", until: "2026-01-20")
    let costed = try council.costed(list, uplift: 300)
    #expect(costed.years.map(\.year.startYear) == [2023, 2024, 2025])
    for year in costed.years {
      for category in council.book.all {
        let known = costed.past.filter { year.year.days.contains($0.counts.lastDay) }.compactMap(\.cost)
        let expected = costed.coming.filter { year.year.days.contains($0.lastDay) }.map(\.cost)
        let sum = (known + expected).reduce(Money.zero) { $0 + $1[category.index] }
        #expect(year.cost[category.index] == sum)
      }
      #expect(year.cost[council.home.index] > .zero)
      #expect(year.children[council.foster.index] == 3)
    }
  }

  @Test func `a year knows its known days and whether it is whole`() throws {
    let years = try StillCouncil(asOf: "2023-09-15", until: "2026-01-20").costed(list).years
    #expect(years.map(\.knownDays) == [30 + 31 + 30 + 31 + 31 + 15, 0, 0])
    #expect(years.map(\.isWhole) == [true, true, false])
    #expect(years.map(\.lastDay.description) == ["2024-03-31", "2025-03-31", "2026-01-20"])
    let short = try StillCouncil(asOf: "2023-09-15", until: "2024-03-30").costed(list).years
    #expect(short.map(\.isWhole) == [false])
    let next = try StillCouncil(asOf: "2023-03-31", until: "2024-03-31").costed(list).years
    #expect(next.map(\.year.startYear) == [2023])
    #expect(next.map(\.knownDays) == [0] && next.map(\.isWhole) == [true])
  }

  @Test func `a year whose beginning is not known or not priced is not whole`() throws {
    let council = try StillCouncil(asOf: "2023-09-15", until: "2024-03-31")
    let late = try council.costed(list, knownFrom: "2023-06-01").years
    #expect(late.map(\.knownDays) == [30 + 31 + 31 + 15])
    #expect(late.map(\.isWhole) == [false])
    let priced = try prices("agency_foster,1020.03,2023-05-01", "external_home,7385.01,2020-04-01")
    let partly = try council.costed(priced).years
    #expect(partly.map(\.isWhole) == [false])
    #expect(partly.map(\.knownDays) == [168])
  }

  @Test func `months before the price list begins have no cost`() throws {
    let council = try StillCouncil(asOf: "2023-09-15", until: "2024-03-31")
    let later = try prices("agency_foster,1020.03,2023-05-02", "external_home,7385.01,2020-04-01")
    let costed = try council.costed(later)
    let unpriced = costed.past.filter { $0.cost == nil }.map(\.counts.lastDay.monthAndYear)
    #expect(unpriced.count == 14)
    #expect(unpriced.first == "April 2022" && unpriced.last == "May 2023")
    #expect(costed.past.count == 18)
  }

  @Test func `a price that changes within a month holds from its day, known and expected alike`() throws {
    let changing = try prices(
      "agency_foster,700,2020-04-01", "agency_foster,1400,2023-08-11", "agency_foster,2100,2023-10-21",
      "external_home,7,2020-04-01")
    let council = try StillCouncil(asOf: "2023-09-15", until: "2024-05-31")
    let costed = try council.costed(changing, uplift: 1000)
    let august = try #require(costed.past.first { $0.counts.lastDay.monthAndYear == "August 2023" })
    #expect(august.cost?[council.foster.index].pence == 3 * (10 * 10_000 + 21 * 20_000))
    let october = try #require(costed.coming.first { $0.lastDay.monthAndYear == "October 2023" })
    #expect(october.cost[council.foster.index].pence == 3 * (20 * 20_000 + 11 * 30_000))
    // Uplifted on 1 April after its last line.
    #expect(
      costed.coming.suffix(3).map { $0.cost[council.foster.index].pence } == [
        3 * 31 * 30_000, 3 * 30 * 33_000, 3 * 31 * 33_000,
      ])
  }

  @Test func `today's children cost 365 nights at today's prices`() throws {
    let council = try StillCouncil(asOf: "2023-09-15", until: "2024-05-31")
    let rising = try prices(
      "agency_foster,1020.03,2020-04-01", "agency_foster,9999,2023-09-16", "external_home,7385.01,2020-04-01")
    let costed = try council.costed(rising, uplift: 500)
    #expect(costed.today[council.foster.index] == 3 && costed.today.reduce(0, +) == 5)
    let full = costed.fullYearCostOfToday
    #expect(full.count == council.book.entries.count)
    #expect(full[council.foster.index] == fosterRate.cost(ofNights: 3 * 365))
    // Uplifted in April 2021, 2022 and 2023.
    let home = (0..<3).reduce(homeRate) { rate, _ in rate.uplifted(byBasisPoints: 500) }
    #expect(full[council.home.index] == home.cost(ofNights: 2 * 365))
    #expect(full.count { $0 != .zero } == 2)
  }

  @Test func `children who come, move and leave are counted and costed`() throws {
    let still = try StillCouncil(asOf: "2023-03-31", until: "2023-04-30")
    let space = still.forecast.space
    let from = space.state(band: 3, category: still.foster.index)
    let to = space.state(band: 3, category: still.home.index)
    var initial = Array(repeating: 0.0, count: space.count)
    initial[from] = 100
    var entrants = Array(repeating: 0.0, count: space.count)
    entrants[to] = 0.5
    let model = FlowModel(
      space: space, asOf: still.stock.lastDay, initial: initial,
      rates: [
        FlowRate(from: from, to: to, perDay: 0.01, moves: 1),
        FlowRate(from: from, to: space.outside(band: 3), perDay: 0.02),
      ], entrantsPerDay: entrants)
    let costed = CostedForecast(
      stock: still.stock, knownFrom: try day("2023-03-01"), forecast: model.forecast(days: 30),
      prices: list.schedule(for: still.book, uplift: 0, fallback: list), book: still.book)
    let month = try #require(costed.coming.first)
    #expect(costed.coming.count == 1 && month.days == 30)
    var (inFoster, inHome, nights, moved, left) = (100.0, 0.0, 0.0, 0.0, 0.0)
    for _ in 0..<30 {
      moved += inFoster * 0.01
      left += inFoster * 0.02
      (inFoster, inHome) = (inFoster * 0.97, inHome + inFoster * 0.01 + 0.5)
      nights += inFoster
    }
    func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 * max(1, abs(b)) }
    #expect(isNear(month.children[still.foster.index], inFoster))
    #expect(isNear(month.children[still.home.index], inHome))
    #expect(isNear(month.nights[still.foster.index], nights))
    #expect(isNear(month.moves[still.home.index], moved) && month.moves[still.foster.index] == 0)
    #expect(isNear(month.ends[still.foster.index], left) && month.ends[still.home.index] == 0)
    #expect(isNear(month.starts[still.home.index], 15) && month.starts[still.foster.index] == 0)
    #expect(month.cost[still.foster.index] == Money(roundingPence: nights * 102_003 / 7))
  }
}
