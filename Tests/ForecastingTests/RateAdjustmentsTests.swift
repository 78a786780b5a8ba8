import Care
import KnownTruth
import Testing
import Units

@testable import Forecasting

/// A scenario's changes to rates, resolved to cells: each event, each operation, on the estimates of a made-up council.
struct RateAdjustmentsTests {
  private static let planted: Result<RateModel, any Error> = Result {
    var settings = PlantedCouncil.Settings()
    settings.firstDay = try #require(CivilDay("2016-04-01"))
    settings.lastDay = try #require(CivilDay("2021-03-31"))
    let window = try #require(
      ReferenceWindow(from: settings.lastDay.adding(months: -36) + 1, to: settings.lastDay))
    return RateModel(try PlantedCouncil(settings).truth.histories, window: window)
  }

  private let rates: RateModel
  private let space: CellSpace

  init() throws {
    rates = try Self.planted.get()
    space = rates.space
  }

  private func resolved(_ changes: RateChange...) -> RateAdjustments {
    RateAdjustments(changes, rates: rates)
  }

  /// Exits a day of a kind in a cell, at the estimate.
  private func exit(_ adjustments: RateAdjustments, _ kind: ExitKind, _ cell: Int) -> Double {
    let estimate = rates.exits.mean(kind.rawValue, cell)
    return adjustments.exits.isEmpty ? estimate : adjustments.exits[kind.rawValue][cell].apply(estimate)
  }

  private func move(_ adjustments: RateAdjustments, _ cell: Int) -> Double {
    adjustments.changes[cell].apply(rates.changes.mean(0, cell))
  }

  /// Children a year of each kind of entrant, at the estimate.
  private func entries(_ adjustments: RateAdjustments) -> [Double] {
    let total = rates.entries.alphas.reduce(0, +)
    return (0..<space.entrants).map { kind in
      let estimate = rates.entries.perYear / 365.25 * rates.entries.alphas[kind] / total
      return 365.25 * (adjustments.entries.isEmpty ? estimate : adjustments.entries[kind].apply(estimate))
    }
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 + 1e-9 * abs(b) }

  private static let kinds: [(RateChange.Event, ExitKind)] = [
    (.home, .home), (.specialGuardianship, .specialGuardianship), (.adoption, .adoption),
    (.otherExit, .other),
  ]

  @Test(arguments: 0..<4)
  func `one kind of exit is multiplied, added to and replaced, and the others stay`(_ index: Int) {
    let (event, kind) = Self.kinds[index]
    let cases: [(RateChange.Operation, (Double) -> Double)] = [
      (.multiply(1.5), { $0 * 1.5 }), (.add(perYear: 0.2), { $0 + 0.2 / 365.25 }),
      (.add(perYear: -1000), { _ in 0 }), (.replace(perYear: 0.3), { _ in 0.3 / 365.25 }),
    ]
    for (operation, after) in cases {
      let changed = resolved(RateChange(event, operation))
      for cell in 0..<space.count {
        for other in ExitKind.allCases {
          let before = rates.exits.mean(other.rawValue, cell)
          #expect(isNear(exit(changed, other, cell), other == kind ? after(before) : before))
        }
      }
      #expect(changed.changes.isEmpty && changed.entries.isEmpty && changed.destinations.isEmpty)
    }
  }

  @Test func `exits are all four kinds, what is added or put in place being divided between them`() {
    func total(_ adjustments: RateAdjustments, _ cell: Int) -> Double {
      ExitKind.allCases.reduce(0) { $0 + exit(adjustments, $1, cell) }
    }
    let more = resolved(RateChange(.exits, .add(perYear: 0.2)))
    let fixed = resolved(RateChange(.exits, .replace(perYear: 0.2)))
    for cell in 0..<space.count {
      let before = total(.none, cell)
      #expect(isNear(total(resolved(), cell), before))
      #expect(isNear(total(more, cell), before + 0.2 / 365.25))
      #expect(isNear(total(fixed, cell), 0.2 / 365.25))
      for kind in ExitKind.allCases {
        #expect(isNear(exit(fixed, kind, cell) * before, exit(.none, kind, cell) * 0.2 / 365.25))
      }
    }
  }

  @Test func `a change concerns the ages, categories and children it names`() {
    let changed = resolved(RateChange(.home, .multiply(2), ages: [3], categories: [2], isUASC: false))
    for cell in 0..<space.count {
      let isNamed = space.age(of: cell) == 3 && space.category(of: cell) == 2 && space.uasc(of: cell) == 0
      let before = exit(.none, .home, cell)
      #expect(isNear(exit(changed, .home, cell), isNamed ? 2 * before : before))
    }
  }

  @Test func `changes to one cell work in the file's order, each on what the one before left`() {
    let first = resolved(RateChange(.home, .add(perYear: 0.2)), RateChange(.home, .multiply(0.5)))
    let second = resolved(RateChange(.home, .multiply(0.5)), RateChange(.home, .add(perYear: 0.2)))
    // Taken to nought, then something added: nothing is owed for what could not be taken.
    let emptied = resolved(RateChange(.home, .add(perYear: -1000)), RateChange(.home, .add(perYear: 0.1)))
    let replaced = resolved(RateChange(.home, .multiply(7)), RateChange(.home, .replace(perYear: 0.1)))
    for cell in 0..<space.count {
      let before = exit(.none, .home, cell)
      #expect(isNear(exit(first, .home, cell), (before + 0.2 / 365.25) * 0.5))
      #expect(isNear(exit(second, .home, cell), before * 0.5 + 0.2 / 365.25))
      #expect(isNear(exit(emptied, .home, cell), 0.1 / 365.25))
      #expect(isNear(exit(replaced, .home, cell), 0.1 / 365.25))
    }
  }

  @Test func `moves are multiplied, added to and replaced`() {
    let cases: [(RateChange.Operation, (Double) -> Double)] = [
      (.multiply(0.9), { $0 * 0.9 }), (.add(perYear: 0.5), { $0 + 0.5 / 365.25 }),
      (.replace(perYear: 1), { _ in 1 / 365.25 }),
    ]
    for (operation, after) in cases {
      let changed = resolved(RateChange(.moves, operation, ages: [3, 4]))
      #expect(changed.exits.isEmpty && changed.entries.isEmpty && changed.destinations.isEmpty)
      for cell in 0..<space.count {
        let before = rates.changes.mean(0, cell)
        #expect(isNear(move(changed, cell), space.age(of: cell) >= 3 ? after(before) : before))
      }
    }
  }

  @Test func `moves to some categories change by their part, and the others stay as often`() {
    let (age, from, to) = (3, 2, 1)
    let row = age * space.categories + from
    let alphas = rates.destinations.alphas[row]
    let shares = alphas.map { $0 / alphas.reduce(0, +) }
    let cases: [(RateChange.Operation, (Double) -> Double)] = [
      (.multiply(3), { $0 * 3 }), (.multiply(0), { _ in 0 }), (.add(perYear: 0.1), { $0 + 0.1 / 365.25 }),
      (.replace(perYear: 0.4), { _ in 0.4 / 365.25 }),
    ]
    for (operation, after) in cases {
      let changed = resolved(
        RateChange(.moves, operation, ages: [age], categories: [from], destinations: [to]))
      // What cells come to in all, weighted as their row is.
      var expected = Array(repeating: 0.0, count: space.destinations)
      var total = 0.0
      for cell in 0..<space.count where space.age(of: cell) == age && space.category(of: cell) == from {
        let before = rates.changes.mean(0, cell)
        let part = before * shares[to]
        #expect(isNear(move(changed, cell), before - part + after(part)))
        let weight = Double(rates.changes.days[cell]) + 1
        total += weight * move(changed, cell)
        for index in expected.indices {
          expected[index] += weight * (index == to ? after(part) : before * shares[index])
        }
      }
      let weights = zip(shares, changed.destinations[row]).map { $0 * $1 }
      for index in expected.indices {
        #expect(
          isNear(weights[index] / weights.reduce(0, +), expected[index] / total), "\(operation) \(index)")
      }
      #expect(changed.destinations[0].allSatisfy { $0 == 0 || isNear($0, 1) })
    }
  }

  @Test func `entries are multiplied, and what is added or put in place is children a year in all`() {
    let before = entries(.none)
    func isTeenager(_ kind: Int) -> Bool { space.age(ofEntrant: kind) == 4 && kind % 2 == 0 }
    let teenagers = before.indices.filter(isTeenager).reduce(0) { $0 + before[$1] }
    #expect(teenagers > 5)
    let cases: [(RateChange.Operation, Double)] = [
      (.multiply(0.9), 0.9 * teenagers), (.add(perYear: 12), teenagers + 12),
      (.add(perYear: -3), teenagers - 3), (.add(perYear: -10_000), 0), (.replace(perYear: 20), 20),
    ]
    for (operation, wanted) in cases {
      let after = entries(resolved(RateChange(.entries, operation, ages: [4], isUASC: false)))
      for kind in after.indices {
        let expected = isTeenager(kind) ? before[kind] * wanted / teenagers : before[kind]
        #expect(isNear(after[kind], expected))
      }
    }
    let again = entries(
      resolved(RateChange(.entries, .multiply(0)), RateChange(.entries, .add(perYear: 30))))
    #expect(isNear(again.reduce(0, +), 30))
  }

  @Test func `no hazard exceeds one a day`() throws {
    let changes = resolved(
      RateChange(.exits, .replace(perYear: 1e9)), RateChange(.moves, .replace(perYear: 1e9)))
    let table = RateTable(rates, changes: changes, asOf: rates.window.last, seed: Seed(1), futures: 2)
    for line in table.lines where line.event == .change && line.scope == .cell {
      #expect(line.changed?.high == 365.25)
    }
  }
}
