import Care
import Foundation
import KnownTruth
import Testing
import Units

@testable import Forecasting

/// Whether the estimation knows what it does not know: of many made-up councils, planted rates lie in nine of ten 90 %
/// intervals of what the simulation draws.
@Suite(.serialized) struct RecoveryTests {
  /// Drawn of each posterior: 100, so that the middle 91 of 101 places make a 90 % interval.
  static let draws = 100

  /// How often planted rates were in their intervals.
  struct Tally: Sendable {
    var inside = 0
    var all = 0
    /// Sum of the truth's place among the draws, 0 to 1: a half where nothing leans.
    var places = 0.0
    var share: Double { Double(inside) / Double(max(1, all)) }
    var place: Double { places / Double(max(1, all)) }

    mutating func add(_ truth: Double, in drawn: [Double]) {
      let below = drawn.count { $0 < truth }
      inside += (5..<96).contains(below) ? 1 : 0
      all += 1
      places += Double(below) / Double(drawn.count)
    }

    static func += (a: inout Tally, b: Tally) {
      a.inside += b.inside
      a.all += b.all
      a.places += b.places
    }
  }

  typealias Tallies = [String: Tally]

  /// The rates that the simulation draws, one number for each future: by cell for exits and changes.
  static func drawn(_ rates: RateModel, seed: UInt64) -> (
    exits: [[Double]], changes: [[Double]], pace: [Double]
  ) {
    let asOf = rates.window.last
    let months = ForecastMonths(after: asOf, until: asOf + 28)
    let categories = rates.space.categories
    let input = SimulationInput(
      rates: rates, starters: [], durations: KnownDurations(days: Array(repeating: [], count: 5)),
      months: months,
      prices: .level(Array(repeating: 0, count: categories), months: months.count))
    let ground = Ground(input)
    let work = Workspace(ground)
    let futures = Futures(range: 0..<draws, months: months.count, categories: categories)
    var exits = Array(repeating: [Double](), count: rates.space.count)
    var changes = exits
    var pace: [Double] = []
    for future in 0..<draws {
      var run = FutureRun(ground, work, into: futures, future: future, seed: Seed(seed))
      run.begin()
      pace.append(work.pace.base[0] * rates.entries.meanSize)
      for cell in 0..<rates.space.count {
        if rates.exits.days[cell] > 0 { exits[cell].append(run.drawExitRate(cell)) }
        if rates.changes.days[cell] > 0 { changes[cell].append(run.drawChangeRate(cell)) }
      }
    }
    return (exits, changes, pace)
  }

  /// The cells that are planted, with their place in the model.
  struct Planted {
    let cell: Int, age: Int, time: Int, category: Int
    let isUASC: Bool
  }

  static func cells(_ council: PlantedCouncil, _ space: CellSpace) -> [Planted] {
    var cells: [Planted] = []
    for age in 0..<5 {
      for time in 0..<6 {
        for category in 0..<PlantedTruth.categories.count {
          for isUASC in [false, true] {
            let cell = space.cell(
              age: age, time: time, category: council.categories[category].index, uasc: isUASC ? 1 : 0)
            cells.append(Planted(cell: cell, age: age, time: time, category: category, isUASC: isUASC))
          }
        }
      }
    }
    return cells
  }

  static func band(_ days: Int) -> String {
    days < 91
      ? "under 3 months" : days < 730 ? "3 to 24 months" : days < 3650 ? "2 to 10 years" : "over 10 years"
  }

