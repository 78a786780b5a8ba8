import Care
import Foundation
import KnownTruth
import Testing
import Units

/// The made-up council that judges the forecast, itself judged by what it was planted with.
struct PlantedCouncilTests {
  private static let first = CivilDay(year: 2016, month: 4, day: 1) ?? CivilDay(number: 0)
  private static let last = CivilDay(year: 2024, month: 3, day: 31) ?? CivilDay(number: 0)

  private func settings(_ seed: UInt64) -> PlantedCouncil.Settings {
    var settings = PlantedCouncil.Settings()
    settings.seed = seed
    settings.firstDay = Self.first
    settings.lastDay = Self.last
    return settings
  }

  /// Events, nights and what was expected of them, found again in the histories night by night.
  private struct Tally {
    var events: [String: Int] = [:]
    var expected: [String: Double] = [:]
    var squares: [String: Double] = [:]

    mutating func add(_ name: String, _ happened: Bool, _ chance: Double) {
      if happened { events[name, default: 0] += 1 }
      expected[name, default: 0] += chance
      squares[name, default: 0] += chance * (1 - chance)
    }
  }

  private func band(_ nights: Int, _ edges: [Int]) -> Int { edges.firstIndex { nights < $0 } ?? edges.count }

  private func kind(_ rec: Code) -> PlantedExit? {
    switch rec.description {
    case "E4A", "E4B": .home
    case "E45", "E46": .guardianship
    case "E11", "E12": .adoption
    case "E5", "E8": .other
    default: nil
    }
  }

  /// Goes through each night of each period and sets what happened against its chance.
  private func tally(_ view: PlantedView, _ council: PlantedCouncil, _ tally: inout Tally) {
    let h = view.histories
    let truth = council.settings.truth
    for period in h.periods {
      let child = h.children[Int(period.child)]
      for stayIndex in period.stays {
        let stay = h.stays[stayIndex]
        for index in stay.episodes {
          let episode = h.episodes[index]
          guard let category = council.categories.firstIndex(of: episode.category) else { continue }
          let next = index + 1 < h.stays[period.stays.upperBound - 1].episodes.upperBound ? index + 1 : nil
          var day = max(episode.start, Self.first)
          while day < min(episode.end ?? h.asOf, child.eighteenth - 1) {
            let years = Age.wholeYears(bornOn: child.birth, on: day)
            let age = band(years, PlantedTruth.ageEdges)
            let time = band(period.start.nights(to: day), PlantedTruth.timeEdges)
            let inStay = band(stay.start.nights(to: day), PlantedTruth.timeEdges)
            let isLast = episode.end == day + 1
            for exit in PlantedExit.allCases {
              let chance = truth.exitHazard(
                exit, age: age, time: time, category: category, isUASC: child.isUASC)
              let happened = isLast && next == nil && kind(episode.reasonCeased) == exit
              tally.add("\(exit) age \(age)", happened, chance)
              tally.add("\(exit) time \(time)", happened, chance)
              tally.add("\(exit) category \(category)", happened, chance)
              if child.isUASC { tally.add("\(exit) uasc", happened, chance) }
            }
            let chance = truth.moveHazard(
              age: age, time: inStay, category: category, isUASC: child.isUASC)
            let moved = isLast && next == stay.episodes.upperBound
            tally.add("move age \(age)", moved, chance)
            tally.add("move time \(inStay)", moved, chance)
            tally.add("move category \(category)", moved, chance)
            for to in 0..<10 {
              let entered = next.map { h.episodes[$0].category }
              let isThere = entered == council.categories[to]
              tally.add(
                "move to \(to)", moved && isThere,
                chance * truth.shares(age: age, category: category)[to])
              tally.add(
                "same carer to \(to)", isLast && isThere && next == index + 1 && !moved && to != category,
                truth.sameCarerHazard(from: category, to: to, age: age))
            }
            day = day + 1
          }
        }
      }
    }
  }

  @Test func `what was planted is what happens, night by night`() throws {
    var found = Tally()
    for seed in 1...4 as ClosedRange<UInt64> {
      let council = try PlantedCouncil(settings(seed))
      tally(council.truth, council, &found)
    }
    var checked = 0
    for (name, expected) in found.expected where expected > 5 {
      let events = Double(found.events[name] ?? 0)
      let sd = (found.squares[name] ?? 0).squareRoot()
      #expect(abs(events - expected) < 4 * sd, "\(name): \(events) for \(expected)")
      checked += 1
    }
    #expect(checked > 60)
    for (name, expected) in found.expected where expected == 0 {
      #expect(found.events[name] == nil, "\(name)")
    }
  }

