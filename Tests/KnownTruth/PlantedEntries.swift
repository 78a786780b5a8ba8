import Foundation
import Units

/// A child on the day of entering care.
struct PlantedEntrant {
  let day: CivilDay
  let birth: CivilDay
  let category: Int
  let isUASC: Bool
  let legalStatus: Code
  let need: Code
}

/// The children who enter care: groups of one to four on a day, at a rate that may walk.
struct PlantedEntries {
  let settings: PlantedCouncil.Settings
  /// The rate of entry over the one at first, day by day from `firstDay`.
  let walk: [Double]
  private let start: CivilDay

  init(_ settings: PlantedCouncil.Settings) {
    self.settings = settings
    start = settings.firstDay - 6575  // Eighteen years.
    var level = 0.0
    walk = (0...settings.firstDay.nights(to: settings.lastDay)).map { day in
      defer {
        var draw = DrawSequence(
          seed: settings.seed(on: settings.firstDay + day + 1), stream: 91, person: UInt32(day))
        level += settings.tau / 365.25.squareRoot() * draw.normal()
      }
      return exp(level)
    }
  }

  /// All who enter from eighteen years before `firstDay`, in order of day.
  func entrants() -> [PlantedEntrant] {
    var entrants: [PlantedEntrant] = []
    let groupsPerDay = settings.entriesPerYear / 365.25 / PlantedTruth.childrenPerGroup
    for number in 0...start.nights(to: settings.lastDay) {
      let day = start + number
      let since = settings.firstDay.nights(to: day)
      var draw = DrawSequence(seed: settings.seed(on: day), stream: 92, person: UInt32(number))
      for _ in 0..<draw.poisson(groupsPerDay * (since < 0 ? 1 : walk[since])) {
        entrants += group(on: day, &draw)
      }
    }
    return entrants
  }

  /// A group. A brother or sister has the first one's age band more often than chance, and then its category, each with
  /// the shares of all kept.
  private func group(on day: CivilDay, _ draw: inout DrawSequence) -> [PlantedEntrant] {
    let isUASC = draw.uniform() < PlantedTables.uascGroups
    let size = isUASC ? 1 : draw.pick(PlantedTables.groupSizes) + 1
    let ages = isUASC ? PlantedTables.uascAges : PlantedTables.entryAges
    let categories = isUASC ? PlantedTables.uascCategories : PlantedTables.entryCategories
    let legalStatus: Code = isUASC || draw.uniform() < 0.4 ? "V2" : "C1"
    let need: Code = isUASC ? "N8" : ["N1", "N4", "N5"][draw.pick([0.65, 0.15, 0.2])]
    let firstAge = draw.pick(ages)
    let firstCategory = draw.pick(categories[firstAge])
    return (0..<size).map { member in
      let age = member == 0 || draw.uniform() < 0.5 ? firstAge : draw.pick(ages)
      let alike = member == 0 || (age == firstAge && draw.uniform() < 0.7)
      let category = alike ? firstCategory : draw.pick(categories[age])
      return PlantedEntrant(
        day: day, birth: birth(age, day, draw.uniform()), category: category, isUASC: isUASC,
        legalStatus: legalStatus, need: need)
    }
  }

  /// A day of birth that makes the child of an age band on a day, those under 1 mostly newborn.
  private func birth(_ age: Int, _ day: CivilDay, _ u: Double) -> CivilDay {
    let youngest = age == 0 ? 0 : PlantedTruth.ageEdges[age - 1]
    // Born after `earliest`, so not yet of the next band; not after `latest`, so of this one.
    let earliest = Age.birthday(-PlantedTruth.ageEdges[age], bornOn: day) + 1
    let latest = age == 0 ? day : Age.birthday(-youngest, bornOn: day)
    let span = Double(earliest.nights(to: latest) + 1)
    let back = Int((age == 0 ? u * u : u) * span)
    let birth = latest - min(back, Int(span) - 1)
    // A birthday of 29 February falls a day later in most years.
    return Age.birthday(PlantedTruth.ageEdges[age], bornOn: birth) > day
      && Age.birthday(youngest, bornOn: birth) <= day ? birth : earliest + 1
  }
}

extension PlantedCouncil.Settings {
  /// The key of the draws that decide what happens on a day.
  func seed(on day: CivilDay) -> Seed {
    guard let forkDay, day > forkDay else { return Seed(seed) }
    return Seed(seed &+ (future &+ 1) &* 0x9E37_79B9_7F4A_7C15)
  }
}
