import Care
import KnownTruth
import Testing
import Units

/// What happens in a made-up council, found again night by night in its care histories and set against its chance.
struct PlantedNightsTests {
  /// Where a child is on a night.
  private struct Cell: Hashable {
    let age: Int, inCare: Int, inStay: Int, category: Int
    let isUASC: Bool
  }

  /// What may happen in a night.
  private enum Event: Hashable {
    case exit(PlantedExit)
    case move(to: Int)
    case sameCarer(to: Int)
  }

  private struct Counts {
    var nights: [Cell: Int] = [:]
    var events: [Cell: [Event: Int]] = [:]
  }

  private static func band(_ number: Int, _ edges: [Int]) -> Int {
    edges.firstIndex { number < $0 } ?? edges.count
  }

  private static func exit(_ rec: Code) -> PlantedExit? {
    switch rec.description {
    case "E4A", "E4B": .home
    case "E45", "E46": .guardianship
    case "E11", "E12": .adoption
    case "E5", "E8": .other
    default: nil
    }
  }

  private func count(_ council: PlantedCouncil, _ counts: inout Counts) {
    let h = council.truth.histories
    for period in h.periods {
      for stay in period.stays {
        for index in h.stays[stay].episodes { count(index, h.stays[stay], period, h, council, &counts) }
      }
    }
  }

  /// Counts an episode's nights from the first day on, but for the last before 18, in which nothing is left to chance.
  private func count(
    _ index: Int, _ stay: Stay, _ period: PeriodOfCare, _ h: CareHistories, _ council: PlantedCouncil,
    _ counts: inout Counts
  ) {
    let child = h.children[Int(period.child)]
    let episode = h.episodes[index]
    guard let category = council.categories.firstIndex(of: episode.category) else { return }
    let birthdays = PlantedTruth.ageEdges.map { Age.birthday($0, bornOn: child.birth) }
    let end = min(episode.end ?? h.asOf, child.eighteenth - 1)
    var day = max(episode.start, council.settings.firstDay)
    while day < end {
      let cell = Cell(
        age: birthdays.firstIndex { day < $0 } ?? 5,
        inCare: Self.band(period.start.nights(to: day), PlantedTruth.timeEdges),
        inStay: Self.band(stay.start.nights(to: day), PlantedTruth.timeEdges), category: category,
        isUASC: child.isUASC)
      counts.nights[cell, default: 0] += 1
      if day + 1 == episode.end, let event = event(index, stay, period, h, council) {
        counts.events[cell, default: [:]][event, default: 0] += 1
      }
      day = day + 1
    }
  }

  /// What ended an episode; nil for a change of legal status.
  private func event(
    _ index: Int, _ stay: Stay, _ period: PeriodOfCare, _ h: CareHistories, _ council: PlantedCouncil
  ) -> Event? {
    guard index + 1 < h.stays[period.stays.upperBound - 1].episodes.upperBound else {
      return Self.exit(h.episodes[index].reasonCeased).map { .exit($0) }
    }
    let entered = council.categories.firstIndex(of: h.episodes[index + 1].category) ?? -1
    if index + 1 == stay.episodes.upperBound { return .move(to: entered) }
    return h.episodes[index + 1].category == h.episodes[index].category ? nil : .sameCarer(to: entered)
  }

  private func chance(_ event: Event, _ cell: Cell, _ truth: PlantedTruth) -> Double {
    switch event {
    case .exit(let exit):
      truth.exitHazard(
        exit, age: cell.age, time: cell.inCare, category: cell.category, isUASC: cell.isUASC)
    case .move(let to):
      truth.moveHazard(age: cell.age, time: cell.inStay, category: cell.category, isUASC: cell.isUASC)
        * truth.shares(age: cell.age, category: cell.category)[to]
    case .sameCarer(let to): truth.sameCarerHazard(from: cell.category, to: to, age: cell.age)
    }
  }

  /// The sums in which events are compared, so that each holds many.
  private func sums(_ event: Event, _ cell: Cell) -> [String] {
    let ages = "age \(cell.age)", categories = "category \(cell.category)"
    switch event {
    case .exit(let exit):
      return [ages, categories, "time \(cell.inCare)", "UASC \(cell.isUASC)"].map { "\(exit) \($0)" }
    case .move(let to):
      return [ages, categories, "time \(cell.inStay)", "to \(to)"].map { "move \($0)" }
    case .sameCarer(let to): return ["same carer \(cell.category) to \(to)"]
    }
  }

  @Test func `what was planted is what happens, night by night`() throws {
    var counts = Counts()
    // Many changes with the same carer, so that their leaving the stay's clock alone shows.
    let truth = PlantedTruth(sameCarer: 15)
    for seed in 1...4 as ClosedRange<UInt64> {
      var settings = PlantedCouncilTests.settings(seed)
      settings.truth = truth
      count(try PlantedCouncil(settings), &counts)
    }
    let all =
      PlantedExit.allCases.map { Event.exit($0) } + (0..<10).map { .move(to: $0) }
      + (0..<10).map { .sameCarer(to: $0) }
    var found: [String: (events: Int, expected: Double)] = [:]
    for (cell, nights) in counts.nights {
      for event in all {
        let expected = Double(nights) * chance(event, cell, truth)
        let events = counts.events[cell]?[event] ?? 0
        for name in sums(event, cell) {
          let before = found[name] ?? (0, 0)
          found[name] = (before.events + events, before.expected + expected)
        }
      }
    }
    for (name, (events, expected)) in found {
      // The events less their chances are a martingale, of variance no more than the chances added up.
      #expect(
        abs(Double(events) - expected) <= 4 * expected.squareRoot() + 2, "\(name): \(events), \(expected)")
    }
    #expect(found.values.count { $0.expected > 20 } > 60)
  }
}
