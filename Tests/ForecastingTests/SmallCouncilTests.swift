import Care
import KnownTruth
import Testing
import Units

@testable import Forecasting

/// What can't be, whatever the council: random tiny councils with odd histories, and the same bytes from any number of
/// threads.
struct SmallCouncilTests {
  /// Numbers in order from a key.
  struct Dice {
    let seed: Seed
    var number: UInt32 = 0

    mutating func roll(_ sides: Int) -> Int {
      number += 1
      return Int(seed.uniform(stream: 5, person: 0, draw: number) * Double(max(1, sides)))
    }

    mutating func chance(_ share: Double) -> Bool {
      number += 1
      return seed.uniform(stream: 5, person: 0, draw: number) < share
    }
  }

  /// What makes a tiny council odd.
  enum Oddity: Int, CaseIterable {
    case plain, allUnaccompanied, allSeventeen, nobodyInCare, noEntries, nobody
  }

  private static let book = try? CategoryBook.standard()
  private static let asOf = CivilDay(year: 2024, month: 2, day: 29) ?? CivilDay(number: 0)

  /// Up to twenty children with up to three periods each, of episodes from no night to years.
  private static func histories(_ dice: inout Dice, _ oddity: Oddity, _ book: CategoryBook) throws
    -> CareHistories
  {
    var children: [Child] = []
    var episodes: [Episode] = []
    for number in 0..<(oddity == .nobody ? 0 : dice.roll(21)) {
      let age = oddity == .allSeventeen ? 6210 + dice.roll(360) : dice.roll(6570)
      let birth = asOf - age
      let id = try #require(ChildID("C\(number)"))
      let isUASC = oddity == .allUnaccompanied || (oddity == .plain && dice.chance(0.2))
      var day = max(birth, asOf - dice.roll(2500))
      var own: [Episode] = []
      periods: for _ in 0...dice.roll(3) {
        let isStartKnown = oddity != .noEntries && dice.chance(0.8)
        for index in 0...dice.roll(4) {
          guard day <= asOf else { break periods }
          let length = dice.chance(0.1) ? dice.roll(2) : dice.roll(700)
          let isOpen = (dice.chance(0.15) || day + length > asOf) && oddity != .nobodyInCare
          let end = isOpen ? nil : min(asOf, day + length)
          own.append(
            Episode(
              child: Int32(children.count), start: day, end: end,
              reasonNew: index == 0 && isStartKnown ? "S" : ["P", "L", "T", "U", "B"][dice.roll(5)],
              legalStatus: ["C1", "C2", "V2", "E1"][dice.roll(4)], place: "U6", provider: "PR1",
              urn: Code("SC\(dice.roll(5))"), reasonCeased: "X1",
              category: book.all[dice.roll(book.all.count)]))
          if isOpen { break periods }
          day = end ?? day
        }
        day = day + dice.roll(300)
      }
      own = own.filter { $0.start <= asOf && $0.start < Age.birthday(18, bornOn: birth) }
      for index in own.indices {
        let isLast = index + 1 == own.count || own[index + 1].start != own[index].end
        guard isLast, let end = own[index].end else { continue }
        let e = own[index]
        own[index] = Episode(
          child: e.child, start: e.start, end: end, reasonNew: e.reasonNew, legalStatus: e.legalStatus,
          place: e.place, provider: e.provider, urn: e.urn,
          reasonCeased: ["E4A", "E45", "E11", "E8", "E13", "E99"][dice.roll(6)], category: e.category)
      }
      guard !own.isEmpty else { continue }
      children.append(Child(id: id, birth: birth, isUASC: isUASC))
      episodes += own
    }
    return CareHistories(
      children: children, episodes: episodes, respite: [], asReturned: episodes, asOf: asOf, book: book)
  }

