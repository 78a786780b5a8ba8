import Care
import Returns
import Support
import Testing
import Units

@testable import Forecasting

/// Traps that the sector's tools fell into, each on a small history: Homeward's forecast must not. Others are held
/// where they belong: corrected dates in `CorrectionTests`, years without a return in `YearTests`, price steps on
/// 1 April in `PriceScheduleTests`, supported accommodation in `CategoryBookTests`.
struct TrapTests {
  private let book: CategoryBook
  private let asOf = CivilDay(year: 2024, month: 3, day: 31) ?? CivilDay(number: 0)
  private let known = SimulatedLawTests()

  init() throws { book = try .standard() }

  private func category(_ id: String) throws -> Category { try #require(book.category(id: id)) }

  private func child(_ number: Int, _ birth: String) throws -> Child {
    Child(id: try #require(ChildID("T\(number)")), birth: try #require(CivilDay(birth)), isUASC: false)
  }

  private func episode(_ child: Int, _ start: String, _ end: String?, _ category: Category, rec: Code = "E4A")
    throws -> Episode
  {
    Episode(
      child: Int32(child), start: try #require(CivilDay(start)), end: end.flatMap { CivilDay($0) },
      reasonNew: "S", legalStatus: "C2", place: "U6", provider: "PR1", urn: "SC1",
      reasonCeased: end == nil ? .empty : rec, category: category)
  }

  private func histories(_ children: [Child], _ episodes: [Episode]) -> CareHistories {
    CareHistories(
      children: children, episodes: episodes, respite: [], asReturned: episodes, asOf: asOf, book: book)
  }

  private func window(_ first: String) throws -> ReferenceWindow {
    try #require(CivilDay(first).flatMap { ReferenceWindow(from: $0, to: asOf) })
  }

  private func child(born birth: Int, category: Int32 = 0) -> Starter {
    Starter(
      birth: Int32(birth), category: category, isUASC: false, careStart: -100, isCareStartKnown: true,
      stayStart: -100, isStayStartKnown: true)
  }

  @Test func `a child is of its own age on every day, not of the age at the episode's start`() throws {
    let foster = try category("in_house_foster")
    let exposure = Exposure(
      histories([try child(0, "2013-07-01")], [try episode(0, "2022-07-01", nil, foster)]),
      window: try window("2022-07-01"))
    let space = exposure.space
    func days(_ age: Int) -> Int {
      (0..<6).reduce(0) {
        $0 + exposure.careDays[space.cell(age: age, time: $1, category: foster.index, uasc: 0)]
      }
    }
    // The tenth birthday is on 1 July 2023.
    #expect(days(2) == 365 && days(3) == 274)
    // In a forecast too: nobody leaves before 16 and everybody soon after.
    let input = try known.input(
      categories: 1, months: 12, starters: (0..<50).map { _ in child(born: -5844 + 200) },
      exit: { kind, cell in kind == 0 && CellSpace(categories: 1).age(of: cell) == 4 ? 0.5 : 0 })
    let futures = try known.run(input, 20)
    #expect(futures.counts(.children, month: 5, categories: [0]).allSatisfy { $0 == 50 })
    #expect(futures.counts(.children, month: 8, categories: [0]).allSatisfy { $0 == 0 })
  }

  @Test func `everybody leaves on the 18th birthday, to the night`() throws {
    // Born on 21 May 2006: 50 nights to 20 May.
    let birth = try #require(CivilDay("2006-05-21"))
    let input = try known.input(
      categories: 1, months: 4, starters: [child(born: -birth.nights(to: known.asOf))])
    let futures = try known.run(input, 5)
    for future in 0..<5 {
      let nights = (0..<3).map { futures.count(.nights, future: future, month: $0, category: 0) }
      #expect(nights == [30, 20, 0])
      #expect(futures.eighteenths(future: future, month: 1) == 1)
      #expect(futures.count(.children, future: future, month: 1, category: 0) == 0)
    }
  }

  @Test func `a rare placement is left as fast as those in it leave, however long it stands empty`() throws {
    let secure = try category("secure")
    let children = try (0..<40).map { try child($0, "2010-01-\(10 + $0 % 20)") }
    // Ten nights each, one child after another, with months between when nobody is there.
    let first = try #require(CivilDay("2019-01-01"))
    let episodes = children.indices.map { index -> Episode in
      let start = first + index * 45
      return Episode(
        child: Int32(index), start: start, end: start + 10, reasonNew: "S", legalStatus: "C2", place: "K1",
        provider: "PR2", urn: "SC1", reasonCeased: "E4A", category: secure)
    }
    let rates = RateModel(histories(children, episodes), window: try window("2018-12-31"))
    let cell = rates.space.cell(age: 2, time: 0, category: secure.index, uasc: 0)
    let older = rates.space.cell(age: 3, time: 0, category: secure.index, uasc: 0)
    let days = rates.exits.days[cell] + rates.exits.days[older]
    #expect(days == 400)
    #expect(abs(rates.exits.mean(0, older) - 0.1) < 0.03)
  }

  @Test func `a stay of no nights makes no rate without end`() throws {
    let foster = try category("in_house_foster"), home = try category("external_home")
    let children = try [
      child(0, "2012-01-01"), child(1, "2012-01-01"), child(2, "1904-02-29"), child(3, "2031-01-01"),
    ]
    // The last two have dates of birth that can't be.
    let histories = histories(
      children,
      [
        try episode(0, "2023-05-01", "2023-05-01", home), try episode(1, "2023-05-01", nil, foster),
        try episode(2, "2023-06-01", "2023-09-01", foster), try episode(3, "2023-06-01", nil, foster),
      ])
    let rates = RateModel(histories, window: try window("2022-04-01"))
    for cell in 0..<rates.space.count {
      #expect(rates.exits.mean(0, cell).isFinite && rates.exits.mean(0, cell) < 1)
    }
    let months = ForecastMonths(after: asOf, until: asOf + 800)
    let input = SimulationInput(
      rates: rates, starters: Starter.all(in: histories),
      durations: KnownDurations(histories, window: rates.window), months: months,
      prices: .level(Array(repeating: 1, count: book.entries.count), months: months.count))
    let futures = try #require(Simulation(input, seed: Seed(1)).run(0..<50)).futures
    #expect(futures.means(.children, month: 3).allSatisfy { $0.isFinite })
  }

  @Test func `twelve more a year are one more a month and no rate per child`() throws {
    var input = try known.input(categories: 1, months: 12, starters: [], entriesPerDay: 0.4)
    let before = try known.run(input, 3000)
    input.changes = RateAdjustments([RateChange(.entries, .add(perYear: 12))], rates: input.rates)
    let after = try known.run(input, 3000)
    let gains = (0..<12).map { after.means(.starts, month: $0)[0] - before.means(.starts, month: $0)[0] }
    let expected = 12 * Double(input.months.days) / 365.25
    #expect(abs(gains.reduce(0, +) - expected) < 4 * (2 * 150.0 / 3000).squareRoot())
  }

  @Test func `the spread is that of the day, carried over, and not of a day or of all days together`() throws
  {
    // A hundred who leave and as many who come: in the end a Poisson number of a hundred.
    let input = try known.input(
      categories: 1, months: 60, starters: (0..<100).map { _ in child(born: -740) },
      exit: { kind, _ in kind == 0 ? 0.002 : 0 }, entriesPerDay: 0.2)
    let futures = try known.run(input, 3000)
    let spreads = [11, 23, 59].map {
      known.moments(futures.counts(.children, month: $0, categories: [0])).variance
    }
    for (month, variance) in zip([12.0, 24, 60], spreads) {
      let stays = FixedMath.exp(-0.002 * month * 30.4375)
      let expected = 100 * stays * (1 - stays) + 100 * (1 - stays)
      #expect(abs(variance / expected - 1) < 0.15, "\(month): \(variance) for \(expected)")
    }
    #expect((futures.counts(.children, month: 59, categories: [0]).min() ?? -1) > 0)
  }

  @Test func `nights are priced as they are simulated, and no state is rounded before`() throws {
    // A third of a child in each of three places on average: whole children in each future.
    var input = try known.input(
      categories: 3, months: 12, starters: [child(born: -740)],
      exit: { kind, _ in kind == 0 ? 0.001 : 0 }, change: { _ in 0.05 })
    input.prices = .level([70_001, 140_003, 6], months: input.months.count)
    let futures = try known.run(input, 400)
    for future in futures.range {
      for month in 0..<futures.months {
        for (category, price) in [70_001, 140_003, 6].enumerated() {
          let nights = futures.count(.nights, future: future, month: month, category: category)
          let cost = futures.cost(future: future, month: month, category: category)
          #expect(abs(Double(cost) - Double(nights * price) / 7) <= 0.5 + 1e-6)
        }
      }
    }
    #expect(futures.meanCosts(month: 6)[1] > 0)
  }

  @Test func `being placed with parents costs nothing, then and after a move`() throws {
    var input = try known.input(
      categories: 2, months: 6, starters: [child(born: -740), child(born: -740, category: 1)],
      change: { _ in 0.02 })
    var starters = input.starters
    starters[0] = Starter(
      birth: -740, category: 0, isUASC: false, careStart: -100, isCareStartKnown: true, stayStart: -100,
      isStayStartKnown: true, weeklyFee: 0)
    input.starters = starters
    let pools = (0..<10).map {
      $0 % 2 == 0 ? Array(repeating: Int64(0), count: 9) : [70_000, 80_000, 90_000, 95_000, 99_000]
    }
    input.prices = PricePlan(
      weekly: [0, 70_000], index: input.prices.index, uplifts: input.prices.uplifts, upliftMean: 0,
      upliftSpread: 0,
      startingPrices: pools, carriedRank: 1)
    let futures = try known.run(input, 600)
    var dear = 0.0, nights = 0.0
    for future in futures.range {
      for month in 0..<futures.months {
        #expect(futures.cost(future: future, month: month, category: 0) == 0)
        dear += Double(futures.cost(future: future, month: month, category: 1))
        nights += Double(futures.count(.nights, future: future, month: month, category: 1))
      }
    }
    // A fee of nothing is no place in the order of prices: who leaves home is not always the cheapest.
    #expect(dear / nights * 7 > 77_000)
  }

  @Test func `a child without an ethnicity is a child`() throws {
    let header =
      "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n100001,1,01/01/2012,,,,\n100002,1,01/01/2012,WBRI,,,\n"
    let folder = try TemporaryFolder([
      "2023/header.csv": header,
      "2023/episodes.csv": ReturnFixture.episodes([
        EpisodeLine("100001", "01/05/2023"), EpisodeLine("100002", "01/05/2023"),
      ]),
    ])
    let built = try HistoryBuilder.build(try ReturnsReader.read(at: folder.path), book: book, asOf: asOf)
    #expect(Starter.all(in: built.histories).count == 2)
  }
}