  @Test func `two hundred councils are of a likely size and steady`() throws {
    let clock = ContinuousClock()
    var early = 0, late = 0
    var starts = 0
    var sizes: [Int] = []
    let councils = 200
    let taken = try clock.measure {
      for seed in 1...UInt64(councils) {
        let council = try PlantedCouncil(settings(seed))
        let now = council.children(on: Self.last).reduce(0, +)
        early += council.children(on: Self.first).reduce(0, +)
        late += now
        sizes.append(now)
        starts += council.truth.histories.periods.count { $0.start > Self.first }
      }
    }
    print(
      "200 planted councils: \(taken), mean \(late / councils), from \(sizes.min() ?? 0) to \(sizes.max() ?? 0)"
    )
    let mean = Double(late) / Double(councils)
    #expect((250...400).contains(mean))
    // The two means differ by less than four standard errors, children in groups.
    let error = (2 * mean * 2 / Double(councils)).squareRoot()
    #expect(abs(Double(early - late)) / Double(councils) < 4 * error)
    let perYear = Double(starts) / Double(councils) / 8
    #expect(abs(perYear - 200) < 4 * (200.0 * 2 / 8 / Double(councils)).squareRoot())
  }

  @Test func `entries have the shares planted, in groups of one need and legal status`() throws {
    var counts: [String: Int] = [:]
    var total = 0
    var inGroups = 0
    let truth = PlantedTruth()
    for seed in 1...12 as ClosedRange<UInt64> {
      let council = try PlantedCouncil(settings(seed))
      let h = council.truth.histories
      var before: Episode?
      for period in h.periods where period.start > Self.first {
        let child = h.children[Int(period.child)]
        let opening = h.episodes[h.stays[period.stays.lowerBound].episodes.lowerBound]
        let age = band(Age.wholeYears(bornOn: child.birth, on: period.start), PlantedTruth.ageEdges)
        let category = council.categories.firstIndex(of: opening.category) ?? -1
        counts["\(age) \(category) \(child.isUASC)", default: 0] += 1
        total += 1
        if let before, before.start == opening.start, before.need == opening.need,
          before.legalStatus == opening.legalStatus
        {
          inGroups += 1
        }
        before = opening
      }
    }
    var sum = 0.0
    for age in 0..<5 {
      for category in 0..<10 {
        for isUASC in [false, true] {
          let share = truth.entryShare(age: age, category: category, isUASC: isUASC)
          sum += share
          let expected = share * Double(total)
          let found = Double(counts["\(age) \(category) \(isUASC)"] ?? 0)
          // Brothers and sisters are alike, so counts spread more than a Poisson's.
          #expect(abs(found - expected) <= 4 * (1.8 * expected).squareRoot(), "\(age) \(category) \(isUASC)")
        }
      }
    }
    #expect(abs(sum - 1) < 1e-12)
    #expect(Double(inGroups) / Double(total) > 0.25)
  }

  @Test func `children leave on the 18th birthday and never later`() throws {
    let h = try PlantedCouncil(settings(3)).truth.histories
    var onBirthday = 0
    for period in h.periods {
      let eighteenth = h.children[Int(period.child)].eighteenth
      #expect((period.end ?? h.asOf) <= eighteenth)
      let isEighteen: Bool = ["E17", "E6", "E7"].contains(period.reasonCeased)
      #expect((period.end == eighteenth) == isEighteen)
      if isEighteen { onBirthday += 1 }
    }
    #expect(onBirthday > 100)
  }

  @Test func `returns from a first year hide what ended before`() throws {
    let council = try PlantedCouncil(settings(4))
    let year = CollectionYear(startYear: 2018)
    let all = council.known(at: Self.last), seen = council.known(at: Self.last, since: year)
    #expect(all.histories.openWithUnknownStart == 0)
    let areKnown = all.histories.periods.allSatisfy { $0.isStartKnown }
    #expect(areKnown)
    let unknown = seen.histories.periods.filter { !$0.isStartKnown }
    #expect(unknown.count > 30)
    let byChild = Dictionary(
      uniqueKeysWithValues: all.histories.periods.map { ($0.id(all.histories), $0.start) })
    for period in seen.histories.periods {
      let start = try #require(byChild[period.id(seen.histories)])
      #expect(period.isStartKnown ? start == period.start : start < period.start)
      #expect(period.isStartKnown || start < year.firstDay)
    }
    for day in [year.firstDay, Self.last] {
      let stocks = [all, seen].map { Stock($0.histories).children(on: day) }
      #expect(stocks[0] == stocks[1])
      let counts = council.children(on: day)
      for (planted, count) in counts.enumerated() {
        #expect(stocks[0][council.categories[planted].index] == count)
      }
    }
  }