  private static func input(_ dice: inout Dice, _ oddity: Oddity) throws -> SimulationInput {
    let book = try #require(book)
    let histories = try histories(&dice, oddity, book)
    let first = asOf - (1 + dice.roll(2000))
    let window = try #require(ReferenceWindow(from: first, to: asOf))
    let months = ForecastMonths(after: asOf, until: asOf + 1 + dice.roll(1200))
    let fees = histories.stays.map { _ in
      dice.chance(0.7) ? (dice.chance(0.2) ? Int64(0) : Int64(dice.roll(1_000_000))) : nil
    }
    let stays = StayPrices(histories, fees: fees)
    let hasFees = dice.chance(0.5)
    let width = book.entries.count
    return SimulationInput(
      rates: RateModel(histories, window: window, paceFrom: dice.chance(0.5) ? first - 500 : nil),
      starters: Starter.all(in: histories, fees: hasFees ? fees : []),
      durations: KnownDurations(histories, window: window), months: months,
      prices: PricePlan(
        weekly: (0..<width).map { _ in Int64(dice.roll(800_000)) },
        index: Array(repeating: Array(repeating: 1, count: width), count: months.count),
        uplifts: (0..<months.count).map { $0 / 12 }, upliftMean: 0.03, upliftSpread: 0.02,
        startingPrices: hasFees ? stays.startingPrices : [], carriedRank: stays.carriedRank))
  }

  @Test(arguments: Oddity.allCases)
  func `no tiny council makes negative counts, lost children or endless costs`(
    oddity: Oddity
  ) throws {
    for key in 0..<60 as Range<UInt64> {
      var dice = Dice(seed: Seed(key * 7 + UInt64(oddity.rawValue)))
      let input = try Self.input(&dice, oddity)
      let futures = try #require(Simulation(input, seed: Seed(key)).run(0..<12)).futures
      let dearest = Double(
        max(
          input.prices.weekly.max() ?? 0, input.prices.startingPrices.flatMap { $0 }.max() ?? 0,
          input.starters.compactMap(\.weeklyFee).max() ?? 0))
      for future in futures.range {
        var before = input.starters.count
        for month in 0..<futures.months {
          func all(_ measure: Futures.Measure) -> [Int] {
            (0..<futures.categories).map {
              futures.count(measure, future: future, month: month, category: $0)
            }
          }
          let counts = Futures.Measure.allCases.map { all($0) }
          #expect(counts.allSatisfy { $0.allSatisfy { $0 >= 0 } })
          let sums = counts.map { $0.reduce(0, +) }
          #expect(sums[0] == before + sums[1] - sums[2], "\(oddity) \(key) month \(month)")
          let leavers = ExitKind.allCases.reduce(futures.eighteenths(future: future, month: month)) {
            $0 + futures.leavers($1, future: future, month: month)
          }
          #expect(leavers == sums[2])
          let most = (before + sums[1]) * input.months.days(of: month)
          #expect(sums[4] <= most)
          for category in 0..<futures.categories {
            let cost = futures.cost(future: future, month: month, category: category)
            // Uplift of 3 % with a spread of 2 % can't double in the years forecast.
            #expect(cost >= 0 && Double(cost) <= 2 * dearest / 7 * Double(counts[4][category]) + 1)
          }
          before = sums[0]
        }
      }
    }
  }

  @Test(arguments: Oddity.allCases) func `rates of tiny councils are finite and not negative`(oddity: Oddity)
    throws
  {
    for key in 100..<130 as Range<UInt64> {
      var dice = Dice(seed: Seed(key))
      let input = try Self.input(&dice, oddity)
      let ground = Ground(input)
      let work = Workspace(ground)
      for future in 0..<3 {
        let drawn = DrawnRates(ground, work, future: future, seed: Seed(key))
        let all =
          drawn.exits.flatMap { $0 } + drawn.changes + drawn.destinations.flatMap { $0 } + drawn.entries
        #expect(all.allSatisfy { $0 >= 0 && $0.isFinite })
        // No hazard so high that a child could not stay a day.
        let hazards = drawn.exits.flatMap { $0 } + drawn.changes
        #expect((hazards.max() ?? 0) < 20, "\(oddity) \(key)")
      }
    }
  }

