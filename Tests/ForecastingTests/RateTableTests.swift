import Care
import KnownTruth
import Testing
import Units

@testable import Forecasting

/// The table of rates against the rates that a simulation of the same council draws.
struct RateTableTests {
  private let histories: CareHistories
  private let rates: RateModel

  init() throws {
    var settings = PlantedCouncil.Settings()
    settings.firstDay = try #require(CivilDay("2016-04-01"))
    settings.lastDay = try #require(CivilDay("2021-03-31"))
    histories = try PlantedCouncil(settings).truth.histories
    let window = try #require(
      ReferenceWindow(from: settings.lastDay.adding(months: -36) + 1, to: settings.lastDay))
    rates = RateModel(histories, window: window)
  }

  private func input(_ changes: RateAdjustments = .none) -> SimulationInput {
    let months = ForecastMonths(after: histories.asOf, until: histories.asOf.adding(months: 24))
    let prices = Array(repeating: Int64(0), count: rates.space.categories)
    return SimulationInput(
      rates: rates, starters: Starter.all(in: histories),
      durations: KnownDurations(histories, window: rates.window),
      months: months, prices: .level(prices, months: months.count), changes: changes)
  }

  private var halved: RateAdjustments {
    RateAdjustments(
      [
        RateChange(.home, .multiply(0.5)), RateChange(.moves, .multiply(3), destinations: [1]),
        RateChange(.entries, .add(perYear: 20)),
      ], rates: rates)
  }

  @Test(arguments: [false, true])
  func `the rates drawn for the table are those that children meet in the simulation`(_ isChanged: Bool) {
    let input = input(isChanged ? halved : .none)
    let ground = Ground(input)
    let (work, own) = (Workspace(ground), Workspace(ground))
    var met = 0
    for future in [0, 1, 399] {
      let futures = Futures(
        range: future..<(future + 1), months: ground.months, categories: ground.space.categories)
      var run = FutureRun(ground, work, into: futures, future: future, seed: Seed(5))
      run.run()
      let drawn = DrawnRates(ground, own, future: future, seed: Seed(5))
      for cell in 0..<rates.space.count {
        if run.exitRate[cell] >= 0 {
          met += 1
          let total = drawn.exits.reduce(0) { $0 + $1[cell] }
          #expect(abs(total - run.exitRate[cell]) <= 1e-12 * total)
        }
        if run.changeRate[cell] >= 0 { #expect(drawn.changes[cell] == run.changeRate[cell]) }
      }
      for row in 0..<rates.space.rows where run.destinationCounts[row] >= 0 {
        #expect(abs(drawn.destinations[row].reduce(0, +) - 1) < 1e-9)
      }
      let perDay = run.pace[0] * rates.entries.meanSize
      #expect(abs(drawn.entries.reduce(0, +) - perDay) < 1e-9)
    }
    #expect(met > 300)
  }

  @Test
  func `estimates are the posterior means, counts those of the window, and eight draws in ten lie inside`() {
    let table = RateTable(rates, asOf: histories.asOf, seed: Seed(1), futures: 200)
    var inside = 0, cells = 0
    let ground = Ground(input())
    let work = Workspace(ground)
    let other = DrawnRates(ground, work, future: 1_000, seed: Seed(1))
    for line in table.lines where line.scope == .cell {
      guard case .exit(let kind) = line.event, let age = line.age, let time = line.time,
        let category = line.category
      else { continue }
      let cell = rates.space.cell(age: age, time: time, category: category, uasc: line.isUASC == true ? 1 : 0)
      #expect(line.events == rates.exits.events[kind.rawValue][cell])
      #expect(abs(line.exposure * 365.25 - Double(rates.exits.days[cell])) < 1e-6)
      #expect(abs(line.estimate.value - 365.25 * rates.exits.mean(kind.rawValue, cell)) < 1e-9)
      #expect(line.estimate.low <= line.estimate.high && line.changed == nil)
      cells += 1
      let draw = other.exits[kind.rawValue][cell] * 365.25
      if draw >= line.estimate.low && draw <= line.estimate.high { inside += 1 }
    }
    // Cells share levels and so err together: far from all or none.
    #expect(cells > 200 && (0.6...0.95).contains(Double(inside) / Double(cells)))
    let total = table.lines.filter { $0.event == .exit(.home) && $0.scope == .all }
    #expect(total.first?.events == rates.exits.events[0].reduce(0, +))
    let ages = table.lines.filter { $0.event == .exit(.home) && $0.scope == .age }
    // Of five ages and six times, four can't go together: a child under 1 has not been in care for a year.
    #expect(ages.count == 26 && ages.reduce(0) { $0 + $1.events } == total.first?.events)
    #expect(table.impossible == 4 * 5)
    for line in table.lines where line.scope == .age {
      let time = TimeBand.firstDays[line.time ?? 0]
      #expect(time < 365 || AgeBand.all[line.age ?? 0].upTo * 365 > time)
    }
  }

  @Test func `a scenario's rates stand beside, on the same draws`() throws {
    let changes = halved
    let table = RateTable(rates, changes: changes, asOf: histories.asOf, seed: Seed(1), futures: 50)
    for line in table.lines where line.event == .exit(.home) && line.scope == .cell {
      let changed = try #require(line.changed)
      for (a, b) in [
        (changed.value, line.estimate.value), (changed.low, line.estimate.low),
        (changed.high, line.estimate.high),
      ] {
        #expect(abs(a - b / 2) < 1e-9)
      }
    }
    let entries = try #require(table.lines.first { $0.event == .entry && $0.scope == .all })
    #expect(abs(try #require(entries.changed).value - entries.estimate.value - 20) < 1e-6)
  }
}