  /// Judges one council's rates.
  static func judge(seed: UInt64, years: Int?) throws -> Tallies {
    var settings = PlantedCouncil.Settings()
    settings.seed = seed
    settings.tau = seed.isMultiple(of: 2) ? 0 : 0.12
    settings.truth = PlantedTruth(seed: seed, noise: 0.1, sameCarer: 0)
    settings.firstDay = CollectionYear(startYear: 2022 - (years ?? 3)).firstDay
    let origin = CollectionYear(startYear: 2022).firstDay - 1
    settings.lastDay = origin
    let council = try PlantedCouncil(settings)
    let view = council.known(at: origin, since: years.map { CollectionYear(startYear: 2022 - $0) })
    let window = try #require(
      ReferenceWindow(from: max(settings.firstDay, origin.adding(months: -36) + 1), to: origin))
    let rates = RateModel(view.histories, window: window)
    let (exits, changes, pace) = drawn(rates, seed: seed)
    var tallies: Tallies = [:]
    let planted = cells(council, rates.space)
    let truth = settings.truth
    func exit(_ c: Planted) -> Double {
      PlantedExit.allCases.reduce(0) {
        $0 + truth.exitHazard($1, age: c.age, time: c.time, category: c.category, isUASC: c.isUASC)
      }
    }
    func move(_ c: Planted) -> Double {
      truth.moveHazard(age: c.age, time: c.time, category: c.category, isUASC: c.isUASC)
    }
    for (what, family, drawn, hazard) in [
      ("exits", rates.exits, exits, exit), ("changes", rates.changes, changes, move),
    ] {
      /// A sum over cells weighted by their days: what a group of children does together.
      func group(_ name: String, _ cells: [Planted]) {
        let seen = cells.filter { family.days[$0.cell] > 0 }
        let days = seen.map { Double(family.days[$0.cell]) }
        guard days.reduce(0, +) > 3650 else { return }
        let known = zip(seen, days).reduce(0) { $0 + hazard($1.0) * $1.1 }
        guard known > 0 else { return }
        let sums = (0..<draws).map { draw in zip(seen, days).reduce(0) { $0 + drawn[$1.0.cell][draw] * $1.1 }
        }
        tallies["\(what) \(name)", default: Tally()].add(known, in: sums)
      }
      for c in planted where family.days[c.cell] > 0 && hazard(c) > 0 {
        tallies["\(what) by cell", default: Tally()].add(hazard(c), in: drawn[c.cell])
        tallies["\(what) cells of \(band(family.days[c.cell]))", default: Tally()].add(
          hazard(c), in: drawn[c.cell])
        tallies[
          "\(what) cells of \(PlantedTruth.categories[c.category])\(c.isUASC ? " UASC" : "")",
          default: Tally()
        ].add(
          hazard(c), in: drawn[c.cell])
      }
      for category in 0..<10 {
        group("by category", planted.filter { $0.category == category })
        group("of \(PlantedTruth.categories[category])", planted.filter { $0.category == category })
      }
      for isUASC in [false, true] { group("of UASC \(isUASC)", planted.filter { $0.isUASC == isUASC }) }
      for time in 0..<6 {
        group("by time", planted.filter { $0.time == time })
        group("of time \(time)", planted.filter { $0.time == time })
      }
      for age in 0..<5 { group("by age", planted.filter { $0.age == age }) }
      group("together", planted)
    }
    for name in ["entries", "entries with tau \(settings.tau)"] {
      tallies[name, default: Tally()].add(try #require(council.entriesPerDay.last), in: pace)
    }
    destinations(rates, council, truth, seed, &tallies)
    return tallies
  }

  /// Shares of destinations: each the Beta margin of its row's Dirichlet.
  private static func destinations(
    _ rates: RateModel, _ council: PlantedCouncil, _ truth: PlantedTruth, _ seed: UInt64,
    _ tallies: inout Tallies
  ) {
    let tables = DrawTables.shared.pointers
    for age in 0..<5 {
      for left in 0..<10 {
        let row = age * rates.space.categories + council.categories[left].index
        let alphas = rates.destinations.alphas[row]
        let seen = rates.destinations.counts[row].reduce(0, +)
        guard seen > 0 else { continue }
        let total = alphas.reduce(0, +)
        for (to, share) in truth.shares(age: age, category: left).enumerated() where share > 0 {
          let alpha = alphas[council.categories[to].index]
          let drawn = (0..<draws).map { draw -> Double in
            let draws = FutureDraws(seed: Seed(seed &+ 77), future: draw)
            let key = UInt32(row * 64 + to)
            let own = alpha > 0 ? draws.gamma(alpha, tables, 40, key) : 0
            return own / (own + draws.gamma(total - alpha, tables, 41, key))
          }
          tallies["destinations", default: Tally()].add(share, in: drawn)
          tallies["destinations of \(seen < 10 ? "under 10" : "10 and more")", default: Tally()].add(
            share, in: drawn)
        }
      }
    }
  }

  static func gather(_ seeds: Range<Int>, years: Int?) async throws -> Tallies {
    var all: Tallies = [:]
    for tallies in try await inParallel(seeds, { try judge(seed: UInt64($0), years: years) }) {
      for (name, tally) in tallies { all[name, default: Tally()] += tally }
    }
    PlantedBacktestTests.say("years \(years.map(String.init) ?? "all")")
    for (name, tally) in all.sorted(by: { $0.key < $1.key }) {
      PlantedBacktestTests.say(
        "  \(name): \(String(format: "%.1f %% of %d, place %.3f", 100 * tally.share, tally.all, tally.place))"
      )
    }
    return all
  }

  @Test func `planted rates lie in nine of ten intervals, everything known`() async throws {
    let all = try await Self.gather(1..<201, years: nil)
    for name in [
      "exits by cell", "changes by cell", "exits by category", "changes by category", "exits by time",
      "changes by time", "exits by age", "changes by age", "destinations", "entries",
    ] {
      let tally = try #require(all[name])
      #expect((0.85...0.95).contains(tally.share), "\(name): \(tally.share)")
    }
  }

  @Test(arguments: [2, 4]) func `planted rates lie in their intervals with unknown starts`(years: Int)
    async throws
  {
    let all = try await Self.gather(201..<301, years: years)
    for name in [
      "exits by cell", "changes by cell", "exits by category", "changes by category", "exits by time",
      "changes by time", "exits by age", "changes by age", "destinations", "entries",
    ] {
      let tally = try #require(all[name])
      #expect((0.83...0.96).contains(tally.share), "\(name): \(tally.share)")
    }
  }
}