  @Test func `nothing is known before it happens, and the past stays as it was`() throws {
    let council = try PlantedCouncil(settings(5))
    let origin = try #require(CivilDay("2021-03-31"))
    let then = council.known(at: origin)
    for episode in then.histories.episodes {
      #expect(episode.start <= origin && (episode.end ?? origin) <= origin)
      #expect((episode.end == nil) == episode.reasonCeased.isEmpty)
    }
    #expect(then.histories.children.count < council.truth.histories.children.count)
    #expect(then.feePencePerWeek.count == then.histories.stays.count)
    var forked = settings(5)
    forked.forkDay = origin
    var ends: Set<[Int]> = []
    for future in 0..<6 as Range<UInt64> {
      forked.future = future
      let other = try PlantedCouncil(forked)
      let past = other.known(at: origin)
      #expect(past.feePencePerWeek == then.feePencePerWeek)
      #expect(past.histories.episodes.map(\.start) == then.histories.episodes.map(\.start))
      #expect(past.histories.episodes.map(\.end) == then.histories.episodes.map(\.end))
      #expect(past.histories.episodes.map(\.category) == then.histories.episodes.map(\.category))
      ends.insert(other.children(on: Self.last))
    }
    #expect(ends.count == 6)
  }

  @Test func `fees of successive stays are as correlated as planted`() throws {
    var pairs: [(Double, Double)] = []
    for seed in 1...6 as ClosedRange<UInt64> {
      var made = settings(seed)
      made.feeCorrelation = 0.6
      let council = try PlantedCouncil(made)
      let view = council.truth
      let h = view.histories
      // The log fee of external homes and agency foster care over its median, by its own spread.
      func rank(_ stay: Int) -> Double? {
        let category = h.book[h.episodes[h.stays[stay].episodes.lowerBound].category].id
        let fee = log(Double(view.feePencePerWeek[stay]) / 100)
        if category == "external_home" { return (fee - log(5500)) / 0.4 }
        return category == "agency_foster" ? (fee - log(950)) / 0.25 : nil
      }
      for stay in 1..<h.stays.count where h.stays[stay].isMove {
        if let a = rank(stay - 1), let b = rank(stay) { pairs.append((a, b)) }
      }
    }
    let products = pairs.map { $0.0 * $0.1 }
    let squares = pairs.map { ($0.0 * $0.0 + $0.1 * $0.1) / 2 }
    let n = Double(pairs.count)
    #expect(n > 400)
    #expect(abs(products.reduce(0, +) / n - 0.6) < 4 * 1.2 / n.squareRoot())
    #expect(abs(squares.reduce(0, +) / n - 1) < 4 * 1.3 / n.squareRoot())
  }

  @Test func `the rate of entry walks with the step planted`() throws {
    var steps: [Double] = []
    for seed in 1...100 as ClosedRange<UInt64> {
      var made = settings(seed)
      made.tau = 0.12
      made.entriesPerYear = 2
      let rate = try PlantedCouncil(made).entriesPerDay
      #expect(abs(rate[0] - 2 / 365.25) < 1e-15)
      for year in 1..<8 { steps.append(log(rate[year * 365] / rate[(year - 1) * 365])) }
    }
    let mean = steps.reduce(0, +) / Double(steps.count)
    let sd = (steps.reduce(0) { $0 + $1 * $1 } / Double(steps.count)).squareRoot()
    #expect(abs(mean) < 4 * 0.12 / 700.0.squareRoot())
    #expect(abs(sd - 0.12) < 4 * 0.12 / 1400.0.squareRoot())
  }

  @Test func `constant chances give the exact law`() throws {
    // Leaving 1 in 250 a night, whoever and wherever: born young enough, nobody is 18 before they have left.
    let leaving = 1.0 / 250
    var total = 0.0
    let councils = 40
    for seed in 1...UInt64(councils) {
      var made = settings(seed)
      made.truth = .constant(leaving: [.home: leaving / 2, .other: leaving / 2], moving: 1.0 / 300)
      let council = try PlantedCouncil(made)
      let h = council.truth.histories
      // Those under 10 on entry, of whom all but a few thousandths have left by 18.
      total += Double(
        h.periods.count {
          $0.end == nil && Age.wholeYears(bornOn: h.children[Int($0.child)].birth, on: $0.start) < 10
        })
    }
    let young = (0..<3).reduce(0.0) { sum, age in
      sum + (0..<10).reduce(0) { $0 + PlantedTruth().entryShare(age: age, category: $1, isUASC: false) }
    }
    let perDay = 200 / 365.25 * young
    let expected = ExactLaw(passing: [], ending: [leaving], initial: [0], entrantsPerDay: [perDay])
      .continuous(days: 6575).mean
    let error = (2 * expected / Double(councils)).squareRoot()
    #expect(abs(total / Double(councils) - expected) < 4 * error)
    #expect(error < expected / 30)
  }
}

extension PeriodOfCare {
  /// The child's identifier: made up.
  fileprivate func id(_ histories: CareHistories) -> String { histories.children[Int(child)].id.revealed }
}
