import Foundation
import Units

/// Why a child leaves care before 18.
public enum PlantedExit: Int, CaseIterable, Sendable {
  /// E4A, E4B.
  case home
  /// E45, E46.
  case guardianship
  /// E11, E12.
  case adoption
  /// E5, E8.
  case other
}

/// What moves the children of a made-up council: chances per child and night, known exactly.
///
/// Every chance is r(event, age, time) × theta(category, event) × theta(UASC, event) × lognormal noise of the cell. Exits
/// run on nights since the period of care began, moves on nights since the stay began. A chance holds for the night
/// that begins on a day, by the age band and time band of that day; the event happens on the next day.
public struct PlantedTruth: Sendable {
  /// First ages above the bands 0, 1-4, 5-9, 10-15, 16-17.
  public static let ageEdges = [1, 5, 10, 16, 18]
  /// First nights above the time bands, the last of which has no end.
  public static let timeEdges = [28, 182, 365, 730, 1826]
  /// Categories of `CategoryBook.standard()` that are in use, by identifier; a category here is a position in this list.
  public static let categories = [
    "kinship_foster", "in_house_foster", "agency_foster", "in_house_home", "external_home", "secure",
    "residential_school", "supported_accommodation", "with_parents", "adoption",
  ]
  static let ages = 5, times = 6, width = 10

  /// Standard deviation of the log of each cell's noise.
  public let noise: Double
  /// Changes of category with the same carer (T, U), per child and night.
  let sameCarer: [(from: Int, to: Int, perNight: Double)]
  /// Chance a night that an interim order becomes a full one: a new episode (L) in the same stay.
  public private(set) var legalChange: Double
  private var exits: [Double]
  private var moves: [Double]
  private var destinations: [[Double]]

  /// The chances of a council; the noise of its cells is the seed's.
  ///
  /// - Parameters:
  ///   - noise: standard deviation of the log of each cell's noise; 0 for none.
  ///   - pace: multiplies every chance of leaving.
  ///   - sameCarer: multiplies the changes of category with the same carer; 0 for none.
  public init(seed: UInt64 = 1, noise: Double = 0.1, pace: Double = 1, sameCarer: Double = 1) {
    self.noise = noise
    legalChange = 1.0 / 200
    self.sameCarer = [(1, 9, 0.06), (2, 1, 0.03), (1, 2, 0.02), (1, 0, 0.01)].map {
      (from: $0.0, to: $0.1, perNight: $0.2 * sameCarer / 365.25)
    }
    var draw = DrawSequence(seed: Seed(seed), stream: 90, person: 0)
    var exits: [Double] = []
    for kind in PlantedExit.allCases {
      let table = PlantedTables.exits[kind.rawValue]
      PlantedTruth.each { age, time, category, isUASC in
        let r = table.byTime[time] * table.byAge[age] * pace / 365.25
        let theta = table.byCategory[category] * (isUASC ? table.uasc : 1)
        exits.append(r * theta * draw.lognormal(sd: noise))
      }
    }
    var moves: [Double] = []
    let table = PlantedTables.moves
    PlantedTruth.each { age, time, category, isUASC in
      let r = table.byTime[time] * table.byAge[age] / 365.25
      moves.append(
        r * table.byCategory[category] * (isUASC ? table.uasc : 1) * draw.lognormal(sd: noise))
    }
    self.exits = exits
    self.moves = moves
    destinations = PlantedTables.destinations()
  }

  private static func each(_ body: (Int, Int, Int, Bool) -> Void) {
    for age in 0..<ages {
      for time in 0..<times {
        for category in 0..<width { for isUASC in [false, true] { body(age, time, category, isUASC) } }
      }
    }
  }

  static func cell(_ age: Int, _ time: Int, _ category: Int, _ isUASC: Bool) -> Int {
    ((age * times + time) * width + category) * 2 + (isUASC ? 1 : 0)
  }

  /// Chance a night of leaving care in a way, by age band, time band in the period of care, category and UASC.
  public func exitHazard(_ kind: PlantedExit, age: Int, time: Int, category: Int, isUASC: Bool) -> Double {
    exits[kind.rawValue * moves.count + PlantedTruth.cell(age, time, category, isUASC)]
  }

  /// Chance a night of moving to a new placement, by age band, time band in the stay, category left and UASC.
  public func moveHazard(age: Int, time: Int, category: Int, isUASC: Bool) -> Double {
    moves[PlantedTruth.cell(age, time, category, isUASC)]
  }

  /// Chance a night of going to another category with the same carer, which is no move: none is placed for adoption
  /// from 10 on.
  public func sameCarerHazard(from: Int, to: Int, age: Int) -> Double {
    sameCarer.reduce(0) {
      $0 + ($1.from == from && $1.to == to && (to != 9 || age < 3) ? $1.perNight : 0)
    }
  }

  /// Where children of an age band who move from a category go: a share for each category, adding to 1.
  public func shares(age: Int, category: Int) -> [Double] {
    destinations[age * PlantedTruth.width + category]
  }

  /// The part of all children who enter care that are of an age band, category and UASC; they add to 1.
  public func entryShare(age: Int, category: Int, isUASC: Bool) -> Double {
    let uasc = PlantedTables.uascGroups
    let children = (1 - uasc) * PlantedTables.meanGroup + uasc
    let ages = isUASC ? PlantedTables.uascAges : PlantedTables.entryAges
    let categories = isUASC ? PlantedTables.uascCategories : PlantedTables.entryCategories
    let part = isUASC ? uasc / children : (1 - uasc) * PlantedTables.meanGroup / children
    return part * ages[age] * categories[age][category]
  }

  /// Mean children in a group that enters together.
  public static var childrenPerGroup: Double {
    (1 - PlantedTables.uascGroups) * PlantedTables.meanGroup + PlantedTables.uascGroups
  }

  /// The truth with every chance of an event the same for all ages, times and categories: for closed forms.
  ///
  /// - Parameters:
  ///   - leaving: chance a night of each kind of exit.
  ///   - moving: chance a night of a move.
  public static func constant(leaving: [PlantedExit: Double], moving: Double) -> PlantedTruth {
    var truth = PlantedTruth(noise: 0, sameCarer: 0)
    truth.legalChange = 0
    for kind in PlantedExit.allCases {
      for cell in truth.moves.indices {
        truth.exits[kind.rawValue * truth.moves.count + cell] = leaving[kind] ?? 0
      }
    }
    truth.moves = truth.moves.map { _ in moving }
    return truth
  }
}