  @Test func `every future draws its rates anew`() throws {
    let input = try planted(months: 3)
    let ground = Ground(input)
    let work = Workspace(ground)
    let drawn = (0..<60).map { DrawnRates(ground, work, future: $0, seed: Seed(4)) }
    for cell in 0..<ground.space.count where input.rates.exits.days[cell] > 1000 {
      #expect(Set(drawn.map { $0.changes[cell] }).count == 60)
      #expect(Set(drawn.map { $0.exits.reduce(0) { $0 + $1[cell] } }).count == 60)
    }
    #expect(Set(drawn.map { $0.entries.reduce(0, +) }).count == 60)
    for level in drawn[0].levels.indices { #expect(Set(drawn.map { $0.levels[level][0] }).count == 60) }
    var certain = input
    certain.isRateCertain = true
    let fixed = Ground(certain)
    let same = (0..<5).map { DrawnRates(fixed, work, future: $0, seed: Seed(4)).changes }
    #expect(Set(same).count == 1)
  }

  private func planted(months: Int) throws -> SimulationInput {
    var settings = PlantedCouncil.Settings()
    settings.seed = 21
    settings.firstDay = CollectionYear(startYear: 2019).firstDay
    let council = try PlantedCouncil(settings)
    let view = council.known(at: settings.lastDay, since: CollectionYear(startYear: 2019))
    let histories = view.histories
    let window = try #require(
      ReferenceWindow(from: settings.lastDay.adding(months: -36), to: settings.lastDay))
    let fees = view.feePencePerWeek.map { Optional(Int64($0)) }
    let prices = StayPrices(histories, fees: fees)
    let forecast = ForecastMonths(
      after: settings.lastDay, until: settings.lastDay.adding(months: months).endOfMonth)
    let level = PricePlan.level(
      Array(repeating: 70_000, count: histories.book.entries.count), months: forecast.count)
    return SimulationInput(
      rates: RateModel(histories, window: window), starters: Starter.all(in: histories, fees: fees),
      durations: KnownDurations(histories, window: window), months: forecast,
      prices: PricePlan(
        weekly: level.weekly, index: level.index, uplifts: (0..<forecast.count).map { $0 / 12 },
        upliftMean: 0.03, upliftSpread: 0.01, startingPrices: prices.startingPrices,
        carriedRank: prices.carriedRank))
  }

  /// All that futures hold, as numbers in order.
  private func bytes(_ futures: Futures) -> [Int64] {
    futures.counts.map(Int64.init) + Array(futures.pence) + futures.leavers.map(Int64.init)
      + Array(futures.weeklyFlows)
  }

  @Test func `the same bytes from 1, 2 and 7 threads and from any split, in any order`() throws {
    let simulation = Simulation(try planted(months: 30), seed: Seed(77))
    let whole = try #require(simulation.run(0..<40, threads: 1)).futures
    let expected = bytes(whole)
    for threads in [2, 7] {
      #expect(bytes(try #require(simulation.run(0..<40, threads: threads)).futures) == expected)
    }
    let second = try #require(simulation.run(20..<40, threads: 2)).futures
    let first = try #require(simulation.run(0..<20, threads: 1)).futures
    for future in 0..<40 {
      let half = future < 20 ? first : second
      for month in 0..<whole.months {
        for category in 0..<whole.categories {
          for measure in Futures.Measure.allCases {
            #expect(
              whole.count(measure, future: future, month: month, category: category)
                == half.count(measure, future: future, month: month, category: category))
          }
          #expect(
            whole.cost(future: future, month: month, category: category)
              == half.cost(future: future, month: month, category: category))
        }
      }
    }
    #expect(bytes(try #require(Simulation(simulation.input, seed: Seed(78)).run(0..<40)).futures) != expected)
  }
}
