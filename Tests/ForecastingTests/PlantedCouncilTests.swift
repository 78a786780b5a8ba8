import Care
import Foundation
import KnownTruth
import Testing
import Units

/// The made-up council that judges the forecast, itself judged by what it was planted with.
struct PlantedCouncilTests {
  static let first = CivilDay(year: 2016, month: 4, day: 1) ?? CivilDay(number: 0)
  static let last = CivilDay(year: 2024, month: 3, day: 31) ?? CivilDay(number: 0)

  static func settings(_ seed: UInt64) -> PlantedCouncil.Settings {
    var settings = PlantedCouncil.Settings()
    settings.seed = seed
    settings.firstDay = first
    settings.lastDay = last
    return settings
  }

  @Test func `two hundred councils are of a likely size and steady`() throws {
    var early = 0, late = 0
    var starts = 0
    let councils = 200
    for seed in 1...UInt64(councils) {
      let council = try PlantedCouncil(Self.settings(seed))
      early += council.children(on: Self.first).reduce(0, +)
      late += council.children(on: Self.last).reduce(0, +)
      starts += council.truth.histories.periods.count { $0.start > Self.first }
    }
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
      let council = try PlantedCouncil(Self.settings(seed))
      let h = council.truth.histories
      var before: Episode?
      for period in h.periods where period.start > Self.first {
        let child = h.children[Int(period.child)]
        let opening = h.episodes[h.stays[period.stays.lowerBound].episodes.lowerBound]
        let years = Age.wholeYears(bornOn: child.birth, on: period.start)
        let age = PlantedTruth.ageEdges.firstIndex { years < $0 } ?? 5
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
    let h = try PlantedCouncil(Self.settings(3)).truth.histories
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
    let council = try PlantedCouncil(Self.settings(4))
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
    let council = try PlantedCouncil(Self.settings(5))
    let origin = try #require(CivilDay("2021-03-31"))
    let then = council.known(at: origin)
    for episode in then.histories.episodes {
      #expect(episode.start <= origin && (episode.end ?? origin) <= origin)
      #expect((episode.end == nil) == episode.reasonCeased.isEmpty)
    }
    #expect(then.histories.children.count < council.truth.histories.children.count)
    #expect(then.feePencePerWeek.count == then.histories.stays.count)
    var forked = Self.settings(5)
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
      var made = Self.settings(seed)
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
      var made = Self.settings(seed)
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
      var made = Self.settings(seed)
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
